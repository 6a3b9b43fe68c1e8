import { shortDate } from '../../../../platform/languages/dates.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { firstDue } from '../../extensions/deadlineFor.ts'
import { extensionTexts } from '../../extensions/extensionTexts.ts'
import type { Deadline } from '../../queries.ts'

/** Beside a deadline's date: the one it had at first, when it was last changed, and why. Nothing where it never was. */
export function DueChanged({ deadline, language }: { deadline: Deadline; language: Language }) {
  const last = deadline.changes.at(-1)
  if (!last) return null
  const t = extensionTexts[language]
  const first = firstDue(deadline)
  return (
    <small class="remark block">
      {first ? t.first(shortDate(language, first)) : t.firstNone}; {t.moved(shortDate(language, last.changedOn))}{' '}
      <span {...(last.language === language ? {} : { lang: last.language })}>{last.reason}</span>
    </small>
  )
}
