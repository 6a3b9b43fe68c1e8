import { inLanguage, type Language, type LocalText, type Shown } from '../../platform/languages/languages.ts'
import { webText } from '../texts.ts'

/** What readers should know of the text they get: that it is no translation, an old or an unchecked one; null when all is well. */
export function remarkOn({ missing, state }: Shown, language: Language): string | null {
  const t = webText(language)
  if (missing) return t.notTranslated
  return state === 'outdated' ? t.translationOutdated : state === 'draft' ? t.translationDraft : null
}

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
  if (!shown) return <span class="unknown">{webText(language).notKnown}</span>
  const remark = remarkOn(shown, language)
  return (
    <>
      {shown.missing ? <span lang={shown.language}>{shown.text}</span> : shown.text}
      {remark && !quiet ? <small class="remark"> ({remark})</small> : null}
    </>
  )
}
