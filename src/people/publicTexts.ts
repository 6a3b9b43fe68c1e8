import { eq, gt } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { PublicText } from '../platform/publicText.ts'
import { isInstitution } from './queries.ts'
import { organisation, organisationName } from './tables.ts'

/** Every name of the institutions and organisations that changed after a number of the record, each from its first day on. */
export async function organisationTexts(db: Database, since: number): Promise<PublicText[]> {
  const rows = await db
    .select({ organisation, name: organisationName })
    .from(organisation)
    .innerJoin(organisationName, eq(organisationName.organisationId, organisation.id))
    .where(gt(organisation.recordSeq, since))
  return rows.map(({ organisation: { id, sector }, name }) => ({
    object: `organisation:${id}`,
    part: `name:${name.id}`,
    kind: isInstitution(sector) ? 'institution' : 'organisation',
    planId: null,
    commitmentId: null,
    commitmentNumber: null,
    milestoneNumber: null,
    organisationId: id,
    title: name.name,
    body: {},
    knownFrom: name.validFrom,
    knownUntil: null,
    demonstration: false,
  }))
}
