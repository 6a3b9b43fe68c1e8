import { inLanguage, type Language, type LocalText } from '../../platform/languages/languages.ts'
import { remarkOn } from './Local.tsx'
import { Written } from './Written.tsx'

/** A long content in the reader's language, in paragraphs; like Local, it says what readers should know of the text. Nothing when there is none. */
export function LocalParagraphs({ content, language }: { content: LocalText | null | undefined; language: Language }) {
  const shown = inLanguage(content, language)
  if (!shown) return null
  const remark = remarkOn(shown, language)
  return (
    <>
      <Written text={shown.text} written={shown.language} language={language} quiet />
      {remark ? <p class="meta">({remark})</p> : null}
    </>
  )
}
