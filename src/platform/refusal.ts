import type { Language } from './languages/languages.ts'

/** A sentence in the reader's language. */
export type Say = (language: Language) => string

/** What is wrong with one field, by the field's name. */
export type Problem = { field: string; say: Say }

/** 400 broken request · 401 sign in first · 403 not yours · 404 no such thing · 405 not done to this ·
 *  409 someone was faster · 410 used link · 413 too big · 422 a field is wrong · 429 too often ·
 *  503 something we need is away for now. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 422 | 429 | 503

/**
 * An action that is refused and has changed nothing. Use cases throw it; pages show it with
 * all that was typed.
 */
export class Refusal extends Error {
  readonly status: RefusalStatus
  readonly say: Say | null
  readonly problems: readonly Problem[]
  constructor(status: RefusalStatus, say: Say | null = null, problems: readonly Problem[] = []) {
    super(`refused with ${status}`)
    this.status = status
    this.say = say
    this.problems = problems
  }
}

/** Refuses because of these fields. */
export const wrongFields = (problems: readonly Problem[]): Refusal => new Refusal(422, null, problems)

/** Refuses because of one field. */
export const wrongField = (field: string, say: Say): Refusal => wrongFields([{ field, say }])

/** There is no such thing at this address, or it is not for everyone's eyes. */
export const notFound = (): Refusal => new Refusal(404)
