import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Files } from '../../platform/files/files.ts'
import { photographsInto } from '../../platform/files/photographs.ts'
import { localText } from '../../platform/languages/languages.ts'
import { latestEntries } from '../../record/index.ts'
import { call, idea } from '../ideas/tables.ts'
import { commitment } from '../plan/index.ts'
import { aPlan, secretary } from '../plan/testSupport.ts'
import { forgetRegistrations } from './forgetRegistrations.ts'
import { conclusionToIdea, conclusionToNote } from './handOn.ts'
import { holdEvent } from './holdEvent.ts'
import { minutesOf, notesOnCommitment, outcomesOf } from './minutesQueries.ts'
import { addPhotograph, eventFiles, withdrawPhotograph } from './photographs.ts'
import { photographsOf } from './queries.ts'
import { register } from './register.ts'
import { anEvent, aParticipant, eventRow, fieldsOf, registration, registrations } from './testSupport.ts'
import { publishMinutes, saveMinutes } from './writeMinutes.ts'

let house: TestHouse
const stored = new Map<string, Buffer>()
const inMemory: Files = {
  take: async (name, content) => {
    const bytes = await buffer(content)
    const hash = createHash('sha256').update(bytes).digest('hex')
    stored.set(hash, bytes)
    return { hash, bytes: bytes.length, mediaType: 'image/jpeg', name }
  },
  open: async (hash) => {
    const bytes = stored.get(hash)
    return bytes ? { stream: Readable.from([bytes]), bytes: bytes.length } : null
  },
  bytesOf: async (hash) => stored.get(hash)?.length ?? null,
}
beforeAll(async () => {
  house = { ...(await openTestHouse()), files: inMemory }
  await aPlan(house, { adopted: false })
})
afterAll(() => house.close())
beforeEach(() => house.setToday('2019-09-16'))

async function heldEvent(): Promise<number> {
  const id = await anEvent(house, { plan: 'lv-5' })
  await holdEvent(house, secretary, id, { version: 2 })
  return id
}

const minutes = {
  'summary.lv': 'Runājām par datiem.',
  'items.1.sector': 'business',
  'items.1.text.lv': 'Dati jāpublicē biežāk.',
  'conclusions.2.title.lv': 'Publicēt datus katru mēnesi',
  'conclusions.2.text.lv': 'Iestādes datus publicē reizi mēnesī.',
}
const publish = (id: number, version: number, more: Record<string, string> = {}) =>
  publishMinutes(house, secretary, id, { version, draft: fieldsOf({ ...minutes, ...more }) })

describe('minutes', () => {
  it('are written once the event was held, saved and published, and corrected with a reason; the record holds no words', async () => {
    const early = await anEvent(house)
    await expect(publish(early, 0)).rejects.toMatchObject({ status: 422 })
    const id = await heldEvent()
    await saveMinutes(house, secretary, id, { version: 0, draft: fieldsOf({ 'summary.lv': 'Sāku' }) })
    await expect(saveMinutes(house, secretary, id, { version: 0, draft: {} })).rejects.toMatchObject({ status: 409 })
    expect(await minutesOf(house.db, id, house.clock.today())).toEqual([])
    await publish(id, 1)
    await expect(publish(id, 2, { 'items.1.text.lv': 'Dati jāpublicē katru nedēļu.' })).rejects.toMatchObject({
      problems: [{ field: 'reason.lv' }],
    })
    await publish(id, 2, { 'items.1.text.lv': 'Dati jāpublicē katru nedēļu.', 'reason.lv': 'Pārklausīts ieraksts.' })
    const versions = await minutesOf(house.db, id, house.clock.today())
    expect(versions.map(({ number, items }) => [number, items[0]?.text.lv?.text])).toEqual([
      [1, 'Dati jāpublicē biežāk.'],
      [2, 'Dati jāpublicē katru nedēļu.'],
    ])
    const entries = await latestEntries(house.db, { before: null, object: `/events/${id}`, limit: 10 })
    expect(entries.map(({ entry }) => entry.act).slice(0, 2)).toEqual(['correctMinutes', 'publishMinutes'])
    expect(JSON.stringify(entries)).not.toContain('Dati jāpublicē')
  })

  it('name a speaker only with consent or as an official', async () => {
    const id = await heldEvent()
    await expect(publish(id, 0, { 'items.1.speaker': 'Anna Anonīma' })).rejects.toMatchObject({
      problems: [{ field: 'items.1.speaker' }],
    })
    await publish(id, 0, { 'items.1.speaker': 'Anna Anonīma', 'items.1.mayName': 'yes' })
  })
})

