import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { verifyRecord } from '../record/index.ts'
import { createAdministrator } from './createAdministrator.ts'
import { demonstrationLinks, seedDemonstrationPeople } from './demonstration.ts'
import { endRole } from './endRole.ts'
import { giveRole } from './giveRole.ts'
import { invitePerson } from './invitePerson.ts'
import { listPeople, personById, personCommitment } from './queries.ts'
import { removePerson } from './removePerson.ts'
import { actorWith, addTwoOrganisations, administrator, recordOf, refusalOf, secretary } from './testSupport.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.open.execute('delete from person')
  await house.open.execute('delete from verification')
  house.letters.length = 0
})

const officer = { name: 'Ieva Izdomāta', email: 'ieva@example.org', role: { role: 'officer', organisationId: 'vk' } } as const

const saltOf = async (id: string): Promise<string> => {
  const { rows } = (await house.open.execute('select record_salt from person where id = $1', [id])) as { rows: { record_salt: string }[] }
  return rows[0]?.record_salt ?? ''
}

/** The same words, whatever the language: they must be in both. */
const said = (refusal: {
  say: ((l: 'lv' | 'en') => string) | null
  problems: readonly { field: string; say: (l: 'lv' | 'en') => string }[]
}) => ({
  fields: refusal.problems.map((p) => p.field),
  texts: [refusal.say?.('lv'), refusal.say?.('en'), ...refusal.problems.flatMap((p) => [p.say('lv'), p.say('en')])].filter(Boolean),
})

