import { allow } from '../../../people/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import type { PathStep } from '../../../web/Layout.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { listPlans, phasesOf } from '../../plan/index.ts'
import { publishedFields } from '../noticeInput.ts'
import { informPolicy } from '../policy.ts'
import { noticeById, type PublishedNotice, type PublishedVersion } from '../queries.ts'
import type { NoticeDraft } from '../tables.ts'
import { noticeEditTexts } from './editTexts.ts'
import type { Asked } from './noticeQuestions.tsx'

/** A notice as the secretariat works on it: its row, its published versions and the newest of them. */
export type NoticeFacts = PublishedNotice & { published: PublishedVersion | null }

/** The notice at an address, for the secretariat alone. */
export async function readNoticeFacts(visit: AnyVisit): Promise<NoticeFacts> {
  allow(informPolicy.writeNotices, visit.actor, undefined)
  const found = await noticeById(visit.house.db, idInAddress(visit.values.notice), visit.today)
  if (!found) throw notFound()
  return { ...found, published: found.versions.at(-1) ?? null }
}

/** What the form shows when it is opened: the draft, else what was published. */
export const storedFields = ({ notice, published }: NoticeFacts): NoticeDraft =>
  notice.draft ?? (published ? publishedFields(published) : {})

/** What the form's questions depend on; the steps are those of the plan that is chosen in the fields. Two queries. */
export async function askedIn(
  visit: AnyVisit,
  about: Pick<Asked, 'kind' | 'published'> & { planId: string | null },
  fields: Fields,
): Promise<Asked> {
  const { house, today } = visit
  const plans = await listPlans(house.db, today)
  const planId = about.published ? about.planId : fields.trimmed('plan')
  const known = plans.filter(({ id }) => id === planId).map(({ id }) => id)
  return { kind: about.kind, published: about.published, plans, phases: await phasesOf(house.db, known, today) }
}

/** The way to what lies below the secretariat's list of notices. */
export const pathToNotices = ({ language }: AnyVisit): PathStep[] => [
  { title: noticeEditTexts[language].manage, href: address(language, 'manage') },
  { title: noticeEditTexts[language].title, href: address(language, 'noticesEdit') },
]
