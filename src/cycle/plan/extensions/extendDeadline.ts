import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Refusal, wrongField } from '../../../platform/refusal.ts'
import { append, type Json } from '../../../record/index.ts'
import { enteredCertainty } from '../changes.ts'
import { planPolicy } from '../policy.ts'
import { problemTexts } from '../problemTexts.ts'
import { contributorIds, type Deadline } from '../queries.ts'
import { deadline as deadlineTable } from '../tables.ts'
import { deadlineFor, versionOfDates } from './deadlineFor.ts'
import { tellOfExtension } from './extensionLetters.ts'
import { checkLater, lockExtendable } from './lockExtendable.ts'
import { deadlineChange } from './tables.ts'

/** Until when, for whom (null = for everyone), why, in which language that is written, and from which version of the dates the form was drawn. */
export type Extension = { until: Day; organisationId: string | null; reason: string; language: Language; version: number }

/**
 * Extends a working deadline for everyone or for one who takes part, in public and with a reason. Tells all
 * whom it concerns by letter. What the law sets stays as it is.
 */
export async function extendDeadline(house: House, actor: Actor, planId: string, deadlineId: number, input: Extension): Promise<void> {
  allow(planPolicy.extendDeadlines, actor, undefined)
  const today = house.clock.today()
  await house.db.transaction(async (tx) => {
    const extendable = await lockExtendable(tx, planId, deadlineId, today)
    const { deadline } = extendable
    if (versionOfDates(deadline) !== input.version) throw new Refusal(409)
    const all = await contributorIds(tx, planId, today)
    const { organisationId } = input
    if (organisationId !== null && !all.includes(organisationId))
      throw wrongField('organisation', (language) => problemTexts[language].chooseWhoTakesPart)
    const now = organisationId === null ? deadline : deadlineFor(deadline, organisationId)
    checkLater(input.until, now, today)
    await moveLater(house, tx, now, { ...input, act: 'extendDeadline', content: {} })
    await tellOfExtension(house, tx, extendable, { ...input, kind: 'extended', to: organisationId === null ? all : [organisationId] })
  })
}

/** Moves a date, for everyone or for one: the entry in the record, and the change with its reason. Returns the entry's number. */
export async function moveLater(
  house: House,
  tx: Database,
  deadline: Deadline,
  move: Omit<Extension, 'version'> & { act: 'extendDeadline' | 'grantExtension'; content: Record<string, Json> },
): Promise<number> {
  const { until, organisationId, reason, language, act, content } = move
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'secretariat', for: null },
    act,
    object: `/plans/${deadline.planId}/deadlines/${deadline.id}`,
    content: { organisation: organisationId, before: { due: deadline.due }, after: { due: until }, reason, ...content },
  })
  await tx.insert(deadlineChange).values({
    deadlineId: deadline.id,
    kind: deadline.kind,
    organisationId,
    before: deadline.due,
    after: until,
    reason,
    language,
    changedOn: house.clock.today(),
    recordSeq,
  })
  if (organisationId === null)
    await tx
      .update(deadlineTable)
      .set({ due: until, certainty: enteredCertainty(house), recordSeq })
      .where(eq(deadlineTable.id, deadline.id))
  return recordSeq
}
