import { type DocumentAt, newestVersions } from '../cycle/documents/index.ts'
import { type Event, type EventVersion, newestEvents } from '../cycle/events/index.ts'
import { type NoticeNews, newestNotices } from '../cycle/inform/index.ts'
import { newestAssessments, newestUpdates, type PublishedAssessment, type UpdateWithoutEvidence } from '../cycle/monitoring/index.ts'
import {
  type Change,
  type CommitmentWithParts,
  type Deadline,
  deadlinesOf,
  type Fact,
  type Finding,
  type Milestone,
  newestChanges,
  newestFacts,
  newestFindings,
  type Phase,
  type Plan,
  phasesOf,
} from '../cycle/plan/index.ts'
import { type NamedOrganisation, organisationsInTime } from '../people/index.ts'
import { type Day, lastDay } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import type { Since } from '../record/index.ts'
import { gatherIdeaNews, type IdeaNews } from './gatherIdeaNews.ts'
import { ideaNewsSpeaker, isIdeaNews } from './ideaNews.tsx'
import type { Scope } from './scope.ts'

/** A commitment with its plan. */
export type About = CommitmentWithParts & { plan: Plan }

/** Something that a reader who follows a thing is told, on the plan's day it became known. */
export type News = IdeaNews | StageNews

/** What the other stages tell. */
export type StageNews = { day: Day; seq: number; id: string } & (
  | { kind: 'update'; about: About; milestone: Milestone; update: UpdateWithoutEvidence }
  | { kind: 'assessment'; about: About; assessment: PublishedAssessment }
  | { kind: 'change'; about: About; change: Change }
  | { kind: 'fact'; about: About; fact: Fact }
  | { kind: 'finding'; about: About; finding: Finding }
  | { kind: 'commitment'; about: About }
  | ({ kind: 'document'; plan: Plan } & DocumentAt)
  | { kind: 'notice'; plan: Plan | null; told: NoticeNews }
  | { kind: 'event'; plan: Plan | null; event: Event; version: EventVersion }
  | { kind: 'phase'; plan: Plan; phase: Phase; happened: boolean }
  | { kind: 'deadline'; plan: Plan; deadline: Deadline }
)

/** One page of news, with whether older ones follow and how everyone named in it was called. */
export type NewsPage = { news: News[]; older: boolean; organisations: ReadonlyMap<string, NamedOrganisation> }

/** So many entries a page. */
export const PAGE = 50

/** The news of a scope, the latest first: a fixed number of queries, each with the rows of this page at most. */
export async function readNews(house: House, scope: Scope, page: number): Promise<NewsPage> {
  const all = await gatherNews(house, scope, page * PAGE + 1)
  const news = all.slice((page - 1) * PAGE, page * PAGE)
  return { news, older: all.length > page * PAGE, organisations: await whoIsNamed(house, news) }
}

/** How everyone named in the news is called, at any time. */
export const whoIsNamed = ({ db }: House, news: readonly News[]): Promise<ReadonlyMap<string, NamedOrganisation>> =>
  organisationsInTime(db, [...new Set(news.flatMap(named))])

/**
 * The news of a scope, the latest first, of each kind so many at most. With `since` only what became known since
 * then, and with it what there are few of (commitments, steps, deadlines), whenever it became known.
 */
