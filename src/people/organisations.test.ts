import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testServer } from '../../test/support/database.ts'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { addDays, day } from '../platform/dates/partialDate.ts'
import { localText, plainText } from '../platform/languages/languages.ts'
import { append } from '../record/index.ts'
import { addOrganisation } from './addOrganisation.ts'
import { editOrganisation } from './editOrganisation.ts'
import type { OrganisationEdit } from './input.ts'
import { listOrganisations, organisationById, organisationForEditing, organisationNamesAt } from './queries.ts'
import { renameOrganisation } from './renameOrganisation.ts'
import { actorWith, addTwoOrganisations, recordOf, refusalOf, secretary } from './testSupport.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.open.execute('delete from organisation_name')
  await house.open.execute('delete from organisation')
  await addTwoOrganisations(house)
})

const versionOf = async (id: string): Promise<number> => (await organisationForEditing(house.db, id))?.recordSeq ?? -1
const rename = async (id: string, lv: string, from: string) =>
  renameOrganisation(house, secretary, id, await versionOf(id), { name: localText(lv, null), validFrom: day(from) })
const nameAt = async (id: string, on: string) => plainText((await organisationNamesAt(house.db, [id], day(on))).get(id), 'lv')

describe('an organisation that changes its name', () => {
  it('is shown with the name in force at the time, to the day', async () => {
    await rename('vk', 'Otrais nosaukums', '2019-07-01')
    await rename('vk', 'Trešais nosaukums', '2020-01-01')
    const change = day('2019-07-01')
    expect(await nameAt('vk', '1990-01-01')).toBe('Valsts kanceleja')
    expect(await nameAt('vk', addDays(change, -1))).toBe('Valsts kanceleja')
    expect(await nameAt('vk', change)).toBe('Otrais nosaukums')
    expect(await nameAt('vk', '2019-12-31')).toBe('Otrais nosaukums')
    expect(await nameAt('vk', '2020-01-01')).toBe('Trešais nosaukums')
    expect(await nameAt('vk', '2040-01-01')).toBe('Trešais nosaukums')
  })

  // The embedded engine does one thing at a time.
  it.skipIf(!testServer)('does not stand in the way of an act that names it and has its record entry already', async () => {
    const version = await versionOf('vk')
    const input = { name: localText('Otrais nosaukums', null), validFrom: day('2019-07-01') }
    let renaming: Promise<void> = Promise.resolve()
    await house.db.transaction(async (tx) => {
      await append(tx, house.clock.now(), {
        actor: { role: 'secretariat', for: null },
        act: 'tested',
        object: '/institutions/vk',
        content: {},
      })
      renaming = renameOrganisation(house, secretary, 'vk', version, input)
      // It has come to the record's head, where it waits for us.
      for (let waiting = 0; waiting === 0; ) {
        const { rows } = await house.open.execute(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
        waiting = rows.length
      }
      // What a row that refers to it does, such as a reminder.
      await tx.execute(sql`select 1 from organisation where id = 'vk' for key share`)
    })
    await renaming
    expect(await nameAt('vk', '2019-07-01')).toBe('Otrais nosaukums')
  })

  it('tells its earlier names with their days, and a later one not yet', async () => {
    await rename('vk', 'Otrais nosaukums', '2019-07-01')
    await rename('vk', 'Trešais nosaukums', '2020-01-01')
    const known = await organisationById(house.db, 'vk', day('2019-09-10'))
    expect(plainText(known?.name, 'lv')).toBe('Otrais nosaukums')
    expect(known?.names.map(({ name, validFrom, validTo }) => [plainText(name, 'lv'), validFrom, validTo])).toEqual([
      ['Valsts kanceleja', null, '2019-06-30'],
      ['Otrais nosaukums', '2019-07-01', null],
    ])
    expect((await organisationForEditing(house.db, 'vk'))?.names).toHaveLength(3)
  })

  it('does so in the record, and its row names the entry', async () => {
    await rename('vk', 'Otrais nosaukums', '2019-07-01')
    const entries = await recordOf(house)
    expect(entries.at(-1)).toMatchObject({
      act: 'renameOrganisation',
      object: '/institutions/vk',
      content: { name: { lv: { text: 'Otrais nosaukums' } }, validFrom: '2019-07-01' },
    })
    expect(await versionOf('vk')).toBe(entries.length)
  })

  it('can’t have a new name that starts before the present one', async () => {
    await rename('vk', 'Otrais nosaukums', '2019-07-01')
    for (const early of ['2019-07-01', '2018-01-01']) {
      const refusal = await refusalOf(rename('vk', 'Agrāks', early))
      expect(refusal.status).toBe(422)
      expect(
        refusal.problems.map(({ field, say }) => [field, say('lv').includes('01.07.2019.'), say('en').includes('1 Jul 2019')]),
      ).toEqual([['validFrom', true, true]])
    }
    expect((await organisationForEditing(house.db, 'vk'))?.names).toHaveLength(2)
  })

  it('is not renamed over someone else’s change', async () => {
    const drawnFrom = await versionOf('vk')
    await rename('vk', 'Otrais nosaukums', '2019-07-01')
    const late = renameOrganisation(house, secretary, 'vk', drawnFrom, { name: localText('Cits'), validFrom: day('2019-08-01') })
    expect((await refusalOf(late)).status).toBe(409)
  })
})

describe('an organisation that is corrected', () => {
  const right = { name: localText('Valsts kanceleja', 'The State Chancellery'), sector: 'government', note: null } as const
  const edit = async (more: Partial<OrganisationEdit> = {}, version?: number, takesPart = false, id = 'vk') =>
    editOrganisation(house, secretary, id, version ?? (await versionOf(id)), { ...right, ...more }, async () => takesPart)

  it('keeps its row in time, and only what changed stands in the record', async () => {
    await rename('vk', 'Pārdēvēta', '2019-07-01')
    await edit({ name: localText('Pārdēvētā', 'Renamed'), note: localText('Piezīme') })
    const found = await organisationForEditing(house.db, 'vk')
    expect(found?.names.map(({ name, validFrom }) => [plainText(name, 'lv'), validFrom])).toEqual([
      ['Valsts kanceleja', null],
      ['Pārdēvētā', '2019-07-01'],
    ])
    const entries = await recordOf(house)
    expect(entries.at(-1)).toMatchObject({ act: 'editOrganisation', object: '/institutions/vk' })
    expect(entries.at(-1)?.content).toMatchObject({
      before: { name: { lv: { text: 'Pārdēvēta' } }, note: null },
      after: { name: { en: { text: 'Renamed' } }, note: { lv: { text: 'Piezīme' } } },
    })
    expect(entries.at(-1)?.content.after).not.toHaveProperty('sector')
    expect(await versionOf('vk')).toBe(entries.length)
    await edit({ name: localText('Pārdēvētā', 'Renamed'), note: localText('Piezīme') })
    expect(await recordOf(house)).toHaveLength(entries.length)
  })

  it('keeps one name after a merger', async () => {
    await rename('vk', 'Apvienota', '2019-01-01')
    await rename('vk', 'Apvienota', '2019-07-01')
    await edit({ name: localText('Apvienotā') })
    expect((await organisationForEditing(house.db, 'vk'))?.names.map(({ name }) => plainText(name, 'lv'))).toEqual([
      'Valsts kanceleja',
      'Apvienotā',
    ])
  })

  it('is not corrected over someone else’s change, nor by anyone else', async () => {
    const drawnFrom = await versionOf('vk')
    await edit()
    expect((await refusalOf(edit({ sector: 'parliament' }, drawnFrom))).status).toBe(409)
    for (const role of ['visitor', 'officer', 'administrator'] as const)
      expect([401, 403]).toContain(
        (await refusalOf(editOrganisation(house, actorWith(role), 'vk', drawnFrom, right, async () => false))).status,
      )
  })

  it('stays an institution while someone acts for it or it takes part in a commitment', async () => {
    const inUse = await refusalOf(edit({ sector: 'academia' }, undefined, true))
    expect([inUse.status, inUse.problems.map(({ field }) => field)]).toEqual([422, ['sector']])
    await edit({ sector: 'parliament' }, undefined, true)
    await house.open.execute(
      `insert into person (id, name, email, created_at, updated_at) values ('p', 'P', 'p@example.org', now(), now())`,
    )
    await house.open.execute(
      `insert into role_assignment (person_id, role, organisation_id, given_at) values ('p', 'officer', 'vk', now())`,
    )
    expect((await refusalOf(edit({ sector: 'academia' }))).problems.map(({ field }) => field)).toEqual(['sector'])
    await house.open.execute(`update role_assignment set ended_at = now()`)
    await edit({ sector: 'academia' })
    expect((await organisationForEditing(house.db, 'vk'))?.sector).toBe('academia')
    await house.open.execute('delete from role_assignment')
    await house.open.execute('delete from person')
  })
})

describe('institutions and organisations', () => {
  it('are listed apart, by name in the language, as of the day', async () => {
    await addOrganisation(house, secretary, { id: 'aa', sector: 'parliament', name: localText('Čakla iestāde', 'Zealous body') })
    await addOrganisation(house, secretary, { id: 'bb', sector: 'municipality', name: localText('Cita iestāde', 'Other body') })
    const ids = async (kind: 'institution' | 'organisation' | 'all', language: 'lv' | 'en') =>
      (await listOrganisations(house.db, day('2019-09-10'), kind, language)).map(({ id }) => id)
    expect(await ids('institution', 'lv')).toEqual(['bb', 'aa', 'vk'])
    expect(await ids('institution', 'en')).toEqual(['bb', 'vk', 'aa'])
    expect(await ids('organisation', 'lv')).toEqual(['providus'])
    expect(await ids('all', 'lv')).toEqual(['bb', 'aa', 'providus', 'vk'])
  })

  it('are added by the secretariat only, each id once', async () => {
    const input = { id: 'jauna', sector: 'academia', name: localText('Jaunā') } as const
    for (const role of ['visitor', 'officer', 'administrator'] as const)
      expect([401, 403]).toContain((await refusalOf(addOrganisation(house, actorWith(role), input))).status)
    await addOrganisation(house, secretary, input)
    const before = (await recordOf(house)).length
    const refusal = await refusalOf(addOrganisation(house, secretary, input))
    expect(refusal.problems.map(({ field }) => field)).toEqual(['id'])
    expect(await recordOf(house)).toHaveLength(before)
    expect((await recordOf(house)).at(-1)).toMatchObject({ act: 'addOrganisation', object: '/organisations/jauna' })
  })
})
