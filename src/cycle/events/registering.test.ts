import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { latestEntries } from '../../record/index.ts'
import { secretary } from '../plan/testSupport.ts'
import { cancelEvent } from './cancelEvent.ts'
import { addWalkIn, noteAttendance } from './door.ts'
import { eraseRegistrations } from './eraseRegistrations.ts'
import { holdEvent } from './holdEvent.ts'
import { leaveEvent } from './leaveEvent.ts'
import { numbersOf, publicNames } from './queries.ts'
import { register } from './register.ts'
import { sendReminders } from './sendReminders.ts'
import { eventRegistration } from './tables.ts'
import { anEvent, aParticipant, change, eventRow, registration, registrations } from './testSupport.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  house.setToday('2019-09-10')
  house.letters.length = 0
})

const seats = async (id: number) => Object.fromEntries((await registrations(house, id)).map(({ name, state }) => [name, state]))
const statusOf = (calendar: string | undefined): string =>
  String(new ICAL.Component(ICAL.parse(calendar ?? '')).getFirstSubcomponent('vevent')?.getFirstPropertyValue('status'))
const refusal = (doing: Promise<unknown>) =>
  doing.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? { status: error.status, says: error.say?.('en') ?? '' } : Promise.reject(error)),
  )

/** The letters about one event. */
const lettersAbout = (id: number) => house.letters.filter(({ body }) => body.includes(`/pasakumi/${id}\n`))

/** Registers these people one after the other. */
async function come(id: number, ...names: string[]): Promise<void> {
  for (const name of names) await register(house, await aParticipant(house, name), id, registration(name))
}

describe('registering', () => {
  it('gives seats while there are any, then places in the queue, and says so by letter', async () => {
    const id = await anEvent(house)
    const said = []
    for (const name of ['anna', 'bruno', 'cilda'])
      said.push(await register(house, await aParticipant(house, name), id, registration(name, { sector: 'academia' })))
    expect(said).toEqual(['registered', 'registered', 'waiting'])
    expect(await eventRow(house, id)).toMatchObject({ registered: 2, waiting: 1 })
    expect(await numbersOf(house.db, id)).toEqual([{ sector: 'academia', registered: 2, attended: 0 }])
    expect(house.letters.map(({ to, calendar }) => [to, calendar ? statusOf(calendar) : null])).toEqual([
      ['anna@example.org', 'CONFIRMED'],
      ['bruno@example.org', 'CONFIRMED'],
      ['cilda@example.org', null],
    ])
    expect(house.letters[2]?.subject).toContain('gaidīšanas sarakstā')
  })

  it('lets the last seat go to one alone when many want it in the same second; everyone else waits, in order', async () => {
    const id = await anEvent(house)
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => aParticipant(house, `daudzi-${n}`)))
    const said = await Promise.all(people.map((actor) => register(house, actor, id, registration(actor.personId ?? ''))))
    expect(said.filter((state) => state === 'registered')).toHaveLength(2)
    expect(await eventRow(house, id)).toMatchObject({ registered: 2, waiting: 18, lastPlace: 20 })
    expect(new Set((await registrations(house, id)).map(({ place }) => place)).size).toBe(20)
    expect(house.letters).toHaveLength(20)
  })

  it('is one a person, however often they send it at once; what they said can be changed and the place stays', async () => {
    const id = await anEvent(house)
    const anna = await aParticipant(house, 'anna')
    await Promise.all(Array.from({ length: 5 }, () => register(house, anna, id, registration('Anna'))))
    await come(id, 'bruno')
    await register(house, anna, id, registration('Anna Paraugs', { sector: 'business', showName: true, version: 5 }))
    expect(await registrations(house, id)).toMatchObject([{ name: 'Anna Paraugs', place: 1 }, { name: 'bruno' }])
    expect(await numbersOf(house.db, id)).toEqual([
      { sector: 'business', registered: 1, attended: 0 },
      { sector: 'resident', registered: 1, attended: 0 },
    ])
    expect(await refusal(register(house, anna, id, registration('Anna', { version: 1 })))).toMatchObject({ status: 409 })
  })

  it('ends with its last day, with the event, and when it is called off', async () => {
    const id = await anEvent(house, { 'registrationUntil.day': '12', 'registrationUntil.part': '09', 'registrationUntil.year': '2019' })
    const anna = await aParticipant(house, 'anna')
    house.setToday('2019-09-13')
    expect(await refusal(register(house, anna, id, registration('Anna')))).toEqual({ status: 422, says: 'Registration has ended.' })
    house.setToday('2019-09-17')
    expect(await refusal(register(house, anna, id, registration('Anna')))).toEqual({ status: 422, says: 'The event is over.' })
    expect(await registrations(house, id)).toEqual([])
  })
})

