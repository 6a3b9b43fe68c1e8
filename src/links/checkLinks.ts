import { setTimeout as wait } from 'node:timers/promises'
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { groupBy } from '../platform/groupBy.ts'
import type { House } from '../platform/house.ts'
import { type Answer, askAddress } from '../platform/links/askAddress.ts'
import { append } from '../record/index.ts'
import { afterAnswer } from './afterAnswer.ts'
import { link, linkUse } from './tables.ts'

type Link = Pick<typeof link.$inferSelect, 'id' | 'address'>
type Answered = { id: string; address: string; answer: Answer }

/** How a round goes on; a test asks elsewhere and does not pause. */
export type Round = {
  ask: (address: string) => Promise<Answer>
  /** Milliseconds between two questions to the same host. */
  pause: number
  isStopping: () => boolean
}

/** So many links are asked in a round, at so many hosts at once. */
const LINKS_AT_ONCE = 60
const HOSTS_AT_ONCE = 4
const PAUSE = 2_000
/** Whoever has taken a link asks it before this is over. */
const TAKEN_MINUTES = 60
/** When none of so many hosts says anything, it is this machine that is cut off. */
const HOSTS_OF_A_DOUBT = 3
/** More places that name a link do not stand in the entry about it. */
const MOST_PLACES = 20

/** Whether this house asks other sites about links: by its setting, and never in a demonstration. */
export const checksLinks = (house: House): boolean => house.configuration.checkLinks && house.demonstration === null

/** How a house asks: as itself, with a pause at each host. */
export const roundOf = ({ configuration }: House, isStopping: () => boolean): Round => ({
  ask: (address) => askAddress(address, `Koprade (link check; ${configuration.url})`),
  pause: PAUSE,
  isStopping,
})

/**
 * Asks the links that are due and notes what came of it. Several processes may do it at once. When nobody at all
 * answers, nothing is noted: a house without a way out would call every link dead.
 */
export async function checkLinks(house: House, round: Round): Promise<void> {
  const answered = await askAll(await takeDue(house), round)
  if (round.isStopping() || isCutOff(answered)) return
  for (const one of answered) await note(house, one)
}

/** The links that have waited longest, so marked that no other process asks them too. */
async function takeDue({ db, clock }: House): Promise<Link[]> {
  const now = clock.now()
  const due = db
    .select({ id: link.id })
    .from(link)
    .where(lte(link.nextCheckAt, now))
    .orderBy(asc(link.nextCheckAt), asc(link.id))
    .limit(LINKS_AT_ONCE)
    .for('update', { skipLocked: true })
  return db
    .update(link)
    .set({ nextCheckAt: new Date(now.getTime() + TAKEN_MINUTES * 60_000) })
    .where(and(inArray(link.id, due), lte(link.nextCheckAt, now)))
    .returning({ id: link.id, address: link.address })
}

const hostOf = ({ address }: { address: string }): string => new URL(address).hostname

/** Each host is asked one thing after the other; a few hosts at once. */
async function askAll(links: readonly Link[], { ask, pause, isStopping }: Round): Promise<Answered[]> {
  const hosts = [...groupBy(links, hostOf).values()]
  const answered: Answered[] = []
  const askHosts = async (): Promise<void> => {
    for (let host = hosts.pop(); host && !isStopping(); host = hosts.pop())
      for (const [index, { id, address }] of host.entries()) {
        if (index) await wait(pause)
        if (isStopping()) return
        answered.push({ id, address, answer: await ask(address) })
      }
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, askHosts))
  return answered
}

const isCutOff = (answered: readonly Answered[]): boolean =>
  answered.every(({ answer }) => answer.asIfCutOff) && new Set(answered.map(hostOf)).size >= HOSTS_OF_A_DOUBT

/** Notes an answer; what readers are told of is an act in the record, so that every page that shows the link is drawn anew. */
async function note({ db, clock }: House, { id, address, answer }: Answered): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(link).where(eq(link.id, id)).for('update')
    // Nothing names it any more.
    if (!row) return
    const { next, act } = afterAnswer(row, answer, clock.today(), clock.now())
    const places = act
      ? await tx
          .selectDistinct({ place: linkUse.place })
          .from(linkUse)
          .where(eq(linkUse.linkId, id))
          .orderBy(asc(linkUse.place))
          .limit(MOST_PLACES)
      : []
    const recordSeq =
      act && places[0]
        ? await append(tx, clock.now(), {
            actor: { role: 'system', for: null },
            act,
            object: places[0].place,
            content: {
              address,
              ...(next.deadSince ? { deadSince: next.deadSince } : {}),
              namedBy: places.map(({ place }) => place),
            },
          })
        : row.recordSeq
    await tx
      .update(link)
      .set({ ...next, recordSeq })
      .where(eq(link.id, id))
  })
}
