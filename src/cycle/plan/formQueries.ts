import { asc, eq, max, sql } from 'drizzle-orm'
import { organisation } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { commitment, milestone } from './tables.ts'

/** The word that stands for a thing that does not exist yet, in the addresses of its form. */
export const newWord: Record<Language, string> = { lv: 'jauns', en: 'new' }

/** The number in an address, or 'new'; anything else is no address. */
export function idIn(value: string | undefined): number | 'new' {
  if (value && Object.values(newWord).includes(value)) return 'new'
  return idInAddress(value)
}

/** The first free number behind all commitments of a plan, those not known yet among them. */
export async function nextCommitmentNumber(db: Database, planId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(commitment.number) })
    .from(commitment)
    .where(eq(commitment.planId, planId))
  return (row?.last ?? 0) + 1
}

/** The first free number behind all milestones of a commitment. */
export async function nextMilestoneNumber(db: Database, commitmentId: number): Promise<number> {
  const [row] = await db
    .select({ last: max(milestone.number) })
    .from(milestone)
    .where(eq(milestone.commitmentId, commitmentId))
  return (row?.last ?? 0) + 1
}

export type OrganisationChoice = { id: string; name: LocalText | null }

/** Every institution and organisation that may take part, with its name on that day. */
export async function organisationChoices(db: Database, today: Day): Promise<OrganisationChoice[]> {
  return db
    .select({
      id: organisation.id,
      name: sql<LocalText | null>`(
        select n.name from organisation_name n
        where n.organisation_id = organisation.id and (n.valid_from is null or n.valid_from <= ${today}::date)
        order by n.valid_from desc nulls last, n.id desc limit 1)`,
    })
    .from(organisation)
    .orderBy(asc(organisation.id))
    .limit(1000)
}
