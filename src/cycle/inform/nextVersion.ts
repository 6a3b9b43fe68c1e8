import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { Refusal } from '../../platform/refusal.ts'
import { editedText, editedTitle, enteredCertainty, type Phase, phasesOf } from '../plan/index.ts'
import { type OpportunityInput, readNotice } from './noticeInput.ts'
import { type Notice, type NoticeVersion, newestVersion, type Opportunity } from './queries.ts'

const texts = defineTexts({
  lv: { nothingChanged: 'Kopš publicētās redakcijas nekas nav mainīts, tāpēc jaunas redakcijas nav.' },
  en: { nothingChanged: 'Nothing has changed since the published version, so there is no new one.' },
})

export type NextOpportunity = Omit<Opportunity, 'id' | 'versionId'>

/** What a draft is to say when it is published, with the number it will have. */
export type NextVersion = Pick<NoticeVersion, 'number' | 'title' | 'body' | 'contact' | 'reason'> & { opportunities: NextOpportunity[] }

/** The draft as it would be published now. Refuses it with everything that is wrong or missing, or when it changes nothing. */
export async function nextVersion(
  db: Database,
  house: House,
  { id, kind, planId, draft }: Pick<Notice, 'id' | 'kind' | 'planId' | 'draft'>,
): Promise<NextVersion> {
  if (!draft) throw new Refusal(409)
  const last = await newestVersion(db, id)
  const phases = planId === null ? [] : await phasesOf(db, [planId], house.clock.today())
  const input = readNotice(draft, { kind, published: last, phaseIds: phases.map((phase) => phase.id) })
  const before = (number: number) => last?.opportunities.find((one) => one.number === number)
  const next = {
    number: (last?.number ?? 0) + 1,
    title: editedTitle(last?.title ?? null, input.title),
    body: editedTitle(last?.body ?? null, input.body),
    contact: editedText(last?.contact ?? null, input.contact),
    reason: editedText(null, input.reason),
    opportunities: input.opportunities.map((one) => opportunityAfter(before(one.number), one, phases, house)),
  }
  if (last && isDeepStrictEqual(says(next), says(last))) throw new Refusal(422, (language) => texts[language].nothingChanged)
  return next
}

function opportunityAfter(
  before: Opportunity | undefined,
  input: OpportunityInput,
  phases: readonly Phase[],
  house: House,
): NextOpportunity {
  const phase = phases.find(({ id }) => id === input.phaseId)
  const { number, kind, phaseId, startsOn, endsOn, hours, url, cancelled } = input
  return {
    number,
    title: editedTitle(before?.title ?? null, input.title),
    kind,
    phaseId,
    startsOn,
    endsOn,
    hours,
    place: editedText(before?.place ?? null, input.place),
    url,
    how: editedTitle(before?.how ?? null, input.how),
    outcome: editedTitle(before?.outcome ?? null, input.outcome),
    cancelled,
    certainty: phase && takesAllOf(phase, input) ? phase.certainty : enteredCertainty(house),
  }
}

/** An opportunity that lasts as long as the step it belongs to is as sure as that. */
const takesAllOf = ({ plannedStart, plannedEnd, hours }: Phase, input: OpportunityInput): boolean =>
  input.startsOn === plannedStart && (input.endsOn ?? input.startsOn) === plannedEnd && input.hours === hours

/** Everything a version says, for comparing two. */
const says = ({
  title,
  body,
  contact,
  opportunities,
}: Pick<NextVersion, 'title' | 'body' | 'contact'> & { opportunities: NextOpportunity[] }) => [
  title,
  body,
  contact,
  opportunities.map(announcement),
]

/** What an opportunity announces, as the record keeps it. */
export const announcement = ({
  number,
  title,
  kind,
  phaseId,
  startsOn,
  endsOn,
  hours,
  place,
  url,
  how,
  outcome,
  cancelled,
}: NextOpportunity) => ({
  number,
  title,
  kind,
  phase: phaseId,
  startsOn,
  endsOn,
  hours,
  place,
  url,
  how,
  outcome,
  cancelled,
})
