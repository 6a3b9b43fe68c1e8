import type { House } from '../platform/house.ts'
import { Fields } from '../platform/http/fields.ts'
import { forgetKeptFiles, keepFiles, withKeptFiles } from '../platform/http/keptFiles.ts'
import { readForm } from '../platform/http/readForm.ts'
import { once } from '../platform/http/receipts.ts'
import { SentFiles } from '../platform/http/sentFiles.ts'
import { type Problem, Refusal, type Say } from '../platform/refusal.ts'
import type { FormState } from './components/form.tsx'
import { seeOther } from './render.tsx'
import type { AnyVisit } from './visit.ts'

/** How a page with a form is drawn: what stands in its fields, what is wrong with it, a word on top, and whether someone was faster. */
export type Drawn = {
  fields: Fields
  problems: readonly Problem[]
  say: Say | null
  conflict: boolean
  status: number
  /** Files that were taken before the form was refused, of this sending or, where the form keeps them, of an earlier one. */
  files: SentFiles
}

/** A form that is opened, with what is stored or with nothing yet. */
export const opened = (fields: Record<string, string[]> = {}): Drawn => ({
  fields: new Fields(fields),
  problems: [],
  say: null,
  conflict: false,
  status: 200,
  files: new SentFiles(),
})

/** The state that form components draw from. */
export const stateOf = (visit: AnyVisit, drawn: Drawn): FormState => ({
  fields: drawn.fields,
  problems: drawn.problems,
  language: visit.language,
})

/**
 * The version a form goes on from: after a mistake the one it was drawn from, so that a conflict still
 * shows; after a conflict, which shows both versions, the stored one.
 */
export function versionIn(drawn: Drawn, stored: number): number {
  const typed = drawn.fields.trimmed('version')
  return [413, 422, 503].includes(drawn.status) && /^\d{1,15}$/.test(typed) ? Number(typed) : stored
}

/** How many files a form may bring, and whether those that were taken are there when it is sent again after a mistake. */
export type FileRules = { most?: number; keep?: boolean }

/**
 * Answers a form that was sent: acts once, however often it is sent, and leads on to where `act` says;
 * or draws the page again with everything that was typed. A file that was refused does not stop the
 * form being read: `act` is not called, and the files that were taken are handed to `draw`.
 */
export async function answerForm(
  visit: AnyVisit,
  act: (house: House, fields: Fields, files: SentFiles) => Promise<string>,
  draw: (drawn: Drawn) => Promise<Response> | Response,
  { most, keep = false }: FileRules = {},
): Promise<Response> {
  const { house, actor } = visit
  const { fields, files: sent, problems, status } = await readForm(visit.context.req.raw, house, most)
  const sending = { formId: fields.trimmed('form'), personId: actor.personId ?? '', now: house.clock.now() }
  const files = keep ? await withKeptFiles(house.db, sending, fields, sent) : sent
  const again = async (more: Partial<Drawn>) => {
    if (keep) await keepFiles(house.db, sending.now, sending, sent)
    return draw({ fields, files, problems: [], say: null, conflict: false, status: 422, ...more })
  }
  if (problems.length) return again({ problems, status })
  try {
    // The use case runs in the transaction of the receipt, as a transaction within it.
    const done = await house.db.transaction((tx) => once(tx, sending, () => act({ ...house, db: tx }, fields, files)))
    if (keep) await forgetKeptFiles(house.db, sending)
    return seeOther(done)
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 413, 422, 429, 503].includes(error.status)) throw error
    return again({ problems: error.problems, say: error.say, status: error.status, conflict: error.status === 409 })
  }
}
