/* What is asked of very many ideas: the lists, the pages, what is similar. The same in each run. */
import type { createApp } from '../src/app.tsx'
import type { OpenDatabase } from '../src/platform/database/database.ts'
import type { House } from '../src/platform/house.ts'
import { IDEAS_PLAN } from './ideaRows.ts'
import { newVisitor, signedInVisitor } from './ideaVisitor.ts'
import { type Language, randomFrom } from './searchTexts.ts'

type Execute = OpenDatabase['execute']

/**
 * One kind of question: each of the acts is timed, after what prepares them all. What an act gives, where it gives something,
 * is whether it found what it should.
 */
export type Asked = { what: string; prepare?: () => Promise<void>; acts: (() => Promise<boolean | undefined>)[] }

/** What the visits need. */
export type Ground = { house: House; app: ReturnType<typeof createApp>; execute: Execute; language: Language; times: number; seed: number }

const list = `/lv/plani/${IDEAS_PLAN}/idejas`
const sorts = { support: 'supports', newest: 'published_on', late: 'answer_due' } as const
type Sort = keyof typeof sorts

/** Lists, searched and narrowed, and the pages of ideas. */
export async function readings(ground: Ground): Promise<Asked[]> {
  return [...(await listings(ground)), ...searches(ground), ...(await pages(ground))]
}

async function listings({ app, execute, times, seed }: Ground): Promise<Asked[]> {
  const random = randomFrom(seed + 2)
  const visitor = newVisitor(app)
  const one = <Item>(of: readonly Item[]): Item => of[Math.floor(random() * of.length)] as Item
  const column = async (sql: string): Promise<string[]> => (await execute(sql)).rows.map((row) => String((row as { value: unknown }).value))
  const choices: Record<string, readonly string[]> = {
    kind: ['idea', 'data-wish', 'burden'],
    state: ['waiting', 'accepted', 'partly', 'already-done', 'not-now', 'outside'],
    topic: ['access-to-information', 'civic-participation', 'technology-innovation', 'public-services', 'integrity'],
    theme: await column(`select id as value from theme where plan_id = '${IDEAS_PLAN}' and ended_on is null order by id`),
    answers: [
      '-',
      ...(await column(
        `select distinct answerer_id as value from idea where answerer_id is not null and plan_id = '${IDEAS_PLAN}' order by 1`,
      )),
    ],
  }
  const places = new Map<Sort, string[]>()
  for (const [sort, by] of Object.entries(sorts) as [Sort, string][])
    places.set(
      sort,
      await column(`select ${by}::text || '_' || id as value from idea where plan_id = '${IDEAS_PLAN}' and visibility = 'published'
        and merged_into_id is null and (answer_state = 'waiting' or '${sort}' <> 'late') order by hashint4extended(id, 7) limit ${times}`),
    )
  const asked = (what: string, query: (at: number) => Record<string, string>): Asked => ({
    what,
    acts: Array.from({ length: times }, (_, at) => {
      const path = `${list}?${new URLSearchParams(query(at))}`
      return () => visitor.open(path)
    }),
  })
  /** So many filters at once; of three lists one is a page somewhere within. */
  const narrowed = (names: readonly string[], sort: Sort, at: number): Record<string, string> => ({
    ...Object.fromEntries(names.filter((name) => sort !== 'late' || name !== 'state').map((name) => [name, one(choices[name] ?? [])])),
    sort,
    ...(at % 3 === 2 ? { after: one(places.get(sort) ?? []) } : {}),
  })
  const some = (count: number): string[] => {
    const left = Object.keys(choices)
    return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0] as string)
  }
  const sortsNamed = Object.keys(sorts) as Sort[]
  return [
    ...sortsNamed.flatMap((sort) => [
      asked(`list by ${sort}, first page`, () => ({ sort })),
      asked(`list by ${sort}, somewhere within`, (at) => ({ sort, after: places.get(sort)?.[at] ?? '' })),
    ]),
    ...Object.keys(choices).map((name) => asked(`list narrowed by ${name}`, (at) => narrowed([name], one(sortsNamed), at))),
    ...[2, 3, 4].map((count) => asked(`list narrowed by ${count} things`, (at) => narrowed(some(count), one(sortsNamed), at))),
    asked('list narrowed by 5 things', (at) => narrowed(Object.keys(choices), one(sortsNamed), at)),
  ]
}

function searches({ app, language, times, seed }: Ground): Asked[] {
  const random = randomFrom(seed + 3)
  const visitor = newVisitor(app)
  const wordOf = (from: number, to: number): string => language.word(from + Math.floor(random() * (to - from)))
  const asked = (what: string, query: () => Record<string, string>): Asked => ({
    what,
    acts: Array.from({ length: times }, (_, at) => {
      const path = `${list}?${new URLSearchParams({ ...query(), sort: ['support', 'newest'][at % 2] ?? '' })}`
      return () => visitor.open(path)
    }),
  })
  return [
    asked('search: any word', () => ({ q: language.word(language.draw()) })),
    asked('search: one of the 100 most common words', () => ({ q: wordOf(0, 100) })),
    asked('search: two common words', () => ({ q: `${wordOf(0, 300)} ${wordOf(0, 300)}` })),
    asked('search: any two words', () => ({ q: `${language.word(language.draw())} ${language.word(language.draw())}` })),
    asked('search: three words', () => ({ q: `${wordOf(0, 1000)} ${wordOf(0, 1000)} ${wordOf(0, 1000)}` })),
    asked('search: a mistyped word', () => ({ q: mistyped(wordOf(0, 20_000), random) })),
    asked('search: a common word, narrowed by kind and state', () => ({ q: wordOf(0, 300), kind: 'burden', state: 'accepted' })),
  ]
}

