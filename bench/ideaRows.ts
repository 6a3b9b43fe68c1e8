/* Very many ideas with supports and comments: made up, the same in each run, with words as unevenly frequent as in a language. */
import { neighboursOf, stemsOf } from '../src/methods/words.ts'
import type { OpenDatabase } from '../src/platform/database/database.ts'
import type { Language } from './searchTexts.ts'

type Execute = OpenDatabase['execute']

/** The plan that all of them are sent to. */
export const IDEAS_PLAN = 'lv-4'

/** How many of each word's forms are used, and how many ideas are put in at once. */
const FORMS = 4
const AT_ONCE = 10_000
const PEOPLE = 100_000
const WORDS = { title: 7, problem: 20, proposal: 30 }
const ALL_WORDS = WORDS.title + WORDS.problem + WORDS.proposal

/** A number between 0 and 1 that is the same in each run: `place` tells the numbers of one row apart. */
const chance = (row: string, place: string): string =>
  `((hashint8extended(${row}::bigint * 1000 + ${place}, 20191016) & 1073741823) / 1073741824.0)`

/** The rank of a word by Zipf's law with the offset of searchTexts.ts, from a number between 0 and 1: the inverse of its sum. */
const rankOf = (number: string, lemmas: number): string => `floor(20 * power((${lemmas} + 20) / 20.0, ${number}) - 20)::int`

const inLatvian = (written: string): string => `jsonb_build_object('lv', jsonb_build_object('text', ${written}, 'state', 'original'))`

/**
 * Puts so many ideas into the plan of a demonstration, with the numbers of their supports and comments, all counted; with
 * `supports` the rows of ten supports and two comments an idea too. Made in the database, from a list of words that is
 * sent there; the index of words is built at the end, as is quicker.
 */
export async function fillIdeas(
  execute: Execute,
  language: Language,
  { ideas, supports }: { ideas: number; supports: boolean },
  tell: (line: string) => void = () => undefined,
): Promise<void> {
  await putWords(execute, language)
  const { rows } = await execute(`
    insert into call (plan_id, title, body, what_next, kinds, starts_on, ends_on, published_on, demonstration, record_seq)
    values ('${IDEAS_PLAN}', ${inLatvian(`'Aicinājums'`)}, ${inLatvian(`'Teksts'`)}, ${inLatvian(`'Tālāk'`)}, '{idea,data-wish,burden}',
      '2019-09-01', '2019-10-15', '2019-09-01', true, 1) returning id`)
  const callId = (rows[0] as { id: number }).id
  await execute('drop index idea_by_words')
  for (let at = 1; at <= ideas; at += AT_ONCE) {
    await execute(ideasBetween(callId, at, Math.min(ideas, at + AT_ONCE - 1), language.lemmas.length))
    if ((at - 1) % 100_000 === 0) tell(`${at - 1} ideas`)
  }
  tell(`${ideas} ideas`)
  await execute('create index idea_by_words on idea using gin (words)')
  await execute(`
    insert into idea_count (plan_id, kind, answer_state, ideas)
    select plan_id, kind, answer_state, count(*) from idea where call_id = ${callId} and visibility = 'published' group by 1, 2, 3
    on conflict (plan_id, kind, answer_state) do update set ideas = idea_count.ideas + excluded.ideas`)
  await execute(`
    insert into idea_stem (stem, ideas, neighbours)
    select word, ndoc, coalesce(b.neighbours, '{}') from ts_stat('select words from idea where call_id = ${callId}') s
    left join (select distinct on (stem) stem, neighbours from bench_word order by stem) b on b.stem = s.word
    union all select '', count(*), '{}' from idea where call_id = ${callId}
    on conflict (stem) do update set ideas = idea_stem.ideas + excluded.ideas`)
  tell('stems')
  if (supports) await putSupports(execute, callId, tell)
  await execute('drop table bench_word')
  await execute('vacuum analyze')
}

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

