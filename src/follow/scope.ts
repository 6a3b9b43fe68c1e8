import { type IdeasAsked, ideasByNumbers } from '../cycle/ideas/index.ts'
import {
  type CommitmentWithParts,
  challengeNames,
  commitmentByNumber,
  commitmentsOf,
  commitmentsOn,
  commitmentsWith,
  type GrandChallenge,
  grandChallenges,
  listPlans,
  type OgpValue,
  ogpValues,
  type Plan,
  planById,
  valueNames,
} from '../cycle/plan/index.ts'
import { isInstitution, organisationById } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { type LocalText, localText } from '../platform/languages/languages.ts'
import { notFound } from '../platform/refusal.ts'

/** What can be followed. */
export type ScopeKind = 'everything' | 'plan' | 'commitment' | 'institution' | 'organisation' | 'topic' | 'ideas' | 'idea'

/** An OGP value or a grand challenge: the commitments that are said to serve it. */
export type Topic = OgpValue | GrandChallenge

/** All topics, OGP's values first. */
export const topics: readonly Topic[] = [...ogpValues, ...grandChallenges]

export const topicNames = {
  lv: { ...valueNames.lv, ...challengeNames.lv },
  en: { ...valueNames.en, ...challengeNames.en },
} as const satisfies Record<'lv' | 'en', Record<Topic, string>>

/** What a feed follows: the commitments it tells of, and the plans of which it tells documents, phases and deadlines too. */
export type Scope = {
  kind: ScopeKind
  /** The plan's, commitment's, idea's or organisation's own name; null for everything. */
  name: LocalText | null
  number: number | null
  /** Every plan, as the commitments' own are among them. */
  plans: readonly Plan[]
  wholePlans: readonly Plan[]
  commitments: readonly CommitmentWithParts[]
  /** The plans of whose calls it tells, and of what was answered to several ideas together. */
  callsOf: readonly Plan[]
  /** The ideas of which it tells one by one. */
  ideas: IdeasAsked | null
}

const nothingOfIdeas = { callsOf: [], ideas: null } as const

/** Everything that is public. */
export async function everything({ db, clock }: House): Promise<Scope> {
  const today = clock.today()
  const plans = await listPlans(db, today)
  const ids = plans.map((plan) => plan.id)
  return {
    kind: 'everything',
    name: null,
    number: null,
    plans,
    wholePlans: plans,
    commitments: await commitmentsOf(db, ids, today),
    callsOf: plans,
    ideas: null,
  }
}

/** One plan, or 404. */
export async function onePlan({ db, clock }: House, id: string): Promise<Scope> {
  const today = clock.today()
  const plan = await planById(db, id, today)
  if (!plan) throw notFound()
  const commitments = await commitmentsOf(db, [plan.id], today)
  return { kind: 'plan', name: plan.shortTitle, number: null, plans: [plan], wholePlans: [plan], commitments, callsOf: [plan], ideas: null }
}

/** One commitment by its number as it stands in the address, or 404. */
export async function oneCommitment({ db, clock }: House, planId: string, number: string): Promise<Scope> {
  const today = clock.today()
  const plan = /^[1-9]\d{0,2}$/.test(number) ? await planById(db, planId, today) : null
  const found = plan && (await commitmentByNumber(db, plan.id, Number(number), today))
  if (!plan || !found) throw notFound()
  const { title, number: known } = found.commitment
  return { kind: 'commitment', name: title, number: known, plans: [plan], wholePlans: [], commitments: [found], ...nothingOfIdeas }
}

/** The commitments in which an institution or organisation takes part, or 404. */
export async function oneOrganisation({ db, clock }: House, id: string): Promise<Scope> {
  const today = clock.today()
  const found = await organisationById(db, id, today)
  if (!found) throw notFound()
  const kind = isInstitution(found.sector) ? 'institution' : 'organisation'
  const plans = await listPlans(db, today)
  return {
    kind,
    name: found.name,
    number: null,
    plans,
    wholePlans: [],
    commitments: await commitmentsWith(db, id, today),
    ...nothingOfIdeas,
  }
}

/** A topic by its name in the address, or 404. */
export function topicById(id: string): { topic: Topic; name: LocalText } {
  const topic = topics.find((one) => one === id)
  if (!topic) throw notFound()
  return { topic, name: localText(topicNames.lv[topic], topicNames.en[topic]) }
}

/** The commitments of every plan on a topic, or 404. */
export async function oneTopic({ db, clock }: House, id: string): Promise<Scope> {
  const today = clock.today()
  const { topic, name } = topicById(id)
  const plans = await listPlans(db, today)
  return { kind: 'topic', name, number: null, plans, wholePlans: [], commitments: await commitmentsOn(db, topic, today), ...nothingOfIdeas }
}

/** The calls and ideas of a plan, or 404. */
export async function ideasOf({ db, clock }: House, planId: string): Promise<Scope> {
  const plan = await planById(db, planId, clock.today())
  if (!plan) throw notFound()
  const ideas: IdeasAsked = { planIds: [plan.id], alone: true }
  return { kind: 'ideas', name: plan.shortTitle, number: null, plans: [plan], wholePlans: [], commitments: [], callsOf: [plan], ideas }
}

/** One idea by its number as it stands in the address, or 404: also where everyone sees it no more. */
export async function oneIdea({ db, clock }: House, planId: string, number: string): Promise<Scope> {
  const today = clock.today()
  const plan = /^[1-9]\d{0,8}$/.test(number) ? await planById(db, planId, today) : null
  const [found] = plan ? await ideasByNumbers(db, [{ planId: plan.id, number: Number(number) }], today) : []
  if (!plan || !found) throw notFound()
  const { id: ideaId, title, number: known } = found
  return { kind: 'idea', name: title, number: known, plans: [plan], wholePlans: [], commitments: [], callsOf: [], ideas: { ideaId } }
}
