import type { Language } from '../../platform/languages/languages.ts'
import type { SectionKind } from './tables.ts'

/** The written parts of a report by name. */
export const sectionTexts: Record<Language, Record<SectionKind, string>> = {
  lv: { introduction: 'Ievads', process: 'Norise', lessons: 'Gūtās atziņas' },
  en: { introduction: 'Introduction', process: 'Process', lessons: 'Lessons' },
}
