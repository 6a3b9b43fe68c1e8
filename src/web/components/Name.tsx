import { bare, langOf, type Named } from '../named.ts'

/** A name among other words; one in another language than the page's carries its own `lang`. */
export function Name({ of }: { of: Named }) {
  const attribute = langOf(of)
  return attribute.lang ? <span {...attribute}>{bare(of)}</span> : bare(of)
}
