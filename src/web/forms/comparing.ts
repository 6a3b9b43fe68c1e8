import { Fields } from '../../platform/http/fields.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { Drawn } from '../answerForm.ts'
import type { Comparison, Told } from '../components/TwoVersions.tsx'
import { type FormPart, tell } from './fieldSpec.tsx'

/** The two versions after a conflict, told question by question; null when there was none. A reason is only ever typed. */
export function compare(
  drawn: Drawn,
  stored: Record<string, string[]>,
  parts: readonly FormPart[],
  language: Language,
  more: (fields: Fields) => Told[] = () => [],
): Comparison | null {
  if (!drawn.conflict) return null
  const specs = parts.flatMap((part) => part.specs).filter((spec) => spec.name !== 'reason')
  const told = (fields: Fields): Told[] => [...specs.flatMap((spec) => tell(spec, fields, language)), ...more(fields)]
  return { stored: told(new Fields(stored)), typed: told(drawn.fields) }
}
