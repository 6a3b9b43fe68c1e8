import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

const filesLv = (n: number) => `${formatNumber('lv', n)} ${pluralLv(n, { zero: 'datņu', one: 'datne', other: 'datnes' })}`
const filesEn = (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'file', other: 'files' })}`

/** What the forms say that publish many files at once. */
export const uploadTexts = defineTexts({
  lv: {
    newUpload: 'Pievienot vairākas datnes',
    files: 'Datnes',
    filesHint: 'Katra kļūs par atsevišķu dokumentu.',
    forAll: 'Kas attiecas uz visām',
    goOn: 'Turpināt',
    stepsNote: 'Nākamajā lapā katrai datnei ierosinām nosaukumu un datumu pēc tās vārda. Publicē tikai pēc tam, kad tie ir pārbaudīti.',
    refusedNote: 'Ja kādu datni nevar pieņemt, pārējās nezūd: lapa pasaka, kura un kāpēc.',
    publicNote: 'Pēc publicēšanas dokumentus redz visi. Pirms tam izdzēsiet personas datus, kam tur nav jābūt.',
    unfinished: 'Nepabeigtie',
    unfinishedNote: 'Nepabeigtos glabājam 30 dienas.',
    filesOf: (n: number, when: string) => `${filesLv(n)}, ${when}`,
    putRight: (n: number) => `Pārbaudīt un publicēt: ${filesLv(n)}`,
    putRightNote: 'Nosaukumi un datumi ir ierosināti pēc datņu vārdiem. Katra poga saglabā visu ierakstīto.',
    publish: (n: number) => (n === 1 ? 'Publicēt dokumentu' : `Publicēt visus (${formatNumber('lv', n)})`),
    save: 'Saglabāt melnrakstu',
    saved: 'Saglabāts.',
    remove: 'Noņemt',
    removed: 'Datne ir noņemta.',
  },
  en: {
    newUpload: 'Add several files',
    files: 'Files',
    filesHint: 'Each becomes a document of its own.',
    forAll: 'What holds for all of them',
    goOn: 'Continue',
    stepsNote:
      'On the next page each file has a title and a date proposed from its name. They are published only after you have checked them.',
    refusedNote: 'If a file can’t be taken, the others are not lost: the page says which one and why.',
    publicNote: 'Once published, everyone sees the documents. First delete personal data that should not be there.',
    unfinished: 'Unfinished',
    unfinishedNote: 'What is unfinished is kept for 30 days.',
    filesOf: (n: number, when: string) => `${filesEn(n)}, ${when}`,
    putRight: (n: number) => `Check and publish: ${filesEn(n)}`,
    putRightNote: 'Titles and dates are proposed from the names of the files. Every button saves all that was typed.',
    publish: (n: number) => (n === 1 ? 'Publish the document' : `Publish all (${formatNumber('en', n)})`),
    save: 'Save draft',
    saved: 'Saved.',
    remove: 'Remove',
    removed: 'The file was removed.',
  },
})
