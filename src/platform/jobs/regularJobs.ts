import { and, asc, eq, lte } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { faultOf, type Log } from '../log.ts'
import { regularJob } from '../tables.ts'

/** Work that comes again every so often, in one process at a time. */
export type RegularJob = { name: string; everyMinutes: number; work: (db: Database, now: Date, house: House) => Promise<void> }

/** How a regular job stands. */
export type RegularJobState = typeof regularJob.$inferSelect

/**
 * Does the jobs that are due. Of several processes the one that moves a job's next time on does it.
 * What went wrong is kept as a code, and the job comes again at its next time.
 */
export async function doRegularJobs(house: House, log: Log, jobs: readonly RegularJob[]): Promise<void> {
  const { db, clock } = house
  for (const job of jobs) {
    const now = clock.now()
    await db.insert(regularJob).values({ name: job.name, dueAt: now }).onConflictDoNothing()
    const mine = await db
      .update(regularJob)
      .set({ dueAt: new Date(now.getTime() + job.everyMinutes * 60_000), startedAt: now })
      .where(and(eq(regularJob.name, job.name), lte(regularJob.dueAt, now)))
      .returning({ name: regularJob.name })
    if (!mine.length) continue
    const problem = await job.work(db, now, house).then(
      () => null,
      (error: unknown) => {
        const fault = faultOf(error, log)
        log.error({ job: job.name, ...fault }, 'fault in a job')
        return String(fault.code ?? fault.fault)
      },
    )
    await db.update(regularJob).set({ endedAt: clock.now(), problem }).where(eq(regularJob.name, job.name))
  }
}

/** How each regular job stands, by name; there are a handful. */
export const regularJobStates = (db: Database): Promise<RegularJobState[]> =>
  db.select().from(regularJob).orderBy(asc(regularJob.name)).limit(50)
