import { commitmentIdsWith, newestPlans, type Plan, participants, plansById } from '../../../cycle/plan/index.ts'
import { type ListedOrganisation, organisationNamesAt, sectors } from '../../../people/index.ts'
import { type Language, languages, plainText } from '../../../platform/languages/languages.ts'
import { findTexts, keepUp, readSought } from '../../../search/index.ts'
import { type Named, named } from '../../named.ts'
import type { AnyVisit } from '../../visit.ts'

/** So many plans, the newest, can be chosen; an older one when an address asks for it. */
const PLANS_OFFERED = 12

/** So many who take part stand in a list to choose from; where there are more, their name is typed. */
const PARTIES_LISTED = 100

/** What a search can be narrowed to. */
export type Surroundings = {
  /** The newest plans, and the one that was asked for. */
  plans: readonly Plan[]
  /** Who takes part in commitments, by name; null where there are more than a list should hold. */
  parties: readonly ListedOrganisation[] | null
  party: Party
}

/** Whom an address asks for: one who takes part in commitments, several whose names fit what was typed, or nobody. */
export type Party = {
  chosen: { id: string; name: Named; commitmentIds: readonly number[] } | null
  several: readonly { id: string; name: Named }[]
}

/** What a search can be narrowed to, and what this one is narrowed to. */
export async function readSurroundings(visit: AnyVisit): Promise<Surroundings> {
  const { language, query, recall } = visit
  const { plans, parties } = await recall(`around a search in ${language}`, () => readChoices(visit))
  const asked = query.get('plan')?.trim() ?? ''
  const older = asked && !plans.some(({ id }) => id === asked) ? await plansById(visit.house.db, [asked], visit.today) : []
  return { plans: [...plans, ...older], parties, party: await readParty(visit, query.get('institution')?.trim() ?? '') }
}

async function readChoices({ house: { db }, today, language }: AnyVisit): Promise<Pick<Surroundings, 'plans' | 'parties'>> {
  const parties = await participants(db, today, { language, sectors, limit: PARTIES_LISTED + 1 })
  return { plans: await newestPlans(db, today, PLANS_OFFERED), parties: parties.length > PARTIES_LISTED ? null : parties }
}

const nobody: Party = { chosen: null, several: [] }

/** Whom is meant: by the identifier, as lists and addresses give it, or by a name, as someone types it. */
async function readParty(visit: AnyVisit, given: string): Promise<Party> {
  if (!given) return nobody
  const byId = await chosenParty(visit, given)
  if (byId) return { chosen: byId, several: [] }
  const found = await withName(visit, given)
  const exactly = found.filter(({ names }) => names.some((name) => name.toLowerCase() === given.toLowerCase()))
  const [first, another] = exactly.length ? exactly : found
  if (first && !another) return { chosen: await chosenParty(visit, first.id), several: [] }
  return { chosen: null, several: found }
}

async function chosenParty({ house: { db }, today, language }: AnyVisit, id: string): Promise<Party['chosen']> {
  const commitmentIds = await commitmentIdsWith(db, id, today)
  if (!commitmentIds.length) return null
  return { id, name: named((await organisationNamesAt(db, [id], today)).get(id), language, id), commitmentIds }
}

/** Who takes part and is or was called so, with their names of today. */
async function withName(
  { house: { db }, today, language, frame }: AnyVisit,
  typed: string,
): Promise<{ id: string; name: Named; names: string[] }[]> {
  await keepUp(db, frame.recordEntries)
  const sought = await readSought(db, typed)
  if (!sought) return []
  const narrowed = { today, planId: null, takesPart: null, from: null, to: null, page: 1 }
  const found = [
    ...(await findTexts(db, sought, { ...narrowed, kind: 'institution' })),
    ...(await findTexts(db, sought, { ...narrowed, kind: 'organisation' })),
  ]
  const ids = [...new Set(found.flatMap((ofKind) => ofKind.found.flatMap(({ organisationId }) => organisationId ?? [])))]
  const namesById = await organisationNamesAt(db, ids, today)
  return ids.map((id) => ({ id, name: named(namesById.get(id), language, id), names: inLanguages(namesById.get(id)) }))
}

const inLanguages = (name: ListedOrganisation['name'] | undefined): string[] =>
  languages.map((language: Language) => plainText(name, language))
