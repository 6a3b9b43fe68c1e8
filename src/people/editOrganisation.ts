import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import type { LocalText } from '../platform/languages/languages.ts'
import { notFound, Refusal, wrongField } from '../platform/refusal.ts'
import { append } from '../record/index.ts'
import type { Actor } from './actor.ts'
import type { OrganisationEdit } from './input.ts'
import { sameName } from './namesInTime.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { isInstitution, organisationObject } from './queries.ts'
import { organisation, organisationName, roleAssignment } from './tables.ts'
import { peopleTexts } from './texts.ts'

/** Does an organisation take part in any commitment? The plans know; people don't know the plans. */
export type TakesPart = (tx: Database, organisationId: string) => Promise<boolean>

const sameText = (a: LocalText | null, b: LocalText | null): boolean => sameName(a ?? {}, b ?? {})

/**
 * Corrects an institution or organisation: a mistyped name in force today, its sector, its note. The name
 * was always meant so: no new one begins. `version` is the record entry the form was drawn from.
 */
export async function editOrganisation(
  house: House,
  actor: Actor,
  id: string,
  version: number,
  { name, sector, note }: OrganisationEdit,
  takesPart: TakesPart,
): Promise<void> {
  allow(peoplePolicy.editOrganisations, actor, undefined)
  await house.db.transaction(async (tx) => {
    const [row] = await tx.select().from(organisation).where(eq(organisation.id, id)).for('no key update')
    if (!row) throw notFound()
    if (row.recordSeq !== version) throw new Refusal(409)
    const names = await namesInForce(tx, house, id)
    const kindChanges = isInstitution(row.sector) !== isInstitution(sector)
    if (kindChanges && ((await rolesAreHeld(tx, id)) || (await takesPart(tx, id))))
      throw wrongField('sector', (language) => peopleTexts[language].sectorIsInUse)
    const before = { name: names[0]?.name ?? null, sector: row.sector, note: row.note }
    const after = {
      ...(sameText(before.name, name) ? {} : { name }),
      ...(before.sector === sector ? {} : { sector }),
      ...(sameText(before.note, note) ? {} : { note }),
    }
    if (!Object.keys(after).length) return
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'editOrganisation',
      object: organisationObject(row.sector, id),
      content: { before: Object.fromEntries(Object.entries(before).filter(([what]) => what in after)), after },
    })
    if (after.name)
      await tx
        .update(organisationName)
        .set({ name })
        .where(
          inArray(
            organisationName.id,
            names.map((one) => one.id),
          ),
        )
    await tx
      .update(organisation)
      .set({ sector, ...('note' in after ? { note } : {}), recordSeq })
      .where(eq(organisation.id, id))
  })
}

/** The rows of the name in force today: it may have gone on after something happened, and then has several. */
async function namesInForce(tx: Database, house: House, id: string): Promise<(typeof organisationName.$inferSelect)[]> {
  const rows = await tx
    .select()
    .from(organisationName)
    .where(eq(organisationName.organisationId, id))
    .orderBy(sql`${organisationName.validFrom} asc nulls first`, organisationName.id)
  const today = house.clock.today()
  const at = Math.max(
    rows.findLastIndex(({ validFrom }) => validFrom === null || validFrom <= today),
    0,
  )
  const present = rows[at]
  if (!present) return []
  const differs = (row: { name: LocalText }) => !sameName(row.name, present.name)
  const first = rows.slice(0, at).findLastIndex(differs) + 1
  const next = rows.findIndex((row, index) => index > at && differs(row))
  return rows.slice(first, next < 0 ? undefined : next)
}

/** An officer serves an institution and a representative an organisation: neither fits the other kind. */
async function rolesAreHeld(tx: Database, id: string): Promise<boolean> {
  const [held] = await tx
    .select({ id: roleAssignment.id })
    .from(roleAssignment)
    .where(
      and(
        eq(roleAssignment.organisationId, id),
        isNull(roleAssignment.endedAt),
        inArray(roleAssignment.role, ['officer', 'representative']),
      ),
    )
    .limit(1)
  return held !== undefined
}
