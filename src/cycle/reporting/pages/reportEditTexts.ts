import { defineTexts } from '../../../platform/languages/texts.ts'

/** What the form of a report's texts says. */
export const reportEditTexts = defineTexts({
  lv: {
    manage: 'Sekretariāts',
    title: 'Ziņojuma teksti',
    lead: 'Ievads, norise un atziņas ir jāuzraksta. Viss pārējais ziņojumā saliekas no ziņām pats.',
    hints: 'Rindkopas atdaliet ar tukšu rindu.',
    checked: (part: string) => `${part}: tulkojums pārlūkots un ir pareizs`,
    save: 'Saglabāt',
    saved: 'Saglabāts.',
    toReport: 'Skatīt ziņojumu',
    about: 'Kā tas strādā',
    aboutText:
      'Teksts, kas ir tikai vienā valodā, otrā valodā redzams oriģinālā ar norādi „vēl nav tulkots”. Katra saglabāšana atstāj ierakstu publiskajā žurnālā.',
  },
  en: {
    manage: 'Secretariat',
    title: 'Texts of the report',
    lead: 'The introduction, the process and the lessons have to be written. Everything else in the report puts itself together.',
    hints: 'Leave an empty line between paragraphs.',
    checked: (part: string) => `${part}: the translation was checked and is right`,
    save: 'Save',
    saved: 'Saved.',
    toReport: 'See the report',
    about: 'How this works',
    aboutText:
      'A text in one language only is shown in the other as it is, with the remark “not translated yet”. Each saving leaves an entry in the public record.',
  },
})
