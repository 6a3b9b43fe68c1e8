import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { type Actor, visitor } from '../../../people/index.ts'
import { recordOf } from '../../../people/testSupport.ts'
import { verifyRecord } from '../../../record/index.ts'
import { aPlan, form, refusalOf, secretary } from '../../plan/testSupport.ts'
import { typed } from '../../plan/translations.ts'
import { closeCall } from '../calls/closeCall.ts'
import { aCall } from '../calls/testSupport.ts'
import { idea, ideaCount } from '../tables.ts'
import { enterIdea, readEntered } from './enterIdea.ts'
import { discardDraft, draftOf, forgetDrafts, saveDraft } from './ideaDrafts.ts'
import { readIdea } from './ideaInput.ts'
import { sendIdea } from './sendIdea.ts'
import { aParticipant, ideaForm, toSend } from './testSupport.ts'

let house: TestHouse
let callId: number
let dace: Actor
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
  callId = await aCall(house)
  dace = await aParticipant(house)
})
afterAll(() => house.close())

const row = async (number: number) => {
  const [found] = await house.db.select().from(idea).where(eq(idea.number, number))
  if (!found) throw new Error('no idea')
  return found
}

describe('sending', () => {
  it('gives a number, a receipt with the whole text, and an entry of the record without a word of it', async () => {
    const { number, visibility } = await sendIdea(house, dace, toSend(dace, callId))
    expect(visibility).toBe('published')
    expect(await row(number)).toMatchObject({ authorName: 'Dace Paraugs', authorId: dace.personId, sector: 'resident', channel: 'web' })
    expect((await row(number)).answerDue).toBe('2019-10-14')
    const letter = house.letters.at(-1)
    expect(letter?.body).toContain('Publicēt tos septiņu dienu laikā.')
    expect(letter?.subject).toContain(String(number))
    const entry = (await recordOf(house)).at(-1)
    expect(entry?.act).toBe('sendIdea')
    expect(JSON.stringify(entry)).not.toContain('Protokol')
    expect(JSON.stringify(entry)).not.toContain('Dace')
  })

  it('lets one with many links wait for a moderator, and refuses it for nothing', async () => {
    const links = Array.from({ length: 4 }, (_, n) => `https://example.org/${n}`).join(' ')
    const { number, visibility } = await sendIdea(house, dace, toSend(dace, callId, { proposal: `Skat. ${links}` }))
    expect(visibility).toBe('waiting')
    expect((await row(number)).publishedOn).toBeNull()
  })

  it('shows a name of one’s choice, and for an organisation only one that the sender acts for', async () => {
    const { number } = await sendIdea(house, dace, toSend(dace, callId, { as: 'display-name', displayName: 'Kaimiņiene' }))
    expect(await row(number)).toMatchObject({ authorKind: 'display-name', authorName: 'Kaimiņiene' })
    const { fields } = await refusalOf(() => toSend(dace, callId, { as: 'organisation:providus' }), 'en')
    expect(fields['as']).toContain('can’t send in the name')
  })

  it('tells what is missing, what is too long, and a program that fills in everything', async () => {
    const asked = { kind: 'burden' as const, language: 'lv' as const, actor: visitor, sectorsOf: new Map() }
    const { fields } = await refusalOf(() => readIdea(form({ title: 'x'.repeat(151), website: 'http://' }), asked))
    expect(Object.keys(fields).sort()).toEqual(['email', 'name', 'problem', 'proposal', 'subject', 'title', 'website'])
  })

  it('ends with the call: by its last day, and by its closing, and nothing is stored then', async () => {
    const other = await aCall(house)
    house.setToday('2019-10-01')
    expect((await refusalOf(() => sendIdea(house, dace, toSend(dace, other)))).status).toBe(422)
    house.setToday('2019-09-10')
    await closeCall(house, secretary, 'lv-5', other, { version: 2, reason: typed('Plānu nodod agrāk.') })
    expect((await refusalOf(() => sendIdea(house, dace, toSend(dace, other)))).status).toBe(422)
    expect(await house.db.select().from(idea).where(eq(idea.callId, other))).toEqual([])
  })

  it('loses none and doubles none when 200 people send at once', async () => {
    const crowd = await aCall(house)
    const people = await Promise.all(Array.from({ length: 200 }, (_, n) => aParticipant(house, `Dalībnieks ${n}`)))
    const letters = house.letters.length
    const sent = await Promise.all(people.map((one, n) => sendIdea(house, one, toSend(one, crowd, { title: `Ideja ${n}` }))))
    expect(new Set(sent.map(({ number }) => number)).size).toBe(200)
    const stored = await house.db.select().from(idea).where(eq(idea.callId, crowd))
    expect(new Set(stored.map(({ title }) => title.lv?.text)).size).toBe(200)
    const all = (await house.db.select({ number: idea.number }).from(idea)).map(({ number }) => number).sort((a, b) => a - b)
    expect(all).toEqual(all.map((_, at) => at + 1))
    const [counted] = await house.db.select().from(ideaCount).where(eq(ideaCount.kind, 'idea'))
    const published = (await house.db.select().from(idea)).filter(({ visibility }) => visibility === 'published')
    expect(counted?.ideas).toBe(published.length)
    expect(house.letters.length - letters).toBe(200)
    const wrong: unknown[] = []
    await verifyRecord(house.db, (problem) => void wrong.push(problem))
    expect(wrong).toEqual([])
  }, 180_000)
})

