import type { SheetProblem } from '../../../../platform/files/sheetRows.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { defineTexts } from '../../../../platform/languages/texts.ts'

/** A table that is longer, or a file that is bigger, is not taken: it is brought in as a whole or not at all. */
export const MOST_ROWS = 500
export const MOST_BYTES = 5_000_000

/** Why a table can't be taken over, or a row of it. */
export const importProblems = defineTexts({
  lv: {
    chooseAFile: 'Izvēlieties CSV vai XLSX datni.',
    notATable: 'Vajadzīga CSV vai XLSX datne.',
    tooBig: 'Datne ir pārāk liela: tabula drīkst būt līdz 5 MB.',
    missingColumns: (names: string) => `Tabulā trūkst kolonnu: ${names}. Pirmajā rindā jābūt kolonnu nosaukumiem.`,
    twice: (name: string) => `Kolonna „${name}” ir divreiz.`,
    formula: 'Šūnā ir formula. Tās nerēķinām: ierakstiet tekstu.',
    unknownKind: 'Tāda veida nav. Rakstiet: ideja, datu vēlme vai slogs.',
    kindNotAsked: 'Šis aicinājums ko tādu neprasa.',
    notADay: 'Tā nav diena. Rakstiet, piemēram, 2019-09-20.',
    unknownSector: 'Tāda sektora nav.',
  },
  en: {
    chooseAFile: 'Choose a CSV or XLSX file.',
    notATable: 'A CSV or XLSX file is needed.',
    tooBig: 'The file is too big: a table may have up to 5 MB.',
    missingColumns: (names) => `The table has no column: ${names}. The first row must hold the columns’ names.`,
    twice: (name) => `The column “${name}” is there twice.`,
    formula: 'There is a formula in the cell. Formulas are not computed: write the text.',
    unknownKind: 'There is no such kind. Write: idea, data wish or burden.',
    kindNotAsked: 'This call does not ask for anything like that.',
    notADay: 'This is no day. Write it as 2019-09-20.',
    unknownSector: 'There is no such sector.',
  },
})

/** Why a table can’t be read as a whole. */
export const sheetProblems: Record<Language, Record<SheetProblem, string>> = {
  lv: {
    'too-many-rows': `Rindu ir par daudz: vienā tabulā drīkst būt ${MOST_ROWS}. Sadaliet to.`,
    'too-many-columns': 'Kolonnu ir par daudz.',
    'wrong-encoding': 'Datne nav UTF-8 kodējumā. Saglabājiet to kā „CSV UTF-8” vai XLSX.',
    broken: 'Datni nevar izlasīt: tā ir bojāta vai nav tas, par ko uzdodas.',
    'too-heavy': 'Datne izpakota ir pārāk liela.',
    empty: 'Tabulā nav nevienas rindas.',
  },
  en: {
    'too-many-rows': `There are too many rows: one table may have ${MOST_ROWS}. Please divide it.`,
    'too-many-columns': 'There are too many columns.',
    'wrong-encoding': 'The file is not in UTF-8. Save it as “CSV UTF-8” or as XLSX.',
    broken: 'The file can’t be read: it is broken, or not what it says it is.',
    'too-heavy': 'Unpacked the file is too big.',
    empty: 'The table has no rows.',
  },
}
