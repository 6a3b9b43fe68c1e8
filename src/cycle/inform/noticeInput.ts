import type { PartialDate } from '../../platform/dates/partialDate.ts'
import { Fields, partialDateFields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { languages } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { FormReader, type TypedText } from '../plan/index.ts'
import type { PublishedVersion } from './queries.ts'
import { type NoticeDraft, type NoticeKind, type ParticipationKind, participationKinds } from './tables.ts'

/** More opportunities than these a notice can't have. */
export const MOST_OPPORTUNITIES = 30

/** A reason says something. */
const SHORTEST_REASON = 10

/** Why a notice can't be published as it stands. */
const problemTexts = defineTexts({
  lv: {
    sayWhomToAsk: 'Norādiet, kam jautāt.',
    noOpportunity: 'Pievienojiet vismaz vienu iespēju piedalīties.',
    tooMany: `Iespēju ir par daudz: atļautas ${MOST_OPPORTUNITIES}.`,
    unknownPhase: 'Tāda posma šajā plānā nav. Izvēlieties citu.',
    hoursNeedADay: 'Stundas var norādīt tikai tad, ja ir zināma diena.',
    sayWhy: `Paziņojums jau ir publicēts. Ierakstiet, kāpēc to maināt, vismaz ${SHORTEST_REASON} rakstzīmes.`,
  },
  en: {
    sayWhomToAsk: 'Say whom to ask.',
    noOpportunity: 'Add at least one opportunity to take part.',
    tooMany: `There are too many opportunities: a notice may have ${MOST_OPPORTUNITIES}.`,
    unknownPhase: 'This plan has no such phase. Choose another.',
    hoursNeedADay: 'Hours can be given only where the day is known.',
    sayWhy: `The notice is published already. Write why you are changing it, at least ${SHORTEST_REASON} characters.`,
  },
})

/** An opportunity that can be announced. */
export type OpportunityInput = {
  number: number
  title: TypedText
  kind: ParticipationKind
  phaseId: number | null
  startsOn: PartialDate
  endsOn: PartialDate | null
  hours: string | null
  place: TypedText
  url: string | null
  how: TypedText
  outcome: TypedText
  cancelled: boolean
}

/** A notice that can be published. */
export type NoticeInput = {
  title: TypedText
  body: TypedText
  contact: TypedText
  /** Empty in the first version. */
  reason: TypedText
  opportunities: OpportunityInput[]
}

const ownField = /^(?:plan|(?:title|body|contact|reason)\.(?:lv|en|checked))$/
const opportunityField =
  /^opportunities\.([1-9]\d{0,2})\.(?:kind|phase|hours|url|removed|(?:title|place|how|outcome)\.(?:lv|en|checked)|(?:startsOn|endsOn)\.(?:day|part|year))$/

/** How a field of an opportunity is called. */
export const opportunityFieldName = (number: number, name: string): string => `opportunities.${number}.${name}`

/** The numbers of the opportunities that these fields tell of, in order. */
export function opportunityNumbers(fields: NoticeDraft): number[] {
  const used = Object.entries(fields).flatMap(([name, values]) => {
    const [, number] = opportunityField.exec(name) ?? []
    return number && !name.endsWith('.removed') && values.some((value) => value.trim()) ? [Number(number)] : []
  })
  return [...new Set(used)].sort((a, b) => a - b)
}

/**
 * What was typed so far, as it is kept: mistakes are told when it is to be published, only endless
 * texts at once. An opportunity that was taken out before it was ever announced goes.
 */
export function readNoticeDraft(fields: Fields, announced: readonly number[]): NoticeDraft {
  const typed = fields.toRecord()
  const removed = (number: number) => fields.all(opportunityFieldName(number, 'removed')).includes('yes') && !announced.includes(number)
  const kept = new Set(opportunityNumbers(typed).filter((number) => !removed(number)))
  const draft = Object.fromEntries(
    Object.entries(typed).filter(([name]) => ownField.test(name) || kept.has(Number(opportunityField.exec(name)?.[1]))),
  )
  const reader = new FormReader(new Fields(draft))
  for (const name of ['title', 'body', 'contact', 'reason']) reader.local(name, name === 'title' ? undefined : TEXT_LIMIT)
  for (const number of kept)
    for (const name of ['title', 'place', 'how', 'outcome'])
      reader.local(opportunityFieldName(number, name), name === 'title' || name === 'place' ? undefined : TEXT_LIMIT)
  if (kept.size > MOST_OPPORTUNITIES)
    reader.problems.push({ field: opportunityFieldName(Math.max(...kept), 'title.lv'), say: (language) => problemTexts[language].tooMany })
  return reader.done(draft)
}

/** What a draft is checked against: its kind, what was published before, and the steps of its plan. */
export type NoticeSurroundings = { kind: NoticeKind; published: PublishedVersion | null; phaseIds: readonly number[] }

/** Reads a draft as it is to be published and refuses it with everything that is wrong or missing, in the order of the form. */
export function readNotice(draft: NoticeDraft, { kind, published, phaseIds }: NoticeSurroundings): NoticeInput {
  const reader = new FormReader(new Fields(draft))
  const input: NoticeInput = {
    title: reader.requiredLocal('title'),
    body: reader.requiredLocal('body', TEXT_LIMIT),
    opportunities: [],
    contact: reader.local('contact', TEXT_LIMIT),
    reason: published ? reader.local('reason', TEXT_LIMIT) : { texts: {}, checked: false },
  }
  if (kind === 'opportunities') {
    const announced = published?.opportunities.map(({ number }) => number) ?? []
    const numbers = [...new Set([...announced, ...opportunityNumbers(draft)])].sort((a, b) => a - b)
    input.opportunities = numbers.map((number) => readOpportunity(reader, number, phaseIds))
    const tell = (field: string, key: 'noOpportunity' | 'sayWhomToAsk'): void =>
      void reader.problems.push({ field, say: (language) => problemTexts[language][key] })
    if (!numbers.length) tell(opportunityFieldName(1, 'title.lv'), 'noOpportunity')
    if (!Object.keys(input.contact.texts).length) tell(`contact.${languages[0]}`, 'sayWhomToAsk')
  }
  if (published && !Object.values(input.reason.texts).some((text) => [...text].length >= SHORTEST_REASON))
    reader.problems.push({ field: `reason.${languages[0]}`, say: (language) => problemTexts[language].sayWhy })
  return reader.done(input)
}

function readOpportunity(reader: FormReader, number: number, phaseIds: readonly number[]): OpportunityInput {
  const field = (name: string): string => opportunityFieldName(number, name)
  const tell = (name: string, key: 'unknownPhase' | 'hoursNeedADay'): void =>
    void reader.problems.push({ field: field(name), say: (language) => problemTexts[language][key] })
  const phase = reader.fields.trimmed(field('phase'))
  if (phase && !phaseIds.some((id) => String(id) === phase)) tell('phase', 'unknownPhase')
  const input = {
    number,
    title: reader.requiredLocal(field('title')),
    kind: reader.requiredChoice(field('kind'), participationKinds),
    phaseId: phase ? Number(phase) : null,
    startsOn: reader.requiredDate(field('startsOn')),
    endsOn: reader.date(field('endsOn')),
    hours: reader.hours(field('hours')),
    place: reader.local(field('place')),
    url: reader.url(field('url')),
    how: reader.requiredLocal(field('how'), TEXT_LIMIT),
    outcome: reader.requiredLocal(field('outcome'), TEXT_LIMIT),
    cancelled: reader.fields.all(field('removed')).includes('yes'),
  }
  if (!reader.problems.some((problem) => problem.field === field('startsOn'))) {
    reader.inOrder(input.startsOn, input.endsOn, field('endsOn'))
    if (input.hours && input.startsOn.length !== 'YYYY-MM-DD'.length) tell('hours', 'hoursNeedADay')
  }
  return input
}

/** The form's fields of a published version, for correcting it; the reason is to be written anew. */
export const publishedFields = ({ title, body, contact, opportunities }: PublishedVersion): NoticeDraft => ({
  ...localFields('title', title),
  ...localFields('body', body),
  ...localFields('contact', contact),
  ...Object.assign(
    {},
    ...opportunities.map((one) => {
      const field = (name: string): string => opportunityFieldName(one.number, name)
      return {
        ...localFields(field('title'), one.title),
        [field('kind')]: [one.kind],
        [field('phase')]: [String(one.phaseId ?? '')],
        ...partialDateFields(field('startsOn'), one.startsOn),
        ...partialDateFields(field('endsOn'), one.endsOn),
        [field('hours')]: [one.hours ?? ''],
        ...localFields(field('place'), one.place),
        [field('url')]: [one.url ?? ''],
        ...localFields(field('how'), one.how),
        ...localFields(field('outcome'), one.outcome),
        [field('removed')]: one.cancelled ? ['yes'] : [],
      }
    }),
  ),
})