describe('a conclusion', () => {
  it('becomes an idea in an open call, once, whoever presses twice; and stays in the minutes from then on', async () => {
    const id = await heldEvent()
    await publish(id, 0)
    const values = {
      planId: 'lv-5',
      title: localText('Aicinājums'),
      body: localText('Iesakiet.'),
      whatNext: localText('Atbildēsim.'),
      kinds: ['idea' as const],
      startsOn: '2019-09-01' as never,
      endsOn: '2019-09-30' as never,
    }
    const [open] = await house.db
      .insert(call)
      .values({ ...values, publishedOn: '2019-09-01' as never, recordSeq: 1 })
      .returning()
    const [closed] = await house.db
      .insert(call)
      .values({
        ...values,
        publishedOn: '2019-09-01' as never,
        closedOn: '2019-09-10' as never,
        closingReason: localText('Beidzās.'),
        recordSeq: 1,
      })
      .returning()
    const send = (callId: number) =>
      conclusionToIdea(house, secretary, {
        eventId: id,
        conclusion: 2,
        callId,
        sector: 'business',
        authorName: 'Dalībnieki',
        origin: localText('No diskusijas.'),
      })
    await expect(send(closed?.id ?? 0)).rejects.toMatchObject({ problems: [{ field: 'call' }] })
    const both = await Promise.allSettled([send(open?.id ?? 0), send(open?.id ?? 0)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const ideas = await house.db.select().from(idea).where(eq(idea.planId, 'lv-5'))
    expect(ideas).toMatchObject([
      { channel: 'event', sector: 'business', proposal: { lv: { text: 'Iestādes datus publicē reizi mēnesī.' } } },
    ])
    expect(await outcomesOf(house.db, id, house.clock.today())).toMatchObject([{ idea: { planId: 'lv-5', number: 1 }, commitment: null }])
    const without = Object.fromEntries(Object.entries(minutes).filter(([name]) => !name.startsWith('conclusions')))
    await expect(
      publishMinutes(house, secretary, id, { version: 1, draft: fieldsOf({ ...without, 'reason.lv': 'Izņemu secinājumu.' }) }),
    ).rejects.toMatchObject({ status: 422 })
  })

  it('is noted on a commitment', async () => {
    const id = await heldEvent()
    await publish(id, 0)
    const [about] = await house.db
      .insert(commitment)
      .values({
        planId: 'lv-5',
        number: 77,
        title: localText('Dati'),
        periodStart: '2020' as never,
        periodEnd: '2021' as never,
        certainty: 'demonstration',
        recordSeq: 1,
      })
      .returning()
    await conclusionToNote(house, secretary, { eventId: id, conclusion: 2, commitmentId: about?.id ?? 0 })
    expect(await notesOnCommitment(house.db, about?.id ?? 0, house.clock.today())).toMatchObject([
      { outcome: { title: { lv: { text: 'Publicēt datus katru mēnesi' } } }, event: { id } },
    ])
  })
})

describe('a picture', () => {
  it('comes without what the camera wrote, upright, and can be taken out for a reason', async () => {
    const camera = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Slepens' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 57/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(camera).metadata()).exif).toBeDefined()
    const take = photographsInto(inMemory, 1_000_000).take
    const file = await take('attels.jpg', Readable.from([camera, Buffer.from('un vēl kaut kas slepens')]))
    const kept = stored.get(file.hash) ?? Buffer.alloc(0)
    const found = await sharp(kept).metadata()
    expect([found.exif, found.xmp, found.iptc, found.orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(kept.toString('latin1')).not.toMatch(/Slepens|slepens|GPS/)
    expect([found.width, found.height]).toEqual([40, 60])

    const id = await heldEvent()
    const alternative = { texts: { lv: 'Cilvēki pie galdiem zālē.' }, checked: false }
    const photograph = await addPhotograph(house, secretary, id, { file, alternative })
    expect(await photographsOf(house.db, id, house.clock.today())).toMatchObject([{ width: 40, height: 60, withdrawnOn: null }])
    await withdrawPhotograph(house, secretary, { eventId: id, photographId: photograph, reason: 'Cilvēks attēlā to lūdza.' })
    expect(await photographsOf(house.db, id, house.clock.today())).toMatchObject([{ withdrawalReason: 'Cilvēks attēlā to lūdza.' }])
    const named = []
    for await (const one of eventFiles(house.db)) named.push(one.hash)
    expect(named).toEqual([file.hash])
  })

  it('is refused when it is none, is of another kind than its name, or breaks off', async () => {
    const take = photographsInto(inMemory, 1_000_000).take
    const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#33c' } })
      .png()
      .toBuffer()
    const refused = (name: string, bytes: Buffer) =>
      take(name, Readable.from([bytes])).then(
        () => 200,
        (error: { status: number }) => error.status,
      )
    expect(await refused('attels.jpg', png)).toBe(422)
    expect(await refused('attels.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(422)
    expect(await refused('attels.png', png.subarray(0, 60))).toBe(422)
    expect(await refused('attels.png', Buffer.alloc(2_000_000))).toBe(413)
  })
})

describe('someone who is removed', () => {
  it('is erased from every event, and their seat goes to who waits', async () => {
    house.setToday('2019-09-10')
    const id = await anEvent(house, { capacity: '1' })
    const anna = await aParticipant(house, 'anna')
    await register(house, anna, id, registration('Anna', { showName: true, needs: 'Surdotulks' }))
    await register(house, await aParticipant(house, 'bruno'), id, registration('Bruno'))
    await forgetRegistrations(house, 'anna')
    expect(await registrations(house, id)).toMatchObject([
      { personId: null, name: '', needs: null, state: 'left' },
      { name: 'Bruno', state: 'registered' },
    ])
    expect(await eventRow(house, id)).toMatchObject({ registered: 1, waiting: 0 })
  })
})
