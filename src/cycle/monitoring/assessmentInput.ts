import { Fields } from '../../platform/http/fields.ts'
import { type Language, languages } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { type Problem, Refusal } from '../../platform/refusal.ts'
import { FormReader, type Milestone } from '../plan/index.ts'
import type { AssessmentSubject, AssessmentVersion } from './assessmentSubject.ts'
import { type AssessmentDraft, type MilestoneVerdict, type ReportedState, reportedStates, type Verdict, verdicts } from './tables.ts'

/** The most characters of an assessment's text, and of each lesson or reason. */
export const ASSESSMENT_TEXT_LIMIT = 5000
export const REASON_LIMIT = 2000

/** Why an assessment was refused. */
const problemTexts = defineTexts({
  lv: {
    chooseState: 'Izvēlieties, kāds bija apņemšanās stāvoklis.',
    chooseVerdict: 'Izvēlieties, vai piekrītat institūcijas vērtējumam.',
    writeInOwnWords: 'Pamatojiet vērtējumu saviem vārdiem, vismaz vienā teikumā.',
    sayWhyDisagree: (n: number) => `Paskaidrojiet, kāpēc nepiekrītat ziņotajam par ${n}. punktu.`,
    reasonWithoutVerdict: (n: number) => `Izvēlieties arī vērtējumu par ${n}. punktu vai izdzēsiet tā pamatojumu.`,
  },
  en: {
    chooseState: 'Choose how far the commitment had come.',
    chooseVerdict: 'Choose whether you agree with the institution’s assessment.',
    writeInOwnWords: 'Give your reasons in your own words, in at least one sentence.',
    sayWhyDisagree: (n: number) => `Explain why you disagree with what was reported on milestone ${n}.`,
    reasonWithoutVerdict: (n: number) => `Choose a verdict on milestone ${n} too, or delete the reason.`,
  },
})

/** The names of the form's fields about one milestone. */
export const verdictField = (number: number): string => `milestone.${number}.verdict`
export const reasonField = (number: number): string => `milestone.${number}.reason`

/** An assessment that can be published. */
export type AssessmentInput = {
  state: ReportedState | null
  verdict: Verdict | null
  text: string
  lessons: string | null
  language: Language
  signers: string[]
  milestones: MilestoneVerdict[]
}

/** Reads what was typed so far, word for word: mistakes are told when it is to be published, only endless texts at once. */
export function readAssessmentDraft(
  fields: Fields,
  pageLanguage: Language,
  { milestones, mayAlsoSign }: AssessmentSubject,
): { version: number; draft: AssessmentDraft } {
  const reader = new FormReader(fields)
  const draft: AssessmentDraft = {
    language: reader.choice('language', languages) ?? pageLanguage,
    state: reader.line('state') ?? '',
    verdict: reader.line('verdict') ?? '',
    text: fields.get('text'),
    lessons: fields.get('lessons'),
    signers: reader.choices('signers', mayAlsoSign),
    milestones: Object.fromEntries(
      milestones.map(({ number }) => [
        number,
        { verdict: reader.line(verdictField(number)) ?? '', reason: fields.get(reasonField(number)) },
      ]),
    ),
  }
  for (const name of ['text', 'lessons', ...milestones.map(({ number }) => reasonField(number))]) reader.text(name)
  return reader.done({ version: reader.version(), draft })
}

/** The form's fields of a draft. */
export const assessmentFields = (draft: AssessmentDraft): Record<string, string[]> => ({
  language: [draft.language],
  state: [draft.state],
  verdict: [draft.verdict],
  text: [draft.text],
  lessons: [draft.lessons],
  signers: draft.signers,
  ...Object.fromEntries(
    Object.entries(draft.milestones).flatMap(([number, { verdict, reason }]) => [
      [verdictField(Number(number)), [verdict]],
      [reasonField(Number(number)), [reason]],
    ]),
  ),
})

/** The form's fields of a published version, for correcting it. */
export function publishedFields(version: AssessmentVersion, milestones: readonly Milestone[]): Record<string, string[]> {
  const judged = (id: number) => version.milestones.find(({ milestoneId }) => milestoneId === id)
  return assessmentFields({
    language: version.language,
    state: version.state ?? '',
    verdict: version.verdict ?? '',
    text: version.text,
    lessons: version.lessons ?? '',
    signers: version.signers,
    milestones: Object.fromEntries(
      milestones.map(({ id, number }) => [number, { verdict: judged(id)?.verdict ?? '', reason: judged(id)?.reason ?? '' }]),
    ),
  })
}

/** Reads a draft as it is to be published and refuses it with everything that is wrong or missing, in the order of the form. */
export function readAssessment(draft: AssessmentDraft, subject: AssessmentSubject): AssessmentInput {
  const reader = new FormReader(new Fields(assessmentFields(draft)))
  const isSelf = subject.voice === 'self'
  const state = isSelf ? chosen(reader, 'state', reportedStates, 'chooseState') : null
  const verdict = isSelf ? null : chosen(reader, 'verdict', verdicts, 'chooseVerdict')
  const text = reader.text('text', ASSESSMENT_TEXT_LIMIT)
  if (!text) reader.problems.push({ field: 'text', say: (language) => problemTexts[language].writeInOwnWords })
  const milestones = isSelf ? [] : subject.milestones.flatMap((milestone) => readVerdict(reader, milestone))
  const lessons = reader.text('lessons', REASON_LIMIT)
  const signers = reader.choices('signers', subject.mayAlsoSign)
  return reader.done({ state, verdict, text: text ?? '', lessons, language: draft.language, signers, milestones })
}

/** The draft as it could be published, or everything that is wrong or missing in it. */
export function checkAssessment(
  draft: AssessmentDraft | null | undefined,
  subject: AssessmentSubject,
): { input: AssessmentInput | null; problems: readonly Problem[] } {
  if (!draft) return { input: null, problems: [] }
  try {
    return { input: readAssessment(draft, subject), problems: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { input: null, problems: error.problems }
  }
}

function chosen<T extends string>(
  reader: FormReader,
  name: string,
  allowed: readonly T[],
  missing: 'chooseState' | 'chooseVerdict',
): T | null {
  if (!reader.fields.trimmed(name)) reader.problems.push({ field: name, say: (language) => problemTexts[language][missing] })
  return reader.choice(name, allowed)
}

/** The verdict on one milestone; none when the partner says nothing of it. */
function readVerdict(reader: FormReader, { id, number }: Milestone): MilestoneVerdict[] {
  const verdict = reader.choice(verdictField(number), verdicts)
  const reason = reader.text(reasonField(number), REASON_LIMIT)
  if (verdict === 'disagree' && !reason)
    reader.problems.push({ field: reasonField(number), say: (language) => problemTexts[language].sayWhyDisagree(number) })
  if (reason && !reader.fields.trimmed(verdictField(number)))
    reader.problems.push({ field: verdictField(number), say: (language) => problemTexts[language].reasonWithoutVerdict(number) })
  return verdict ? [{ milestoneId: id, verdict, reason: reason ?? '' }] : []
}