describe('inviting a person', () => {
  it('puts them on the list with the role and sends a letter with a link, in the reader’s language', async () => {
    const { personId } = await invitePerson(house, secretary, officer, 'lv')
    expect(await personById(house.db, personId)).toMatchObject({
      name: 'Ieva Izdomāta',
      email: 'ieva@example.org',
      removed: false,
      roles: [{ role: 'officer', organisationId: 'vk', sector: 'government' }],
    })
    expect(house.letters).toHaveLength(1)
    expect(house.letters[0]).toMatchObject({ to: 'ieva@example.org', language: 'lv' })
    expect(house.letters[0]?.body).toMatch(/http:\/\/127\.0\.0\.1:3000\/lv\/ieiet\/apstiprinat\?token=\w{32}\n/)
  })

  it('tells the record that the institution has one more officer, and nothing of the person', async () => {
    const { personId } = await invitePerson(house, secretary, officer, 'lv')
    const entry = (await recordOf(house)).at(-1)
    expect(entry).toMatchObject({
      actor: { role: 'secretariat', for: null },
      act: 'giveRole',
      object: '/institutions/vk',
      content: { role: 'officer', person: personCommitment(personId, await saltOf(personId)) },
    })
    expect(JSON.stringify(entry)).not.toMatch(/Ieva|example/)
    expect(JSON.stringify(entry)).not.toContain(personId)
  })

  it('keeps no token that signs in: only its hash', async () => {
    await invitePerson(house, secretary, officer, 'en')
    const token = house.letters[0]?.body.match(/token=(\w+)/)?.[1] ?? ''
    expect(token).toHaveLength(32)
    const { rows } = await house.open.execute('select * from verification')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('refuses an address that is on the list, and changes nothing', async () => {
    await invitePerson(house, secretary, officer, 'lv')
    const before = (await recordOf(house)).length
    const refusal = await refusalOf(invitePerson(house, secretary, { ...officer, name: 'Cita' }, 'lv'))
    expect(refusal.status).toBe(422)
    expect(said(refusal)).toMatchObject({ fields: ['email'] })
    expect(await recordOf(house)).toHaveLength(before)
    expect(house.letters).toHaveLength(1)
    expect((await listPeople(house.db, 1)).people).toHaveLength(1)
  })

  it.each([
    ['an officer of an organisation', { role: 'officer', organisationId: 'providus' }],
    ['an officer of nobody', { role: 'officer', organisationId: null }],
    ['an officer of what does not exist', { role: 'officer', organisationId: '../vk' }],
    ['a representative of an institution', { role: 'representative', organisationId: 'vk' }],
  ] as const)('refuses %s, and nobody is added', async (_what, role) => {
    const refusal = await refusalOf(invitePerson(house, secretary, { ...officer, role }, 'lv'))
    expect(said(refusal)).toMatchObject({ fields: ['organisation'] })
    expect((await listPeople(house.db, 1)).people).toEqual([])
    expect(house.letters).toEqual([])
  })

  it('is not for an officer, and the secretariat makes no administrator', async () => {
    expect((await refusalOf(invitePerson(house, actorWith('officer'), officer, 'lv'))).status).toBe(403)
    expect((await refusalOf(invitePerson(house, actorWith('visitor'), officer, 'lv'))).status).toBe(401)
    const more = { ...officer, role: { role: 'administrator', organisationId: null } } as const
    expect((await refusalOf(invitePerson(house, secretary, more, 'lv'))).status).toBe(403)
  })
})

describe('roles', () => {
  it('are several for one person, each held once', async () => {
    const { personId } = await invitePerson(house, secretary, officer, 'lv')
    await giveRole(house, secretary, personId, { role: 'representative', organisationId: 'providus' })
    await giveRole(house, secretary, personId, { role: 'forum-member', organisationId: null })
    const refusal = await refusalOf(giveRole(house, secretary, personId, { role: 'officer', organisationId: 'vk' }))
    expect(said(refusal)).toMatchObject({ fields: ['role'] })
    expect((await personById(house.db, personId))?.roles.map(({ role }) => role)).toEqual(['officer', 'representative', 'forum-member'])
  })

  it('end, once, and can be given again', async () => {
    const { personId } = await invitePerson(house, secretary, officer, 'lv')
    const id = (await personById(house.db, personId))?.roles[0]?.id ?? 0
    await endRole(house, secretary, personId, id)
    expect((await personById(house.db, personId))?.roles).toEqual([])
    expect((await recordOf(house)).at(-1)).toMatchObject({ act: 'endRole', object: '/institutions/vk' })
    expect((await refusalOf(endRole(house, secretary, personId, id))).status).toBe(409)
    await giveRole(house, secretary, personId, officer.role)
    expect((await personById(house.db, personId))?.roles).toHaveLength(1)
  })

  it('of another person can’t be ended through this one', async () => {
    const first = await invitePerson(house, secretary, officer, 'lv')
    const second = await invitePerson(house, secretary, { ...officer, email: 'otra@example.org' }, 'lv')
    const id = (await personById(house.db, first.personId))?.roles[0]?.id ?? 0
    expect((await refusalOf(endRole(house, secretary, second.personId, id))).status).toBe(409)
    expect((await personById(house.db, first.personId))?.roles).toHaveLength(1)
  })

  it('that run the house are not the secretariat’s to give or take', async () => {
    const { personId } = await invitePerson(house, administrator, { ...officer, role: { role: 'secretariat', organisationId: null } }, 'lv')
    const id = (await personById(house.db, personId))?.roles[0]?.id ?? 0
    expect((await refusalOf(endRole(house, secretary, personId, id))).status).toBe(403)
    expect((await refusalOf(giveRole(house, secretary, personId, { role: 'administrator', organisationId: null }))).status).toBe(403)
    expect((await refusalOf(removePerson(house, secretary, personId))).status).toBe(403)
  })
})

describe('the last administrator', () => {
  const make = async (email: string) => {
    await createAdministrator(house, { name: 'Andris Atdarinājums', email })
    const { people } = await listPeople(house.db, 1)
    const found = people.find((p) => p.email === email)
    if (!found) throw new Error('no administrator')
    return { id: found.id, role: found.roles[0]?.id ?? 0 }
  }

  it('is not removed and keeps the role, and is told why', async () => {
    const only = await make('viens@example.org')
    const before = (await recordOf(house)).length
    for (const work of [removePerson(house, administrator, only.id), endRole(house, administrator, only.id, only.role)]) {
      const refusal = await refusalOf(work)
      expect(refusal.status).toBe(409)
      expect(said(refusal).texts).toHaveLength(2)
    }
    expect(await personById(house.db, only.id)).toMatchObject({ removed: false, roles: [{ role: 'administrator' }] })
    expect(await recordOf(house)).toHaveLength(before)
  })

  it('may go once there is another', async () => {
    const first = await make('viens@example.org')
    const second = await make('divi@example.org')
    await endRole(house, administrator, first.id, first.role)
    expect((await refusalOf(removePerson(house, administrator, second.id))).status).toBe(409)
  })

  it('remains when two administrators let each other go at once', async () => {
    const first = await make('viens@example.org')
    const second = await make('divi@example.org')
    const ends = await Promise.allSettled([removePerson(house, administrator, first.id), removePerson(house, administrator, second.id)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an administrator made on the command line', () => {
  it('gets an address and no letter; asked again, another address and no second role', async () => {
    const first = await createAdministrator(house, { name: 'Andris Atdarinājums', email: 'Andris@Example.org' })
    const second = await createAdministrator(house, { name: 'Andris Atdarinājums', email: 'andris@example.org' })
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/lv\/ieiet\/apstiprinat\?token=\w{32}$/)
    expect(second.url).not.toBe(first.url)
    expect(house.letters).toEqual([])
    const { people } = await listPeople(house.db, 1)
    expect(people).toMatchObject([{ email: 'andris@example.org', roles: [{ role: 'administrator' }] }])
    expect(people[0]?.roles).toHaveLength(1)
  })

  it('must have a name and an address', async () => {
    const refusal = await refusalOf(createAdministrator(house, { name: ' ', email: 'nav adrese' }))
    expect(said(refusal)).toMatchObject({ fields: ['name', 'email'] })
  })
})

describe('removing a person', () => {
  it('erases who they were, ends their roles, and cuts the record’s link to them', async () => {
    const { personId } = await invitePerson(house, secretary, officer, 'lv')
    const salt = await saltOf(personId)
    await house.open.execute(
      `insert into session (id, expires_at, token, created_at, updated_at, user_id) values ('s', now() + interval '1 day', 't', now(), now(), $1)`,
      [personId],
    )
    await removePerson(house, secretary, personId)
    expect(await personById(house.db, personId)).toMatchObject({ name: '', removed: true, roles: [] })
    expect((await house.open.execute('select 1 from session')).rows).toEqual([])
    expect((await house.open.execute('select 1 from verification')).rows).toEqual([])
    const everything = await house.open.execute('select to_jsonb(p) as p from person p')
    expect(JSON.stringify(everything.rows)).not.toMatch(/Ieva|ieva@/)
    expect(await saltOf(personId)).not.toBe(salt)
    const entries = await recordOf(house)
    expect(entries.findLast(({ act }) => act === 'endRole')).toMatchObject({ content: { person: personCommitment(personId, salt) } })
    // That somebody was erased is told, not who.
    expect(entries.at(-1)).toMatchObject({ act: 'erasePerson' })
    expect(JSON.stringify(entries.at(-1))).not.toContain(personCommitment(personId, salt))
    expect((await listPeople(house.db, 1)).people).toEqual([])
  })

  it('is done once; the address is free again', async () => {
    const { personId } = await invitePerson(house, secretary, officer, 'lv')
    await removePerson(house, secretary, personId)
    expect((await refusalOf(removePerson(house, secretary, personId))).status).toBe(404)
    expect((await refusalOf(giveRole(house, secretary, personId, officer.role))).status).toBe(404)
    await invitePerson(house, secretary, officer, 'lv')
  })
})

describe('the people of the demonstration', () => {
  it('are one for each role and a colleague of the officer, made up, and made once', async () => {
    expect(await seedDemonstrationPeople(house)).toBe(true)
    const before = (await recordOf(house)).length
    expect(await seedDemonstrationPeople(house)).toBe(false)
    expect(await recordOf(house)).toHaveLength(before)
    const { people } = await listPeople(house.db, 1)
    expect(people).toHaveLength(8)
    for (const person of people) {
      expect(person.demonstration).toBe(true)
      expect(person.email).toMatch(/@example\.org$/)
    }
    const links = await demonstrationLinks(house)
    expect(links.map(({ role }) => role)).toEqual([
      'participant',
      'representative',
      'officer',
      'forum-member',
      'moderator',
      'secretariat',
      'administrator',
    ])
    expect(new Set(links.map(({ url }) => url.split('key=')[1])).size).toBe(7)
  })

  it('have no links outside a demonstration', async () => {
    expect(await demonstrationLinks({ ...house, demonstration: null })).toEqual([])
    await expect(seedDemonstrationPeople({ ...house, demonstration: null })).rejects.toThrow()
  })
})

describe('the record', () => {
  it('holds after all of this', async () => {
    expect(await verifyRecord(house.db, (problem) => expect(problem).toBeNull())).toMatchObject({ problems: 0 })
  })
})
