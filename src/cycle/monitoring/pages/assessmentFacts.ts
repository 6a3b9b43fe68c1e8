import { isInstitution } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import { numberInAddress } from '../../../platform/http/numberInAddress.ts'
import { type LocalText, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { deadlinesOf } from '../../plan/index.ts'
import {
  type AssessmentKey,
  type AssessmentSubject,
  allowToAssess,
  assessmentSubject,
  type StoredAssessment,
  storedAssessment,
} from '../assessmentSubject.ts'
import { assessmentsOf, type PublishedAssessment, type PublishedUpdate, type SourceState, sourceStatesOn, updatesOn } from '../queries.ts'
import { deadlinesFor, deadlinesOfOne, type PeriodDeadlines } from '../timeliness.ts'
import { assessmentTexts } from './assessmentTexts.ts'

import type { Called } from './Voice.tsx'

/** What the pages on which an assessment is written rest on. */
export type AssessmentFacts = {
  key: AssessmentKey
  subject: AssessmentSubject
  stored: StoredAssessment
  /** What each institution last reported on each milestone up to this period, by milestone. */
  reports: ReadonlyMap<number, PublishedUpdate[]>
  /** What sources last told of each milestone. */
  sources: ReadonlyMap<number, SourceState>
  /** What institutions and partners have published of this period, the newest version of each. */
  voices: PublishedAssessment[]
  deadlines: PeriodDeadlines
  organisations: Called
  nameOf: (id: string) => LocalText | undefined
}

/** The assessment that an address names. */
const keyIn = ({ values }: AnyVisit): AssessmentKey => ({
  planId: values.plan ?? '',
  number: numberInAddress(values.number),
  organisationId: values.organisation ?? '',
  period: numberInAddress(values.period),
})

/** What the assessment at this address is about, for those who speak for its organisation and nobody else. */
export async function readSubject(visit: AnyVisit): Promise<{ key: AssessmentKey; subject: AssessmentSubject }> {
  const key = keyIn(visit)
  const subject = await assessmentSubject(visit.house.db, key, visit.today)
  allowToAssess(visit.actor, subject)
  return { key, subject }
}

/** Reads all about the assessment at this address, and what there is to judge. Thirteen queries. */
export async function readAssessmentFacts(visit: AnyVisit): Promise<AssessmentFacts> {
  const { house, today } = visit
  const { key, subject } = await readSubject(visit)
  const milestoneIds = subject.milestones.map(({ id }) => id)
  const updates = await updatesOn(house.db, milestoneIds, today)
  const sources = await sourceStatesOn(house.db, milestoneIds, today)
  const assessments = await assessmentsOf(house.db, [subject.commitment.id], today)
  return {
    key,
    subject,
    stored: await storedAssessment(house.db, subject),
    reports: groupBy(reportsUpTo(subject, updates), (update) => update.milestoneId),
    sources: new Map([...sources].reverse().map((source) => [source.milestoneId, source])),
    voices: newestOfEach(
      assessments.filter(({ periodId }) => periodId === subject.period.id),
      ({ organisationId }) => organisationId,
    ),
    deadlines: deadlinesOfOne(deadlinesFor(subject.period, await deadlinesOf(house.db, [subject.plan.id], today)), key.organisationId),
    organisations: calledIn(subject),
    nameOf: (id) => subject.organisations.get(id)?.nameOn(today),
  }
}

/** Of each institution the newest report on each milestone that does not tell of a later period. */
function reportsUpTo({ period, periods }: AssessmentSubject, updates: readonly PublishedUpdate[]): PublishedUpdate[] {
  const told = new Set(periods.filter(({ position }) => position <= period.position).map(({ id }) => id))
  return newestOfEach(
    updates.filter(({ periodId }) => told.has(periodId)),
    ({ milestoneId, organisationId }) => `${milestoneId} ${organisationId}`,
  )
}

/** The first of each, where the newest stand first. */
const newestOfEach = <Row>(rows: readonly Row[], of: (row: Row) => string): Row[] =>
  [...groupBy(rows, of).values()].flatMap((all) => all.slice(0, 1))

const calledIn = ({ organisations }: AssessmentSubject): Called => ({
  namesOn: (day: Day) => new Map([...organisations].map(([id, organisation]) => [id, organisation.nameOn(day)])),
  isInstitution: (id) => {
    const sector = organisations.get(id)?.sector
    return sector !== undefined && isInstitution(sector)
  },
})

/** The values of the addresses at which this assessment is written. */
export const assessmentAddress = ({ planId, number, organisationId, period }: AssessmentKey) => ({
  plan: planId,
  number,
  organisation: organisationId,
  period,
})

/** Where it is and whose it is: plan, commitment, organisation. */
export const placeOf = ({ subject, nameOf }: AssessmentFacts, { language }: AnyVisit): string =>
  [
    plainText(subject.plan.shortTitle, language),
    assessmentTexts[language].numbered(subject.commitment.number),
    plainText(nameOf(subject.organisationId), language) || subject.organisationId,
  ].join(' · ')

/** The way to the pages of an assessment. */
export const pathToAssessment = ({ key }: AssessmentFacts, { language }: AnyVisit) => [
  { title: assessmentTexts[language].desk, href: address(language, 'desk') },
  {
    title: assessmentTexts[language].numbered(key.number),
    href: address(language, 'commitment', { plan: key.planId, number: key.number }),
  },
]
