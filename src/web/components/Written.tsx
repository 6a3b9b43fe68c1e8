import type { Language } from '../../platform/languages/languages.ts'
import { webText } from '../texts.ts'

/** What someone wrote, in paragraphs; in another language than the page's it says so and carries its own `lang`. */
export function Written({
  text,
  written,
  language,
  quiet = false,
}: {
  text: string
  /** The language it was written in; null where nobody said. */
  written: string | null
  language: Language
  quiet?: boolean
}) {
  const foreign = written !== null && written !== language
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim())
        .map((paragraph, index) => (
          <p key={index} class="typed" {...(foreign ? { lang: written } : {})}>
            {paragraph.trim()}
          </p>
        ))}
      {foreign && !quiet ? <p class="meta">({webText(language).notTranslated})</p> : null}
    </>
  )
}
