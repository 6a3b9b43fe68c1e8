import { eq } from 'drizzle-orm'
import { belongingNowhere, namedIn, type PublicTexts } from '../platform/publicText.ts'
import { isInstitution } from './queries.ts'
import { organisation, organisationName } from './tables.ts'

/** Every name of the institutions and organisations, each from its first day on. */
export const organisationTexts: PublicTexts = async (db, stretch) => {
  const rows = await db
    .select({ organisation, name: organisationName })
    .from(organisation)
    .innerJoin(organisationName, eq(organisationName.organisationId, organisation.id))
    .where(namedIn(organisation.recordSeq, stretch))
  return rows.map(({ organisation: { id, sector }, name }) => ({
    ...belongingNowhere,
    object: `organisation:${id}`,
    part: `name:${name.id}`,
    kind: isInstitution(sector) ? 'institution' : 'organisation',
    organisationId: id,
    title: name.name,
    body: {},
    knownFrom: name.validFrom,
  }))
}