describe('what the secretariat enters', () => {
  const entered = (more: Record<string, string | string[]> = {}) =>
    readEntered(
      form({
        ...ideaForm,
        channel: 'paper',
        'receivedOn.year': '2019',
        'receivedOn.part': '09',
        'receivedOn.day': '10',
        name: 'Jānis Bērziņš',
        ...more,
      }),
      'idea',
    )

  it('keeps a name only where its bearer agreed', async () => {
    const enter = (more: Record<string, string | string[]>) =>
      enterIdea(house, secretary, { ...entered(more), planId: 'lv-5', callId, files: [] })
    expect(await row((await enter({})).number)).toMatchObject({ authorName: null, authorId: null, channel: 'paper' })
    expect(await row((await enter({ consent: 'yes' })).number)).toMatchObject({ authorName: 'Jānis Bērziņš' })
  })

  it('may be entered after the end when it came in time, and not when it came later', async () => {
    house.setToday('2019-10-05')
    const input = { planId: 'lv-5', callId, files: [] }
    const { number } = await enterIdea(house, secretary, { ...entered(), ...input })
    expect((await row(number)).sentOn).toBe('2019-09-10')
    const late = entered({ 'receivedOn.part': '10', 'receivedOn.day': '2' })
    expect((await refusalOf(() => enterIdea(house, secretary, { ...late, ...input }))).fields).toHaveProperty('receivedOn')
    house.setToday('2019-09-10')
    expect((await refusalOf(() => enterIdea(house, dace, { ...entered(), ...input }))).status).toBe(403)
  })
})

describe('a draft', () => {
  const draft = { fields: { title: ['Puse teikuma'] }, files: [], language: 'lv' as const }

  it('is found by the browser’s token alone, is one for each call and kind, and goes when it is thrown away', async () => {
    const key = { token: 'a'.repeat(32), callId, kind: 'idea' as const }
    await saveDraft(house.db, house.clock.now(), key, draft)
    const first = await draftOf(house.db, key)
    await saveDraft(house.db, house.clock.now(), key, { ...draft, fields: { title: ['Vesels teikums'] } })
    const second = await draftOf(house.db, key)
    expect(second?.fields).toEqual({ title: ['Vesels teikums'] })
    expect(second?.sending).not.toBe(first?.sending)
    expect(second?.token).not.toContain('aaa')
    expect(await draftOf(house.db, { ...key, token: 'b'.repeat(32) })).toBeNull()
    expect(await draftOf(house.db, { ...key, kind: 'burden' })).toBeNull()
    await discardDraft(house.db, key)
    expect(await draftOf(house.db, key)).toBeNull()
  })

  it('is forgotten after 30 days', async () => {
    const key = { token: 'c'.repeat(32), callId, kind: 'idea' as const }
    const now = new Date('2026-01-31T12:00:00Z')
    await saveDraft(house.db, new Date('2026-01-01T12:00:01Z'), key, draft)
    await forgetDrafts(house.db, now)
    expect(await draftOf(house.db, key)).not.toBeNull()
    await forgetDrafts(house.db, new Date(now.getTime() + 2_000))
    expect(await draftOf(house.db, key)).toBeNull()
  })
})
