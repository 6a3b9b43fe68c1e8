import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../../../platform/task.ts'
import { address } from '../../../web/addresses.ts'
import { plan } from '../../plan/index.ts'
import { openObjections } from '../themes/mergeQueries.ts'
import { answerBatch, SECRETARIAT, waitingCount } from './tables.ts'

const texts = defineTexts({
  lv: {
    waiting: (n: number) => `Atbildēt uz ${n} ${pluralLv(n, { zero: 'idejām', one: 'ideju', other: 'idejām' })}`,
    heldBack: 'Ieplānotā atbilde nav publicēta',
    heldBackWhy: 'kāda no idejām pēc priekšskatījuma mainījās',
    objection: (number: number) => `Iebildums pret idejas Nr. ${number} apvienošanu`,
  },
  en: {
    waiting: (n: number) => `Answer ${n} ${pluralEn(n, { one: 'idea', other: 'ideas' })}`,
    heldBack: 'A scheduled answer was not published',
    heldBackWhy: 'one of its ideas changed after the preview',
    objection: (number: number) => `Objection to the merging of idea No. ${number}`,
  },
})

/** More groups of ideas, by who answers and when, are not told at once. */
const MOST = 200

const nothing = { place: '', legal: null, working: null, workingAtFirst: null, begunAt: null, remark: null, publicHref: null } as const

/**
 * The ideas that await an answer: one task for all of one institution, or of the secretariat, that are due on the same
 * day; scheduled answers that were held back; and objections to merges. Three queries over a few rows, however many ideas.
 */
export async function answerTasks(db: Database, asked: TasksAsked): Promise<Task[]> {
  const secretariat = asked.house.includes('secretariat')
  const answerers = [...(asked.organisations === 'all' ? [] : asked.organisations), ...(secretariat ? [SECRETARIAT] : [])]
  if (asked.organisations !== 'all' && !answerers.length) return []
  const rows = await db
    .select({
      planId: waitingCount.planId,
      answerer: waitingCount.answerer,
      due: waitingCount.due,
      ideas: waitingCount.ideas,
      within: plan.shortTitle,
    })
    .from(waitingCount)
    .innerJoin(plan, eq(plan.id, waitingCount.planId))
    .where(and(gt(waitingCount.ideas, 0), asked.organisations === 'all' ? undefined : inArray(waitingCount.answerer, answerers)))
    .orderBy(asc(waitingCount.due), asc(waitingCount.planId), asc(waitingCount.answerer))
    .limit(MOST)
  return [
    ...rows
      .filter(({ answerer }) => answerer !== SECRETARIAT || secretariat)
      .map(
        ({ planId, answerer, due, ideas, within }): Task => ({
          ...nothing,
          id: `idea-answer.${planId}.${answerer || 'secretariat'}.${due}`,
          kind: 'idea-answer',
          planId,
          title: localText(texts.lv.waiting(ideas), texts.en.waiting(ideas)),
          within,
          doer: answerer === SECRETARIAT ? { role: 'secretariat', organisationId: null } : { role: 'officer', organisationId: answerer },
          working: due,
          href: (language) => address(language, 'answersToGive', { plan: planId }) + (answerer === SECRETARIAT ? '' : `?for=${answerer}`),
          publicHref: (language) => address(language, 'ideaAnswers', { plan: planId }),
        }),
      ),
    ...(await heldBack(db, asked, secretariat)),
    ...(secretariat ? await objections(db) : []),
  ]
}

async function heldBack(db: Database, { organisations }: TasksAsked, secretariat: boolean): Promise<Task[]> {
  const rows = await db
    .select({
      id: answerBatch.id,
      planId: answerBatch.planId,
      ownerId: answerBatch.ownerId,
      on: answerBatch.heldBackOn,
      within: plan.shortTitle,
    })
    .from(answerBatch)
    .innerJoin(plan, eq(plan.id, answerBatch.planId))
    .where(and(isNull(answerBatch.publishedOn), isNotNull(answerBatch.heldBackOn)))
    .orderBy(asc(answerBatch.id))
    .limit(MOST)
  return rows
    .filter(({ ownerId }) => (ownerId === null ? secretariat : organisations === 'all' || organisations.includes(ownerId)))
    .map(
      ({ id, planId, ownerId, on, within }): Task => ({
        ...nothing,
        id: `idea-answer.batch.${id}`,
        kind: 'idea-answer',
        planId,
        title: title('heldBack'),
        within,
        doer: ownerId === null ? { role: 'secretariat', organisationId: null } : { role: 'officer', organisationId: ownerId },
        working: on,
        remark: (language) => texts[language].heldBackWhy,
        href: (language) => address(language, 'answerBatch', { plan: planId, batch: id }),
      }),
    )
}

const title = (key: 'heldBack'): LocalText => localText(texts.lv[key], texts.en[key])

async function objections(db: Database): Promise<Task[]> {
  return (await openObjections(db)).map(
    ({ id, planId, number, title: of }): Task => ({
      ...nothing,
      id: `merge-objection.${id}`,
      kind: 'merge-objection',
      planId,
      title: localText(texts.lv.objection(number), texts.en.objection(number)),
      within: of,
      doer: { role: 'secretariat', organisationId: null },
      href: (language) => address(language, 'ideasMerge', { plan: planId }),
    }),
  )
}
