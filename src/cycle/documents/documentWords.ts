import type { Language, LocalText } from '../../platform/languages/languages.ts'
import type { DocumentKind, DocumentLanguage, Licence, Standing } from './tables.ts'

/** What kind of document it is. */
export const kindNames: Record<Language, Record<DocumentKind, string>> = {
  lv: {
    notice: 'paziņojums par līdzdalību',
    'discussion-paper': 'diskusiju dokuments',
    draft: 'projekts',
    opinion: 'atzinums',
    agenda: 'darba kārtība',
    minutes: 'protokols',
    act: 'tiesību akts',
    gazette: 'oficiālā publikācija',
    report: 'ziņojums',
    evidence: 'pierādījums',
    'reviewer-report': 'neatkarīgā vērtētāja ziņojums',
    other: 'cits dokuments',
  },
  en: {
    notice: 'participation notice',
    'discussion-paper': 'discussion paper',
    draft: 'draft',
    opinion: 'opinion',
    agenda: 'agenda',
    minutes: 'minutes',
    act: 'legal act',
    gazette: 'official publication',
    report: 'report',
    evidence: 'evidence',
    'reviewer-report': 'independent reviewer’s report',
    other: 'other document',
  },
}

/** The kind in both languages, for the search. */
export const kindInBoth = (kind: DocumentKind): LocalText => ({
  lv: { text: kindNames.lv[kind], state: 'original' },
  en: { text: kindNames.en[kind], state: 'checked' },
})

/** The language a document is written in, as an adverb fits neither form nor list: by its name. */
export const languageNames: Record<Language, Record<DocumentLanguage, string>> = {
  lv: { lv: 'latviešu', en: 'angļu', ru: 'krievu', lt: 'lietuviešu', et: 'igauņu', de: 'vācu', fr: 'franču' },
  en: { lv: 'Latvian', en: 'English', ru: 'Russian', lt: 'Lithuanian', et: 'Estonian', de: 'German', fr: 'French' },
}

/** Whether a text is the one that counts. */
export const standingNames: Record<Language, Record<Standing, string>> = {
  lv: { official: 'oficiālais teksts', courtesy: 'informatīvs tulkojums' },
  en: { official: 'official text', courtesy: 'courtesy translation' },
}

/** The terms under which a document may be used again, and where they can be read. */
export const licenceNames: Record<Language, Record<Licence, string>> = {
  lv: {
    official: 'autortiesības neaizsargā (Autortiesību likuma 6. pants)',
    'cc0-1.0': 'CC0 1.0: nodots publiskai lietošanai',
    'cc-by-4.0': 'CC BY 4.0: jānorāda autors',
    'cc-by-sa-4.0': 'CC BY-SA 4.0: jānorāda autors un jāsaglabā licence',
  },
  en: {
    official: 'not protected by copyright (Copyright Law of Latvia, section 6)',
    'cc0-1.0': 'CC0 1.0: dedicated to the public domain',
    'cc-by-4.0': 'CC BY 4.0: name the author',
    'cc-by-sa-4.0': 'CC BY-SA 4.0: name the author, keep the licence',
  },
}

export const licenceAddresses: Record<Licence, string> = {
  official: 'https://likumi.lv/ta/id/5138',
  'cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'cc-by-sa-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
}
