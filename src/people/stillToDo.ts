import type { Language } from '../platform/languages/languages.ts'
import { address, withNext } from '../web/addresses.ts'
import type { Session } from './sessions.ts'

/**
 * The page of what is still to be done of signing in, or null: the second step where it is due, and
 * choosing for whom one acts where one holds roles for several. From there it goes on to `next`.
 */
export function stillToDo(session: Session | null, language: Language, next: string | null): string | null {
  if (session?.secondStep === 'due') return withNext(address(language, 'secondStep'), next)
  if (session && session.mayActFor.length > 1 && session.actingFor === null) return withNext(address(language, 'actingFor'), next)
  return null
}