/** Ideas of these numbers. Of a hundred, 96 are seen, 3 are hidden and one waits; 30 have an answer. */
function ideasBetween(callId: number, first: number, last: number, lemmas: number): string {
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
    )
    insert into idea (plan_id, call_id, number, kind, title, problem, proposal, "values", author_kind, author_name, sector, channel, language,
      sent_on, sent_at, visibility, published_on, answer_state, answer_due, answered_on, supports, comments, words, demonstration, record_seq)
    select '${IDEAS_PLAN}', ${callId}, n, (array['idea','idea','idea','data-wish','burden'])[1 + n % 5],
      ${inLatvian('title')}, ${inLatvian('problem')}, ${inLatvian('proposal')},
      array[(array['access-to-information','civic-participation','public-accountability','technology-innovation'])[1 + n % 4]],
      'display-name', 'Iedzīvotājs ' || n, (array['resident','resident','civil-society','business','academia'])[1 + n % 5], 'web', 'lv',
      day, day::timestamptz + interval '1 second' * (n % 80000), visibility, case when visibility = 'published' then day end,
      state, '2019-10-29', case when state <> 'waiting' then '2019-10-20'::date end,
      least(5000, floor(5 / sqrt(${chance('n', '903')} + 1e-9)))::int, 0, words, true, 1
    from drawn order by n`
}

/** The rows behind the numbers: an idea's supporters are people one after the other, a comment of four answers the first. */
async function putSupports(execute: Execute, callId: number, tell: (line: string) => void): Promise<void> {
  await execute(`
    insert into person (id, name, email, created_at, updated_at, demonstration)
    select 'bench-' || n, 'Iedzīvotājs ' || n, 'bench-' || n || '@example.org', now(), now(), true from generate_series(0, ${PEOPLE - 1}) n
    on conflict do nothing`)
  const { rows } = await execute(`select min(id) as first, max(id) as last from idea where call_id = ${callId}`)
  const { first, last } = rows[0] as { first: number; last: number }
  for (let at = first; at <= last; at += AT_ONCE) {
    const some = `idea i where i.call_id = ${callId} and i.id between ${at} and ${at + AT_ONCE - 1}`
    await execute(`
      insert into support (idea_id, person_id, sector, created_at)
      select i.id, 'bench-' || (i.number::bigint * 7919 + k) % ${PEOPLE}, (array['resident','resident','civil-society','business'])[1 + k % 4], i.sent_at
      from (select * from ${some}) i, generate_series(0, i.supports - 1) k`)
    await execute(`
      insert into support_count (idea_id, sector, supports)
      select s.idea_id, s.sector, count(*) from support s where s.idea_id between ${at} and ${at + AT_ONCE - 1} group by 1, 2`)
    const comments = (kind: string, parent: string, which: string, from: string): string => `
      insert into comment (idea_id, parent_id, kind, body, language, author_kind, author_name, sector, visibility, sent_on, sent_at, demonstration, record_seq)
      select i.id, ${parent}, ${kind}, i.proposal -> 'lv' ->> 'text', 'lv', 'display-name', 'Iedzīvotājs ' || k, 'resident', 'published', i.sent_on,
        i.sent_at + interval '1 minute' * k, true, 1
      from (select * from ${some}) i, generate_series(1, least(500, round(1 / sqrt(${chance('i.number', '904')} + 1e-9)))::int) k ${from} where ${which}`
    await execute(comments(`(array['for','against','question'])[1 + k % 3]`, 'null', 'k % 4 > 0', ''))
    await execute(
      comments(
        `'reply'`,
        'p.id',
        'k % 4 = 0',
        `join lateral (select c.id from comment c where c.idea_id = i.id and c.parent_id is null order by c.id limit 1) p on true`,
      ),
    )
    await execute(`
      update idea set comments = c.comments from (
        select idea_id, count(*) as comments from comment where idea_id between ${at} and ${at + AT_ONCE - 1} group by 1) c
      where c.idea_id = idea.id`)
    if ((at - first) % 100_000 === 0) tell(`supports and comments of ${at - first} ideas`)
  }
}
