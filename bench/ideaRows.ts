/* Very many ideas with supports and comments: made up, the same in each run, with words as unevenly frequent as in a language. */
import { neighboursOf, stemsOf } from '../src/methods/words.ts'
import type { OpenDatabase } from '../src/platform/database/database.ts'
import { withBareTables } from './bareTables.ts'
import type { Language } from './searchTexts.ts'

type Execute = OpenDatabase['execute']

/** The plan that all of them are sent to, and the day on which it is looked at: all were sent, and the call is still open. */
export const IDEAS_PLAN = 'lv-4'
export const IDEAS_DAY = '2019-11-06'

/** How many of each word's forms are used, and how many ideas are put in at once. */
const FORMS = 4
const AT_ONCE = 10_000
const PEOPLE = 100_000
const THEMES = 40
const WORDS = { title: 7, problem: 20, proposal: 30 }
const ALL_WORDS = WORDS.title + WORDS.problem + WORDS.proposal
const DUE = '2019-10-15'

/** A number between 0 and 1 that is the same in each run: `place` tells the numbers of one row apart. */
const chance = (row: string, place: string): string =>
  `((hashint8extended(${row}::bigint * 1000 + ${place}, 20191016) & 1073741823) / 1073741824.0::float8)`

/** The rank of a word by Zipf's law with the offset of searchTexts.ts, from a number between 0 and 1: the inverse of its sum. */
const rankOf = (number: string, lemmas: number): string => `floor(20 * power((${lemmas} + 20) / 20.0::float8, ${number}) - 20)::int`

/** How many of something an idea has: `mean` on average, none often, very many rarely (Pareto's law). */
const many = (mean: number, most: number, number: string): string =>
  `least(${most}, round(${mean} / sqrt(${number} + 1e-9)) - ${mean})::int`

const inLatvian = (written: string): string => `jsonb_build_object('lv', jsonb_build_object('text', ${written}, 'state', 'original'))`
const oneOf = (words: readonly string[], number: string): string => `(array['${words.join("','")}'])[1 + (${number}) % ${words.length}]`

/**
 * Puts so many ideas into the plan of a demonstration, with ten supports and two comments an idea, all counted as the use
 * cases count. Made in the database, from a list of words that is sent there.
 */
export async function fillIdeas(execute: Execute, language: Language, ideas: number, tell: (line: string) => void): Promise<void> {
  await putWords(execute, language)
  await putPeople(execute)
  const one = async (sql: string): Promise<number> => ((await execute(sql)).rows[0] as { number: number }).number
  const callId = await one(`
    insert into call (plan_id, title, body, what_next, kinds, starts_on, ends_on, published_on, demonstration, record_seq)
    values ('${IDEAS_PLAN}', ${inLatvian(`'Aicinājums'`)}, ${inLatvian(`'Teksts'`)}, ${inLatvian(`'Tālāk'`)}, '{idea,data-wish,burden}',
      '2019-09-01', '2019-11-30', '2019-09-01', true, 1) returning id as number`)
  const themeId = await one(`
    with made as (
      insert into theme (plan_id, position, title, demonstration, record_seq)
      select '${IDEAS_PLAN}', 100 + n, ${inLatvian(`'Tēma ' || n`)}, true, 1 from generate_series(1, ${THEMES}) n returning id)
    select min(id) as number from made`)
  const before = await one(`select coalesce(max(number), 0) as number from idea where plan_id = '${IDEAS_PLAN}'`)
  const firstId = (await one(`select coalesce(max(id), 0)::int as number from idea`)) + 1
  await withBareTables(execute, ['idea', 'support', 'support_count', 'comment', 'answer'], async () => {
    for (let at = 0; at < ideas; at += AT_ONCE) {
      if (at % 100_000 === 0) tell(`${at} ideas`)
      const last = firstId + Math.min(ideas, at + AT_ONCE) - 1
      await execute(ideasBetween({ callId, themeId, ahead: before + 1 - firstId }, firstId + at, last, language.lemmas.length))
      for (const rows of hangingOn(firstId + at, last)) await execute(rows)
    }
    tell('indexes')
  })
  for (const table of ['idea', 'comment']) await execute(`select setval('${table}_id_seq', max(id)) from ${table}`)
  tell('counters')
  await count(execute, callId)
  await execute('drop table bench_word')
  await execute('vacuum analyze')
}

