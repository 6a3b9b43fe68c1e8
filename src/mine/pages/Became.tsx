import { AnswerStatus, type OwnIdea, type Visibility } from '../../cycle/ideas/index.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { Status } from '../../web/components/Status.tsx'
import { mineTexts } from '../texts.ts'

/** What became of what someone sent: whether everyone sees it, what it was merged into, how it was answered or until when it will be. */
export function Became({ language, today, idea }: { language: Language; today: Day; idea: OwnIdea }) {
  const t = mineTexts[language]
  const { visibility, mergedInto, answerState, answerDue } = idea
  if (visibility !== 'published') return <Shown language={language} visibility={visibility} />
  if (mergedInto !== null) return <Status icon="done" colour="" word={t.mergedInto(mergedInto)} />
  return <AnswerStatus state={answerState} due={answerDue} today={today} language={language} />
}

/** Whether everyone sees a text; nothing where everyone does. */
export function Shown({ language, visibility }: { language: Language; visibility: Visibility }) {
  const t = mineTexts[language]
  if (visibility === 'published') return null
  return visibility === 'hidden' ? (
    <Status icon="stop" colour="bad" word={t.hidden} />
  ) : (
    <Status icon="wait" colour="" word={t.waitsForModerator} />
  )
}