describe('giving up a seat', () => {
  it('gives it to who waits first, and to them alone, with a letter', async () => {
    const id = await anEvent(house)
    await come(id, 'anna', 'bruno', 'cilda', 'dace')
    house.letters.length = 0
    await leaveEvent(house, await aParticipant(house, 'anna'), id)
    await leaveEvent(house, await aParticipant(house, 'anna'), id)
    expect(await seats(id)).toEqual({ anna: 'left', bruno: 'registered', cilda: 'registered', dace: 'waiting' })
    expect(house.letters.map(({ to, calendar }) => [to, statusOf(calendar)])).toEqual([
      ['anna@example.org', 'CANCELLED'],
      ['cilda@example.org', 'CONFIRMED'],
    ])
    expect(await eventRow(house, id)).toMatchObject({ registered: 2, waiting: 1 })
    expect(await numbersOf(house.db, id)).toMatchObject([{ registered: 2 }])
  })

  it('puts whoever comes back at the end of the queue', async () => {
    const id = await anEvent(house)
    await come(id, 'anna', 'bruno', 'cilda', 'dace')
    await leaveEvent(house, await aParticipant(house, 'anna'), id)
    await come(id, 'anna')
    await leaveEvent(house, await aParticipant(house, 'bruno'), id)
    expect(await seats(id)).toEqual({ anna: 'waiting', bruno: 'left', cilda: 'registered', dace: 'registered' })
  })

  it('loses nobody and doubles nobody when many leave and come at once', async () => {
    const id = await anEvent(house, { capacity: '5' })
    const names = Array.from({ length: 12 }, (_, n) => `kustiba-${n}`)
    await come(id, ...names)
    await Promise.all([
      ...names.slice(0, 4).map(async (name) => leaveEvent(house, await aParticipant(house, name), id)),
      ...['jauna-1', 'jauna-2'].map((name) => come(id, name)),
    ])
    const all = await seats(id)
    expect(Object.values(all).filter((state) => state === 'registered')).toHaveLength(5)
    expect(await eventRow(house, id)).toMatchObject({ registered: 5, waiting: 5 })
    expect(names.slice(4, 9).map((name) => all[name])).toEqual(Array(5).fill('registered'))
    expect((await numbersOf(house.db, id)).map(({ registered }) => registered)).toEqual([5])
  })
})

describe('when the event changes', () => {
  it('tells everyone who has registered, and gives more seats to who waits', async () => {
    const id = await anEvent(house)
    await come(id, 'anna', 'bruno', 'cilda')
    house.letters.length = 0
    await change(house, id, 2, { hours: '15.00–17.00', capacity: '3', 'reason.lv': 'Zāle ir brīva vēlāk.' })
    expect(house.letters.map(({ to, subject }) => `${to}: ${subject.split(':')[0]}`)).toEqual([
      'anna@example.org: Mainīts pasākums',
      'bruno@example.org: Mainīts pasākums',
      'cilda@example.org: Mainīts pasākums',
      'cilda@example.org: Jums ir vieta',
    ])
    expect(house.letters[0]?.body).toContain('Zāle ir brīva vēlāk.')
    expect(await seats(id)).toEqual({ anna: 'registered', bruno: 'registered', cilda: 'registered' })
  })

  it('needs a reason once it was announced, and something that has changed', async () => {
    const id = await anEvent(house)
    await expect(change(house, id, 2, { hours: '15.00–17.00' })).rejects.toMatchObject({ problems: [{ field: 'reason.lv' }] })
    await expect(change(house, id, 2, { 'reason.lv': 'Nekas nav mainījies.' })).rejects.toMatchObject({ status: 409 })
  })

  it('takes it out of calendars when it is called off, and reminds nobody then', async () => {
    const id = await anEvent(house)
    await come(id, 'anna', 'bruno', 'cilda')
    house.letters.length = 0
    await cancelEvent(house, secretary, id, { version: 2, reason: { texts: { lv: 'Telpas nav pieejamas.' }, checked: false } })
    expect(house.letters.map(({ to, calendar }) => [to, calendar ? statusOf(calendar) : null])).toEqual([
      ['anna@example.org', 'CANCELLED'],
      ['bruno@example.org', 'CANCELLED'],
      ['cilda@example.org', null],
    ])
    house.letters.length = 0
    house.setToday('2019-09-15')
    await sendReminders(house)
    expect(lettersAbout(id)).toEqual([])
    expect(await refusal(register(house, await aParticipant(house, 'dace'), id, registration('Dace')))).toMatchObject({ status: 422 })
  })
})

