import { answerStates, contributionKinds, type IdeaFilter, type IdeaPlace, ideaOrders } from '../../../cycle/ideas/index.ts'
import { grandChallenges, ogpValues } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'

/** What an address asks of the list of ideas, before its words are looked up; `ignored` when something in it was no choice. */
export type AskedIdeas = { filter: Omit<IdeaFilter, 'stems'>; words: string; after: IdeaPlace | null; ignored: boolean }

/** Longer texts are not looked for. */
const MOST_CHARACTERS = 200

/** Reads the query of the list's address. */
export function readAskedIdeas(query: URLSearchParams, planId: string, today: Day): AskedIdeas {
  let ignored = false
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
    const asked = query.get(name)
    if (!asked) return null
    const found = values.find((value) => value === asked)
    ignored ||= found === undefined
    return found ?? null
  }
  const fitting = (name: string, pattern: RegExp): string | null => {
    const asked = query.get(name)
    if (!asked) return null
    ignored ||= !pattern.test(asked)
    return pattern.test(asked) ? asked : null
  }
  const order = oneOf('sort', ideaOrders) ?? 'support'
  const themeId = fitting('theme', /^[1-9]\d{0,8}$/)
  const filter: AskedIdeas['filter'] = {
    planId,
    state: oneOf('state', answerStates),
    kind: oneOf('kind', contributionKinds),
    topic: oneOf('topic', [...ogpValues, ...grandChallenges]),
    themeId: themeId === null ? null : Number(themeId),
    answererId: fitting('answers', /^(?:-|[a-z0-9][a-z0-9-]{0,63})$/),
    order,
    today,
  }
  const [, value = '', id = ''] = /^(\d{1,9}|\d{4}-\d\d-\d\d)_(\d{1,9})$/.exec(query.get('after') ?? '') ?? []
  const fits = order === 'support' ? /^\d+$/.test(value) : /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value) && isDay(value)
  const words = (query.get('q') ?? '').trim().slice(0, MOST_CHARACTERS)
  return { filter, words, after: id && fits ? { value, id: Number(id) } : null, ignored }
}

/** 31 February has the form of a day and is none. */
const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** A list as the query of its address, with its question mark; empty for the whole list by support. */
export function queryOfIdeas({ filter, words }: Pick<AskedIdeas, 'filter' | 'words'>, after: IdeaPlace | null = null): string {
  const { state, kind, topic, themeId, answererId, order } = filter
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (state) query.set('state', state)
  if (kind) query.set('kind', kind)
  if (topic) query.set('topic', topic)
  if (themeId !== null) query.set('theme', String(themeId))
  if (answererId) query.set('answers', answererId)
  if (order !== 'support') query.set('sort', order)
  if (after) query.set('after', `${after.value}_${after.id}`)
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** Is the list narrowed at all? */
export const isNarrowedBy = ({ filter, words }: Pick<AskedIdeas, 'filter' | 'words'>): boolean =>
  words !== '' ||
  filter.state !== null ||
  filter.kind !== null ||
  filter.topic !== null ||
  filter.themeId !== null ||
  filter.answererId !== null
