/* Texts to search in: made up, the same in each run, with words as unevenly frequent as in a language. */
import type { OpenDatabase } from '../src/platform/database/database.ts'

/** A small generator of numbers between 0 and 1 that starts from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const LEMMAS = 60_000
/** Zipf's law: the word of rank r is used in proportion to 1 / (r + offset); the offset stands for the small words, which nobody looks for. */
const OFFSET = 20
const onsets = 'b d dz g j k l m n p r s t v z č ģ ķ ļ ņ š ž br dr gr kr kl pl pr sk sp st str tr sv zv'.split(' ')
const vowels = 'a a a i i e u ā ē ī ū o ai ie au'.split(' ')
const codas = ['', '', '', '', 'l', 'm', 'n', 'r', 's', 'k', 't']
const endings = 'a as ai u ā ām ās s m us i iem os is im e es ei ē ēm'.split(' ')

export type Language = { lemmas: readonly string[]; word: (rank: number) => string; draw: () => number; random: () => number }

/** A made-up language with Latvian sounds and endings. `draw` gives the rank of a word as often as it is used. */
export function makeLanguage(seed: number): Language {
  const random = randomFrom(seed)
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? ''
  const lemmas = new Set<string>()
  while (lemmas.size < LEMMAS) {
    const syllables = 2 + Math.floor(random() * 2.5)
    let lemma = ''
    for (let at = 0; at < syllables; at += 1) lemma += one(onsets) + one(vowels) + (at + 1 < syllables ? one(codas) : '')
    lemmas.add(lemma + one(onsets.slice(0, 20)))
  }
  const list = [...lemmas]
  const sums = new Float64Array(LEMMAS)
  let sum = 0
  for (let rank = 0; rank < LEMMAS; rank += 1) sums[rank] = sum += 1 / (rank + 1 + OFFSET)
  const draw = (): number => {
    const wanted = random() * sum
    let [low, high] = [0, LEMMAS - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  return { lemmas: list, random, draw, word: (rank) => `${list[rank]}${one(endings)}` }
}

const text = (language: Language, words: number): string => Array.from({ length: words }, () => language.word(language.draw())).join(' ')
/** Short texts are frequent, long ones are not. */
const length = (language: Language, shortest: number, usual: number): number =>
  Math.round(shortest + usual * -Math.log(1 - language.random() * 0.99))
const inLatvian = (written: string): string => JSON.stringify({ lv: { text: written, state: 'original' } })

const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAYS = 4_500
export const LAST_DAY = '2027-06-01'

type Row = (string | number | null)[]

/**
 * Fills an empty, migrated database with about so many public texts: of 100 texts 1 is a commitment's, 5 milestones',
 * 80 updates', 6 assessments', 6 the names of evidence. They become known day by day.
 */
export async function fill({ execute }: OpenDatabase, language: Language, texts: number, tell: (line: string) => void): Promise<void> {
  let seq = 0
  const share = (percent: number): number => Math.max(1, Math.round((texts * percent) / 100))
  const dayOf = (done: number): string => new Date(FIRST_DAY + Math.floor(done * DAYS) * 86_400_000).toISOString().slice(0, 10)
  const put = async (table: string, columns: string, types: string, rows: Row[]): Promise<void> => {
    const list = types.split(' ')
    const parts = list.map((type, index) => `($1::jsonb #>> array[n::text, '${index}'])::${type}`)
    await execute(`insert into ${table} (${columns}) select ${parts.join(', ')} from generate_series(0, ${rows.length - 1}) n`, [
      JSON.stringify(rows),
    ])
  }
  const putAll = async (
    table: string,
    columns: string,
    types: string,
    count: number,
    row: (index: number, seq: number, day: string) => Row,
  ) => {
    const AT_ONCE = 1_000
    for (let at = 0; at < count; at += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, n) => row(at + n, seq + n + 1, dayOf((at + n) / count)))
      seq += rows.length
      await put(table, columns, types, rows)
    }
    tell(`${table}: ${count}`)
  }
  const [plans, organisations] = [20, 200]
  const [commitments, milestones, updates, assessments, evidence] = [1, 5, 80, 6, 6].map(share) as [number, number, number, number, number]
  await putAll('organisation', 'id, sector, record_seq', 'text text bigint', organisations, (n, at) => [`i-${n}`, 'government', at])
  await putAll('organisation_name', 'organisation_id, name', 'text jsonb', organisations, (n) => [`i-${n}`, inLatvian(text(language, 3))])
  await putAll(
    'plan',
    'id, ordinal, title, short_title, period_start, period_end, certainty, record_seq',
    'text int jsonb jsonb text text text bigint',
    plans,
    (n, at) => [`p-${n}`, n + 1, inLatvian(text(language, 10)), inLatvian(text(language, 3)), `${2015 + n}`, `${2016 + n}`, 'seen', at],
  )
  // Two periods a plan; an update is one milestone's, one institution's, one period's.
  await putAll(
    'reporting_period',
    'plan_id, position, starts_on, reference_day, record_seq',
    'text int date date bigint',
    plans * 2,
    (n, at) => [`p-${n % plans}`, 1 + Math.floor(n / plans), '2015-01-01', `20${15 + (n % 30)}-06-30`, at],
  )
  await putAll(
    'commitment',
    'plan_id, number, title, problem, promise, record_seq, known_from, certainty',
    'text int jsonb jsonb jsonb bigint date text',
    commitments,
    (n, at, day) => [
      `p-${n % plans}`,
      1 + Math.floor(n / plans),
      inLatvian(text(language, 8)),
      inLatvian(text(language, length(language, 30, 60))),
      inLatvian(text(language, length(language, 30, 60))),
      at,
      day,
      'seen',
    ],
  )
  // Only who takes part in a commitment is found.
  await putAll(
    'commitment_party',
    'commitment_id, organisation_id, part, position, certainty',
    'int text text int text',
    Math.min(organisations, commitments),
    (n) => [n + 1, `i-${n}`, 'lead', 1, 'seen'],
  )
  await putAll('milestone', 'commitment_id, number, title, certainty, record_seq', 'int int jsonb text bigint', milestones, (n, at) => [
    1 + (n % commitments),
    1 + Math.floor(n / commitments),
    inLatvian(text(language, length(language, 6, 8))),
    'seen',
    at,
  ])
  await putAll('"update"', 'milestone_id, organisation_id, period_id', 'int text int', updates, (n) => [
    1 + (n % milestones),
    `i-${Math.floor(n / milestones) % organisations}`,
    1 + (Math.floor(n / milestones) % (plans * 2)),
  ])
  await putAll('evidence', 'update_id, title, url, added_on', 'int text text date', evidence, (n, _, day) => [
    1 + n * Math.floor(updates / evidence),
    text(language, length(language, 3, 4)),
    'https://example.org/',
    day,
  ])
  await putAll(
    'update_version',
    'update_id, number, state, text, language, published_on, record_seq, evidence_ids',
    'int int text text text date bigint int[]',
    updates,
    (n, at, day) => {
      const proof = n % Math.floor(updates / evidence) === 0 && n / Math.floor(updates / evidence) < evidence
      const words = text(language, length(language, 15, 45))
      return [n + 1, 1, 'limited', words, 'lv', day, at, proof ? `{${1 + n / Math.floor(updates / evidence)}}` : '{}']
    },
  )
  await putAll('assessment', 'commitment_id, organisation_id, period_id, voice', 'int text int text', assessments, (n) => [
    1 + (n % commitments),
    `i-${Math.floor(n / commitments) % organisations}`,
    1 + (Math.floor(n / commitments) % (plans * 2)),
    'partner',
  ])
  await putAll(
    'assessment_version',
    'assessment_id, number, verdict, text, language, published_on, record_seq',
    'int int text text text date bigint',
    assessments,
    (n, at, day) => [n + 1, 1, 'agree', text(language, length(language, 20, 60)), 'lv', day, at],
  )
  await execute('update record_head set seq = $1', [seq])
}
