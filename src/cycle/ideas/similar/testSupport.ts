import { day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { type Language, localText } from '../../../platform/languages/languages.ts'
import { aPlan } from '../../plan/testSupport.ts'
import { type AddedIdea, addIdea } from '../addIdea.ts'
import { call } from '../tables.ts'

/* What the tests of similar ideas share. */

export const PLAN = 'lv-5'

/** A plan lv-5 with a call that is open in September 2019. */
export async function aCall(house: House): Promise<typeof call.$inferSelect> {
  await aPlan(house, { adopted: false })
  const text = localText('Aicinājums')
  const [row] = await house.db
    .insert(call)
    .values({
      ...{ planId: PLAN, title: text, body: text, whatNext: text, kinds: ['idea'] },
      ...{ startsOn: day('2019-09-01'), endsOn: day('2019-09-30'), publishedOn: day('2019-09-01'), recordSeq: 1 },
    })
    .returning()
  if (!row) throw new Error('the call was not stored')
  return row
}

/** Sends an idea in one language, of which everyone sees the title and the proposal. */
export async function sendIdea(
  house: House,
  to: typeof call.$inferSelect,
  { title, text, language = 'lv' }: { title: string; text: string; language?: Language },
): Promise<AddedIdea> {
  const written = (words: string) => ({ [language]: { text: words, state: 'original' as const } })
  return house.db.transaction((tx) =>
    addIdea(
      tx,
      house,
      to,
      {
        ...{ kind: 'idea', title: written(title), problem: {}, proposal: written(text), subject: null, doer: null, doerId: null },
        ...{ values: [], challenges: [], place: null, channel: 'web', language, sentOn: house.clock.today(), files: [] },
        ...{ authorKind: 'person', authorName: 'Iedzīvotāja', authorId: null, organisationId: null, sector: 'resident' },
      },
      { role: 'participant', for: null },
    ),
  )
}
