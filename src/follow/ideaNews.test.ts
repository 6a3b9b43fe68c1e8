import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { appendTestAct } from '../../test/support/record.ts'
import { beginBatch, saveBatch } from '../cycle/ideas/answers/answerBatches.ts'
import { answerIdea } from '../cycle/ideas/answers/answerIdea.ts'
import { publishBatch } from '../cycle/ideas/answers/publishBatch.ts'
import { aCall, anIdea, ideaNow, notNow, reasons } from '../cycle/ideas/answers/testSupport.ts'
import { closeCall } from '../cycle/ideas/calls/closeCall.ts'
import { moderate } from '../cycle/ideas/moderation/moderate.ts'
import type { call } from '../cycle/ideas/tables.ts'
import { anotherCall, aPerson } from '../cycle/ideas/testSupport.ts'
import { mergeIdeas, mergesOf, undoMerge } from '../cycle/ideas/themes/mergeIdeas.ts'
import { aPlan, secretary } from '../cycle/plan/testSupport.ts'
import { typed } from '../cycle/plan/translations.ts'
import { day } from '../platform/dates/partialDate.ts'
import { localText } from '../platform/languages/languages.ts'
import { confirmSubscription } from './confirmSubscription.ts'
import { readNews } from './news.ts'
import { entryOf } from './newsEntry.tsx'
import { hashOfToken } from './requestSubscription.ts'
import { nameScopes, scopeByKey } from './scopeKeys.ts'
import { sendDigests } from './sendDigests.ts'
import { countFollowers } from './subscriptions.ts'
import { subscriptionRequest } from './tables.ts'

let house: TestHouse
let open: typeof call.$inferSelect
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
  open = await aCall(house)
})
afterAll(() => house.close())
beforeEach(() => {
  house.letters.length = 0
})

/** Follows a thing, asked for and confirmed. */
async function follow(email: string, scope: string): Promise<void> {
  const token = randomUUID()
  const expiresAt = new Date(house.clock.now().getTime() + 60_000)
  await house.db
    .insert(subscriptionRequest)
    .values({ id: hashOfToken(token), email, language: 'en', scope, frequency: 'immediate', expiresAt })
  await confirmSubscription(house, token)
}

/** What letters to an address told since the last time. */
async function toldTo(email: string): Promise<string> {
  await sendDigests(house)
  return house.letters
    .filter(({ to }) => to === email)
    .map(({ body }) => body)
    .join('\n')
}

const feed = async (key: string): Promise<string[]> => {
  const { news, organisations } = await readNews(house, await scopeByKey(house, key), 1)
  return news.map((one) => entryOf('en', one, organisations, false).title.replace(' (demonstration)', ''))
}

describe('who follows one idea', () => {
  it('is told of its answer, its correction and its merging, and of nothing else', async () => {
    const [one, other] = [await anIdea(house, open, 'Sekojama ideja'), await anIdea(house, open, 'Cita ideja')]
    const key = `idea/lv-5/${one.number}`
    await follow('viena@example.org', key)
    await answerIdea(house, secretary, other.id, notNow(other.version))
    expect(await toldTo('viena@example.org')).toBe('')
    await answerIdea(house, secretary, one.id, notNow(one.version))
    const told = await toldTo('viena@example.org')
    expect(told).toContain(`State Chancellery answers idea No. ${one.number}: Sekojama ideja`)
    expect(told).toContain(reasons)
    expect(told).toContain(`/en/plans/lv-5/ideas/${one.number}`)
    expect(told).not.toContain('Cita ideja')
    house.letters.length = 0
    await answerIdea(house, secretary, one.id, notNow(2, { state: 'outside', reason: typed('Precizējām.') }))
    expect(await toldTo('viena@example.org')).toContain(`corrects its answer to idea No. ${one.number}`)

    const twin = await anIdea(house, open, 'Dublikāts')
    await mergeIdeas(house, secretary, 'lv-5', { ideaIds: [twin.id], into: one.number, reason: typed('Tas pats priekšlikums.') })
    house.letters.length = 0
    expect(await toldTo('viena@example.org')).toContain(`Idea No. ${twin.number} was merged into idea No. ${one.number}`)
    const {
      merges: [merge],
    } = await mergesOf(house.db, 'lv-5', 1)
    await undoMerge(house, secretary, merge?.merge.id ?? 0, { reason: typed('Tomēr cits priekšlikums.') })
    house.letters.length = 0
    expect(await toldTo('viena@example.org')).toContain(`Idea No. ${twin.number} is no longer merged`)
    expect(await feed(key)).toEqual([
      expect.stringContaining('is no longer merged'),
      expect.stringContaining('was merged into'),
      expect.stringContaining('corrects its answer'),
      expect.stringContaining('answers idea'),
      `New idea No. ${one.number}: Sekojama ideja`,
    ])
  })

  it('is counted, and nobody sees whose address it is; what is hidden can’t be followed and has no name', async () => {
    const one = await anIdea(house, open, 'Paslēpjama ideja')
    const key = `idea/lv-5/${one.number}`
    await follow('a@example.org', key)
    await follow('b@example.org', key)
    expect(await countFollowers(house.db, key)).toBe(2)
    expect((await nameScopes(house, 'en', [key])).get(key)?.name).toContain('“Paslēpjama ideja”')
    const moderator = await aPerson(house, 'Moderatore', 'moderator')
    const why = { reason: 'insult' as const, explanation: 'Aizskar cilvēku.', language: 'lv' as const }
    await moderate(house, moderator, { ideaId: one.id, commentId: null }, { act: 'hide', was: 'published', why })
    await expect(scopeByKey(house, key)).rejects.toMatchObject({ status: 404 })
    expect((await nameScopes(house, 'en', [key])).has(key)).toBe(false)
    expect(await toldTo('a@example.org')).toBe('')
  })
})

