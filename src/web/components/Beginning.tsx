import { inLanguage, type Language, type LocalText } from '../../platform/languages/languages.ts'

/** So many characters of a long content stand where it is only pointed to. */
const SHOWN = 200

/** The first words of a content's first paragraph, cut at a word; nothing when there is none. */
export function Beginning({ content, language }: { content: LocalText; language: Language }) {
  const shown = inLanguage(content, language)
  if (!shown) return null
  const [paragraph = ''] = shown.text.trim().split(/\n\s*\n/)
  const characters = [...paragraph.replaceAll(/\s+/g, ' ')]
  const text = characters.join('')
  const cut = characters
    .slice(0, SHOWN)
    .join('')
    .replace(/\s+\S*$/, '')
  return <span {...(shown.missing ? { lang: shown.language } : {})}>{characters.length > SHOWN ? `${cut} …` : text}</span>
}
