import { defineTexts } from '../../platform/languages/texts.ts'
import { type Problem, wrongField } from '../../platform/refusal.ts'

/** Why a form about documents was refused. */
const problemTexts = defineTexts({
  lv: {
    giveContent: 'Pievienojiet datni, ierakstiet adresi vai tekstu.',
    giveOne: 'Norādiet tikai vienu: datni, adresi vai tekstu.',
    giveChange: 'Pievienojiet jaunu datni, adresi vai tekstu vai piekļūstamu alternatīvu: pagaidām nekas nav mainīts.',
    reasonNeeded: 'Ierakstiet, kas un kāpēc mainīts, vismaz 10 rakstzīmes.',
    withdrawalReasonNeeded: 'Ierakstiet iemeslu, vismaz 10 rakstzīmes. To redzēs visi.',
    unknownOrganisation: 'Tādas institūcijas vai organizācijas vairs nav. Izvēlieties citu.',
    chooseFiles: 'Izvēlieties vismaz vienu datni.',
    nothingToPublish: 'Visas datnes ir noņemtas: nav, ko publicēt.',
  },
  en: {
    giveContent: 'Add a file, an address or a text.',
    giveOne: 'Give only one of them: a file, an address or a text.',
    giveChange: 'Add a new file, address or text, or an accessible alternative: so far nothing has changed.',
    reasonNeeded: 'Write what changed and why, at least 10 characters.',
    withdrawalReasonNeeded: 'Write the reason, at least 10 characters. Everyone will see it.',
    unknownOrganisation: 'This institution or organisation is no longer there. Choose another.',
    chooseFiles: 'Choose at least one file.',
    nothingToPublish: 'All files were removed: there is nothing to publish.',
  },
})

type Key = keyof (typeof problemTexts)['lv']

/** A mistake in a field, by the key of its sentence. */
export const documentProblem = (field: string, key: Key): Problem => ({ field, say: (language) => problemTexts[language][key] })

/** Refuses because of one field. */
export const wrongDocument = (field: string, key: Key) => wrongField(field, documentProblem(field, key).say)
