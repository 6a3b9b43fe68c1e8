import { and, asc, eq, isNull } from 'drizzle-orm'
import { editedText, editedTitle } from '../../cycle/plan/index.ts'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockForumAt } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { type Forum, heldSeats, newestRules, type RulesVersion } from '../queries.ts'
import { forum, forumRules, forumSeat } from '../tables.ts'
import { forumObject } from '../words.ts'
import { type ForumRules, sideOf } from './forumRules.ts'
import type { RulesInput } from './rulesInput.ts'

/** Founds a forum: with its rules, and the seats that they know. */
export async function foundForum(house: House, actor: Actor, id: string, input: RulesInput): Promise<void> {
  allow(forumPolicy.publishRules, actor, undefined)
  await house.db.transaction(async (tx) => {
    const [made] = await tx
      .insert(forum)
      .values({ id, demonstration: house.demonstration !== null, recordSeq: 0 })
      .onConflictDoNothing()
      .returning()
    if (!made) throw wrongField('id', say('idIsTaken'))
    await store(tx, house, made, input, null)
  })
}

/**
 * Publishes changed rules as the next version; the earlier ones stay readable. Seats follow: new ones are opened,
 * vacant ones that are too many are closed. Refuses with 409 when another was faster.
 */
export async function changeRules(
  house: House,
  actor: Actor,
  id: string,
  { version, input }: { version: number; input: RulesInput },
): Promise<void> {
  allow(forumPolicy.publishRules, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockForumAt(tx, id, version)
    await store(tx, house, row, input, await newestRules(tx, id))
  })
}

async function store(tx: Database, house: House, row: Forum, input: RulesInput, last: RulesVersion | null): Promise<void> {
  const publishedOn = house.clock.today()
  const number = (last?.number ?? 0) + 1
  const rules: ForumRules = {
    ...input.rules,
    chair: editedTitle(last?.rules.chair ?? null, input.chair),
    conflict: editedTitle(last?.rules.conflict ?? null, input.conflict),
    choosing: {
      government: editedText(last?.rules.choosing.government ?? null, input.choosing.government),
      'non-government': editedText(last?.rules.choosing['non-government'] ?? null, input.choosing['non-government']),
    },
  }
  const said = {
    name: editedTitle(last?.name ?? null, input.name),
    purpose: editedTitle(last?.purpose ?? null, input.purpose),
    rules,
    adoptedOn: input.adoptedOn,
    adoptedBy: editedTitle(null, input.adoptedBy),
  }
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'secretariat', for: null },
    act: number === 1 ? 'foundForum' : 'changeForumRules',
    object: forumObject(row.id),
    content: { ...(row.demonstration ? { demonstration: true } : {}), publishedOn, version: number, ...said },
  })
  await tx.insert(forumRules).values({ forumId: row.id, number, ...said, publishedOn, recordSeq })
  await tx
    .update(forum)
    .set({ version: last ? row.version + 1 : row.version, recordSeq })
    .where(eq(forum.id, row.id))
  await fitSeats(tx, house, row.id, rules, recordSeq)
}

/** Opens the seats that are missing and closes those that are too many, the last ones first. */
async function fitSeats(tx: Database, house: House, forumId: string, rules: ForumRules, recordSeq: number): Promise<void> {
  const today = house.clock.today()
  const all = await tx.select().from(forumSeat).where(eq(forumSeat.forumId, forumId)).orderBy(asc(forumSeat.id))
  const held = await heldSeats(tx, forumId, today)
  const wanted = new Map(rules.seats.map(({ sector, count }) => [sector, count]))
  const letter = { government: 'V', 'non-government': 'N' } as const
  const used = { V: 0, N: 0 }
  for (const { sector } of all) used[letter[sideOf(sector)]] += 1
  const open = all.filter(({ closedOn }) => closedOn === null)
  for (const sector of new Set([...wanted.keys(), ...open.map((seat) => seat.sector)])) {
    const mine = open.filter((seat) => seat.sector === sector)
    const missing = (wanted.get(sector) ?? 0) - mine.length
    const code = (): string => {
      used[letter[sideOf(sector)]] += 1
      return `${letter[sideOf(sector)]}${used[letter[sideOf(sector)]]}`
    }
    if (missing > 0)
      await tx
        .insert(forumSeat)
        .values(Array.from({ length: missing }, () => ({ forumId, code: code(), sector, openedOn: today, recordSeq })))
    const free = mine.filter(({ id }) => !held.has(id)).reverse()
    if (free.length < -missing) throw wrongField(`seats.${sector}`, say('seatIsHeld'))
    for (const seat of free.slice(0, Math.max(0, -missing)))
      await tx
        .update(forumSeat)
        .set({ closedOn: today, recordSeq })
        .where(and(eq(forumSeat.id, seat.id), isNull(forumSeat.closedOn)))
  }
}
