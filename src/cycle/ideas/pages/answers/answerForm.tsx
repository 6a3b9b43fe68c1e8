import { allow } from '../../../../people/index.ts'
import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { answerIdea } from '../../answers/answerIdea.ts'
import { answerFields, readAnswer, type Surroundings, surroundingsOf } from '../../answers/answerInput.ts'
import { AnswerStatus } from '../../answers/answerWords.tsx'
import { type Answer, answerersOf, type Idea, newestAnswer } from '../../answers/queries.ts'
import { ideaByNumber } from '../../discussion/lockIdea.ts'
import { ideasPolicy } from '../../policy.ts'
import { mergedInto } from '../../themes/mergeQueries.ts'
import { answerQuestions } from './answerQuestions.ts'
import { answerPageTexts } from './texts.ts'

type Facts = { idea: Idea; last: Answer | null; surroundings: Surroundings; merged: { number: number }[] }

/** The idea at an address, for those alone who answer it. What was merged is answered with what it went into. */
async function factsOf({ house, actor, values, today }: AnyVisit): Promise<Facts> {
  const { idea } = (await ideaByNumber(house.db, values.plan ?? '', idInAddress(values.idea))) ?? {}
  if (idea?.visibility !== 'published' || idea.mergedIntoId !== null) {
    allow(ideasPolicy.assignAnswers, actor, undefined)
    throw notFound()
  }
  allow(ideasPolicy.answerIdeas, actor, answerersOf(idea))
  return {
    idea,
    last: await newestAnswer(house.db, idea.id),
    surroundings: await surroundingsOf(house.db, actor, { planId: idea.planId, ownerId: idea.answererId }, today),
    merged: await mergedInto(house.db, idea.id),
  }
}

/** The form of an answer; of one that is published, that of its correction. */
export const showAnswer: Handler<'ideaAnswer'> = async (visit) => {
  const facts = await factsOf(visit)
  return draw(visit, facts, opened(storedFields(facts)))
}

export const sendAnswer: Handler<'ideaAnswer'> = async (visit) => {
  const { idea, last, surroundings } = await factsOf(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      await answerIdea(house, actor, idea.id, readAnswer(fields, surroundings, { corrects: last !== null }))
      return `${address(language, 'idea', { plan: idea.planId, idea: idea.number })}?done=answered#atbilde`
    },
    async (drawn) => draw(visit, await factsOf(visit), drawn),
  )
}

const storedFields = ({ idea, last, surroundings }: Facts): Record<string, string[]> => {
  if (last) return answerFields(last)
  const [only, ...others] = surroundings.institutions
  const institution = idea.answererId ?? (others.length ? '' : (only?.id ?? ''))
  return { institution: [institution], into: [idea.themeId ? `theme-${idea.themeId}` : ''] }
}

function draw(visit: AnyVisit, facts: Facts, drawn: Drawn): Response {
  const { language, today } = visit
  const t = answerPageTexts[language]
  const { idea, last, surroundings, merged } = facts
  const title = last ? t.correctTitle(idea.number) : t.answerTitle(idea.number)
  const parts = [{ title: null, specs: answerQuestions(language, surroundings, last) }]
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      path: [
        { title: t.desk, href: address(language, 'desk') },
        { title: t.title, href: address(language, 'answersToGive', { plan: idea.planId }) },
      ],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={idea.title} language={language} quiet />
            </p>
            <h1>{title}</h1>
            <p>
              <AnswerStatus state={idea.answerState} due={idea.answerDue} today={today} language={language} />
            </p>
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              <SecretariatForm
                form={stateOf(visit, drawn)}
                action={address(language, 'ideaAnswer', { plan: idea.planId, idea: idea.number })}
                parts={parts}
                version={versionIn(drawn, idea.version)}
                comparison={compare(drawn, storedFields(facts), parts, language)}
                submit={last ? t.publishCorrection : t.publish}
              />
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <div class="prose">
                <p>{t.aboutPublic}</p>
                <p>{t.aboutTold}</p>
                {merged.length ? (
                  <p>{t.mergedIn(merged.map(({ number }) => `${language === 'lv' ? 'Nr.' : 'No.'} ${number}`).join(', '))}</p>
                ) : null}
                <h3>{t.theIdea}</h3>
                <p>
                  <Local content={idea.problem} language={language} />
                </p>
                <p>
                  <Local content={idea.proposal} language={language} />
                </p>
                <p>
                  <a href={address(language, 'idea', { plan: idea.planId, idea: idea.number })}>{t.ideaPage}</a>
                </p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
