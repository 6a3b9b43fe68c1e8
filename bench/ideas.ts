// How fast what is similar is found among very many ideas: tsx bench/ideas.ts [--supports] [how many …], on the server at TEST_DATABASE_URL.
// BENCH_SLOW=milliseconds prints the questions that take longer.
import { similarTo, type TypedIdea } from '../src/cycle/ideas/index.ts'
import type { House } from '../src/platform/house.ts'
import { fillIdeas, IDEAS_PLAN } from './ideaRows.ts'
import { makePlace, workAt } from './place.ts'
import { type Language, makeLanguage, randomFrom } from './searchTexts.ts'
import { type Row, table } from './table.ts'

const SEED = 20_191_016
const QUESTIONS = 60
const WARM_UP = 20

type Execute = Parameters<Parameters<typeof workAt>[1]>[1]
/** What someone types, and the number of the idea that says the same, where there is one. */
type Question = TypedIdea & { same: number | null }

/** QUESTIONS of each kind: an idea said again with a third of its words, mistyped ones among them; any text; and titles alone. */
async function questions(execute: Execute, language: Language): Promise<Record<string, Question[]>> {
  const random = randomFrom(SEED + 1)
  const wrong = (word: string): string => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    return word.slice(0, at) + word.slice(at + 1)
  }
  const { rows } = await execute(
    `select number, title -> 'lv' ->> 'text' as title, proposal -> 'lv' ->> 'text' as proposal from idea
     where visibility = 'published' and plan_id = '${IDEAS_PLAN}' order by hashint4extended(number, 7) limit ${QUESTIONS}`,
  )
  const again = (text: string, share: number): string =>
    text
      .split(' ')
      .map((word) => (random() < share ? (random() < 0.1 ? wrong(word) : word) : language.word(language.draw())))
      .join(' ')
  const words = (count: number, from = 0, to = 0): string =>
    Array.from({ length: count }, () => language.word(to ? from + Math.floor(random() * (to - from)) : language.draw())).join(' ')
  const some = (ask: () => TypedIdea): Question[] => Array.from({ length: QUESTIONS }, () => ({ ...ask(), same: null }))
  return {
    'an idea said again': (rows as { number: number; title: string; proposal: string }[]).map(({ number, title, proposal }) => ({
      ...{ title: again(title, 0.5), problem: words(20), proposal: again(proposal, 0.25), same: number },
    })),
    'any text of 57 words': some(() => ({ title: words(7), problem: words(20), proposal: words(30) })),
    'any title of 5 words': some(() => ({ title: words(5), problem: '', proposal: '' })),
    'a title of 4 common words': some(() => ({ title: words(4, 0, 300), problem: '', proposal: '' })),
    'a text of 40 common words': some(() => ({ title: words(5, 0, 500), problem: '', proposal: words(35, 0, 500) })),
  }
}

async function measured(house: House, execute: Execute, language: Language, ideas: number): Promise<Row[]> {
  const asked = await questions(execute, language)
  const ask = async (question: Question): Promise<{ milliseconds: number; found: number[] }> => {
    const start = performance.now()
    const similar = await similarTo(house, IDEAS_PLAN, question, 'lv')
    return { milliseconds: performance.now() - start, found: similar.ideas.map(({ number }) => number) }
  }
  for (const some of Object.values(asked)) for (const question of some.slice(0, WARM_UP / 5)) await ask(question)
  const rows: Row[] = []
  const all: number[] = []
  for (const [kind, some] of Object.entries(asked)) {
    const times: number[] = []
    let right = 0
    for (const question of some) {
      const { milliseconds, found } = await ask(question)
      times.push(milliseconds)
      if (question.same !== null && found.includes(question.same)) right += 1
      if (process.env.BENCH_SLOW && milliseconds > Number(process.env.BENCH_SLOW))
        console.log(milliseconds.toFixed(0), JSON.stringify(question))
    }
    all.push(...times)
    rows.push(row(ideas, kind, times, some[0]?.same === null ? '' : `${right} of ${some.length}`))
  }
  return [...rows, row(ideas, 'all', all, '')]
}

function row(ideas: number, asked: string, times: readonly number[], found: string): Row {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return { ideas: String(ideas), asked, 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99), 'same found': found }
}

const words = process.argv.slice(2)
const supports = words.includes('--supports')
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number)
for (const ideas of sizes.length ? sizes : [10_000]) {
  const place = await makePlace('postgresql')
  const start = performance.now()
  const tell = (line: string): void => console.log(`${((performance.now() - start) / 1000).toFixed(0)} s ${line}`)
  try {
    await workAt(place, async (house, execute) => {
      const language = makeLanguage(SEED)
      await fillIdeas(execute, language, { ideas, supports }, tell)
      tell('filled')
      console.log(`\n${table(await measured(house, execute, makeLanguage(SEED), ideas))}\n`)
    })
  } finally {
    await place.remove()
  }
}