/** The numbers that use cases count with each act, told from all rows at once. */
async function count(execute: Execute, callId: number): Promise<void> {
  const counted = `from idea where call_id = ${callId} and visibility = 'published' and merged_into_id is null`
  await execute(`
    insert into idea_count (plan_id, kind, answer_state, ideas) select plan_id, kind, answer_state, count(*) ${counted} group by 1, 2, 3
    on conflict (plan_id, kind, answer_state) do update set ideas = idea_count.ideas + excluded.ideas`)
  await execute(`
    insert into waiting_count (plan_id, answerer, due, ideas)
    select plan_id, coalesce(answerer_id, ''), answer_due, count(*) ${counted} and answer_state = 'waiting' group by 1, 2, 3
    on conflict (plan_id, answerer, due) do update set ideas = waiting_count.ideas + excluded.ideas`)
  await execute(`
    insert into answer_days_count (plan_id, days, ideas)
    select plan_id, answered_on - sent_on, count(*) ${counted} and answer_state <> 'waiting' group by 1, 2
    on conflict (plan_id, days) do update set ideas = answer_days_count.ideas + excluded.ideas`)
  await execute(`
    insert into idea_stem (stem, ideas, neighbours)
    select word, ndoc, coalesce(b.neighbours, '{}') from ts_stat('select words from idea where call_id = ${callId}') s
    left join (select distinct on (stem) stem, neighbours from bench_word order by stem) b on b.stem = s.word
    union all select '', count(*), '{}' from idea where call_id = ${callId}
    on conflict (stem) do update set ideas = idea_stem.ideas + excluded.ideas`)
  // What the search of all texts would have read of them: the list looks there for words that someone mistyped.
  await execute(`insert into search_word (stem, neighbours) select stem, neighbours from idea_stem where stem <> '' on conflict do nothing`)
}

const putPeople = (execute: Execute): Promise<unknown> =>
  execute(`
    insert into person (id, name, email, created_at, updated_at, demonstration)
    select 'bench-' || n, 'Iedzīvotājs ' || n, 'bench-' || n || '@example.org', now(), now(), true from generate_series(0, ${PEOPLE - 1}) n`)

/** The words and their stems, in a table that goes when all is put in. */
async function putWords(execute: Execute, { lemmas, word }: Language): Promise<void> {
  await execute(
    'create unlogged table bench_word (rank int, place int, form text, stem text, neighbours text[], primary key (rank, place))',
  )
  for (let at = 0; at < lemmas.length; at += 2_000) {
    const rows = lemmas.slice(at, at + 2_000).flatMap((_, index) =>
      Array.from({ length: FORMS }, (_, place) => {
        const form = word(at + index)
        const [stem = form] = stemsOf(form, 'lv')
        return { rank: at + index, place, form, stem, neighbours: neighboursOf(stem) }
      }),
    )
    await execute(
      `insert into bench_word select rank, place, form, stem, array(select jsonb_array_elements_text(neighbours))
       from jsonb_to_recordset($1::jsonb) r(rank int, place int, form text, stem text, neighbours jsonb)`,
      [JSON.stringify(rows)],
    )
  }
  await execute('analyze bench_word')
}

/**
 * Ideas of these ids. Of a hundred, 96 are seen, 3 are hidden and one waits; 30 have an answer, 40 another answerer than the
 * secretariat, 30 a theme, and one is merged into the one before it.
 */
