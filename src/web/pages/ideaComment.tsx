import {
  addComment,
  afterComment,
  type Comment,
  commentInView,
  nameProblems,
  readComment,
  refuseUnlessOpen,
  usualSector,
} from '../../cycle/ideas/index.ts'
import { awaitConfirmation, CONFIRM_ACT_WITHIN_DAYS } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { wrongFields } from '../../platform/refusal.ts'
import { address, withNext } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { ErrorSummary } from '../components/form.tsx'
import { Written } from '../components/Written.tsx'
import { trapProblems } from '../forms/Traps.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { readWho, refuseTooManyLetters, refuseTooOften } from './ideas/byLetter.ts'
import { CommentForm, emptyComment } from './ideas/CommentForm.tsx'
import { type IdeaAt, ideaAt, pathBelowIdea } from './ideas/facts.ts'
import { ideaTexts } from './ideas/ideaTexts.ts'
import { LookInMailbox, NotDone } from './ideas/parts.tsx'

/** The form of a comment, or of a reply to one. */
export const showIdeaComment: Handler<'ideaComment'> = async (visit) => {
  const at = await ideaAt(visit)
  if (visit.query.has('sent'))
    return page(visit, { title: ideaTexts[visit.language].sentTitle, children: <LookInMailbox at={at} visit={visit} /> })
  return draw(visit, at, opened(emptyComment(await usualSector(visit.house.db, visit.actor))))
}

export const sendIdeaComment: Handler<'ideaComment'> = async (visit) => {
  const at = await ideaAt(visit)
  return answerForm(
    visit,
    (house, fields) => act(house, visit, at, fields),
    (drawn) => draw(visit, at, drawn),
  )
}

async function act(house: House, visit: AnyVisit, at: IdeaAt, fields: Fields): Promise<string> {
  const { actor, language } = visit
  const { planId, number } = at.idea
  const traps = trapProblems(fields, house.clock.now(), actor.personId === null ? 'body' : null)
  await refuseTooOften(visit, 'commentsFromAClient', 'body')
  if (actor.personId !== null) {
    const input = readComment(fields, actor, traps)
    return afterComment(language, planId, number, await addComment(house, actor, { planId, number, language }, input))
  }
  const { name, email, problems } = readWho(fields)
  const input = readComment(fields, actor, [...nameProblems('name', name, 'name'), ...problems, ...traps])
  if (!email) throw wrongFields(problems)
  refuseUnlessOpen(at, visit.today)
  await refuseTooManyLetters(visit, email)
  const title = plainText(at.idea.title, language)
  const t = ideaTexts[language]
  await awaitConfirmation(house, {
    email,
    name,
    language,
    act: 'comment',
    content: { ...input, displayName: name, planId, number, language },
    subject: t.letterCommentSubject(number),
    letter: (link, days) => t.letterComment(number, title, input.body, link, days),
  })
  return `${address(language, 'ideaComment', { plan: planId, idea: number })}?sent=${CONFIRM_ACT_WITHIN_DAYS}`
}

async function draw(visit: AnyVisit, at: IdeaAt, drawn: Drawn): Promise<Response> {
  const { language, actor, house, query, today } = visit
  const t = ideaTexts[language]
  const { idea } = at
  const asked = drawn.fields.trimmed('reply') || (query.get('reply') ?? '')
  const reply = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null
  const to = reply === null ? null : await commentInView(house.db, idea.id, reply, today)
  const form = stateOf(visit, drawn)
  const title = reply === null ? t.commentTitle(idea.number) : t.replyTitle(idea.number)
  const here = address(language, 'ideaComment', { plan: idea.planId, idea: idea.number })
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'ideas',
      path: pathBelowIdea(at, language),
      search: reply === null ? '' : `?reply=${reply}`,
      children: (
        <>
          <div class="head tight">
            <h1>{title}</h1>
            <p class="lead">{idea.visibility === 'hidden' ? null : plainText(idea.title, language)}</p>
          </div>
          <NotDone drawn={drawn} language={language} />
          <ErrorSummary form={form} />
          {to ? <Quoted comment={to} visit={visit} /> : null}
          {at.open || drawn.status !== 200 ? <CommentForm at={at} form={form} reply={reply} visit={visit} /> : <p>{t.closed}</p>}
          {actor.personId === null ? (
            <p class="gap">
              {t.orSignIn} <a href={withNext(address(language, 'signIn'), here)}>{t.signIn}</a>
            </p>
          ) : null}
        </>
      ),
    },
    drawn.status,
  )
}

function Quoted({ comment, visit: { language } }: { comment: Comment; visit: AnyVisit }) {
  return (
    <blockquote class="answer prose">
      <p class="meta">{comment.authorName ?? ideaTexts[language].someone}</p>
      <Written text={comment.body} written={comment.language} language={language} quiet />
    </blockquote>
  )
}
