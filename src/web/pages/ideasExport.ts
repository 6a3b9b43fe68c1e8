import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { type WholeIdea, wholeList } from '../../cycle/ideas/index.ts'
import { planById } from '../../cycle/plan/index.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { attachment } from '../fileAnswer.ts'
import type { AnyVisit, Handler } from '../visit.ts'

/* All ideas of a plan that everyone sees, as open data: read and sent a stretch at a time, however many there are. */

/** For spreadsheets and programs. */
export const ideasCsv: Handler<'ideasCsv'> = async (visit) => {
  const planId = await planOf(visit)
  const lines = stringify({
    header: true,
    record_delimiter: '\r\n',
    // Spreadsheets take a file without it for one in an old code page.
    bom: true,
    // A title from outside must not become a formula in someone's spreadsheet.
    escape_formulas: true,
    columns: [...columns],
  })
  // Who goes away in the middle ends the reading too; a fault breaks the answer off.
  pipeline(Readable.from(rowsOf(visit, planId)), lines, () => undefined)
  return answer(visit, Readable.toWeb(lines) as ReadableStream, planId, 'csv', 'text/csv; charset=utf-8; header=present')
}

/** The same as one JSON array, lists and languages as they are. */
export const ideasJson: Handler<'ideasJson'> = async (visit) => {
  const planId = await planOf(visit)
  const text = Readable.toWeb(Readable.from(jsonOf(visit, planId)).map((part: string) => Buffer.from(part, 'utf8'))) as ReadableStream
  return answer(visit, text, planId, 'json', 'application/json; charset=utf-8')
}

async function planOf({ house, values, today }: AnyVisit): Promise<string> {
  const plan = await planById(house.db, values.plan ?? '', today)
  if (!plan) throw notFound()
  return plan.id
}

function answer({ language, today }: AnyVisit, body: ReadableStream, planId: string, ending: string, mediaType: string): Response {
  const name = `${language === 'lv' ? 'idejas' : 'ideas'}-${planId}-${today}.${ending}`
  return new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': attachment(name),
      'Cache-Control': 'public, no-cache',
      'Content-Language': language,
    },
  })
}

/** The columns in their order. What each means, and which values it takes: docs/data-dictionary.md. */
const columns = [
  'number',
  'kind',
  'title_lv',
  'title_en',
  'problem_lv',
  'problem_en',
  'proposal_lv',
  'proposal_en',
  'subject_lv',
  'subject_en',
  'doer_lv',
  'doer_en',
  'doer',
  'values',
  'challenges',
  'place',
  'tags',
  'author',
  'author_kind',
  'organisation',
  'sector',
  'channel',
  'language',
  'sent_on',
  'published_on',
  'theme',
  'merged_into',
  'supports',
  'comments',
  'answer_state',
  'answer_due',
  'answered_on',
  'answers',
  'record_entry',
  'demonstration',
  'page',
] as const

async function* rowsOf(visit: AnyVisit, planId: string): AsyncGenerator<Record<(typeof columns)[number], string | number | null>> {
  for await (const part of wholeList(visit.house.db, planId, visit.today))
    for (const idea of part)
      yield {
        number: idea.number,
        kind: idea.kind,
        title_lv: idea.title.lv?.text ?? null,
        title_en: idea.title.en?.text ?? null,
        problem_lv: idea.problem.lv?.text ?? null,
        problem_en: idea.problem.en?.text ?? null,
        proposal_lv: idea.proposal.lv?.text ?? null,
        proposal_en: idea.proposal.en?.text ?? null,
        subject_lv: idea.subject?.lv?.text ?? null,
        subject_en: idea.subject?.en?.text ?? null,
        doer_lv: idea.doer?.lv?.text ?? null,
        doer_en: idea.doer?.en?.text ?? null,
        doer: idea.doerId,
        values: idea.values.join(' '),
        challenges: idea.challenges.join(' '),
        place: idea.place,
        tags: idea.tags.join(' '),
        author: idea.authorName,
        author_kind: idea.authorKind,
        organisation: idea.organisationId,
        sector: idea.sector,
        channel: idea.channel,
        language: idea.language,
        sent_on: idea.sentOn,
        published_on: idea.publishedOn,
        theme: idea.themeId,
        merged_into: idea.mergedInto,
        supports: idea.supports,
        comments: idea.comments,
        answer_state: idea.answerState,
        answer_due: idea.answerDue,
        answered_on: idea.answeredOn,
        answers: idea.answererId,
        record_entry: idea.recordSeq,
        demonstration: idea.demonstration ? 'demonstration' : null,
        page: pageOf(visit, idea),
      }
}

const pageOf = ({ house, language }: AnyVisit, { planId, number }: WholeIdea): string =>
  house.configuration.url + address(language, 'idea', { plan: planId, idea: number })

async function* jsonOf(visit: AnyVisit, planId: string): AsyncGenerator<string> {
  let before = '[\n'
  for await (const part of wholeList(visit.house.db, planId, visit.today))
    for (const idea of part) {
      const { id: _id, callId: _call, visibility: _seen, ...open } = idea
      yield before + JSON.stringify({ ...open, page: pageOf(visit, idea) })
      before = ',\n'
    }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
