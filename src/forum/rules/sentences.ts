import type { Language } from '../../platform/languages/languages.ts'
import { formatNumber } from '../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import { sectorNames, sideNames } from '../words.ts'
import { type ForumRules, type Share, seatsBySide } from './forumRules.ts'

const daysLv = (n: number): string => `${n} ${pluralLv(n, { zero: 'dienu', one: 'dienu', other: 'dienas' })}`
const daysEn = (n: number): string => `${n} ${pluralEn(n, { one: 'day', other: 'days' })}`
const monthsEn = (n: number): string => `${n} ${pluralEn(n, { one: 'month', other: 'months' })}`
const isHalf = ({ numerator, denominator }: Share): boolean => numerator * 2 === denominator
const isWhole = ({ numerator, denominator }: Share): boolean => numerator === denominator
const shareLv = (share: Share): string =>
  isWhole(share)
    ? 'visas'
    : `${share.more ? 'vairāk nekā' : 'vismaz'} ${isHalf(share) ? 'puse' : `${share.numerator}/${share.denominator}`}`
const shareEn = (share: Share): string =>
  isWhole(share) ? 'all' : `${share.more ? 'more than' : 'at least'} ${isHalf(share) ? 'half' : `${share.numerator}/${share.denominator}`}`

const texts = defineTexts({
  lv: {
    seats: (all: number) => `Forumā ir ${formatNumber('lv', all)} ${pluralLv(all, { zero: 'vietu', one: 'vieta', other: 'vietas' })}.`,
    bySide: (side: string, n: number, sectors: string) => `${side}: ${n} (${sectors}).`,
    parity: 'Abām pusēm ir vienāds vietu skaits.',
    term: (n: number) => `Pilnvaru termiņš ir līdz ${n} ${pluralLv(n, { zero: 'mēnešiem', one: 'mēnesim', other: 'mēnešiem' })}.`,
    noTerm: 'Pilnvaru termiņš nav noteikts.',
    mostTerms: (n: number) =>
      `Pēc kārtas var kalpot ne vairāk kā ${n} ${pluralLv(n, { zero: 'termiņu', one: 'termiņu', other: 'termiņus' })}.`,
    officialsStay: 'Valsts un pašvaldību pārstāvji forumā darbojas, kamēr ieņem savu amatu.',
    rotation: 'Sēdes vadītājs un viņa vietnieks vada pārmaiņus.',
    quorum: (share: string, of: string) => `Forums var lemt, ja klāt ir ${share} no ${of}.`,
    quorumOf: 'visām vietām',
    quorumMembers: 'aizņemtajām vietām',
    eachSideThere: (n: number) => `No katras puses jābūt klāt vismaz ${n}.`,
    recused: (count: boolean) => `Kas interešu konflikta dēļ nepiedalās, kvorumā ${count ? 'tiek' : 'netiek'} skaitīts.`,
    majority: (share: string, of: string) => `Lēmumu pieņem, ja par to ir ${share} no ${of}.`,
    ofPresent: 'klātesošajiem, kuri piedalās balsojumā',
    ofCast: 'balsīm „par” un „pret”',
    ofSeats: 'visām vietām',
    eachSideFor: (n: number) =>
      n === 1 ? 'Vajadzīga vismaz viena balss „par” no katras puses.' : `Vajadzīgas vismaz ${n} balsis „par” no katras puses.`,
    tieChair: 'Ja balsis dalās vienādi, izšķir sēdes vadītāja balss.',
    tieFalls: 'Ja balsis dalās vienādi, lēmums nav pieņemts.',
    consensus: 'Pirms balsošanas vadītājs jautā, vai ir vienprātība. Kas tai nepievienojas, to un viņa iemeslu pieraksta.',
    recommendation: 'Lēmumiem ir ieteikuma raksturs.',
    binding: 'Lēmumi ir saistoši foruma dalībniekiem.',
    meets: (n: number) => (n === 1 ? 'Forums sanāk ne retāk kā reizi mēnesī.' : `Forums sanāk ne retāk kā reizi ${n} mēnešos.`),
    agenda: (n: number) => `Darba kārtību publicē ne vēlāk kā ${daysLv(n)} pirms sēdes.`,
    papers: (n: number) => `Materiālus publicē ne vēlāk kā ${daysLv(n)} pirms sēdes.`,
    minutes: (n: number) => `Protokolu publicē ne vēlāk kā ${daysLv(n)} pēc sēdes.`,
    composition: 'Sastāvs',
    choosing: 'Kā izraugās locekļus',
    deciding: 'Kā lemj',
    meeting: 'Sēdes un to materiāli',
    chairing: 'Kas vada',
    conflict: 'Interešu konflikts',
  },
  en: {
    seats: (all) => `The forum has ${all} ${all === 1 ? 'seat' : 'seats'}.`,
    bySide: (side, n, sectors) => `${side}: ${n} (${sectors}).`,
    parity: 'Both sides have the same number of seats.',
    term: (n) => `A term lasts up to ${monthsEn(n)}.`,
    noTerm: 'There is no fixed term.',
    mostTerms: (n) => `Nobody serves more than ${n} ${n === 1 ? 'term' : 'terms'} in a row.`,
    officialsStay: 'Representatives of the state and of municipalities serve as long as they hold their office.',
    rotation: 'The chair and the co-chair chair the meetings in turn.',
    quorum: (share, of) => `The forum can decide when ${share} of ${of} are present.`,
    quorumOf: 'all seats',
    quorumMembers: 'the seats that are held',
    eachSideThere: (n) => `At least ${n} from each side must be present.`,
    recused: (count) => `Who is recused for a conflict of interest ${count ? 'counts' : 'does not count'} towards the quorum.`,
    majority: (share, of) => `A decision is adopted when ${share} of ${of} are for it.`,
    ofPresent: 'those present who take part in the vote',
    ofCast: 'the votes for and against',
    ofSeats: 'all seats',
    eachSideFor: (n) => `At least ${n === 1 ? 'one vote' : `${n} votes`} for it from each side ${n === 1 ? 'is' : 'are'} needed.`,
    tieChair: 'When the votes are even, the chair’s vote decides.',
    tieFalls: 'When the votes are even, the decision is not adopted.',
    consensus: 'Before a vote the chair asks for a consensus. Who does not share it is noted, with the reason.',
    recommendation: 'Decisions are recommendations.',
    binding: 'Decisions bind those who take part in the forum.',
    meets: (n) => (n === 1 ? 'The forum meets at least once a month.' : `The forum meets at least once in ${n} months.`),
    agenda: (n) => `The agenda is published at least ${daysEn(n)} before a meeting.`,
    papers: (n) => `Papers are published at least ${daysEn(n)} before a meeting.`,
    minutes: (n) => `Minutes are published within ${daysEn(n)} after a meeting.`,
    composition: 'Composition',
    choosing: 'How members are chosen',
    deciding: 'How it decides',
    meeting: 'Meetings and their papers',
    chairing: 'Who chairs',
    conflict: 'Conflict of interest',
  },
})