describe('the day before', () => {
  it('everyone with a seat is reminded once, by however many processes; who waits or has just registered is not', async () => {
    const id = await anEvent(house)
    await come(id, 'anna', 'bruno', 'cilda')
    await leaveEvent(house, await aParticipant(house, 'bruno'), id)
    await sendReminders(house)
    house.setToday('2019-09-15')
    await leaveEvent(house, await aParticipant(house, 'cilda'), id)
    await come(id, 'dace', 'emils')
    house.letters.length = 0
    await Promise.all([sendReminders(house), sendReminders(house)])
    await sendReminders(house)
    expect(lettersAbout(id).map(({ to, subject }) => [to, subject])).toEqual([
      ['anna@example.org', 'Atgādinām par pasākumu rīt: Atvērta diskusija'],
    ])
  })
})

describe('at the door', () => {
  it('nobody is noted before the day; two who tick at once tick once; walk-ins count; numbers go into the record', async () => {
    const id = await anEvent(house)
    await come(id, 'anna', 'bruno')
    const [anna] = await registrations(house, id)
    const tick = (came: boolean) => noteAttendance(house, secretary, id, { registrationId: anna?.id ?? 0, came })
    expect(await refusal(tick(true))).toMatchObject({ status: 422 })
    house.setToday('2019-09-16')
    await Promise.all([tick(true), tick(true), addWalkIn(house, secretary, id, { name: 'Zane', sector: 'municipality', language: 'lv' })])
    await addWalkIn(house, secretary, id, { name: 'Kļūda', sector: 'business', language: 'lv' })
    const mistake = (await registrations(house, id)).find(({ name }) => name === 'Kļūda')
    await noteAttendance(house, secretary, id, { registrationId: mistake?.id ?? 0, came: false })
    await tick(false)
    await tick(true)
    await holdEvent(house, secretary, id, { version: 2 })
    expect((await numbersOf(house.db, id)).filter(({ attended }) => attended)).toEqual([
      { sector: 'municipality', registered: 0, attended: 1 },
      { sector: 'resident', registered: 2, attended: 1 },
    ])
    const [last] = await latestEntries(house.db, { before: null, object: `/events/${id}`, limit: 1 })
    expect(last?.entry).toMatchObject({ act: 'holdEvent', content: { attended: { municipality: 1, resident: 1 } } })
    expect(await refusal(tick(false))).toMatchObject({ status: 422 })
  })
})

describe('what is known of people', () => {
  it('is public with consent alone, and goes thirty days after the event', async () => {
    const id = await anEvent(house)
    await register(house, await aParticipant(house, 'anna'), id, registration('Anna', { showName: true, needs: 'Surdotulks' }))
    await register(house, await aParticipant(house, 'bruno'), id, registration('Bruno', { organisation: 'Biedrība' }))
    await come(id, 'cilda')
    expect((await publicNames(house.db, id, 1)).names.map(({ name }) => name)).toEqual(['Anna'])
    house.setToday('2019-10-16')
    await eraseRegistrations(house.db, house)
    expect(await registrations(house, id)).toMatchObject([{ needs: 'Surdotulks' }, { name: 'Bruno' }, { name: 'cilda' }])
    house.setToday('2019-10-17')
    await eraseRegistrations(house.db, house)
    expect(await registrations(house, id)).toMatchObject([
      { name: 'Anna', needs: null, sector: 'resident' },
      { name: '', nameKey: '', organisation: null, sector: 'resident' },
      { name: '', nameKey: '' },
    ])
    const entries = await latestEntries(house.db, { before: null, object: null, limit: 100 })
    expect(JSON.stringify(entries)).not.toMatch(/Anna|Bruno|Surdotulks/)
    await house.db.delete(eventRegistration)
  })
})
