import { commentInView, ideaRefusals, moderationRefusals, reasonKinds, reasonWords, reportThing } from '../../cycle/ideas/index.ts'
import type { House } from '../../platform/house.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { notFound, type Problem, wrongFields } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { ErrorSummary, Radios, TextArea } from '../components/form.tsx'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { Written } from '../components/Written.tsx'
import { Traps, trapProblems } from '../forms/Traps.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { refuseTooOften } from './ideas/byLetter.ts'
import { type IdeaAt, ideaAt, pathBelowIdea } from './ideas/facts.ts'
import { ideaTexts } from './ideas/ideaTexts.ts'
import { NotDone } from './ideas/parts.tsx'

/** The most characters of a report. */
const REPORT_LIMIT = 1_000

/** The form by which anyone tells moderators of an idea or a comment. */
export const showIdeaReport: Handler<'ideaReport'> = async (visit) => {
  const at = await ideaAt(visit)
  if (visit.query.has('sent')) return thanks(visit, at)
  return draw(visit, at, opened())
}

export const sendIdeaReport: Handler<'ideaReport'> = async (visit) => {
  const at = await ideaAt(visit)
  return answerForm(
    visit,
    (house, fields) => act(house, visit, at, fields),
    (drawn) => draw(visit, at, drawn),
  )
}

/** The comment a report is about, by the address; null = the idea itself. */
function commentIn(query: URLSearchParams): number | null {
  const asked = query.get('comment')
  if (asked === null) return null
  if (!/^[1-9]\d{0,8}$/.test(asked)) throw notFound()
  return Number(asked)
}

async function act(house: House, visit: AnyVisit, { idea }: IdeaAt, fields: Fields): Promise<string> {
  const { language, actor, query } = visit
  const reason = reasonKinds.find((one) => one === fields.trimmed('reason'))
  const text = fields.trimmed('text')
  const problems: Problem[] = [
    ...(reason ? [] : [{ field: 'reason', say: (l: 'lv' | 'en') => moderationRefusals[l].reason }]),
    ...([...text].length > REPORT_LIMIT ? [{ field: 'text', say: (l: 'lv' | 'en') => ideaRefusals[l].tooLong(REPORT_LIMIT) }] : []),
    ...trapProblems(fields, house.clock.now(), actor.personId === null ? 'text' : null),
  ]
  if (problems.length || !reason) throw wrongFields(problems)
  await refuseTooOften(visit, 'reportsFromAClient', 'text')
  await reportThing(house, actor, { ideaId: idea.id, commentId: commentIn(query) }, { reason, text: text || null, language })
  return `${address(language, 'ideaReport', { plan: idea.planId, idea: idea.number })}?sent=1`
}

async function draw(visit: AnyVisit, at: IdeaAt, drawn: Drawn): Promise<Response> {
  const { language, house, query, today } = visit
  const t = ideaTexts[language]
  const { idea } = at
  const commentId = commentIn(query)
  const said = commentId === null ? null : await commentInView(house.db, idea.id, commentId, today)
  if (commentId !== null && !said && drawn.status === 200) throw notFound()
  const form = stateOf(visit, drawn)
  const title = commentId === null ? t.reportTitle(idea.number) : t.reportCommentTitle(idea.number)
  const search = commentId === null ? '' : `?comment=${commentId}`
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'ideas',
      path: pathBelowIdea(at, language),
      search,
      children: (
        <>
          <div class="head tight">
            <h1>{title}</h1>
            <p class="lead">{t.reportLead}</p>
          </div>
          <NotDone drawn={drawn} language={language} />
          <ErrorSummary form={form} />
          <blockquote class="answer prose">
            {said ? (
              <Written text={said.body} written={said.language} language={language} quiet />
            ) : (
              <p>{idea.visibility === 'published' ? plainText(idea.title, language) : null}</p>
            )}
          </blockquote>
          <form
            method="post"
            action={`${address(language, 'ideaReport', { plan: idea.planId, idea: idea.number })}${search}`}
            class="gap"
            noValidate
          >
            <HiddenFields form={form} version={null} />
            <Radios
              form={form}
              name="reason"
              label={t.reportReason}
              choices={reasonKinds.map((value) => ({ value, label: reasonWords[language][value] }))}
            />
            <TextArea form={form} name="text" label={t.reportText} rows={4} limit={REPORT_LIMIT} optional />
            <Traps form={form} now={house.clock.now()} />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.send}
              </button>
              <a href={address(language, 'moderationRules')}>{t.rules}</a>
            </div>
          </form>
        </>
      ),
    },
    drawn.status,
  )
}

function thanks(visit: AnyVisit, at: IdeaAt): Response {
  const { language } = visit
  const t = ideaTexts[language]
  return page(visit, {
    title: t.reportSentTitle,
    section: 'ideas',
    path: pathBelowIdea(at, language),
    children: (
      <div class="head">
        <h1>{t.reportSentTitle}</h1>
        <p class="lead" role="status">
          {t.reportSentLead}
        </p>
        <p class="acts">
          <a href={address(language, 'idea', { plan: at.plan.id, idea: at.idea.number })}>{t.toIdea}</a>
          <a href={address(language, 'moderationLog')}>{t.log}</a>
        </p>
      </div>
    ),
  })
}
