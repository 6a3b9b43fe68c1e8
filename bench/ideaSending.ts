import { randomBytes } from 'node:crypto'
import type { Seen } from '../test/http/browser.ts'
import { IDEAS_PLAN } from './ideaRows.ts'
import { newVisitor, signedInVisitor } from './ideaVisitor.ts'
import type { Asked, Ground } from './ideaVisits.ts'

/** The steps in which an idea is sent, each timed by itself: a visitor's until it is confirmed, and those of who is signed in. */
export async function sendings({ app, house, execute, language, times }: Ground): Promise<Asked[]> {
  const { rows } = await execute(`select max(id) as id from call where plan_id = '${IDEAS_PLAN}' and published_on is not null`)
  const form = `/lv/plani/${IDEAS_PLAN}/aicinajumi/${(rows[0] as { id: number }).id}/iesniegt/idea`
  const words = (count: number): string => Array.from({ length: count }, () => language.word(language.draw())).join(' ')
  const { browser } = await signedInVisitor(app, house, 'participant')
  const run = randomBytes(4).toString('hex')
  type One = { email: string; at: Seen | null } & ReturnType<typeof newVisitor>
  const many = (cookies?: ReadonlyMap<string, string>): One[] =>
    Array.from({ length: times }, (_, at) => ({ email: `${run}-${at}@example.org`, at: null, ...newVisitor(app, cookies) }))
  const [visitors, known] = [many(), many(browser.cookies)]
  const linkTo = async ({ email }: One): Promise<string> => {
    const letters = await execute('select body from mail where recipient = $1', [email])
    return /https?:\/\/[^/\s]+(\/\S+token=\S+)/.exec((letters.rows[0] as { body: string }).body)?.[1] ?? ''
  }
  const written = (one: One) => ({
    ...{ title: words(7), problem: words(20), proposal: words(30), as: 'person', sector: 'resident', action: 'preview' },
    ...(visitors.includes(one) ? { name: 'Iedzīvotāja', email: one.email } : {}),
  })
  const preview = `${form}/prieksskatijums`
  const step = (
    what: string,
    who: readonly One[],
    ends: string,
    act: (one: One) => Promise<Seen>,
    prepare: (one: One) => Promise<void> = async () => undefined,
  ): Asked => ({
    what: `sending: ${what}`,
    prepare: async () => {
      for (const one of who) await prepare(one)
    },
    acts: who.map((one) => async () => {
      one.at = await act(one)
      const end = one.at.location ?? String(one.at.status)
      if (!end.endsWith(ends)) throw new Error(`${what}: ${end}`)
      return undefined
    }),
  })
  const press = (one: One): Promise<Seen> => one.browser.fill(one.at as Seen, 0, {})
  const links = new Map<One, string>()
  return [
    step('the form', visitors, '200', (one) => one.browser.open(form)),
    step('what was typed is kept', visitors, '/prieksskatijums', (one) => one.post(form, written(one))),
    step('the preview, with what is similar', visitors, '200', (one) => one.browser.open(preview)),
    step('a letter is asked for', visitors, '/vestule', press),
    step(
      'the page of the letter’s link',
      visitors,
      '200',
      (one) => one.browser.open(links.get(one) ?? ''),
      async (one) => void links.set(one, await linkTo(one)),
    ),
    step('confirmed: the idea is in', visitors, '/sanemts', press),
    step('sent at once by who is signed in', known, '/sanemts', press, async (one) => {
      await one.post(form, written(one))
      one.at = await one.browser.open(preview)
    }),
    step('the receipt', known, '200', (one) => one.browser.open(one.at?.location ?? '')),
  ]
}
