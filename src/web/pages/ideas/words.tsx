import type { Channel, CommentKind } from '../../../cycle/ideas/index.ts'
import { challengeNames, valueNames } from '../../../cycle/plan/index.ts'
import type { ParticipantSector } from '../../../people/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'
import { sectorNames } from '../factTexts.ts'

const texts = defineTexts({
  lv: {
    supports: (n: number) => `${formatNumber('lv', n)} ${pluralLv(n, { zero: 'atbalsta', one: 'atbalsts', other: 'atbalsta' })}`,
    noSupports: 'atbalsta vēl nav',
  },
  en: {
    supports: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'support', other: 'supports' })}`,
    noSupports: 'no supports yet',
  },
})

/** How many support an idea, in words. */
export const supportsInWords = (language: Language, n: number): string => (n ? texts[language].supports(n) : texts[language].noSupports)

/** How something came in. */
export const channelNames: Record<Language, Record<Channel, string>> = defineTexts({
  lv: {
    web: 'vietnē',
    paper: 'uz papīra; ievadījis sekretariāts',
    email: 'e-pastā; ievadījis sekretariāts',
    import: 'kopā ar citām; ievadījis sekretariāts',
    event: 'pasākumā',
  },
  en: {
    web: 'on this site',
    paper: 'on paper; entered by the secretariat',
    email: 'by e-mail; entered by the secretariat',
    import: 'with others; entered by the secretariat',
    event: 'at an event',
  },
})

/** In which capacity people take part. */
export const participantNames: Record<Language, Record<ParticipantSector, string>> = {
  lv: { ...sectorNames.lv, resident: 'iedzīvotāji' },
  en: { ...sectorNames.en, resident: 'residents' },
}

/** The same of one person, as they choose it in a form. */
export const oneParticipant: Record<Language, Record<ParticipantSector, string>> = defineTexts({
  lv: {
    government: 'valsts pārvaldes darbinieks',
    parliament: 'parlamenta pārstāvis',
    municipality: 'pašvaldības pārstāvis',
    'civil-society': 'nevalstiskas organizācijas pārstāvis',
    'social-partner': 'sociālā partnera pārstāvis',
    business: 'uzņēmējs',
    academia: 'zinātnes un augstskolu pārstāvis',
    resident: 'iedzīvotājs',
  },
  en: {
    government: 'someone from government',
    parliament: 'someone from parliament',
    municipality: 'someone from local government',
    'civil-society': 'someone from civil society',
    'social-partner': 'someone from a social partner',
    business: 'someone from business',
    academia: 'someone from academia',
    resident: 'a resident',
  },
})

/** What a comment does. */
export const commentNames: Record<Language, Record<CommentKind, string>> = defineTexts({
  lv: { for: 'Par', against: 'Pret', question: 'Jautājums', reply: 'Atbilde' },
  en: { for: 'For', against: 'Against', question: 'Question', reply: 'Reply' },
})

const topicNamesIn = (language: Language): Readonly<Record<string, string>> => ({ ...valueNames[language], ...challengeNames[language] })

/** A value or challenge in words. */
export const topicName = (language: Language, topic: string): string => topicNamesIn(language)[topic] ?? topic
