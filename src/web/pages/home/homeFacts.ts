import { type Call, openCallsOf } from '../../../cycle/ideas/index.ts'
import type { AnnouncedOpportunity, ListedNotice } from '../../../cycle/inform/index.ts'
import { type CommitmentStanding, standingOf } from '../../../cycle/monitoring/index.ts'
import { type CommitmentWithParts, commitmentsOf, newestPlans } from '../../../cycle/plan/index.ts'
import { organisationNamesAt } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { AnyVisit } from '../../visit.ts'
import type { Names } from '../leadsLine.ts'
import { newestNoticesOf } from '../notice/newest.ts'
import { planNamesDay } from '../plan/facts.ts'
import { type PlanNow, plansNow } from '../planNow.ts'
import { currentPlan } from '../planState.ts'
import { opportunitiesSoon } from '../whatYouCanDo.tsx'

/** What the home page tells, read in as many queries whatever the number of rows. */
export type HomeFacts = {
  /** Plans that are not closed, the oldest first; the latest closed one when all are. */
  plans: PlanNow[]
  /** The plan whose commitments are shown. */
  current: PlanNow | null
  /** The plan that is being made: the one that starts first. */
  preparing: PlanNow | null
  commitments: CommitmentWithParts[]
  standing: Map<number, CommitmentStanding>
  names: Names
  /** Announced opportunities to take part that are open or begin soon, of every plan and of none. */
  announced: AnnouncedOpportunity[]
  notices: ListedNotice[]
  /** Calls to which something can be sent today. */
  calls: Call[]
}

/** Older plans than these are closed long since. */
const LATEST = 6

/** Reads the home page's facts as known on the plan's day. */
export const homeFacts = ({ house, today, recall }: AnyVisit): Promise<HomeFacts> => recall('home', () => readHome(house.db, today))

async function readHome(db: Database, today: Day): Promise<HomeFacts> {
  const all = await newestPlans(db, today, LATEST)
  const each = await plansNow(db, all, today)
  const shown = currentPlan(all, today)
  const current = each.find((now) => now.plan.id === shown?.id) ?? null
  const commitments = current ? await commitmentsOf(db, [current.plan.id], today) : []
  const organisations = [...new Set(commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId)))]
  const scope = { planIds: all.map((plan) => plan.id), general: true }
  return {
    plans: each.filter((now) => now.stage !== 'closed' || now === current).reverse(),
    current,
    preparing: each.findLast((now) => now.stage === 'preparing') ?? null,
    commitments,
    standing: current?.plan.approvedOn ? await standingOf(db, commitments, today) : new Map(),
    names: await organisationNamesAt(db, organisations, current ? planNamesDay(current.plan, today) : today),
    announced: await opportunitiesSoon(db, scope, today),
    notices: await newestNoticesOf(db, null, today),
    calls: await openCallsOf(db, scope.planIds, today),
  }
}
