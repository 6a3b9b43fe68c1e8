import { isInstitution, type Sector } from '../../people/index.ts'
import type { CommitmentWithParts, Party } from '../plan/index.ts'

/** In which voice someone speaks of a whole commitment: an institution of its own work, an organisation as a partner. */
type Speaker = 'self' | 'partner'

/** In which voice someone who takes part speaks: a leading institution of its own work, an organisation as a partner, all others in none. */
export function voiceOf(part: Party['part'], sector: Sector): Speaker | null {
  if (isInstitution(sector)) return part === 'lead' ? 'self' : null
  return part === 'lead' ? null : 'partner'
}

/** What someone who takes part is to hand in: reports on the milestones, as leading and supporting institutions do, and a voice on the whole. */
export const owedBy = (part: Party['part'], sector: Sector | undefined): { reports: boolean; voice: Speaker | null } => ({
  reports: sector !== undefined && isInstitution(sector) && part !== 'partner',
  voice: sector ? voiceOf(part, sector) : null,
})

/** Is there anything to hand in on this commitment? Not for a supporting institution where no milestones are known. */
export function owesAnything({ milestones }: CommitmentWithParts, part: Party['part'], sector: Sector | undefined): boolean {
  const { reports, voice } = owedBy(part, sector)
  return voice !== null || (reports && milestones.length > 0)
}
