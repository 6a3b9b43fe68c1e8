// How fast a search is among very many texts: tsx bench/search.ts [postgresql|embedded] [number of texts].
// PostgreSQL is the server at TEST_DATABASE_URL, in a database of its own; BENCH_KEEP=name keeps it under that name for the next run.
import pg from 'pg'
import { type OpenDatabase, openDatabase } from '../src/platform/database/database.ts'
import { day } from '../src/platform/dates/partialDate.ts'
import { findTexts, keepUp, readSought } from '../src/search/index.ts'
import { fill, LAST_DAY, type Language, makeLanguage, randomFrom } from './searchTexts.ts'

const SEED = 20_191_016
const QUESTIONS = 40
const WARM_UP = 25

type Question = { typed: string; more?: Partial<Parameters<typeof findTexts>[2]> }

/** What people ask, by the kind of question: QUESTIONS of each. */
function questions(language: Language): Map<string, Question[]> {
  const random = randomFrom(SEED + 1)
  const between = (low: number, high: number): string => language.word(low + Math.floor(random() * (high - low)))
  /** Two words that are typed by someone who has seen them together are as frequent as words are. */
  const used = (): string => language.word(language.draw())
  const many = (ask: () => Question): Question[] => Array.from({ length: QUESTIONS }, ask)
  const wrong = (word: string): string => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    return word.slice(0, at) + (random() < 0.5 ? word.slice(at + 1) : `${word[at + 1]}${word[at]}${word.slice(at + 2)}`)
  }
  return new Map([
    ['one very common word', many(() => ({ typed: between(0, 30) }))],
    ['one common word', many(() => ({ typed: between(30, 500) }))],
    ['one word as used', many(() => ({ typed: used() }))],
    ['one rare word', many(() => ({ typed: between(10_000, 60_000) }))],
    ['one word, mistyped', many(() => ({ typed: wrong(between(300, 20_000)) }))],
    ['two words as used', many(() => ({ typed: `${used()} ${used()}` }))],
    ['three words as used', many(() => ({ typed: `${used()} ${used()} ${used()}` }))],
    ['common and rare', many(() => ({ typed: `${between(0, 100)} ${between(3_000, 60_000)}` }))],
    ['common, one kind', many(() => ({ typed: between(0, 200), more: { kind: 'update' } }))],
    ['common, one kind, page 5', many(() => ({ typed: between(0, 200), more: { kind: 'update', page: 5 } }))],
    ['common, one plan', many(() => ({ typed: between(0, 200), more: { planId: 'p-7' } }))],
    [
      'common, one institution',
      many(() => ({ typed: between(0, 200), more: { takesPart: { organisationId: 'i-3', commitmentIds: [3, 103, 203] } } })),
    ],
    ['common, one month', many(() => ({ typed: between(0, 200), more: { from: day('2021-03-01'), to: day('2021-03-31') } }))],
    ['middling, one kind', many(() => ({ typed: between(500, 3_000), more: { kind: 'update' } }))],
  ])
}

async function measure(open: OpenDatabase, language: Language): Promise<void> {
  const narrowed = { today: day(LAST_DAY), planId: null, takesPart: null, from: null, to: null, kind: null, page: 1 }
  const ask = async ({ typed, more }: Question): Promise<{ milliseconds: number; found: number }> => {
    const start = performance.now()
    const sought = await readSought(open.db, typed)
    const found = sought ? await findTexts(open.db, sought, { ...narrowed, ...more }) : []
    return { milliseconds: performance.now() - start, found: found.reduce((sum, one) => sum + one.found.length, 0) }
  }
  const asked = questions(language)
  for (const some of asked.values()) for (const question of some.slice(0, Math.ceil(WARM_UP / asked.size))) await ask(question)
  const all: number[] = []
  console.log(`\n| question | p50 ms | p95 ms | p99 ms | found something |\n| --- | ---: | ---: | ---: | ---: |`)
  for (const [name, some] of asked) {
    const times: number[] = []
    let answered = 0
    for (const question of some) {
      const { milliseconds, found } = await ask(question)
      times.push(milliseconds)
      if (found) answered += 1
      if (process.env.BENCH_SLOW && milliseconds > Number(process.env.BENCH_SLOW))
        console.log(milliseconds.toFixed(0), JSON.stringify(question))
    }
    all.push(...times)
    console.log(`| ${name} | ${row(times)} | ${answered} of ${some.length} |`)
  }
  console.log(`| **all** | ${row(all)} | |`)
}

function row(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return [at(0.5), at(0.95), at(0.99)].join(' | ')
}

async function filled(open: OpenDatabase, language: Language, texts: number): Promise<void> {
  const { rows } = await open.execute('select seq from record_head')
  let entries = Number((rows[0] as { seq: number | string }).seq)
  const start = performance.now()
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(0)} s`
  if (entries === 0) {
    await fill(open, language, texts, (line) => console.log(`${seconds()} ${line}`))
    await open.execute('analyze')
    entries = Number(((await open.execute('select seq from record_head')).rows[0] as { seq: number | string }).seq)
  }
  await keepUp(open.db, entries, () => false)
  if (!kept) await open.execute('vacuum analyze')
  const { rows: counts } = await open.execute('select count(*)::int as n from search_text')
  console.log(`${seconds()} ${(counts[0] as { n: number }).n} texts can be found`)
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

const engine = process.argv[2] === 'embedded' ? 'embedded' : 'postgresql'
const texts = Number(process.argv[3] ?? (engine === 'embedded' ? 50_000 : 1_000_000))
const language = makeLanguage(SEED)
const kept = process.env.BENCH_KEEP
const name = kept ?? `koprade_bench_search_${process.pid}`
if (engine === 'postgresql')
  await onServer(`create database ${name}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04') throw error
  })
const url = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1')
url.pathname = `/${name}`
const open = await openDatabase(engine === 'postgresql' ? { url: url.href } : { memory: true })
try {
  console.log(`${engine}, ${texts} texts`)
  await filled(open, language, texts)
  await measure(open, language)
} finally {
  await open.close()
  if (engine === 'postgresql' && !kept) await onServer(`drop database ${name} with (force)`)
}
