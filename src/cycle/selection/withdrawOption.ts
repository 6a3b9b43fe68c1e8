import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { ballotObject, lockBallotAt } from './ballotLock.ts'
import { ballotState } from './ballotState.ts'
import { selectionPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { ballot } from './tables.ts'

/**
 * Withdraws an option from a published ballot, with a reason that everyone sees. Votes that name it stay and count for
 * what else they name, as if it had never been offered.
 */
export async function withdrawOption(
  house: House,
  actor: Actor,
  id: number,
  { version, option, reason }: { version: number; option: number; reason: LocalText },
): Promise<void> {
  allow(selectionPolicy.withdrawOptions, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockBallotAt(tx, id, version)
    const state = ballotState(row, house.clock)
    if (!row.content || row.result || (state !== 'before' && state !== 'open')) throw new Refusal(422, saying('withdrawWhileItRuns'))
    const { options, settings } = row.content
    if (!options.some(({ number }) => number === option)) throw wrongField('option', saying('unknownOption'))
    if (row.withdrawn[option]) throw wrongField('option', saying('withdrawnAlready'))
    const left = options.length - Object.keys(row.withdrawn).length - 1
    if (left <= (settings.seats ?? 1)) throw wrongField('option', saying('oneMustStay'))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'withdrawOption',
      object: ballotObject(id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), option, reason },
    })
    await tx
      .update(ballot)
      .set({ withdrawn: { ...row.withdrawn, [option]: reason }, version: row.version + 1, recordSeq })
      .where(eq(ballot.id, id))
  })
}
