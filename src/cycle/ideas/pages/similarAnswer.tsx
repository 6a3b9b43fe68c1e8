import { render } from 'preact-render-to-string'
import { readFormWithoutFiles } from '../../../platform/http/readForm.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { SimilarAnswer } from '../../../web/similarAnswer.ts'
import type { Handler } from '../../../web/visit.ts'
import { planById } from '../../plan/index.ts'
import { similarTo } from '../similar/similarTo.ts'
import { SimilarThings } from './SimilarThings.tsx'
import { similarTexts } from './similarTexts.ts'

/**
 * What is similar to an idea while it is being written, for a program of ours alone. It is sent as a form and not in the
 * address, since addresses are logged and what is typed is nobody's business yet.
 */
export const similarAnswer: Handler<'ideaSimilar'> = async (visit) => {
  const { house, language, today, values, context } = visit
  if (!(await planById(house.db, values.plan, today))) throw notFound()
  const { fields } = await readFormWithoutFiles(context.req.raw, house)
  const typed = { title: fields.get('title'), problem: fields.get('problem'), proposal: fields.get('proposal') }
  const similar = await similarTo(house, values.plan, typed, language)
  const { ideas, commitments } = similar
  const some = ideas.length + commitments.length > 0
  const answer: SimilarAnswer = {
    say: some ? similarTexts[language].found(ideas.length, commitments.length) : '',
    html: some ? render(<SimilarThings similar={similar} visit={visit} />) : '',
  }
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } })
}
