import { allow, organisationNamesAt } from '../../../people/index.ts'
import { numberInAddress } from '../../../platform/http/numberInAddress.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { deadlinesOf } from '../../plan/index.ts'
import { monitoringPolicy } from '../policy.ts'
import { type PublishedUpdate, updatesOn } from '../queries.ts'
import { deadlinesFor, deadlinesOfOne, type PeriodDeadlines } from '../timeliness.ts'
import { type StoredUpdate, storedUpdate, type UpdateKey, type UpdateSubject, updateSubject } from '../updateSubject.ts'

import { updateFormTexts } from './updateTexts.ts'

/** What the pages on which an update is written rest on. */
export type UpdateFacts = {
  key: UpdateKey
  subject: UpdateSubject
  stored: StoredUpdate
  /** The last report on the milestone beside this one. */
  previous: PublishedUpdate | null
  /** Has that report withdrawn the milestone, so that nothing more is reported? */
  withdrawn: boolean
  deadlines: PeriodDeadlines
  /** The institution as it is called today. */
  institution: LocalText | undefined
}

/** The update that an address names. */
function keyIn({ values }: AnyVisit): UpdateKey {
  return {
    planId: values.plan ?? '',
    number: numberInAddress(values.number),
    milestone: numberInAddress(values.milestone),
    organisationId: values.organisation ?? '',
    period: numberInAddress(values.period),
  }
}

/** Reads all about the update at this address, for an officer of its institution and nobody else. */
export async function readUpdateFacts(visit: AnyVisit): Promise<UpdateFacts> {
  const { house, actor, today } = visit
  const key = keyIn(visit)
  const subject = await updateSubject(house.db, key, today)
  allow(monitoringPolicy.reportProgress, actor, subject)
  const stored = await storedUpdate(house.db, subject)
  const updates = await updatesOn(house.db, [subject.milestone.id], today)
  const [last] = updates
  const isThis = (update: PublishedUpdate) => update.updateId === stored.update?.id
  return {
    key,
    subject,
    stored,
    previous: updates.find((update) => !isThis(update)) ?? null,
    withdrawn: last?.state === 'withdrawn' && !isThis(last),
    deadlines: deadlinesOfOne(deadlinesFor(subject.period, await deadlinesOf(house.db, [subject.plan.id], today)), key.organisationId),
    institution: (await organisationNamesAt(house.db, [subject.organisationId], today)).get(subject.organisationId),
  }
}

/** The values of the addresses at which this update is written. */
export const addressValues = ({ key }: UpdateFacts) => ({
  plan: key.planId,
  number: key.number,
  milestone: key.milestone,
  organisation: key.organisationId,
  period: key.period,
})

/** Where it is: plan, commitment, milestone. */
export const placeOf = ({ subject }: UpdateFacts, { language }: AnyVisit): string =>
  updateFormTexts[language].place(plainText(subject.plan.shortTitle, language), subject.commitment.number, subject.milestone.number)

/** The way to the pages of an update. */
export const pathToUpdate = ({ key }: UpdateFacts, { language }: AnyVisit) => [
  { title: updateFormTexts[language].desk, href: address(language, 'desk') },
  {
    title: updateFormTexts[language].numbered(key.number),
    href: address(language, 'commitment', { plan: key.planId, number: key.number }),
  },
]
