import { eq, sql } from 'drizzle-orm'
import { addDays } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import { shortDate } from '../platform/languages/dates.ts'
import { notFound, Refusal, wrongField } from '../platform/refusal.ts'
import { append } from '../record/index.ts'
import type { Actor } from './actor.ts'
import type { NewName } from './input.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { organisationObject } from './queries.ts'
import { organisation, organisationName } from './tables.ts'
import { peopleTexts } from './texts.ts'

/**
 * Gives an institution or organisation a new name from a day on; the name before ends the day
 * before. `version` is the record entry the form was drawn from.
 */
export async function renameOrganisation(
  house: House,
  actor: Actor,
  id: string,
  version: number,
  { name, validFrom }: NewName,
): Promise<void> {
  allow(peoplePolicy.editOrganisations, actor, undefined)
  await house.db.transaction(async (tx) => {
    // Its key stays: an act that has the record's head already may still write a row that names it.
    const [row] = await tx.select().from(organisation).where(eq(organisation.id, id)).for('no key update')
    if (!row) throw notFound()
    if (row.recordSeq !== version) throw new Refusal(409)
    const [last] = await tx
      .select()
      .from(organisationName)
      .where(eq(organisationName.organisationId, id))
      .orderBy(sql`${organisationName.validFrom} desc nulls last`)
      .limit(1)
    const since = last?.validFrom
    if (since && validFrom <= since)
      throw wrongField('validFrom', (language) => peopleTexts[language].renamedEarlier(shortDate(language, since)))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'renameOrganisation',
      object: organisationObject(row.sector, id),
      content: { name, validFrom },
    })
    const until = addDays(validFrom, -1)
    if (last && (last.validTo === null || last.validTo >= validFrom))
      await tx.update(organisationName).set({ validTo: until }).where(eq(organisationName.id, last.id))
    await tx.insert(organisationName).values({ organisationId: id, name, validFrom })
    await tx.update(organisation).set({ recordSeq }).where(eq(organisation.id, id))
  })
}
