import { defineTexts } from '../platform/languages/texts.ts'

/** Names of files in the archive, and the words that tell what is what. */
export const archiveTexts = defineTexts({
  lv: {
    archive: (day: string) => `koprade-mani-dati-${day}.zip`,
    readme: 'IZLASI-MANI.txt',
    texts: 'mani-teksti.txt',
    files: 'datnes',
    title: 'Viss, ko Koprade glabā par Jums',
    about:
      'Katra datne ar galotni .json ir viena datubāzes tabula: tikai rindas, kas attiecas uz Jums, ar kolonnu nosaukumiem no projekta datu vārdnīcas (docs/data-dictionary.md). Noslēpumi, ar kuriem kāds varētu ieiet Jūsu vietā (sesiju, saišu un autentifikatora atslēgas), nav iekļauti.',
    textsAre: 'Jūsu idejas un komentāri lasāmā veidā.',
    filesAre: 'Datnes, ko pievienojāt idejām.',
    idea: (plan: string, number: number) => `Ideja Nr. ${number} (plāns ${plan})`,
    comment: (plan: string, number: number) => `Komentārs par ideju Nr. ${number} (plāns ${plan})`,
  },
  en: {
    archive: (day: string) => `koprade-my-data-${day}.zip`,
    readme: 'READ-ME.txt',
    texts: 'my-texts.txt',
    files: 'files',
    title: 'Everything that Koprade keeps about you',
    about:
      'Each file that ends in .json is a table of the database: only the rows about you, with the names of columns from the project’s data dictionary (docs/data-dictionary.md). Secrets by which someone could sign in as you (keys of sessions, links and the authenticator) are left out.',
    textsAre: 'Your ideas and comments, for reading.',
    filesAre: 'Files that you sent with ideas.',
    idea: (plan: string, number: number) => `Idea No. ${number} (plan ${plan})`,
    comment: (plan: string, number: number) => `Comment on idea No. ${number} (plan ${plan})`,
  },
})
