import { FormReader, type TypedText } from '../../cycle/plan/index.ts'
import { type Sector, sectors } from '../../people/index.ts'
import { type Day, day } from '../../platform/dates/partialDate.ts'
import { type Fields, partialDateFields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { say } from '../problemTexts.ts'
import type { RulesVersion } from '../queries.ts'
import { effects, type ForumRules, majorityBases, quorumBases, type Share, seatsBySide, sides, tieRules } from './forumRules.ts'

const MOST_SEATS = 100
const MOST_DAYS = 365

/** A forum's rules as they were typed: the texts still in the languages in which they were written. */
export type RulesInput = {
  name: TypedText
  purpose: TypedText
  adoptedOn: Day
  adoptedBy: TypedText
  chair: TypedText
  conflict: TypedText
  choosing: { government: TypedText; 'non-government': TypedText }
  rules: Omit<ForumRules, 'chair' | 'conflict' | 'choosing'>
}

/** Reads the form of a forum's rules and refuses it with all that is wrong, in the order of the form. */
export function readRules(fields: Fields, today: Day): RulesInput {
  const reader = new FormReader(fields)
  const tell = (field: string, key: Parameters<typeof say>[0]): void => void reader.problems.push({ field, say: say(key) })
  const number = (name: string, from: number, to: number): number => reader.requiredNumber(name, from, to)
  const optional = (name: string, to: number): number | null => (fields.trimmed(name) ? number(name, 1, to) : null)
  const yes = (name: string): boolean => fields.all(name).includes('yes')
  const name = reader.requiredLocal('name')
  const purpose = reader.requiredLocal('purpose', TEXT_LIMIT)
  const adoptedOn = reader.day('adoptedOn')
  if (!adoptedOn && !reader.problems.some(({ field }) => field === 'adoptedOn')) reader.refuse('adoptedOn', 'requiredDate')
  if (adoptedOn && adoptedOn > today) tell('adoptedOn', 'notAdoptedYet')
  const adoptedBy = reader.requiredLocal('adoptedBy')
  const seats = sectors.flatMap((sector): { sector: Sector; count: number }[] => {
    const count = fields.trimmed(`seats.${sector}`) ? number(`seats.${sector}`, 0, MOST_SEATS) : 0
    return count ? [{ sector, count }] : []
  })
  const parity = yes('parity')
  const counted = seatsBySide({ seats })
  const fewest = Math.min(...sides.map((side) => counted[side]))
  if (fewest < 1) tell('seats.government', 'noSeats')
  else if (parity && counted.government !== counted['non-government']) tell('seats.government', 'notParity')
  const share = (of: string): Share => {
    const read = {
      more: reader.requiredChoice(`${of}.more`, ['more', 'least']) === 'more',
      numerator: number(`${of}.numerator`, 1, MOST_SEATS),
      denominator: number(`${of}.denominator`, 1, MOST_SEATS),
    }
    // More than the whole can never be there.
    if (read.numerator > read.denominator || (read.more && read.numerator === read.denominator)) tell(`${of}.numerator`, 'share')
    return read
  }
  const eachSide = (of: string): number => {
    const least = number(`${of}.eachSide`, 0, MOST_SEATS)
    if (least > fewest && fewest >= 1) tell(`${of}.eachSide`, 'moreThanSeats')
    return least
  }
  const termMonths = optional('termMonths', 120)
  const mostTerms = optional('mostTerms', 20)
  const officialsStay = yes('officialsStay')
  const choosing = {
    government: reader.local('choosing.government', TEXT_LIMIT),
    'non-government': reader.local('choosing.non-government', TEXT_LIMIT),
  }
  const chair = reader.requiredLocal('chair', TEXT_LIMIT)
  const rotation = yes('rotation')
  const quorum = {
    share: share('quorum'),
    of: reader.requiredChoice('quorum.of', quorumBases),
    eachSide: eachSide('quorum'),
    recusedCount: yes('quorum.recusedCount'),
  }
  const majority = { share: share('majority'), of: reader.requiredChoice('majority.of', majorityBases), eachSide: eachSide('majority') }
  const input: RulesInput = {
    name,
    purpose,
    adoptedOn: adoptedOn ?? day('2000-01-01'),
    adoptedBy,
    chair,
    choosing,
    rules: {
      seats,
      parity,
      termMonths,
      mostTerms,
      officialsStay,
      rotation,
      quorum,
      majority,
      tie: reader.requiredChoice('tie', tieRules),
      consensusFirst: yes('consensusFirst'),
      effect: reader.requiredChoice('effect', effects),
      meetsEveryMonths: number('meetsEveryMonths', 1, 24),
      agendaDays: number('agendaDays', 0, MOST_DAYS),
      papersDays: number('papersDays', 0, MOST_DAYS),
      minutesDays: number('minutesDays', 0, MOST_DAYS),
    },
    conflict: reader.requiredLocal('conflict', TEXT_LIMIT),
  }
  return reader.done(input)
}

const box = (name: string, ticked: boolean): Record<string, string[]> => ({ [name]: ticked ? ['yes'] : [] })
const shareFields = (of: string, { more, numerator, denominator }: Share): Record<string, string[]> => ({
  [`${of}.more`]: [more ? 'more' : 'least'],
  [`${of}.numerator`]: [String(numerator)],
  [`${of}.denominator`]: [String(denominator)],
})

/** The form's fields of published rules, for changing them. When and how a change is adopted is to be written anew. */
export function rulesFields({ name, purpose, rules }: RulesVersion): Record<string, string[]> {
  const { quorum, majority } = rules
  const numbers = { termMonths: rules.termMonths, mostTerms: rules.mostTerms, meetsEveryMonths: rules.meetsEveryMonths }
  const days = { agendaDays: rules.agendaDays, papersDays: rules.papersDays, minutesDays: rules.minutesDays }
  return {
    ...localFields('name', name),
    ...localFields('purpose', purpose),
    ...partialDateFields('adoptedOn', null),
    ...Object.fromEntries(rules.seats.map(({ sector, count }) => [`seats.${sector}`, [String(count)]])),
    ...box('parity', rules.parity),
    ...Object.fromEntries(Object.entries({ ...numbers, ...days }).map(([key, value]) => [key, [value === null ? '' : String(value)]])),
    ...box('officialsStay', rules.officialsStay),
    ...localFields('choosing.government', rules.choosing.government),
    ...localFields('choosing.non-government', rules.choosing['non-government']),
    ...localFields('chair', rules.chair),
    ...box('rotation', rules.rotation),
    ...shareFields('quorum', quorum.share),
    'quorum.of': [quorum.of],
    'quorum.eachSide': [String(quorum.eachSide)],
    ...box('quorum.recusedCount', quorum.recusedCount),
    ...shareFields('majority', majority.share),
    'majority.of': [majority.of],
    'majority.eachSide': [String(majority.eachSide)],
    tie: [rules.tie],
    ...box('consensusFirst', rules.consensusFirst),
    effect: [rules.effect],
    ...localFields('conflict', rules.conflict),
  }
}
