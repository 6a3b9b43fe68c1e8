import { formatBytes } from '../languages/numbers.ts'
import { defineTexts } from '../languages/texts.ts'

/** Why a file was not taken. */
export const fileTexts = defineTexts({
  lv: {
    tooBig: (limit: number) => `Datne ir pārāk liela: atļauti ${formatBytes('lv', limit)}. Pievienojiet mazāku vai norādiet saiti.`,
    empty: 'Datne ir tukša.',
    away: 'Datņu krātuve pašlaik nav sasniedzama. Pamēģiniet vēlreiz pēc brīža.',
    notHere: 'Šeit datnes nepieņemam.',
    refused: (name: string, why: string) => `„${name}”: ${why}`,
    tooMany: (most: number) => `Datņu ir par daudz: vienā reizē pieņemam ${most}. Pirmās ir pieņemtas; pārējās pievienojiet atsevišķi.`,
    unknownKind: 'Tāda veida datnes nepieņemam. Der PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV, TXT, PNG, JPEG vai WebP.',
    belied: (extension: string) =>
      `Datnes nosaukums beidzas ar „.${extension}”, bet saturs ir citāds. Pārbaudiet, vai izvēlējāties īsto datni.`,
  },
  en: {
    tooBig: (limit: number) => `The file is too big: ${formatBytes('en', limit)} are allowed. Add a smaller one or give a link.`,
    empty: 'The file is empty.',
    away: 'The storage of files can’t be reached at the moment. Try again shortly.',
    notHere: 'Files are not taken here.',
    refused: (name: string, why: string) => `“${name}”: ${why}`,
    tooMany: (most: number) => `Too many files: ${most} are taken at once. The first were taken; add the others separately.`,
    unknownKind: 'We don’t take files of this kind. PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV, TXT, PNG, JPEG and WebP will do.',
    belied: (extension: string) =>
      `The file’s name ends in “.${extension}”, but its content is something else. Check that you chose the right file.`,
  },
})
