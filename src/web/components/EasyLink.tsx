import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { Icon } from './Icon.tsx'

const texts = defineTexts({ lv: { easy: 'Viegli lasīt' }, en: { easy: 'Easy to read' } })

/** The tag of a language in its easy form: `simple` is a registered variant (BCP 47). */
export const easyTag = (language: Language): string => `${language}-simple`

/** The way from a page to the same thing in easy language. */
export function EasyLink({ href, language }: { href: string; language: Language }) {
  return (
    <p>
      <a href={href} hrefLang={easyTag(language)}>
        <Icon name="doc" /> {texts[language].easy}
      </a>
    </p>
  )
}
