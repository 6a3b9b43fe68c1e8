import { defineTexts } from '../../platform/languages/texts.ts'
import { type Problem, Refusal } from '../../platform/refusal.ts'

/** Why an update or a piece of evidence was refused. */
const texts = defineTexts({
  lv: {
    chooseState: 'Izvēlieties, kāds bija stāvoklis.',
    describeWhatIsDone: 'Aprakstiet, kas ir paveikts, vismaz vienā teikumā.',
    evidenceNeeded: 'Pievienojiet vismaz vienu pierādījumu: bez tā paveiktu vai būtiskā apjomā izpildītu punktu publicēt nevar.',
    sayWhyWithdrawn: 'Paskaidrojiet, kāpēc punkts ir pārtraukts, vismaz ar 10 rakstzīmēm.',
    sayWhyLate: 'Punkta termiņš ir pagājis. Paskaidrojiet, kas to aizkavēja.',
    endNeeded: 'Norādiet, kad tas pabeigts.',
    endBeforeStart: 'Pabeigts pirms sākuma. Pārbaudiet abus datumus.',
    notAPercentage: 'Ievadiet veselu skaitli no 0 līdz 100 vai atstājiet tukšu.',
    isWithdrawn: 'Šis punkts jau ir pārtraukts. Jaunas ziņas par to nepieņem; labot var tikai tās ziņas, ar kurām tas pārtraukts.',
    addressOrFile: 'Ievadiet adresi vai izvēlieties datni.',
    nameTheLink: 'Ierakstiet, kā dokumentu sauc.',
    tooMuchEvidence: (most: number) => `Pierādījumu ir par daudz: atļauti ${most}. Noņemiet kādu vai apvienojiet vairākus vienā datnē.`,
  },
  en: {
    chooseState: 'Choose what the state was.',
    describeWhatIsDone: 'Describe what has been done in at least one sentence.',
    evidenceNeeded: 'Add at least one piece of evidence: without it a milestone can’t be published as done or substantially completed.',
    sayWhyWithdrawn: 'Explain why the milestone was stopped, in at least 10 characters.',
    sayWhyLate: 'The milestone’s deadline has passed. Explain what delayed it.',
    endNeeded: 'Say when it was finished.',
    endBeforeStart: 'Finished before it was started. Check both dates.',
    notAPercentage: 'Enter a whole number from 0 to 100 or leave it empty.',
    isWithdrawn: 'This milestone has been stopped. No new report is taken on it; only the report that stopped it can be corrected.',
    addressOrFile: 'Enter an address or choose a file.',
    nameTheLink: 'Write what the document is called.',
    tooMuchEvidence: (most: number) =>
      `There are too many pieces of evidence: ${most} are allowed. Remove one or put several into one file.`,
  },
})

type Sentence = { [K in keyof (typeof texts)['lv']]: (typeof texts)['lv'][K] extends string ? K : never }[keyof (typeof texts)['lv']]

/** A mistake in a field of an update's form, by the key of its sentence. */
export const updateProblem = (field: string, key: Sentence): Problem => ({ field, say: (language) => texts[language][key] })

export const tooMuchEvidence = (most: number): Problem => ({ field: 'file', say: (language) => texts[language].tooMuchEvidence(most) })

/** Nothing more is reported on a milestone that another report has withdrawn. */
export const milestoneIsWithdrawn = (): Refusal =>
  new Refusal(422, (language) => texts[language].isWithdrawn, [updateProblem('state', 'isWithdrawn')])
