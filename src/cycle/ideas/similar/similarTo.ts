import { and, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { likeness, rarity, telling, weigh } from '../../../methods/likeness.ts'
import { isAmong, wordsIn } from '../../../methods/words.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Day, lastDay } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { type Language, type LocalText, languages } from '../../../platform/languages/languages.ts'
import { commitment, listPlans, type Plan } from '../../plan/index.ts'
import { type AnswerState, type ContributionKind, idea } from '../tables.ts'
import { candidateQuery, oneOf } from './candidates.ts'
import { countsOf, type Question, readQuestion, type TypedIdea } from './readQuestion.ts'

/** Why something is shown as similar: the stems it shares, and the words that have them, as they stand in it. */
export type Shared = { stems: string[]; words: { text: string; language: Language }[] }

export type SimilarIdea = Shared & {
  planId: string
  number: number
  kind: ContributionKind
  title: LocalText
  supports: number
  answerState: AnswerState
  demonstration: boolean
}

export type SimilarCommitment = Shared & { planId: string; planTitle: LocalText; number: number; title: LocalText }

/** What there is already that says something like it, the most alike first. */
export type Similar = { ideas: SimilarIdea[]; commitments: SimilarCommitment[] }

const MOST_IDEAS = 5
const MOST_COMMITMENTS = 3
/** So many that the database found most alike are read and compared word by word. */
const READ = 40
/** So many words of a question weigh in the database's comparison. */
const WEIGHING = 24
/** Less alike is nothing that a reader would see. */
const LEAST_ALIKE = 0.12
/** Longer texts are read up to here. */
const LONGEST = 4_000
const MOST_SHARED = 5
/** So many commitments of plans in force are looked at. */
const MOST_LOOKED_AT = 400

/**
 * The ideas of a plan that everyone sees, and the commitments of plans in force, that are most like what someone is
 * writing. Without any telling word there are none. Seven queries at most.
 */
export async function similarTo(house: House, planId: string, typed: TypedIdea, language: Language): Promise<Similar> {
  const today = house.clock.today()
  const short = { title: cut(typed.title), problem: cut(typed.problem), proposal: cut(typed.proposal) }
  const question = await readQuestion(house.db, short, language)
  if (!question.stems.size) return { ideas: [], commitments: [] }
  return { ideas: await similarIdeas(house.db, planId, question), commitments: await similarCommitments(house.db, question, today) }
}

const cut = (text: string): string => text.slice(0, LONGEST)

type Row = Pick<
  typeof idea.$inferSelect,
  'planId' | 'number' | 'kind' | 'title' | 'problem' | 'proposal' | 'supports' | 'answerState' | 'demonstration'
>

async function similarIdeas(db: Database, planId: string, question: Question): Promise<SimilarIdea[]> {
  const query = candidateQuery(question.terms, question.texts)
  if (query === null) return []
  const rows = await readAlike(db, planId, question, query)
  const compared = rows.map(({ problem, proposal, ...row }) => readTexts(row, row.title, [problem, proposal]))
  const counts = await countsOf(db, [...question.stems.keys(), ...compared.flatMap(stemsOf)])
  return bestOf(compared, question, (stem) => rarity(counts.get(stem) ?? 0, question.texts), MOST_IDEAS).map(({ thing, shared }) => ({
    ...thing,
    ...shared,
  }))
}

/** The ideas whose words weigh most in the question: compared by the database, by their stems alone. */
async function readAlike(db: Database, planId: string, { terms }: Question, query: string): Promise<Row[]> {
  const weighing = [...terms].sort((a, b) => b.weight - a.weight).slice(0, WEIGHING)
  const alike: SQL = sql.join(
    weighing.map((term) => sql`case when words @@ ${oneOf(term)}::tsquery then ${term.weight}::float8 else 0 end`),
    sql` + `,
  )
  return db.transaction(async (tx) => {
    // The planner does not know how few ideas the question leads to: it might go through all of a plan.
    await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`)
    const { rows } = (await tx.execute(sql`
      with found as materialized (
        select id, plan_id, visibility, merged_into_id, words from ${idea} where words @@ ${query}::tsquery
      ), alike as (
        select id, ${alike} as weight from found
        where plan_id = ${planId} and visibility = 'published' and merged_into_id is null
        order by weight desc, id limit ${READ}
      )
      select i.plan_id as "planId", i.number, i.kind, i.title, i.problem, i.proposal, i.supports, i.answer_state as "answerState", i.demonstration
      from alike join ${idea} i on i.id = alike.id order by i.id`)) as unknown as { rows: Row[] }
    return rows
  })
}

type Stems = ReturnType<typeof telling>
type Compared<Thing> = { thing: Thing; texts: readonly (LocalText | null)[]; stems: readonly Stems[] }

/** A thing to compare, with the stems of its texts in each language. */
function readTexts<Thing>(thing: Thing, title: LocalText, rest: readonly (LocalText | null)[]): Compared<Thing> {
  const inLanguage = (language: Language): Stems =>
    telling({ title: title[language]?.text ?? '', rest: rest.map((content) => cut(content?.[language]?.text ?? '')).join('\n') }, language)
  return { thing, texts: [title, ...rest], stems: languages.map(inLanguage) }
}

const stemsOf = ({ stems }: Compared<unknown>): string[] => stems.flatMap((some) => [...some.keys()])

/** Those that are most like the question in one of their languages, with why; none that is hardly alike. */
function bestOf<Thing>(
  compared: readonly Compared<Thing>[],
  question: Question,
  rarityOf: (stem: string) => number,
  most: number,
): { thing: Thing; shared: Shared }[] {
  const asked = weigh(question.stems, rarityOf)
  return compared
    .map(({ thing, texts, stems }) => {
      const [best] = stems.map((some) => likeness(asked, weigh(some, rarityOf))).sort((a, b) => b.degree - a.degree)
      return { thing, texts, degree: best?.degree ?? 0, stems: best?.stems ?? [] }
    })
    .filter(({ degree }) => degree >= LEAST_ALIKE)
    .sort((a, b) => b.degree - a.degree)
    .slice(0, most)
    .map(({ thing, texts, stems }) => ({ thing, shared: { stems, words: wordsWith(stems, texts) } }))
}

/** The words of texts that have one of the stems, as they stand there, each stem's once. */
function wordsWith(stems: readonly string[], texts: readonly (LocalText | null)[]): Shared['words'] {
  const found = new Map<string, Shared['words'][number]>()
  for (const content of texts)
    for (const language of languages)
      for (const { word } of wordsIn(content?.[language]?.text ?? ''))
        for (const stem of stems)
          if (!found.has(stem) && isAmong(new Set([stem]), word, language)) found.set(stem, { text: word.toLowerCase(), language })
  return stems.flatMap((stem) => found.get(stem) ?? []).slice(0, MOST_SHARED)
}

/** The commitments of plans in force that are most like the question: few enough to compare all. */
async function similarCommitments(db: Database, question: Question, today: Day): Promise<SimilarCommitment[]> {
  const plans = (await listPlans(db, today)).filter((plan) => isInForce(plan, today))
  if (!plans.length) return []
  const titles = new Map(plans.map((plan) => [plan.id, plan.shortTitle]))
  const rows = await db
    .select({
      planId: commitment.planId,
      number: commitment.number,
      title: commitment.title,
      problem: commitment.problem,
      promise: commitment.promise,
    })
    .from(commitment)
    .where(and(inArray(commitment.planId, [...titles.keys()]), or(isNull(commitment.knownFrom), lte(commitment.knownFrom, today))))
    .orderBy(commitment.planId, commitment.number)
    .limit(MOST_LOOKED_AT)
  const compared = rows.map(({ problem, promise, ...row }) => readTexts(row, row.title, [problem, promise]))
  const counts = new Map<string, number>()
  for (const stem of compared.flatMap((one) => [...new Set(stemsOf(one))])) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return bestOf(compared, question, (stem) => rarity(counts.get(stem) ?? 0, compared.length), MOST_COMMITMENTS).map(
    ({ thing, shared }) => ({ ...thing, ...shared, planTitle: titles.get(thing.planId) ?? {} }),
  )
}

const isInForce = (plan: Plan, today: Day): boolean => lastDay(plan.periodEnd) >= today
