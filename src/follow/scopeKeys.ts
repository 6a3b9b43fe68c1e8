import { commitmentsOf, plansById } from '../cycle/plan/index.ts'
import { isInstitution, organisationsInTime } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { type Language, plainText } from '../platform/languages/languages.ts'
import { notFound } from '../platform/refusal.ts'
import { address } from '../web/addresses.ts'
import { scopeKey } from '../web/feeds.ts'
import type { News } from './news.ts'
import { newsTexts } from './newsTexts.ts'
import { everything, oneCommitment, oneOrganisation, onePlan, oneTopic, type Scope, topicNames, topics } from './scope.ts'
import { subscriptionTexts } from './subscriptionTexts.ts'

/** Everything that a piece of news is news of: whoever follows one of these is told. The same as what the feeds of them hold. */
export function scopesOf(news: News): string[] {
  if (!('about' in news)) return [scopeKey.everything, ...(news.plan ? [scopeKey.plan(news.plan.id)] : [])]
  const { plan, commitment, parties } = news.about
  return [
    scopeKey.everything,
    scopeKey.plan(plan.id),
    scopeKey.commitment(plan.id, commitment.number),
    ...parties.map((party) => scopeKey.organisation(party.organisationId)),
    ...[...commitment.values, ...commitment.challenges].map((topic) => scopeKey.topic(topic)),
  ]
}

/** No key of ours is longer. */
const MOST_CHARACTERS = 200

/** What a key names, as it is public today; 404 when there is no such thing, or not for everyone's eyes. */
export async function scopeByKey(house: House, key: string): Promise<Scope> {
  if (key.length > MOST_CHARACTERS) throw notFound()
  const [kind, id = '', number = '', ...more] = key.split('/')
  if (!more.length) {
    if (key === scopeKey.everything) return everything(house)
    if (kind === 'commitment') return oneCommitment(house, id, number)
    if (!number) {
      if (kind === 'plan') return onePlan(house, id)
      if (kind === 'organisation') return oneOrganisation(house, id)
      if (kind === 'topic') return oneTopic(house, id)
    }
  }
  throw notFound()
}

/** How a followed thing is called, and the page that shows it. */
export type NamedScope = { name: string; path: string }

/** These things by key, in a language; what is not public any more is missing. A fixed number of queries. */
export async function nameScopes({ db, clock }: House, language: Language, keys: readonly string[]): Promise<Map<string, NamedScope>> {
  const t = subscriptionTexts[language]
  const today = clock.today()
  const ids = (kind: string): string[] => keys.flatMap((key) => (key.startsWith(`${kind}/`) ? [key.split('/')[1] ?? ''] : []))
  const plans = new Map((await plansById(db, [...ids('plan'), ...ids('commitment')], today)).map((plan) => [plan.id, plan]))
  const inPlans = [...new Set(ids('commitment'))].filter((id) => plans.has(id))
  const commitments = await commitmentsOf(db, inPlans, today)
  const organisations = await organisationsInTime(db, [...new Set(ids('organisation'))])
  const all: [string, NamedScope][] = [
    [scopeKey.everything, { name: t.everything, path: address(language, 'home') }],
    ...topics.map((topic): [string, NamedScope] => [
      scopeKey.topic(topic),
      { name: t.topic(topicNames[language][topic]), path: address(language, 'topic', { topic }) },
    ]),
    ...[...plans.values()].map((plan): [string, NamedScope] => [
      scopeKey.plan(plan.id),
      { name: plainText(plan.shortTitle, language), path: address(language, 'plan', { plan: plan.id }) },
    ]),
    ...commitments.map(({ commitment: { planId, number, title } }): [string, NamedScope] => [
      scopeKey.commitment(planId, number),
      {
        name: newsTexts[language].about(plainText(plans.get(planId)?.shortTitle, language), number, plainText(title, language)),
        path: address(language, 'commitment', { plan: planId, number }),
      },
    ]),
    ...[...organisations].map(([id, { sector, nameOn }]): [string, NamedScope] => [
      scopeKey.organisation(id),
      {
        name: plainText(nameOn(today), language) || id,
        path: address(language, isInstitution(sector) ? 'institution' : 'organisation', { id }),
      },
    ]),
  ]
  const wanted = new Set(keys)
  return new Map(all.filter(([key]) => wanted.has(key)))
}
