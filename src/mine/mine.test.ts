import { buffer } from 'node:stream/consumers'
import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { loadDemonstration } from '../demonstration/index.ts'
import { type Actor, eraseOneself, removePerson, type Session } from '../people/index.ts'
import { administrator, refusalOf } from '../people/testSupport.ts'
import { type RecordProblem, verifyRecord } from '../record/index.ts'
import { dataMap } from '../web/pages/privacy/dataMap.ts'
import { archiveOf } from './archive.ts'
import { forgetEverywhere } from './forgetEverywhere.ts'
import { ownRowsOfAll } from './ownRows.ts'
import { unzipped } from './testSupport.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await loadDemonstration(house)
})
afterAll(() => house.close())

const DACE = 'demonstration-participant'

async function rowsOf<Row>(sql: string): Promise<Row[]> {
  const { rows } = (await house.open.execute(sql)) as { rows: Row[] }
  return rows
}

const actorOf = (personId: string): Actor => ({ personId, name: 'P', roles: [{ role: 'participant', organisationId: null }] })
const session = (secondStep: Session['secondStep'] = 'not asked for'): Session => ({
  id: 's',
  method: 'email',
  secondStep,
  actingFor: null,
  mayActFor: [],
})
const erase = (personId: string, secondStep?: Session['secondStep']) =>
  eraseOneself(house, { actor: actorOf(personId), session: session(secondStep) }, forgetEverywhere)

const wrongCounters = `select i.number from idea i
  where i.supports <> (select count(*) from support s where s.idea_id = i.id)
     or i.supports <> (select coalesce(sum(c.supports), 0) from support_count c where c.idea_id = i.id)
     or exists (select 1 from support_count c where c.idea_id = i.id
                and c.supports <> (select count(*) from support s where s.idea_id = c.idea_id and s.sector = c.sector))`

describe('the archive', () => {
  const archiveFor = async (id: string, email: string) => unzipped(await buffer(await archiveOf(house, { id, email }, dataMap, 'lv')))

  it('holds a JSON list for each table with one’s rows, one’s texts, and what is what', async () => {
    await house.open.execute(
      `insert into session (id, expires_at, token, created_at, updated_at, user_id) values ('sess', now() + interval '1 day', 'secret-token', now(), now(), '${DACE}')`,
    )
    const files = await archiveFor(DACE, 'participant@example.org')
    for (const { table } of ownRowsOfAll) expect(JSON.parse(files.get(`${getTableName(table)}.json`) ?? '')).toBeInstanceOf(Array)
    const of = (name: string): Record<string, unknown>[] => JSON.parse(files.get(`${name}.json`) ?? '')
    expect(of('person')).toEqual([expect.objectContaining({ id: DACE, name: 'Dace Demonstrācija', email: 'participant@example.org' })])
    expect(of('idea').map(({ author_id }) => author_id)).toEqual([DACE, DACE])
    expect(of('support')).toHaveLength(5)
    expect(of('session')).toEqual([expect.objectContaining({ user_id: DACE, method: 'email' })])
    expect(files.get('mani-teksti.txt')).toContain('Atbildēt katram, kas apspriešanā izteica viedokli')
    expect(files.get('IZLASI-MANI.txt')).toContain('idea.json')
  })

  it('holds nothing of others, and no secret', async () => {
    const files = await archiveFor(DACE, 'participant@example.org')
    const text = [...files.values()].join('\n')
    expect(text).not.toContain('secret-token')
    expect(text).not.toMatch(/record_salt|demonstration-guest|secretariat@/)
    const nobody = await archiveFor('nobody', 'nobody@example.org')
    for (const { table } of ownRowsOfAll) expect(JSON.parse(nobody.get(`${getTableName(table)}.json`) ?? '')).toEqual([])
  })

  it('holds more rows than are read at once, each once', async () => {
    await house.open.execute(
      `insert into mail (id, recipient, language, subject, created_at) select 'many' || n, 'many@example.org', 'lv', 'Vēstule ' || n, now() from generate_series(1, 1234) n`,
    )
    const files = await archiveFor('nobody', 'many@example.org')
    const ids = (JSON.parse(files.get('mail.json') ?? '') as { id: string }[]).map(({ id }) => id)
    expect([ids.length, new Set(ids).size]).toEqual([1234, 1234])
  })
})

