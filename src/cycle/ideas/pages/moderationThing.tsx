import { allow } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, type Problem, Refusal, wrongFields } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened } from '../../../web/answerForm.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { answerAppeal } from '../moderation/answerAppeal.ts'
import { blackOut, textsAndName } from '../moderation/blackOut.ts'
import { moderate } from '../moderation/moderate.ts'
import { historyOf, openReportsOf } from '../moderation/queries.ts'
import { appealOutcomes, reasonKinds } from '../moderation/tables.ts'
import { isThereAnother, type Thing, type ThingName, thingOf } from '../moderation/things.ts'
import { moderationRefusals } from '../moderation/words.ts'
import type { Why } from '../moderation/writeEntry.ts'
import { ideasPolicy } from '../policy.ts'
import { visibilities } from '../tables.ts'
import { thingHref } from './moderationQueue.tsx'
import { moderationTexts } from './moderationTexts.ts'
import { EXPLANATION_LIMIT, ThingView } from './ThingView.tsx'

const nameIn = ({ values }: AnyVisit): ThingName => ({
  ideaId: idInAddress(values.id),
  commentId: values.comment === undefined ? null : idInAddress(values.comment),
})

/** An idea or a comment as moderators see it: the text, what was reported, what was done to it, and the forms that decide. */
async function show(visit: AnyVisit): Promise<Response> {
  allow(ideasPolicy.moderate, visit.actor, undefined)
  return draw(visit, nameIn(visit), opened())
}

async function send(visit: AnyVisit): Promise<Response> {
  allow(ideasPolicy.moderate, visit.actor, undefined)
  const name = nameIn(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await act(house, visit, name, fields)
      return `${thingHref(visit.language, name)}?done=1`
    },
    (drawn) => draw(visit, name, drawn),
  )
}

export const showModerationIdea: Handler<'moderationIdea'> = (visit) => show(visit)
export const sendModerationIdea: Handler<'moderationIdea'> = (visit) => send(visit)
export const showModerationComment: Handler<'moderationComment'> = (visit) => show(visit)
export const sendModerationComment: Handler<'moderationComment'> = (visit) => send(visit)

const decisions = ['publish', 'hide', 'restore', 'keep'] as const

async function act(house: House, { actor, language }: AnyVisit, name: ThingName, fields: Fields): Promise<void> {
  const asked = fields.trimmed('do')
  const decision = decisions.find((one) => one === asked)
  if (decision) {
    const was = visibilities.find((one) => one === fields.trimmed('was'))
    if (!was) throw new Refusal(400)
    await moderate(house, actor, name, { act: decision, was, why: readWhy(fields, language, decision === 'hide', '') })
  } else if (asked === 'black-out') {
    const thing = await thingOf(house.db, name)
    const typed = new Map([...textsAndName(thing).keys()].filter((field) => fields.has(field)).map((field) => [field, fields.get(field)]))
    await blackOut(house, actor, name, { typed, why: readWhy(fields, language, true, 'blackOut.') })
  } else if (asked === 'appeal') {
    await answerAppeal(house, actor, idInAddress(fields.trimmed('appeal')), readAnswer(fields, language))
  } else throw new Refusal(400)
}

const tooLong = (field: string, text: string): Problem[] =>
  [...text].length > EXPLANATION_LIMIT ? [{ field, say: (l) => moderationRefusals[l].tooLong(EXPLANATION_LIMIT) }] : []

/** Why a moderator acts; who hides or blacks out has to say it. */
function readWhy(fields: Fields, language: Language, isNeeded: boolean, prefix: '' | 'blackOut.'): Why {
  const reason = reasonKinds.find((one) => one === fields.trimmed(`${prefix}reason`)) ?? null
  const explanation = fields.trimmed(`${prefix}explanation`)
  const problems: Problem[] = [
    ...(isNeeded && !reason ? [{ field: `${prefix}reason`, say: (l: Language) => moderationRefusals[l].reason }] : []),
    ...(isNeeded && !explanation ? [{ field: `${prefix}explanation`, say: (l: Language) => moderationRefusals[l].explanation }] : []),
    ...tooLong(`${prefix}explanation`, explanation),
  ]
  if (problems.length) throw wrongFields(problems)
  return { reason, explanation: explanation || null, language }
}

function readAnswer(fields: Fields, language: Language) {
  const outcome = appealOutcomes.find((one) => one === fields.trimmed('outcome'))
  const answer = fields.trimmed('answer')
  const problems: Problem[] = [
    ...(outcome ? [] : [{ field: 'outcome', say: (l: Language) => moderationRefusals[l].outcome }]),
    ...(answer ? [] : [{ field: 'answer', say: (l: Language) => moderationRefusals[l].answer }]),
    ...tooLong('answer', answer),
  ]
  if (problems.length || !outcome) throw wrongFields(problems)
  return { outcome, answer, language }
}

async function draw(visit: AnyVisit, name: ThingName, drawn: Drawn): Promise<Response> {
  const { house, language, actor } = visit
  const t = moderationTexts[language]
  const thing: Thing = await thingOf(house.db, name)
  if (actor.personId === null) throw notFound()
  const history = await historyOf(house.db, name)
  const open = history.find(({ appeal }) => appeal !== null && appeal.outcome === null) ?? null
  const mayDecide = open === null || open.entry.actorId !== actor.personId || !(await isThereAnother(house.db, actor.personId))
  const reports = await openReportsOf(house.db, name)
  const title = thing.commentId === null ? t.thingIdea(thing.idea.number) : t.thingComment(thing.idea.number)
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      path: [{ title: t.queue, href: address(language, 'moderationQueue') }],
      children: (
        <ThingView
          title={title}
          thing={thing}
          history={history}
          open={open}
          mayDecide={mayDecide}
          reports={reports}
          drawn={drawn}
          visit={visit}
        />
      ),
    },
    drawn.status,
  )
}