describe('who follows a plan', () => {
  it('is told of answers given together once, and not of each idea; who follows its ideas is told of each new one', async () => {
    await follow('plans@example.org', 'plan/lv-5')
    await follow('idejas@example.org', 'ideas/lv-5')
    const [one, two] = [await anIdea(house, open, 'Kopā pirmā'), await anIdea(house, open, 'Kopā otrā')]
    await follow('kopa@example.org', `idea/lv-5/${two.number}`)
    expect(await toldTo('plans@example.org')).toBe('')
    expect(await toldTo('idejas@example.org')).toContain(`New idea No. ${two.number}: Kopā otrā`)
    const batch = await beginBatch(house, secretary, { planId: 'lv-5', ownerId: null, ideaIds: [one.id, two.id] })
    const draft = { state: ['not-now'], 'reasons.lv': [reasons], institution: ['vk'], into: [''] }
    await saveBatch(house, secretary, batch, { version: 1, draft, sentences: new Map(), removed: [], preview: true })
    house.letters.length = 0
    await publishBatch(house, secretary, batch, { version: 2 })
    expect(await toldTo('plans@example.org')).toContain('State Chancellery answers 2 ideas together')
    // Letters to all went at once.
    expect(await toldTo('idejas@example.org')).toContain('State Chancellery answers 2 ideas together')
    expect(await toldTo('kopa@example.org')).toContain(`State Chancellery answers idea No. ${two.number}`)
    expect((await ideaNow(house, two.id)).answerState).toBe('not-now')
    expect(await feed('plan/lv-5')).toContain('State Chancellery answers 2 ideas together')
    expect(await feed('ideas/lv-5')).toContain('State Chancellery answers 2 ideas together')
    expect(await feed('ideas/lv-5')).not.toContain(`State Chancellery answers idea No. ${two.number}: Kopā otrā`)
    expect(await feed(`idea/lv-5/${two.number}`)).toContain(`State Chancellery answers idea No. ${two.number}: Kopā otrā`)
    expect(await feed('everything')).not.toContain(`New idea No. ${one.number}: Kopā pirmā`)
  })

  it('is told that a call is over: by its last day, or earlier with the reason', async () => {
    await follow('aicinajums@example.org', 'plan/lv-5')
    await closeCall(house, secretary, 'lv-5', open.id, { version: open.version, reason: typed('Plāns jānodod agrāk.') })
    const told = await toldTo('aicinajums@example.org')
    expect(told).toContain('The call for ideas was closed early: Ideas for the fifth plan')
    expect(told).toContain('Plāns jānodod agrāk.')
    expect(await feed('plan/lv-5')).toContain('Call for ideas: Ideas for the fifth plan')
    await anotherCall(house, { title: localText('Otrs', 'Second call'), endsOn: day('2019-09-12') })
    await appendTestAct(house)
    house.letters.length = 0
    expect(await toldTo('aicinajums@example.org')).not.toContain('has ended')
    house.setToday('2019-09-13')
    house.letters.length = 0
    expect(await toldTo('aicinajums@example.org')).toContain('The call for ideas has ended: Second call')
  })
})