/** The heading under which a group of rules stands. */
export const rulesHeadings = (language: Language) => {
  const { composition, choosing, deciding, meeting, chairing, conflict } = texts[language]
  return { composition, choosing, deciding, meeting, chairing, conflict }
}

const shareIn = (language: Language, share: Share): string => (language === 'lv' ? shareLv(share) : shareEn(share))

/** How the forum decides, in sentences. */
export function decidingSentences(language: Language, rules: ForumRules): string[] {
  const t = texts[language]
  const { quorum, majority } = rules
  return [
    t.quorum(shareIn(language, quorum.share), quorum.of === 'seats' ? t.quorumOf : t.quorumMembers),
    ...(quorum.eachSide ? [t.eachSideThere(quorum.eachSide)] : []),
    t.recused(quorum.recusedCount),
    ...(rules.consensusFirst ? [t.consensus] : []),
    t.majority(shareIn(language, majority.share), { present: t.ofPresent, cast: t.ofCast, seats: t.ofSeats }[majority.of]),
    ...(majority.eachSide ? [t.eachSideFor(majority.eachSide)] : []),
    rules.tie === 'chair' ? t.tieChair : t.tieFalls,
    rules.effect === 'recommendation' ? t.recommendation : t.binding,
  ]
}

/** Who sits in the forum and how long, in sentences. */
export function compositionSentences(language: Language, rules: ForumRules): string[] {
  const t = texts[language]
  const counted = seatsBySide(rules)
  const sectorsOf = (government: boolean): string =>
    rules.seats
      .filter(({ sector }) => ['government', 'parliament', 'municipality'].includes(sector) === government)
      .map(({ sector, count }) => `${sectorNames[language][sector].toLowerCase()} ${count}`)
      .join(', ')
  return [
    t.seats(counted.government + counted['non-government']),
    t.bySide(sideNames[language].government, counted.government, sectorsOf(true)),
    t.bySide(sideNames[language]['non-government'], counted['non-government'], sectorsOf(false)),
    ...(rules.parity ? [t.parity] : []),
    rules.termMonths === null ? t.noTerm : t.term(rules.termMonths),
    ...(rules.mostTerms === null ? [] : [t.mostTerms(rules.mostTerms)]),
    ...(rules.officialsStay ? [t.officialsStay] : []),
  ]
}

/** How often it meets and what is published when, in sentences. */
export function meetingSentences(language: Language, rules: ForumRules): string[] {
  const t = texts[language]
  return [t.meets(rules.meetsEveryMonths), t.agenda(rules.agendaDays), t.papers(rules.papersDays), t.minutes(rules.minutesDays)]
}

/** Who chairs in turn, where the rules say so. */
export const rotationSentence = (language: Language, { rotation }: ForumRules): string | null =>
  rotation ? texts[language].rotation : null
