import type { Language } from '../../platform/languages/languages.ts'
import { webText } from '../texts.ts'

type Props = {
  language: Language
  /** The page that is shown; the first is 1. */
  number: number
  /** How many there are, or whether another follows where nobody has counted. */
  pages: number | 'more' | 'no more'
  /** The address of a page by its number. */
  href: (number: number) => string
  /** Words for the ways on where 'previous' and 'next' would be unclear. */
  previous?: string
  next?: string
}

/** The way through a list that stands on several pages; nothing when there is one page alone. */
export function Pages({ language, number, pages, href, previous, next }: Props) {
  const t = webText(language)
  const follows = typeof pages === 'number' ? number < pages : pages === 'more'
  if (number === 1 && !follows) return null
  return (
    <nav class="ds-pagination gap" aria-label={t.pages}>
      <ul>
        {number > 1 ? (
          <li>
            <a rel="prev" href={href(number - 1)}>
              {previous ?? t.previous}
            </a>
          </li>
        ) : null}
        <li>
          <span>{typeof pages === 'number' ? t.pageOf(number, pages) : t.pageNumber(number)}</span>
        </li>
        {follows ? (
          <li>
            <a rel="next" href={href(number + 1)}>
              {next ?? t.next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
