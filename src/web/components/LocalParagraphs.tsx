import { inLanguage, type Language, type LocalText } from '../../platform/languages/languages.ts'
import { webText } from '../texts.ts'
import { Written } from './Written.tsx'

/** A long content in the reader's language, in paragraphs. What is no checked translation says so; nothing when there is none. */
export function LocalParagraphs({ content, language }: { content: LocalText | null | undefined; language: Language }) {
  const shown = inLanguage(content, language)
  const t = webText(language)
  if (!shown) return null
  return (
    <>
      <Written text={shown.text} written={shown.language} language={language} />
      {shown.state === 'outdated' ? <p class="meta">({t.translationOutdated})</p> : null}
      {shown.state === 'draft' ? <p class="meta">({t.translationDraft})</p> : null}
    </>
  )
}