describe('erasing oneself', () => {
  it('is refused to who has a second step still to do, and to the last administrator', async () => {
    await house.open.execute(
      `insert into passkey (person_id, name, credential_id, public_key, counter, transports, created_at) values ('demonstration-moderator', 'x', 'c', 'k', 0, '{}', now())`,
    )
    expect((await refusalOf(erase('demonstration-moderator', 'due'))).status).toBe(403)
    expect((await refusalOf(erase('demonstration-administrator'))).status).toBe(409)
    expect(await rowsOf(`select id from person where removed_at is not null`)).toEqual([])
  })

  it('leaves the texts without a name, takes supports and subscriptions, and tells nobody who it was', async () => {
    await house.open.execute(
      `insert into subscriber (id, email, language, created_at) values ('sub', 'participant@example.org', 'lv', now());
       insert into subscription (subscriber_id, scope, frequency, began_after, told_up_to, created_at) values ('sub', 'everything', 'daily', 0, 0, now())`,
    )
    const ideas = await rowsOf<{ id: number; title: unknown }>(`select id, title from idea where author_id = '${DACE}' order by id`)
    const supports = await rowsOf<{ total: number }>(`select sum(supports)::int as total from idea`)
    const words = await rowsOf<{ n: number }>(`select count(*)::int as n from comment`)
    const saidBefore = await rowsOf<{ id: number }>(`select id from comment where author_id = '${DACE}'`)
    expect([ideas.length, saidBefore.length > 0]).toEqual([2, true])

    await erase(DACE)

    expect(await rowsOf(`select id, title from idea where id in (${ideas.map(({ id }) => id)}) order by id`)).toEqual(ideas)
    expect(await rowsOf(`select author_name, author_id from idea where id in (${ideas.map(({ id }) => id)})`)).toEqual([
      { author_name: null, author_id: null },
      { author_name: null, author_id: null },
    ])
    expect(await rowsOf(`select count(*)::int as n from comment`)).toEqual(words)
    const orphans = await rowsOf<{ author_name: null }>(`select author_name from comment where id in (${saidBefore.map(({ id }) => id)})`)
    expect(new Set(orphans.map(({ author_name }) => author_name))).toEqual(new Set([null]))
    expect(await rowsOf(`select 1 from support where person_id = '${DACE}'`)).toEqual([])
    expect(await rowsOf(`select sum(supports)::int as total from idea`)).toEqual([{ total: (supports[0]?.total ?? 0) - 5 }])
    expect(await rowsOf(wrongCounters)).toEqual([])
    expect(await rowsOf(`select 1 from subscriber where email = 'participant@example.org'`)).toEqual([])
    expect(await rowsOf(`select name, email from person where id = '${DACE}'`)).toEqual([{ name: '', email: `${DACE}@removed.invalid` }])

    const problems: RecordProblem[] = []
    await verifyRecord(house.db, (problem) => problems.push(problem))
    expect(problems).toEqual([])
    const [last] = await rowsOf<{ entry: string }>(`select entry from record_entry order by seq desc limit 1`)
    expect(JSON.parse(last?.entry ?? '')).toMatchObject({ act: 'erasePerson', object: '/people', content: { demonstration: true } })
    expect(last?.entry).not.toMatch(/participant@|Dace|demonstration-participant/)
  })

  it('is done once', async () => {
    expect((await refusalOf(erase(DACE))).status).toBe(404)
  })

  it('keeps the name of an organisation on what was sent for it', async () => {
    await house.open.execute(
      `update idea set author_kind = 'organisation', organisation_id = 'delna', author_name = 'Delna' where author_id = 'demonstration-guest-070'`,
    )
    const sent = await rowsOf<{ id: number }>(`select id from idea where author_id = 'demonstration-guest-070'`)
    expect(sent.length).toBeGreaterThan(0)
    await erase('demonstration-guest-070')
    for (const { id } of sent)
      expect(await rowsOf(`select author_name, author_id from idea where id = ${id}`)).toEqual([{ author_name: 'Delna', author_id: null }])
  })

  it('and being removed by an administrator forget the same', async () => {
    await removePerson(house, administrator, 'demonstration-guest-001', forgetEverywhere)
    expect(await rowsOf(`select 1 from support where person_id = 'demonstration-guest-001'`)).toEqual([])
    expect(await rowsOf(`select 1 from idea where author_id = 'demonstration-guest-001'`)).toEqual([])
    expect(await rowsOf(wrongCounters)).toEqual([])
  })

  it('by several at once leaves every counter right', async () => {
    const going = Array.from({ length: 10 }, (_, index) => `demonstration-guest-${String(index + 20).padStart(3, '0')}`)
    await Promise.all(going.map((id) => erase(id)))
    expect(await rowsOf(`select 1 from support where person_id in (${going.map((id) => `'${id}'`)})`)).toEqual([])
    expect(await rowsOf(wrongCounters)).toEqual([])
  })
})
