import { CONFIRM_ACT_WITHIN_DAYS } from '../../../people/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import type { Drawn } from '../../answerForm.ts'
import { WhereLettersGo } from '../../components/WhereLettersGo.tsx'
import type { AnyVisit } from '../../visit.ts'
import type { IdeaAt } from './facts.ts'
import { ideaTexts } from './ideaTexts.ts'

/** Why a form was not taken as a whole, above it. */
export function NotDone({ drawn: { say, conflict }, language }: { drawn: Drawn; language: Language }) {
  if (!say || !conflict) return null
  return (
    <div class="ds-error-summary" role="alert">
      <h2>{ideaTexts[language].notSent}</h2>
      <p>{say(language)}</p>
    </div>
  )
}

/** Tells that a letter is on its way. */
export function LookInMailbox({ at: { plan, idea }, visit }: { at: IdeaAt; visit: AnyVisit }) {
  const { language } = visit
  const t = ideaTexts[language]
  return (
    <div class="head">
      <h1>{t.sentTitle}</h1>
      <p class="lead" role="status">
        {t.sentLead(CONFIRM_ACT_WITHIN_DAYS)}
      </p>
      <WhereLettersGo visit={visit} />
      <p class="acts">
        <a href={address(language, 'idea', { plan: plan.id, idea: idea.number })}>{t.toIdea}</a>
      </p>
    </div>
  )
}
