import { and, inArray, isNull } from 'drizzle-orm'
import {
  isInstitution,
  listOrganisations,
  type ParticipantSector,
  participantSectors,
  readEmail,
  roleAssignment,
} from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { type LocalText, languages, plainText } from '../../platform/languages/languages.ts'
import type { Problem } from '../../platform/refusal.ts'
import { participantNames } from '../ideas/index.ts'
import { MOST_VOTERS, saying, selectionProblems } from './problemTexts.ts'
import type { ballotVoter, Side } from './tables.ts'

/** Someone who gets one vote: an institution or organisation, or a person by the address they sign in with. */
export type Voter = Pick<typeof ballotVoter.$inferInsert, 'organisationId' | 'email' | 'name' | 'sector' | 'side'>

/**
 * Voters that a body names, as its members are when a ballot is published. A body that chooses, such as the forum, gives
 * one; what the secretariat typed is another.
 */
export type Electorate = (db: Database, today: Day) => Promise<{ voters: Voter[]; problems: Problem[] }>

/** Institutions of the state and municipalities are the government's side; everyone else is the other. */
export const sideOf = (sector: ParticipantSector): Side =>
  sector !== 'resident' && isInstitution(sector) ? 'government' : 'non-government'

export type OrganisationChoice = { id: string; sector: ParticipantSector; name: LocalText }

/** The institutions and organisations for which someone can vote: those that have an officer or a representative. */
export async function votingOrganisations(db: Database, today: Day): Promise<OrganisationChoice[]> {
  const rows = await db
    .selectDistinct({ id: roleAssignment.organisationId })
    .from(roleAssignment)
    .where(and(isNull(roleAssignment.endedAt), inArray(roleAssignment.role, ['officer', 'representative'])))
  const represented = new Set(rows.map(({ id }) => id))
  return (await listOrganisations(db, today, 'all')).filter(({ id }) => represented.has(id))
}

/** The organisations that were ticked. */
export const organisationsIn =
  (ids: readonly string[]): Electorate =>
  async (db, today) => {
    if (!ids.length) return { voters: [], problems: [] }
    const known = await listOrganisations(db, today, 'all')
    const found = known.filter(({ id }) => ids.includes(id))
    return {
      voters: found.map(({ id, sector, name }) => ({
        organisationId: id,
        email: null,
        name: plainText(name, 'lv'),
        sector,
        side: sideOf(sector),
      })),
      problems: found.length < new Set(ids).size ? [{ field: 'organisations', say: saying('unknownOrganisation') }] : [],
    }
  }

/** A sector by its code or by its name in either language. */
function sectorNamed(word: string): ParticipantSector | null {
  const sought = word.toLowerCase()
  return (
    participantSectors.find((sector) => [sector, ...languages.map((language) => participantNames[language][sector])].includes(sought)) ??
    null
  )
}

/** The voters that were written down, one a line: name; address; sector. */
export const votersWritten =
  (text: string): Electorate =>
  async () => {
    const voters: Voter[] = []
    const problems: Problem[] = []
    const seen = new Set<string>()
    for (const [index, line] of text.split('\n').entries()) {
      if (!line.trim()) continue
      const [name = '', address = '', word = ''] = line.split(';').map((part) => part.trim())
      const email = readEmail(address)
      const sector = sectorNamed(word)
      if (!name || name.length > 200 || !email || !sector)
        problems.push({ field: 'voters', say: (language) => selectionProblems[language].voterLine(index + 1) })
      else if (seen.has(email)) problems.push({ field: 'voters', say: (language) => selectionProblems[language].voterTwice(index + 1) })
      else {
        seen.add(email)
        voters.push({ organisationId: null, email, name, sector, side: sideOf(sector) })
      }
    }
    return { voters, problems: problems.slice(0, 1) }
  }

/** Everyone whom these bodies name, an organisation or a person once. */
export async function electorateOf(
  db: Database,
  today: Day,
  bodies: readonly Electorate[],
): Promise<{ voters: Voter[]; problems: Problem[] }> {
  const voters = new Map<string, Voter>()
  const problems: Problem[] = []
  for (const body of bodies) {
    const named = await body(db, today)
    problems.push(...named.problems)
    for (const voter of named.voters) voters.set(voter.organisationId ?? `@${voter.email}`, voter)
  }
  if (!voters.size && !problems.length) problems.push({ field: 'organisations', say: saying('noVoters') })
  if (voters.size > MOST_VOTERS) problems.push({ field: 'voters', say: saying('tooManyVoters') })
  return { voters: [...voters.values()], problems }
}

/** The votes that someone has in a ballot: for those they act for, and their own. */
export const isTheirs = (
  voter: Pick<Voter, 'organisationId' | 'email'>,
  who: { actsFor: readonly string[]; email: string | null },
): boolean => (voter.organisationId ? who.actsFor.includes(voter.organisationId) : voter.email !== null && voter.email === who.email)
