import { shortDate } from '../../../../platform/languages/dates.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { Status } from '../../../../web/components/Status.tsx'
import { Written } from '../../../../web/components/Written.tsx'
import { extensionTexts } from '../../extensions/extensionTexts.ts'
import type { ExtensionRequest } from '../../extensions/queries.ts'

/** What the secretariat has said to a wish for more time, and why; or that it has not yet. */
export function AnswerGiven({ request, language }: { request: ExtensionRequest; language: Language }) {
  const t = extensionTexts[language]
  const { decision, grantedUntil, answer, answerLanguage, answeredOn } = request
  if (!decision || !answeredOn) return <Status icon="wait" colour="" word={t.waits} />
  return (
    <>
      <Status
        icon={decision === 'granted' ? 'done' : 'stop'}
        colour={decision === 'granted' ? 'good' : ''}
        word={grantedUntil ? t.granted(shortDate(language, grantedUntil)) : t.refused}
        extra={t.answeredOn(shortDate(language, answeredOn))}
      />
      {answer && answerLanguage ? <Written text={answer} written={answerLanguage} language={language} quiet /> : null}
    </>
  )
}
