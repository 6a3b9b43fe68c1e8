import type { PartialDate } from '../../../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT, TITLE_LIMIT } from '../../../platform/http/fields.ts'
import { problemTexts } from '../problemTexts.ts'
import { type GrandChallenge, grandChallenges, type OgpValue, ogpValues, type Part, parts } from '../tables.ts'
import type { TypedText } from '../translations.ts'
import { FormReader } from './formReader.ts'
import { readEuro } from './money.ts'

export type PartyInput = { organisationId: string; part: Part; scope: TypedText }
export const linkKinds = ['law', 'plan', 'page'] as const
export type LinkInput = { id: number | null; kind: (typeof linkKinds)[number]; title: TypedText; url: string | null }

/** What the form of a commitment tells. */
export type CommitmentInput = {
  title: TypedText
  officialTitle: TypedText
  problem: TypedText
  promise: TypedText
  solution: TypedText
  values: OgpValue[]
  challenges: GrandChallenge[]
  sdgs: string[]
  periodStart: PartialDate | null
  periodEnd: PartialDate | null
  /** Euro with cents, as 10000.50; null = not stated. */
  moneyEuro: string | null
  moneySource: TypedText
  moneySecured: boolean | null
  ogpId: string | null
  parties: PartyInput[]
  links: LinkInput[]
  /** Numbers of commitments in the same plan. */
  related: number[]
  reason: string | null
}

/** More links than these a commitment can't have. */
export const MOST_LINKS = 50

const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((word) => word.replace(/\.$/, ''))
      .filter(Boolean),
  ),
]

const goal = /^(?:[1-9]|1[0-7])(?:\.(?:[1-9]\d?|[a-d]))?$/

function readSdgs(reader: FormReader): string[] {
  const words = listed(reader.line('sdgs') ?? '')
  const wrong = words.find((word) => !goal.test(word))
  if (wrong) reader.problems.push({ field: 'sdgs', say: (language) => problemTexts[language].notSdgs(wrong.slice(0, 40)) })
  return words
}

function readRelated(reader: FormReader): number[] {
  const words = listed(reader.line('related') ?? '')
  const wrong = words.find((word) => !/^[1-9]\d{0,2}$/.test(word))
  if (wrong) reader.problems.push({ field: 'related', say: (language) => problemTexts[language].notNumbers(wrong.slice(0, 40)) })
  return words.map(Number)
}

function readMoney(reader: FormReader): string | null {
  const euro = readEuro(reader.fields.trimmed('moneyEuro'))
  if (euro !== 'wrong') return euro
  reader.refuse('moneyEuro', 'notASum')
  return null
}

/** The names of fields between two words: the ids in `party.<id>.part`. */
function idsBetween(fields: Fields, start: string, end: string): string[] {
  return Object.keys(fields.toRecord()).flatMap((name) =>
    name.startsWith(start) && name.endsWith(end) ? [name.slice(start.length, -end.length)] : [],
  )
}

function readParties(reader: FormReader): PartyInput[] {
  return idsBetween(reader.fields, 'party.', '.part').flatMap((organisationId) => {
    const part = reader.choice(`party.${organisationId}.part`, parts)
    return part ? [{ organisationId, part, scope: reader.local(`party.${organisationId}.scope`, TITLE_LIMIT) }] : []
  })
}

function readLinks(reader: FormReader): LinkInput[] {
  const rows = idsBetween(reader.fields, 'links.', '.url')
  if (rows.length > MOST_LINKS) {
    reader.refuse('links', 'tooManyLinks')
    return []
  }
  return rows.flatMap((row) => {
    const name = `links.${row}`
    const title = reader.local(`${name}.title`)
    const url = reader.url(`${name}.url`)
    const hasTitle = Object.keys(title.texts).length > 0
    if (!hasTitle && !url) return []
    if (!hasTitle) reader.refuse(`${name}.title.lv`, 'linkNeedsTitle')
    const id = reader.fields.trimmed(`${name}.id`)
    return [{ id: /^\d{1,9}$/.test(id) ? Number(id) : null, kind: reader.requiredChoice(`${name}.kind`, linkKinds), title, url }]
  })
}

function read(reader: FormReader): CommitmentInput {
  const secured = { yes: true, no: false } as const
  const chosen = reader.choice('moneySecured', ['yes', 'no'])
  const input = {
    title: reader.requiredLocal('title'),
    officialTitle: reader.local('officialTitle'),
    problem: reader.local('problem', TEXT_LIMIT),
    promise: reader.local('promise', TEXT_LIMIT),
    solution: reader.local('solution', TEXT_LIMIT),
    periodStart: reader.date('periodStart'),
    periodEnd: reader.date('periodEnd'),
    parties: readParties(reader),
    values: reader.choices('values', ogpValues),
    challenges: reader.choices('challenges', grandChallenges),
    sdgs: readSdgs(reader),
    moneyEuro: readMoney(reader),
    moneySource: reader.local('moneySource'),
    moneySecured: chosen ? secured[chosen] : null,
    links: readLinks(reader),
    related: readRelated(reader),
    ogpId: reader.line('ogpId', 40),
    reason: reader.line('reason', TEXT_LIMIT),
  }
  reader.inOrder(input.periodStart, input.periodEnd, 'periodEnd')
  return input
}

/** Reads the form of a new commitment. */
export function readNewCommitment(fields: Fields): CommitmentInput & { number: number } {
  const reader = new FormReader(fields)
  return reader.done({ number: reader.requiredNumber('number', 1, 999), ...read(reader) })
}

/** Reads the form of a commitment that exists. */
export function readCommitment(fields: Fields): CommitmentInput & { version: number } {
  const reader = new FormReader(fields)
  return reader.done({ version: reader.version(), ...read(reader) })
}