export async function gatherNews(house: House, scope: Scope, limit: number, since?: Since): Promise<News[]> {
  const { db, clock } = house
  const today = clock.today()
  const plans = new Map(scope.plans.map((plan) => [plan.id, plan]))
  const abouts = new Map(
    scope.commitments.flatMap((found): [number, About][] => {
      const plan = plans.get(found.commitment.planId)
      return plan ? [[found.commitment.id, { ...found, plan }]] : []
    }),
  )
  const milestones = new Map(
    [...abouts.values()].flatMap((about) => about.milestones.map((milestone) => [milestone.id, { about, milestone }] as const)),
  )
  const commitmentIds = [...abouts.keys()]
  const planIds = scope.wholePlans.map((plan) => plan.id)

  const updates = await newestUpdates(db, [...milestones.keys()], today, limit, since)
  const assessments = await newestAssessments(db, commitmentIds, today, limit, since ? { since } : {})
  const changes = await newestChanges(db, commitmentIds, today, limit, since)
  const facts = await newestFacts(db, commitmentIds, today, limit, since)
  const findings = await newestFindings(db, commitmentIds, today, limit, since)
  const versions = await newestVersions(db, planIds, today, limit, since)
  const notices = await newestNotices(db, { planIds, general: scope.kind === 'everything' }, today, limit, since)
  const events = await newestEvents(db, { planIds, general: scope.kind === 'everything' }, today, limit, since)
  const phases = await phasesOf(db, planIds, today)
  const deadlines = await deadlinesOf(db, planIds, today)

  const all: News[] = await gatherIdeaNews(house, scope, limit, since)
  for (const update of updates) {
    const found = milestones.get(update.milestoneId)
    if (found) all.push({ kind: 'update', id: `${update.id}`, day: update.publishedOn, seq: update.recordSeq, ...found, update })
  }
  const onCommitment = <T extends { id: number; recordSeq: number; commitmentId: number }>(
    rows: readonly T[],
    dayOf: (row: T) => Day,
    make: (row: T, about: About) => Told,
  ): void => {
    for (const row of rows) {
      const about = abouts.get(row.commitmentId)
      if (about) all.push({ id: `${row.id}`, day: dayOf(row), seq: row.recordSeq, ...make(row, about) })
    }
  }
  const published = (row: PublishedAssessment) => row.publishedOn
  onCommitment(assessments, published, (assessment, about) => ({ kind: 'assessment', about, assessment }))
  const changed = (row: Change) => row.changedOn
  onCommitment(changes, changed, (change, about) => ({ kind: 'change', about, change }))
  const known = (row: Fact | Finding) => row.knownFrom
  onCommitment(facts, known, (fact, about) => ({ kind: 'fact', about, fact }))
  onCommitment(findings, known, (finding, about) => ({ kind: 'finding', about, finding }))
  for (const about of abouts.values()) {
    const { commitment, plan } = about
    // Without a day of its own a commitment became known with its plan.
    const day = commitment.knownFrom ?? plan.approvedOn
    if (day) all.push({ kind: 'commitment', id: `${commitment.id}`, day, seq: commitment.recordSeq, about })
  }
  for (const told of notices) {
    const { version, notice } = told
    const plan = notice.planId === null ? null : (plans.get(notice.planId) ?? null)
    all.push({ kind: 'notice', id: `${version.id}`, day: version.publishedOn, seq: version.recordSeq, plan, told })
  }
  for (const { event, version } of events) {
    const plan = event.planId === null ? null : (plans.get(event.planId) ?? null)
    all.push({ kind: 'event', id: `${version.id}`, day: version.publishedOn, seq: version.recordSeq, plan, event, version })
  }
  for (const { document, version } of versions) {
    const plan = plans.get(document.planId)
    // The first version is the document itself.
    const id = version.number === 1 ? `${document.id}` : `${document.id}.${version.number}`
    if (plan) all.push({ kind: 'document', id, day: version.publishedOn, seq: version.recordSeq, plan, document, version })
  }
  for (const phase of phases) {
    const plan = plans.get(phase.planId)
    const day = plan && happenedOn(phase, today)
    if (plan && day) all.push({ kind: 'phase', id: `${phase.id}.happened`, day, seq: phase.recordSeq, plan, phase, happened: true })
    else if (plan && phase.knownFrom)
      all.push({ kind: 'phase', id: `${phase.id}`, day: phase.knownFrom, seq: phase.recordSeq, plan, phase, happened: false })
  }
  for (const deadline of deadlines) {
    const plan = plans.get(deadline.planId)
    if (plan && deadline.knownFrom)
      all.push({ kind: 'deadline', id: `${deadline.id}`, day: deadline.knownFrom, seq: deadline.recordSeq, plan, deadline })
  }
  return all.sort(latestFirst)
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** News before it has its day and number. */
type Told = Without<StageNews, 'day' | 'seq' | 'id'>

/** The day on which it became known that a step has happened, or null when it has not. */
function happenedOn({ actualStart, actualEnd, actualKnownFrom }: Phase, today: Day): Day | null {
  const end = actualEnd ?? actualStart
  if (!end || lastDay(end) > today) return null
  return actualKnownFrom && actualKnownFrom > lastDay(end) ? actualKnownFrom : lastDay(end)
}

const order = (a: string | number, b: string | number): number => (a < b ? 1 : a > b ? -1 : 0)
const latestFirst = (a: News, b: News): number =>
  order(a.day, b.day) ||
  order(a.seq, b.seq) ||
  order(a.kind, b.kind) ||
  order(Number.parseInt(a.id, 10), Number.parseInt(b.id, 10)) ||
  order(a.id, b.id)

function named(news: News): string[] {
  if (isIdeaNews(news)) return [ideaNewsSpeaker(news)].filter((id) => id !== null)
  if (news.kind === 'update') return [news.update.organisationId]
  if (news.kind === 'document') return news.version.organisationId ? [news.version.organisationId] : []
  return news.kind === 'assessment' ? [news.assessment.organisationId, ...news.assessment.signers] : []
}
