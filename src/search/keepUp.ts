import { eq } from 'drizzle-orm'
import { documentTexts } from '../cycle/documents/index.ts'
import { eventTexts } from '../cycle/events/index.ts'
import { callTexts, ideaTexts } from '../cycle/ideas/index.ts'
import { easyTexts, noticeTexts } from '../cycle/inform/index.ts'
import { monitoringTexts } from '../cycle/monitoring/index.ts'
import { planTexts } from '../cycle/plan/index.ts'
import { ballotTexts } from '../cycle/selection/index.ts'
import { surveyTexts } from '../cycle/survey/index.ts'
import { organisationTexts } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { PublicTexts } from '../platform/publicText.ts'
import { recordState } from '../record/index.ts'
import { searchState, searchText, searchWord } from './tables.ts'
import { takeIn } from './takeIn.ts'
import { RULES } from './vectors.ts'

/** Who tells public texts. */
const sources: readonly PublicTexts[] = [
  planTexts,
  documentTexts,
  noticeTexts,
  easyTexts,
  callTexts,
  ideaTexts,
  eventTexts,
  surveyTexts,
  ballotTexts,
  monitoringTexts,
  organisationTexts,
]

/** So many entries of the record are brought in together, and so many milliseconds someone who searches waits for it. */
const ENTRIES_AT_ONCE = 500
const PATIENCE = 1_000

/**
 * Brings the texts that can be found up to the record's last number, a stretch at a time. Every public row names its entry, and
 * the record's head is free again only when the act is done: so what is newer than the number that the texts
 * are in is all that has changed, by whichever process or import. Costs one query when nothing has. False
 * when there is more to bring in than someone who searches should wait for: the job goes on with it.
 */
export async function keepUp(db: Database, recordEntries: number, isEnough = patience(PATIENCE)): Promise<boolean> {
  for (;;) {
    const [state] = await db.select().from(searchState)
    if (state && state.rules === RULES && state.seq >= recordEntries) return true
    if (isEnough()) return false
    await db.transaction(bringIn)
  }
}

function patience(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds
  return () => performance.now() > end
}

/** The next stretch of the record. */
async function bringIn(tx: Database): Promise<void> {
  const state = await lockState(tx)
  // First the number, then the rows: what an act adds in between is read again next time.
  const { entries } = await recordState(tx)
  const anew = state.rules !== RULES || state.seq < 0
  if (!anew && state.seq >= entries) return
  if (anew) {
    await tx.delete(searchText)
    await tx.delete(searchWord)
  }
  const after = anew ? -1 : state.seq
  const upTo = Math.min(entries, after + ENTRIES_AT_ONCE)
  for (const textsOf of sources) await takeIn(tx, await textsOf(tx, { after, upTo }))
  await tx.update(searchState).set({ seq: upTo, rules: RULES }).where(eq(searchState.id, 1))
}

/** Puts whoever changes what can be found in a queue. */
export async function lockState(tx: Database): Promise<typeof searchState.$inferSelect> {
  await tx.insert(searchState).values({ id: 1, seq: -1, rules: RULES }).onConflictDoNothing()
  const [state] = await tx.select().from(searchState).for('update')
  if (!state) throw new Error('the search has no state')
  return state
}
