import type { AnswerState, Channel, CommentKind, ContributionKind, ListedIdea } from '../../../cycle/ideas/index.ts'
import { challengeNames, valueNames } from '../../../cycle/plan/index.ts'
import type { ParticipantSector } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { byDateShort } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'
import type { IconName } from '../../components/Icon.tsx'
import { Status, type StatusColour } from '../../components/Status.tsx'
import { sectorNames } from '../factTexts.ts'

/** What became of an idea, in words. */
export const stateNames: Record<Language, Record<AnswerState, string>> = defineTexts({
  lv: {
    waiting: 'Gaida atbildi',
    accepted: 'Atbildēta: iekļauta',
    partly: 'Atbildēta: iekļauta daļēji',
    'already-done': 'Atbildēta: jau notiek',
    'not-now': 'Atbildēta: pagaidām nav iekļauta',
    outside: 'Atbildēta: ārpus plāna',
  },
  en: {
    waiting: 'Waiting for an answer',
    accepted: 'Answered: accepted',
    partly: 'Answered: partly accepted',
    'already-done': 'Answered: already being done',
    'not-now': 'Answered: not now',
    outside: 'Answered: outside the plan',
  },
})

const stateLooks: Record<AnswerState, { icon: IconName; colour: StatusColour }> = {
  waiting: { icon: 'wait', colour: '' },
  accepted: { icon: 'answer', colour: 'good' },
  partly: { icon: 'half', colour: 'mid' },
  'already-done': { icon: 'half', colour: 'go' },
  'not-now': { icon: 'stop', colour: '' },
  outside: { icon: 'none', colour: '' },
}

const texts = defineTexts({
  lv: {
    late: 'Atbilde kavējas',
    days: (n: number) => `${formatNumber('lv', n)} ${pluralLv(n, { zero: 'dienu', one: 'dienu', other: 'dienas' })}`,
    due: (by: string) => `jāatbild ${by}`,
    supports: (n: number) => `${formatNumber('lv', n)} ${pluralLv(n, { zero: 'atbalsta', one: 'atbalsts', other: 'atbalsta' })}`,
    noSupports: 'atbalsta vēl nav',
  },
  en: {
    late: 'Answer overdue',
    days: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'day', other: 'days' })}`,
    due: (by: string) => `due ${by}`,
    supports: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'support', other: 'supports' })}`,
    noSupports: 'no supports yet',
  },
})

const DAY = 24 * 60 * 60 * 1000

/** What became of an idea, or until when it should be answered. */
export function AnswerStatus({
  idea,
  today,
  language,
}: {
  idea: Pick<ListedIdea, 'answerState' | 'answerDue'>
  today: Day
  language: Language
}) {
  const t = texts[language]
  const { answerState, answerDue } = idea
  if (answerState !== 'waiting') return <Status {...stateLooks[answerState]} word={stateNames[language][answerState]} />
  if (answerDue < today)
    return <Status icon="clock" colour="bad" word={t.late} extra={t.days(Math.round((Date.parse(today) - Date.parse(answerDue)) / DAY))} />
  return <Status {...stateLooks.waiting} word={stateNames[language].waiting} extra={t.due(byDateShort(language, answerDue))} />
}

/** How many support an idea, in words. */
export const supportsInWords = (language: Language, n: number): string => (n ? texts[language].supports(n) : texts[language].noSupports)

/** Kinds of what is sent, in words. */
export const contributionNames: Record<Language, Record<ContributionKind, string>> = defineTexts({
  lv: { idea: 'Ideja', 'data-wish': 'Datu kopas vēlme', burden: 'Slogs, ko mazināt' },
  en: { idea: 'Idea', 'data-wish': 'Wish for open data', burden: 'Burden to remove' },
})

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
