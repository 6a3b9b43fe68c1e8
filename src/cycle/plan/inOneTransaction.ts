import type { Database } from '../../platform/database/database.ts'
import { violatedConstraint } from '../../platform/database/problems.ts'
import type { House } from '../../platform/house.ts'
import { type Problem, wrongFields } from '../../platform/refusal.ts'
import { problem } from './input/formReader.ts'

/** The database's named rules, and the field of the form that breaks each. Two people who race meet them here. */
const broken: Readonly<Record<string, Problem>> = {
  plan_pkey: problem('id', 'planIdTaken'),
  plan_id_is_readable: problem('id', 'notAPlanId'),
  plan_ordinal_is_used_once: problem('ordinal', 'ordinalTaken'),
  plan_ends_after_it_starts: problem('periodEnd', 'endBeforeStart'),
  phase_is_planned_to_end_after_it_starts: problem('plannedEnd', 'endBeforeStart'),
  phase_ends_after_it_starts: problem('actualEnd', 'endBeforeStart'),
  opportunity_phase_id_phase_id_fk: problem('remove', 'phaseIsAnnounced'),
  reporting_period_ends_after_it_starts: problem('referenceDay', 'endBeforeStart'),
  deadline_change_for_one_is_of_a_working_deadline: problem('kind', 'deadlineIsExtended'),
  extension_request_is_open_once: problem('until', 'askedAlready'),
  commitment_number_is_used_once: problem('number', 'numberTaken'),
  commitment_ends_after_it_starts: problem('periodEnd', 'endBeforeStart'),
  commitment_party_organisation_id_organisation_id_fk: problem('parties', 'unknownOrganisation'),
  milestone_number_is_used_once: problem('number', 'milestoneNumberTaken'),
  milestone_is_planned_to_end_after_it_starts: problem('plannedEnd', 'endBeforeStart'),
}

/** Does the work in one transaction; a broken rule of the database becomes a refusal at the form's field. */
export async function inOneTransaction<T>(house: House, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await house.db.transaction(work)
  } catch (error) {
    const found = broken[violatedConstraint(error) ?? '']
    throw found ? wrongFields([found]) : error
  }
}
