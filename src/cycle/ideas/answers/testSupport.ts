import { eq } from 'drizzle-orm'
import type { TestHouse } from '../../../../test/support/house.ts'
import { type Actor, person } from '../../../people/index.ts'
import { addTwoOrganisations } from '../../../people/testSupport.ts'
import { day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { typed } from '../../plan/translations.ts'
import { addIdea, type NewIdea } from '../addIdea.ts'
import { call, idea, support, supportCount } from '../tables.ts'
import type { SingleAnswer } from './answerInput.ts'

/* What the tests of answers, themes and merges share. */

export const reasons =
  'Par šo priekšlikumu sprieda darba grupa. Tas saskan ar valdības deklarāciju, un tam ir nauda, tāpēc to varam izdarīt jau nākamajā gadā.'

export const officer: Actor = { personId: 'officer', name: 'Atbildīgā', roles: [{ role: 'officer', organisationId: 'vk' }] }

/** Institutions and an open call on plan lv-5, which takes ideas until 30 September; answers are due on 14 October. */
export async function aCall(house: TestHouse): Promise<typeof call.$inferSelect> {
  await addTwoOrganisations(house)
  const [row] = await house.db
    .insert(call)
    .values({
      planId: 'lv-5',
      title: localText('Idejas piektajam plānam', 'Ideas for the fifth plan'),
      body: localText('Ko darīt?', 'What to do?'),
      whatNext: localText('Uz katru ideju atbildēsim.', 'Every idea will be answered.'),
      kinds: ['idea'],
      startsOn: day('2019-09-01'),
      endsOn: day('2019-09-30'),
      publishedOn: day('2019-09-01'),
      recordSeq: 1,
    })
    .returning()
  if (!row) throw new Error('no call')
  return row
}

/** Someone with an account, whose address tells their name. */
export async function someone(house: House, id: string): Promise<string> {
  const now = house.clock.now()
  await house.db
    .insert(person)
    .values({ id, name: id, email: `${id}@example.org`, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
  return id
}

/** An idea that everyone sees; gives its row. */
export async function anIdea(
  house: House,
  to: typeof call.$inferSelect,
  title: string,
  more: Partial<NewIdea> = {},
): Promise<typeof idea.$inferSelect> {
  const sent: NewIdea = {
    kind: 'idea',
    title: localText(title),
    problem: localText(`Kas kait: ${title}.`),
    proposal: localText(`Ko darīt: ${title}.`),
    subject: null,
    doer: null,
    doerId: null,
    values: [],
    challenges: [],
    place: null,
    authorKind: 'display-name',
    authorName: 'Iedzīvotāja',
    authorId: null,
    organisationId: null,
    sector: 'resident',
    channel: 'web',
    language: 'lv',
    sentOn: house.clock.today(),
    files: [],
    ...more,
  }
  const { id } = await house.db.transaction((tx) => addIdea(tx, house, to, sent, { role: 'participant', for: null }))
  return ideaNow(house, id)
}

/** An idea's row as it is now. */
export async function ideaNow(house: House, id: number): Promise<typeof idea.$inferSelect> {
  const [row] = await house.db.select().from(idea).where(eq(idea.id, id))
  if (!row) throw new Error('no idea')
  return row
}

/** Someone's support of an idea. */
export async function supportedBy(house: House, ideaId: number, personId: string): Promise<void> {
  await someone(house, personId)
  const now = house.clock.now()
  await house.db.insert(support).values({ ideaId, personId, sector: 'resident', createdAt: now })
  const all = await house.db.$count(support, eq(support.ideaId, ideaId))
  await house.db.update(idea).set({ supports: all }).where(eq(idea.id, ideaId))
  await house.db
    .insert(supportCount)
    .values({ ideaId, sector: 'resident', supports: all })
    .onConflictDoUpdate({ target: [supportCount.ideaId, supportCount.sector], set: { supports: all } })
}

/** An answer that says no, for now. */
export const notNow = (version: number, more: Partial<SingleAnswer> = {}): SingleAnswer => ({
  version,
  state: 'not-now',
  reasons: typed(reasons),
  institutionId: 'vk',
  commitmentId: null,
  themeId: null,
  sentence: typed(),
  reason: typed(),
  ...more,
})
