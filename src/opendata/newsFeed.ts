import {
  entryOf,
  everything,
  ideaNewsTexts,
  ideasOf,
  newsTexts,
  oneCommitment,
  oneIdea,
  oneOrganisation,
  onePlan,
  oneTopic,
  readNews,
  type Scope,
  type ScopeKind,
} from '../follow/index.ts'
import { plainText } from '../platform/languages/languages.ts'
import { notFound } from '../platform/refusal.ts'
import { type AddressName, addressInLanguage } from '../web/addresses.ts'
import type { AnyVisit, Handler } from '../web/visit.ts'
import { asDocument } from './answer.ts'
import { atom } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './jsonFeed.ts'

type Format = 'atom' | 'json'

const formats = {
  atom: { mediaType: 'application/atom+xml', write: atom },
  json: { mediaType: 'application/feed+json', write: jsonFeed },
} as const

/** Older news than these pages hold is on the pages of the site and in the record. */
const MOST_PAGES = 20

/** The page that shows what a feed follows. */
const shownAt: Record<ScopeKind, AddressName> = {
  everything: 'home',
  plan: 'plan',
  commitment: 'commitment',
  institution: 'institution',
  organisation: 'organisation',
  topic: 'topic',
  ideas: 'ideas',
  idea: 'idea',
}

/** What answers at the addresses of the feeds. */
export const newsFeed = {
  everything:
    (format: Format): Handler<'newsAtom' | 'newsJson'> =>
    (visit) =>
      answer(visit, format, () => everything(visit.house)),
  plan:
    (format: Format): Handler<'planNewsAtom' | 'planNewsJson'> =>
    (visit) =>
      answer(visit, format, () => onePlan(visit.house, visit.values.plan)),
  commitment:
    (format: Format): Handler<'commitmentNewsAtom' | 'commitmentNewsJson'> =>
    (visit) =>
      answer(visit, format, () => oneCommitment(visit.house, visit.values.plan, visit.values.number)),
  topic:
    (format: Format): Handler<'topicNewsAtom' | 'topicNewsJson'> =>
    (visit) =>
      answer(visit, format, () => oneTopic(visit.house, visit.values.topic)),
  ideas:
    (format: Format): Handler<'ideasNewsAtom' | 'ideasNewsJson'> =>
    (visit) =>
      answer(visit, format, () => ideasOf(visit.house, visit.values.plan)),
  idea:
    (format: Format): Handler<'ideaNewsAtom' | 'ideaNewsJson'> =>
    (visit) =>
      answer(visit, format, () => oneIdea(visit.house, visit.values.plan, visit.values.idea)),
  institution: (format: Format) => organisationFeed(format, 'institution'),
  organisation: (format: Format) => organisationFeed(format, 'organisation'),
}

function organisationFeed(
  format: Format,
  asked: 'institution' | 'organisation',
): Handler<`${'institution' | 'organisation'}News${'Atom' | 'Json'}`> {
  return (visit) =>
    answer(visit, format, async () => {
      const scope = await oneOrganisation(visit.house, visit.values.id)
      if (scope.kind === asked) return scope
      const name: AddressName = scope.kind === 'institution' ? 'institutionNewsAtom' : 'organisationNewsAtom'
      const atomAddress = addressInLanguage(visit.language, name, visit.values)
      const location = format === 'atom' ? atomAddress : atomAddress.replace(/atom$/, 'json')
      return new Response(null, { status: 301, headers: { Location: location } })
    })
}

function answer(visit: AnyVisit, format: Format, read: () => Promise<Scope | Response>): Promise<Response> {
  const { mediaType, write } = formats[format]
  return asDocument(visit, mediaType, async () => {
    const number = pageNumber(visit.query.get('page'))
    const scope = await read()
    return scope instanceof Response ? scope : write(await feedOf(visit, scope, number))
  })
}

function pageNumber(text: string | null): number {
  if (text === null) return 1
  const number = /^[1-9]\d?$/.test(text) ? Number(text) : Number.NaN
  if (!(number <= MOST_PAGES)) throw notFound()
  return number
}

async function feedOf(visit: AnyVisit, scope: Scope, number: number): Promise<Feed> {
  const { house, language, today } = visit
  const { news, older, organisations } = await readNews(house, scope, number)
  if (number > 1 && !news.length) throw notFound()
  const site = new URL(house.configuration.url)
  const whole = (path: string): string => new URL(path, site).href
  const here = whole(addressInLanguage(language, visit.name, visit.values))
  const pageAt = (n: number): string => (n === 1 ? here : `${here}?page=${n}`)
  // RFC 4151: a name that stays when the address changes; the year is the one in which the first feed was written.
  const tag = (name: string): string => `tag:${site.hostname},2026:${language}/${name}`
  const next = older && number < MOST_PAGES
  const entries = news.map((one) => entryOf(language, one, organisations, house.demonstration !== null))
  return {
    // The same for Atom and JSON Feed: one feed in two forms.
    id: tag(`news${addressInLanguage(language, visit.name, visit.values).replace(/\.\w+$/, '')}`),
    title: titleOf(scope, visit),
    language,
    updated: news[0]?.day ?? today,
    page: whole(addressInLanguage(language, shownAt[scope.kind], visit.values)),
    self: pageAt(number),
    pages: {
      ...(number > 1 || next ? { first: pageAt(1) } : {}),
      ...(next ? { next: pageAt(number + 1) } : {}),
      ...(number > 1 ? { previous: pageAt(number - 1) } : {}),
    },
    entries: entries.map(({ path, ...entry }) => ({ ...entry, id: tag(entry.id), url: whole(path) })),
  }
}

function titleOf({ kind, name, number, plans: [plan] }: Scope, { language }: AnyVisit): string {
  const t = newsTexts[language]
  if (kind === 'everything') return t.everything
  if (kind === 'commitment' && plan && number !== null) return t.newsOfCommitment(plainText(plan.shortTitle, language), number)
  const words = ideaNewsTexts[language]
  if (kind === 'ideas') return words.newsOfIdeas(plainText(name, language))
  if (kind === 'idea' && plan && number !== null)
    return words.newsOfIdea(plainText(plan.shortTitle, language), number, plainText(name, language))
  return t.newsOf(plainText(name, language))
}
