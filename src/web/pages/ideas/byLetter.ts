import { ideaRefusals } from '../../../cycle/ideas/index.ts'
import { clientOf, readEmail, secondsToWait } from '../../../people/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { type Problem, Refusal } from '../../../platform/refusal.ts'
import type { AnyVisit } from '../../visit.ts'

/** What a visitor's form says of who they are, or what is wrong with it. */
export function readWho(fields: Fields): { name: string; email: string | null; problems: Problem[] } {
  const name = fields.trimmed('name').replaceAll('\n', ' ')
  const email = readEmail(fields.get('email'))
  const problems: Problem[] = email ? [] : [{ field: 'email', say: (language) => ideaRefusals[language].email }]
  return { name, email, problems }
}

/** Refuses with 429 where a client sends too much; what was typed stays in the form. */
export async function refuseTooOften(
  { house, context }: AnyVisit,
  what: 'supportsFromAClient' | 'commentsFromAClient' | 'reportsFromAClient',
  field: string,
): Promise<void> {
  refuseFor(await secondsToWait(house, what, clientOf(house, context)), field)
}

/** The same where a letter is asked for: nobody's mailbox is filled by others. */
export async function refuseTooManyLetters({ house, context }: AnyVisit, email: string): Promise<void> {
  const client = clientOf(house, context)
  refuseFor(
    (await secondsToWait(house, 'lettersFromAClient', client)) ??
      (await secondsToWait(house, 'lettersToAnAddressFromAClient', `${client} ${email}`)) ??
      (await secondsToWait(house, 'lettersToAnAddress', email)),
    'email',
  )
}

function refuseFor(wait: number | null, field: string): void {
  if (wait === null) return
  const say = (language: 'lv' | 'en'): string => ideaRefusals[language].tooOften(Math.ceil(wait / 60))
  throw new Refusal(429, say, [{ field, say }])
}
