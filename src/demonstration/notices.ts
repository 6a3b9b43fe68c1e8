import { eq } from 'drizzle-orm'
import { publishScheduledNotices } from '../cycle/inform/index.ts'
import { type NoticeDraft, notice } from '../cycle/inform/tables.ts'
import { phase } from '../cycle/plan/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { noticeTexts, type OpportunityText, type TwoLanguages } from './noticesTexts.ts'

/**
 * Writes the made-up news and notices as drafts, each scheduled for its day, and publishes what is due: so nothing of
 * them is public before its day, and the last one appears when the date is moved. When any made-up notice is there,
 * nothing is written: what people did with them since must stay.
 */
export async function writeNotices(house: House): Promise<void> {
  const [any] = await house.db.select({ id: notice.id }).from(notice).where(eq(notice.demonstration, true)).limit(1)
  if (any) return
  await house.db.transaction(async (tx) => {
    for (const { kind, plan, on, title, body, contact, opportunities } of noticeTexts) {
      const steps = await phaseIds(tx, plan)
      const draft: NoticeDraft = {
        ...both('title', title),
        ...both('body', body),
        ...(contact ? both('contact', contact) : {}),
        ...Object.assign({}, ...opportunities.map((one, index) => opportunityFields(index + 1, one, steps))),
      }
      await tx.insert(notice).values({ kind, planId: plan, draft, draftSavedAt: house.clock.now(), scheduledFor: on, demonstration: true })
    }
  })
  await publishScheduledNotices(house)
}

/** The ids of a plan's steps by their position. */
async function phaseIds(tx: Database, planId: string): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.select({ id: phase.id, position: phase.position }).from(phase).where(eq(phase.planId, planId))
  return new Map(rows.map(({ id, position }) => [position, id]))
}

const both = (name: string, [lv, en]: TwoLanguages): NoticeDraft => ({ [`${name}.lv`]: [lv], [`${name}.en`]: [en] })

function opportunityFields(number: number, one: OpportunityText, steps: ReadonlyMap<number, number>): NoticeDraft {
  const field = (name: string): string => `opportunities.${number}.${name}`
  const date = (name: string, text: string): NoticeDraft => {
    const [year = '', part = '', day = ''] = text.split('-')
    return { [field(`${name}.year`)]: [year], [field(`${name}.part`)]: [part], [field(`${name}.day`)]: [day] }
  }
  return {
    ...both(field('title'), one.title),
    [field('kind')]: [one.kind],
    [field('phase')]: [String(steps.get(one.step) ?? '')],
    ...date('startsOn', one.startsOn),
    ...(one.endsOn ? date('endsOn', one.endsOn) : {}),
    [field('hours')]: [one.hours ?? ''],
    ...(one.place ? both(field('place'), one.place) : {}),
    ...both(field('how'), one.how),
    ...both(field('outcome'), one.outcome),
  }
}
