import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { ListedOrganisation } from './queries.ts'
import { nameInOrder, organisation, organisationName, type Sector } from './tables.ts'

/** A stretch of a list of organisations: those of these sectors for which `only` holds, so many after the first ones. */
type Stretch = {
  today: Day
  language: Language
  sectors: readonly Sector[]
  only: (organisationId: SQLWrapper) => SQL
  limit: number
  offset?: number
}

const later = alias(organisationName, 'later')

/**
 * A stretch of the organisations in the order of their names on the day, as the language sorts them; those founded
 * later are left out. Goes along the index of the names, so that it takes no longer the more there are.
 */
export function organisationsByName(
  db: Database,
  { today, language, sectors, only, limit, offset = 0 }: Stretch,
): Promise<ListedOrganisation[]> {
  const started = (name: typeof organisationName | typeof later): SQL => sql`(${name.validFrom} is null or ${name.validFrom} <= ${today})`
  const since = (name: typeof organisationName | typeof later): SQL => sql`(coalesce(${name.validFrom}, '-infinity'), ${name.id})`
  return db
    .select({ id: organisation.id, sector: organisation.sector, name: organisationName.name })
    .from(organisationName)
    .innerJoin(organisation, eq(organisation.id, organisationName.organisationId))
    .where(
      and(
        started(organisationName),
        sql`not exists (select from ${organisationName} ${sql.identifier('later')}
          where ${later.organisationId} = ${organisationName.organisationId} and ${started(later)} and ${since(later)} > ${since(organisationName)})`,
        inArray(organisation.sector, [...sectors]),
        only(organisation.id),
      ),
    )
    .orderBy(nameInOrder[language](organisationName.name), organisationName.organisationId)
    .limit(limit)
    .offset(offset)
}
