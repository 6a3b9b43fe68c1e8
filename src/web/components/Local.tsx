import { inLanguage, type Language, type LocalText } from '../../platform/languages/languages.ts'
import { webText } from '../texts.ts'

/**
 * A content in the reader's language. A missing translation shows the original with its own `lang`
 * and says so; nothing at all shows as not known.
 */
export function Local({
  content,
  language,
  quiet = false,
}: {
  content: LocalText | null | undefined
  language: Language
  quiet?: boolean
}) {
  const shown = inLanguage(content, language)
  const t = webText(language)
  if (!shown) return <span class="unknown">{t.notKnown}</span>
  const remark = shown.missing
    ? t.notTranslated
    : shown.state === 'outdated'
      ? t.translationOutdated
      : shown.state === 'draft'
        ? t.translationDraft
        : null
  return (
    <>
      {shown.missing ? <span lang={shown.language}>{shown.text}</span> : shown.text}
      {remark && !quiet ? <small class="remark"> ({remark})</small> : null}
    </>
  )
}