const mistyped = (word: string, random: () => number): string => {
  const at = 1 + Math.floor(random() * (word.length - 2))
  return word.slice(0, at) + word.slice(at + 1)
}

async function pages({ app, house, execute, times }: Ground): Promise<Asked[]> {
  const people = { visitor: newVisitor(app), participant: await signedInVisitor(app, house, 'participant') }
  const numbers = async (which: string, order: string): Promise<number[]> =>
    (
      await execute(`select number from idea where plan_id = '${IDEAS_PLAN}' and visibility = 'published' and ${which}
        order by ${order} limit ${times}`)
    ).rows.map((row) => (row as { number: number }).number)
  const any = await numbers('comments between 0 and 10', 'hashint4extended(id, 11)')
  const discussed = await numbers('comments >= 100', 'comments desc, id')
  const supported = await numbers('supports >= 100', 'supports desc, id')
  const middle = async (number: number): Promise<string> => {
    const { rows } = await execute(`select c.id from comment c join idea i on i.id = c.idea_id where i.plan_id = '${IDEAS_PLAN}'
      and i.number = ${number} and parent_id is null order by c.id offset ${50} limit 1`)
    return `?after=${(rows[0] as { id: number }).id}`
  }
  const later = await Promise.all(discussed.map(async (number) => `${number}${await middle(number)}`))
  const asked = (what: string, who: keyof typeof people, which: readonly (number | string)[]): Asked => ({
    what: `idea: ${what}${who === 'visitor' ? '' : ', signed in'}`,
    acts: which.map((one) => () => people[who].open(`${list}/${one}`)),
  })
  return [
    asked('few comments', 'visitor', any),
    asked('few comments', 'participant', any),
    asked('the most discussed (up to 500 comments)', 'visitor', discussed),
    asked('the most discussed (up to 500 comments)', 'participant', discussed),
    asked('the most discussed, comments within', 'visitor', later),
    asked('the most supported (up to 5000)', 'participant', supported),
  ]
}

/** What is similar to what someone types: an idea said again with a third of its words, mistyped ones among them; any text; and titles alone. */
export async function similarities({ app, execute, language, times, seed }: Ground): Promise<Asked[]> {
  const random = randomFrom(seed + 1)
  const visitor = newVisitor(app)
  const { rows } = await execute(
    `select number, title -> 'lv' ->> 'text' as title, proposal -> 'lv' ->> 'text' as proposal from idea
     where visibility = 'published' and merged_into_id is null and plan_id = '${IDEAS_PLAN}' order by hashint4extended(number, 7) limit ${times}`,
  )
  const again = (text: string, share: number): string =>
    text
      .split(' ')
      .map((word) => (random() < share ? (random() < 0.1 ? mistyped(word, random) : word) : language.word(language.draw())))
      .join(' ')
  const words = (count: number, from = 0, to = 0): string =>
    Array.from({ length: count }, () => language.word(to ? from + Math.floor(random() * (to - from)) : language.draw())).join(' ')
  type Typed = { title: string; problem: string; proposal: string }
  const asked = (what: string, typed: readonly (Typed & { same?: number })[]): Asked => ({
    what: `similar: ${what}`,
    acts: typed.map(({ same, ...fields }) => async () => {
      const { html, status } = await visitor.post(`${list}/lidzigas`, fields)
      if (status !== 200) throw new Error(`similar: ${status}`)
      return same === undefined ? undefined : html.includes(`/idejas/${same}\\"`)
    }),
  })
  const some = (ask: () => Typed): Typed[] => Array.from({ length: times }, ask)
  return [
    asked(
      'an idea said again',
      (rows as { number: number; title: string; proposal: string }[]).map(({ number, title, proposal }) => ({
        ...{ title: again(title, 0.5), problem: words(20), proposal: again(proposal, 0.25), same: number },
      })),
    ),
    asked(
      'any text of 57 words',
      some(() => ({ title: words(7), problem: words(20), proposal: words(30) })),
    ),
    asked(
      'any title of 5 words',
      some(() => ({ title: words(5), problem: '', proposal: '' })),
    ),
    asked(
      'a title of 4 common words',
      some(() => ({ title: words(4, 0, 300), problem: '', proposal: '' })),
    ),
    asked(
      'a text of 40 common words',
      some(() => ({ title: words(5, 0, 500), problem: '', proposal: words(35, 0, 500) })),
    ),
  ]
}
