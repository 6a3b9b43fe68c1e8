import { ideasByNumbers } from '../cycle/ideas/index.ts'
import { commitmentsOf, plansById } from '../cycle/plan/index.ts'
import { isInstitution, organisationsInTime } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { type Language, plainText } from '../platform/languages/languages.ts'
import { notFound } from '../platform/refusal.ts'
import { address } from '../web/addresses.ts'
import { scopeKey } from '../web/feeds.ts'
import type { IdeaNews } from './gatherIdeaNews.ts'
import { isIdeaNews } from './ideaNews.tsx'
import { ideaNewsTexts } from './ideaNewsTexts.ts'
import type { News } from './news.ts'
import { newsTexts } from './newsTexts.ts'
import { everything, ideasOf, oneCommitment, oneIdea, oneOrganisation, onePlan, oneTopic, type Scope, topicNames, topics } from './scope.ts'
import { subscriptionTexts } from './subscriptionTexts.ts'

/** Everything that a piece of news is news of: whoever follows one of these is told. The same as what the feeds of them hold. */
export function scopesOf(news: News): string[] {
  if (isIdeaNews(news)) return scopesOfIdeaNews(news)
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

/** Calls and common answers are everyone's news; each single idea is told to those alone who follow ideas. */
function scopesOfIdeaNews(news: IdeaNews): string[] {
  const ideas = scopeKey.ideas(news.plan.id)
  const one = (number: number): string => scopeKey.idea(news.plan.id, number)
  switch (news.kind) {
    case 'call':
    case 'answers':
      return [scopeKey.everything, scopeKey.plan(news.plan.id), ideas]
    case 'idea':
      return [ideas, one(news.idea.number)]
    case 'answer':
      return [...(news.told.answer.batchId === null ? [ideas] : []), one(news.told.idea.number)]
    case 'merge':
      return [one(news.told.idea.number), one(news.told.into.number)]
  }
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
    if (kind === 'idea') return oneIdea(house, id, number)
    if (!number) {
      if (kind === 'plan') return onePlan(house, id)
      if (kind === 'ideas') return ideasOf(house, id)
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
  const plans = new Map((await plansById(db, ['plan', 'commitment', 'ideas', 'idea'].flatMap(ids), today)).map((plan) => [plan.id, plan]))
  const inPlans = [...new Set(ids('commitment'))].filter((id) => plans.has(id))
  const commitments = await commitmentsOf(db, inPlans, today)
  const ideas = await ideasByNumbers(db, ideasIn(keys), today)
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
    ...[...plans.values()].map((plan): [string, NamedScope] => [
      scopeKey.ideas(plan.id),
      {
        name: ideaNewsTexts[language].newsOfIdeas(plainText(plan.shortTitle, language)),
        path: address(language, 'ideas', { plan: plan.id }),
      },
    ]),
    ...ideas.map(({ planId, number, title }): [string, NamedScope] => [
      scopeKey.idea(planId, number),
      {
        name: ideaNewsTexts[language].newsOfIdea(plainText(plans.get(planId)?.shortTitle, language), number, plainText(title, language)),
        path: address(language, 'idea', { plan: planId, idea: number }),
      },
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

/** The ideas that keys name. */
const ideasIn = (keys: readonly string[]): { planId: string; number: number }[] =>
  keys.flatMap((key) => {
    const [, planId = '', number = ''] = /^idea\/([^/]+)\/([1-9]\d{0,8})$/.exec(key) ?? []
    return number ? [{ planId, number: Number(number) }] : []
  })
