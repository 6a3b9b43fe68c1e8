import { organisationNamesAt } from '../../../people/index.ts'
import { dayInRiga } from '../../../platform/clock.ts'
import { clockTime, shortDate } from '../../../platform/languages/dates.ts'
import { type Language, type LocalText, plainText } from '../../../platform/languages/languages.ts'
import type { RecordEntry } from '../../../record/index.ts'
import { type AddressName, addresses, addressInLanguage } from '../../addresses.ts'
import { bare, langOf, type Named, named } from '../../named.ts'
import type { AnyVisit } from '../../visit.ts'
import { roleWords } from './roleWords.ts'
import { recordTexts } from './texts.ts'

/** Names of the organisations that entries were made for or about, by id. */
export type EntryNames = ReadonlyMap<string, LocalText>

/** The id of the institution or organisation that a thing is; null when it is another thing. */
const organisationIn = (object: string): string | null => /^\/(?:institutions|organisations)\/([\w-]+)$/.exec(object)?.[1] ?? null

/** The names of everyone these entries were made for or about: one query. */
export async function namesIn(visit: AnyVisit, entries: readonly RecordEntry[]): Promise<EntryNames> {
  const ids = [...new Set(entries.flatMap(({ actor, object }) => [actor.for, organisationIn(object)].filter((id) => id !== null)))]
  return ids.length ? organisationNamesAt(visit.house.db, ids, visit.today) : new Map()
}

/** Who acted: the role, and for whom. */
export function actorText(language: Language, { actor }: RecordEntry, names: EntryNames): string {
  const role = roleWords(language, actor.role)
  return actor.for ? `${role}, ${plainText(names.get(actor.for), language) || actor.for}` : role
}

/** The moment of an entry, in the plan's time zone. */
export function Moment({ language, time }: { language: Language; time: string }) {
  const moment = new Date(time)
  return (
    <time dateTime={time}>
      {shortDate(language, dayInRiga(moment))} {clockTime(language, moment)}
    </time>
  )
}

/** Pages that show a thing; forms about it have addresses of their own. */
const pagesOfThings = [
  'plan',
  'commitment',
  'updates',
  'document',
  'ideas',
  'themes',
  'idea',
  'institution',
  'organisation',
  'report',
  'notice',
  'event',
  'survey',
  'ballot',
  'forumDecision',
  'forumMeeting',
  'forumSeat',
  'forum',
  'accessibility',
] as const satisfies readonly AddressName[]

const patterns = pagesOfThings.map((name) => ({
  name,
  keys: [...addresses[name].en.matchAll(/:(\w+)/g)].map((found) => found[1] ?? ''),
  pattern: new RegExp(`^${addresses[name].en.replace(/^\/en/, '').replace(/:\w+/g, '([\\w.-]+)')}$`),
}))

/** The page of a thing, by its address in the record, which is the English one without its language; null when it has none. */
export function pageOf(language: Language, object: string): string | null {
  for (const { name, keys, pattern } of patterns) {
    const found = pattern.exec(object)
    if (found) return addressInLanguage(language, name, Object.fromEntries(keys.map((key, index) => [key, found[index + 1] ?? ''])))
  }
  return null
}

/** A thing in words where its address tells them, else the address itself. */
export function thingText(visit: AnyVisit, object: string, names: EntryNames = new Map()): Named {
  const t = recordTexts[visit.language]
  if (object === '/demonstration') return t.demonstration
  if (object === '/people') return t.people
  if (object === '/accessibility') return t.accessibility
  const organisation = organisationIn(object)
  if (organisation) return named(names.get(organisation), visit.language, organisation)
  const role = /^\/roles\/([\w-]+)$/.exec(object)?.[1]
  if (role) return t.role(roleWords(visit.language, role))
  const notice = /^\/news\/(\d+)$/.exec(object)?.[1]
  if (notice) return t.notice(notice)
  const event = /^\/events\/(\d+)$/.exec(object)?.[1]
  if (event) return t.event(event)
  const ballot = /^\/ballots\/(\d+)$/.exec(object)?.[1]
  if (ballot) return t.ballot(ballot)
  const survey = /^\/surveys\/(\d+)$/.exec(object)?.[1]
  if (survey) return t.survey(survey)
  const [, forum = '', part, which = ''] = /^\/forums\/([\w-]+)(?:\/(seats|meetings|decisions)\/([\w-]+))?$/.exec(object) ?? []
  if (forum)
    return part === 'seats'
      ? t.forumSeat(which)
      : part === 'meetings'
        ? t.forumMeeting(which)
        : part
          ? t.forumDecision(which)
          : t.forum(forum)
  const [, ofPlan = '', document] = /^\/plans\/([\w-]+)\/documents\/(\d+)$/.exec(object) ?? []
  const planTitle = (id: string): Named => visit.frame.plans.find((p) => p.id === id)?.title ?? t.plan(id)
  if (document) return `${t.document(document)}, ${bare(planTitle(ofPlan))}`
  const [, grouped = '', themes, theme] = /^\/plans\/([\w-]+)\/ideas(\/themes(?:\/(\d+))?)?$/.exec(object) ?? []
  if (grouped) return [theme ? t.theme(theme) : themes ? t.themes : t.ideas, bare(planTitle(grouped))].join(', ')
  const [, its = '', idea, comment] = /^\/plans\/([\w-]+)\/ideas\/(\d+)(?:\/comments\/(\d+))?$/.exec(object) ?? []
  if (idea) return [...(comment ? [t.comment(comment)] : []), t.idea(idea), bare(planTitle(its))].join(', ')
  const [, inPlan = '', call = ''] = /^\/plans\/([\w-]+)\/calls\/(\d+)$/.exec(object) ?? []
  if (call) return `${t.call(call)}, ${bare(planTitle(inPlan))}`
  const found = /^\/plans\/([\w-]+)(?:\/commitments\/(\d+)(?:\/milestones\/(\d+))?)?$/.exec(object)
  if (!found) return object
  const [, planId = '', commitment, milestone] = found
  const plan = planTitle(planId)
  if (!commitment) return plan
  return [t.commitment(commitment), ...(milestone ? [t.milestone(milestone)] : []), bare(plan)].join(', ')
}

/** A thing, leading to its page when it has one. */
export function Thing({ visit, object, names }: { visit: AnyVisit; object: string; names: EntryNames }) {
  const href = pageOf(visit.language, object)
  const text = thingText(visit, object, names)
  if (href)
    return (
      <a href={href} {...langOf(text)}>
        {bare(text)}
      </a>
    )
  return (
    <span {...(text === object ? { class: 'address' } : {})} {...langOf(text)}>
      {bare(text)}
    </span>
  )
}