function ideasBetween(
  { callId, themeId, ahead }: { callId: number; themeId: number; ahead: number },
  first: number,
  last: number,
  lemmas: number,
): string {
  const partOf = (from: number, words: number): string =>
    `string_agg(form, ' ' order by at) filter (where at > ${from} and at <= ${from + words})`
  return `
    with words as materialized (
      select n, at, b.form, b.stem from generate_series(${first}, ${last}) n, generate_series(1, ${ALL_WORDS}) at
      join lateral (select ${rankOf(chance('n', 'at'), lemmas)} as rank, (n + at) % ${FORMS} as place) drawn on true
      join bench_word b on b.rank = drawn.rank and b.place = drawn.place
    ), texts as (
      select n, ${partOf(0, WORDS.title)} as title, ${partOf(WORDS.title, WORDS.problem)} as problem,
        ${partOf(WORDS.title + WORDS.problem, WORDS.proposal)} as proposal,
        string_agg('''' || stem || '''' || case when at <= ${WORDS.title} then ':1A' else '' end, ' ')::tsvector as words,
        ${chance('n', '900')} as u, ${chance('n', '901')} as v, ${chance('n', '902')} as w
      from words group by n
    ), drawn as (
      select *, case when u < 0.96 then 'published' when u < 0.99 then 'hidden' else 'waiting' end as visibility,
        case when v < 0.7 then 'waiting' else (array['accepted','partly','already-done','not-now','outside'])[1 + floor((v - 0.7) / 0.0600001)::int] end as state,
        '2019-09-01'::date + floor(w * 45)::int as day
      from texts
    ), institution as (
      select array_agg(id order by id) as ids from organisation where sector = 'government'
    )
    insert into idea (id, plan_id, call_id, number, kind, title, problem, proposal, "values", challenges, author_kind, author_name, author_id,
      sector, channel, language, sent_on, sent_at, visibility, published_on, theme_id, merged_into_id, answer_state, answerer_id, answer_due,
      answered_on, supports, comments, words, demonstration, record_seq)
    select n, '${IDEAS_PLAN}', ${callId}, n + ${ahead}, ${oneOf(['idea', 'idea', 'idea', 'data-wish', 'burden'], 'n')},
      ${inLatvian('title')}, ${inLatvian('problem')}, ${inLatvian('proposal')},
      array[${oneOf(['access-to-information', 'civic-participation', 'public-accountability', 'technology-innovation'], 'n / 5')}],
      case when n % 3 = 0 then array[${oneOf(['public-services', 'integrity', 'public-resources', 'corporate-accountability', 'safer-communities'], 'n / 3')}] else '{}' end,
      'display-name', 'Iedzīvotājs ' || n, 'bench-' || n % ${PEOPLE},
      ${oneOf(['resident', 'resident', 'civil-society', 'business', 'academia'], 'n / 7')}, 'web', 'lv',
      day, day::timestamptz + interval '1 second' * (n % 80000), visibility, case when visibility = 'published' then day end,
      case when ${chance('n', '905')} < 0.3 then ${themeId} + floor(power(${chance('n', '906')}, 2) * ${THEMES})::int end,
      case when n % 97 = 0 and n > ${first} then n - 1 end, state,
      case when ${chance('n', '907')} < 0.4 then ids[1 + floor(power(${chance('n', '908')}, 2) * least(20, cardinality(ids)))::int] end, '${DUE}'::date + n % 60,
      case when state <> 'waiting' then day + 1 + n % 20 end,
      ${many(10, 5000, chance('n', '903'))}, ${many(2, 500, chance('n', '904'))}, words, true, 1
    from drawn, institution order by n`
}

/** What hangs on the ideas of these ids, as many as they count: supports of people one after the other, comments of which the fourth answers the third, and answers. */
function hangingOn(first: number, last: number): string[] {
  const some = `(select * from idea where id between ${first} and ${last}) i`
  const sector = oneOf(['resident', 'resident', 'civil-society', 'business'], 'k')
  return [
    `insert into support (idea_id, person_id, sector, created_at)
     select i.id, 'bench-' || (i.id::bigint * 7919 + k) % ${PEOPLE}, ${sector}, i.sent_at from ${some}, generate_series(0, i.supports - 1) k`,
    `insert into support_count (idea_id, sector, supports)
     select i.id, ${sector}, count(*) from ${some}, generate_series(0, i.supports - 1) k group by 1, 2`,
    `with numbered as (
       select i.*, sum(comments) over (order by i.id) - comments + (select coalesce(max(id), 0) from comment) as before from ${some}
     )
     insert into comment (id, idea_id, parent_id, kind, body, language, author_kind, author_name, sector, visibility, sent_on, sent_at, demonstration, record_seq)
     select before + k, i.id, case when k % 4 = 0 then before + k - 1 end,
       case when k % 4 = 0 then 'reply' else (array['for','against','question'])[1 + k % 3] end,
       i.proposal -> 'lv' ->> 'text', 'lv', 'display-name', 'Iedzīvotājs ' || k, 'resident', 'published', i.sent_on,
       i.sent_at + interval '1 minute' * k, true, 1
     from numbered i, generate_series(1, i.comments) k order by i.id, k`,
    `insert into answer (idea_id, number, state, reasons, institution_id, theme_id, answered_on, demonstration, record_seq)
     select i.id, 1, i.answer_state, jsonb_build_object('lv', jsonb_build_object('text', repeat(i.proposal -> 'lv' ->> 'text', 2), 'state', 'original')),
       coalesce(i.answerer_id, (select min(id) from organisation where sector = 'government')),
       case when i.answer_state = 'accepted' then coalesce(i.theme_id, (select min(id) from theme where plan_id = i.plan_id)) end, i.answered_on, true, 1
     from ${some} where i.answer_state <> 'waiting'`,
  ]
}
