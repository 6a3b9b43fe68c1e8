import {
  nameProblems,
  readSector,
  refuseUnlessOpen,
  SUPPORT_BY_LETTER,
  supportIdea,
  supportOf,
  takeBackSupport,
  usualSector,
} from '../../cycle/ideas/index.ts'
import { awaitConfirmation, CONFIRM_ACT_WITHIN_DAYS } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { wrongFields } from '../../platform/refusal.ts'
import { address, withNext } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { ErrorSummary, TextField } from '../components/form.tsx'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { Traps, trapProblems } from '../forms/Traps.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { readWho, refuseTooManyLetters, refuseTooOften } from './ideas/byLetter.ts'
import { type IdeaAt, ideaAt, pathBelowIdea } from './ideas/facts.ts'
import { ideaTexts } from './ideas/ideaTexts.ts'
import { LookInMailbox, NotDone } from './ideas/parts.tsx'
import { SectorChoice } from './ideas/Supporters.tsx'

/** The form that supports an idea: by a letter where one has not signed in. */
export const showIdeaSupport: Handler<'ideaSupport'> = async (visit) => {
  const at = await ideaAt(visit)
  const { house, actor } = visit
  if (visit.query.has('sent'))
    return page(visit, { title: ideaTexts[visit.language].sentTitle, children: <LookInMailbox at={at} visit={visit} /> })
  const mine = actor.personId === null ? null : await supportOf(house.db, at.idea.id, actor.personId)
  return draw(visit, at, opened({ sector: [mine ?? (await usualSector(house.db, actor))] }))
}

export const sendIdeaSupport: Handler<'ideaSupport'> = async (visit) => {
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
  const place = { plan: planId, idea: number }
  const here = address(language, 'idea', place)
  await refuseTooOften(visit, 'supportsFromAClient', 'sector')
  if (actor.personId !== null && fields.trimmed('do') === 'back') {
    await takeBackSupport(house, actor, { planId, number })
    return `${here}?done=back#atbalsts`
  }
  const sector = readSector(fields)
  const noSector = sector ? [] : [{ field: 'sector', say: (l: 'lv' | 'en') => ideaTexts[l].as }]
  if (actor.personId !== null) {
    if (!sector) throw wrongFields(noSector)
    await supportIdea(house, actor, { planId, number, sector })
    return `${here}?done=support#atbalsts`
  }
  const { name, email, problems } = readWho(fields)
  const wrong = [...noSector, ...nameProblems('name', name, 'name'), ...problems, ...trapProblems(fields, house.clock.now(), 'email')]
  if (wrong.length || !sector || !email) throw wrongFields(wrong)
  refuseUnlessOpen(at, visit.today)
  await refuseTooManyLetters(visit, email)
  const title = plainText(at.idea.title, language)
  const t = ideaTexts[language]
  await awaitConfirmation(house, {
    email,
    name,
    language,
    act: SUPPORT_BY_LETTER,
    content: { planId, number, sector },
    subject: t.letterSupportSubject(number),
    letter: (link, days) => t.letterSupport(number, title, link, days),
  })
  return `${address(language, 'ideaSupport', place)}?sent=${CONFIRM_ACT_WITHIN_DAYS}`
}

function draw(visit: AnyVisit, at: IdeaAt, drawn: Drawn): Response {
  const { language, actor, house } = visit
  const t = ideaTexts[language]
  const { idea, plan } = at
  const form = stateOf(visit, drawn)
  const action = address(language, 'ideaSupport', { plan: plan.id, idea: idea.number })
  return page(
    visit,
    {
      title: t.supportTitle(idea.number),
      hasErrors: drawn.problems.length > 0,
      section: 'ideas',
      path: pathBelowIdea(at, language),
      children: (
        <>
          <div class="head tight">
            <h1>{t.supportTitle(idea.number)}</h1>
            <p class="lead">{plainText(idea.title, language)}</p>
            <p>{t.supportLead}</p>
          </div>
          <NotDone drawn={drawn} language={language} />
          <ErrorSummary form={form} />
          <form method="post" action={action} noValidate>
            <HiddenFields form={form} version={null} />
            <SectorChoice form={form} label={t.as} />
            {actor.personId === null ? (
              <>
                <TextField form={form} name="name" label={t.ownNameField} hint={t.ownNameHint} autocomplete="name" />
                <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" />
                <Traps form={form} now={house.clock.now()} />
              </>
            ) : null}
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.supportAct}
              </button>
            </div>
          </form>
          {actor.personId === null ? (
            <p class="gap">
              {t.orSignIn} <a href={withNext(address(language, 'signIn'), action)}>{t.signIn}</a>
            </p>
          ) : null}
        </>
      ),
    },
    drawn.status,
  )
}
