import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { visitor } from '../../people/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { SentFiles } from '../../platform/http/sentFiles.ts'
import { verifyRecord } from '../../record/index.ts'
import { aPlan, organisations, refusalOf, secretary } from '../plan/testSupport.ts'
import { correctDocument } from './correctDocument.ts'
import { readNewDocument, readVersion } from './documentInput.ts'
import { publishDocument } from './publishDocument.ts'
import { publishVersion } from './publishVersion.ts'
import { documentById, documentsByIds, newestVersions, versionOf } from './queries.ts'
import { file, minutes, titled } from './testSupport.ts'
import { textOf } from './versionText.ts'
import { withdrawVersion } from './withdrawVersion.ts'

const PLAN = 'lv-5'
const reason = 'Pievienots trūkstošais pielikums.'
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
  await organisations(house, 'vk')
})
afterAll(() => house.close())

const publish = (more: Parameters<typeof minutes>[0] = {}) => publishDocument(house, secretary, PLAN, minutes(more))
const now = () => house.clock.today()
const known = async (id: number) => {
  const found = await documentById(house.db, PLAN, id, now())
  if (!found) throw new Error('the document is not there')
  return found
}
const entries = async (id: number): Promise<string[]> => {
  const { rows } = (await house.open.execute(
    `select entry from record_entry where object = '/plans/${PLAN}/documents/${id}' order by seq`,
  )) as {
    rows: { entry: string }[]
  }
  return rows.map((row) => row.entry)
}
const next = { main: null, alternative: null, organisationId: null, reason }

describe('a document', () => {
  it('is published with its first version and an entry that holds fingerprints and no words of it', async () => {
    const pdf = file('protokols.pdf')
    const id = await publish({ main: { file: pdf }, alternative: { text: 'Slepeni vārdi' }, organisationId: 'vk' })
    const { document, versions } = await known(id)
    expect(document).toMatchObject({
      planId: PLAN,
      kind: 'minutes',
      language: 'lv',
      standing: 'official',
      addedOn: '2019-09-10',
      version: 1,
    })
    expect(versions).toMatchObject([
      {
        number: 1,
        reason: null,
        organisationId: 'vk',
        main: { fileHash: pdf.hash, fileName: 'protokols.pdf' },
        alternative: { fileHash: null, url: null },
      },
    ])
    const [entry = ''] = await entries(id)
    expect(JSON.parse(entry)).toMatchObject({ act: 'publishDocument', content: { main: { sha256: pdf.hash }, organisation: 'vk' } })
    expect(entry).not.toMatch(/Slepeni|protokols\.pdf/)
  })

  it('is published by the secretariat alone, in a plan that is there, by an organisation that is there', async () => {
    expect((await refusalOf(() => publishDocument(house, visitor, PLAN, minutes()))).status).toBe(401)
    expect((await refusalOf(() => publishDocument(house, secretary, 'lv-9', minutes()))).status).toBe(404)
    const before = await newestVersions(house.db, [PLAN], now(), 100)
    expect(await refusalOf(() => publish({ organisationId: 'nav' }))).toEqual({
      status: 422,
      fields: { organisation: 'Tādas institūcijas vai organizācijas vairs nav. Izvēlieties citu.' },
    })
    expect(await newestVersions(house.db, [PLAN], now(), 100)).toEqual(before)
  })

  it('gets versions, each with a reason; what is not given is carried over', async () => {
    const id = await publish({ alternative: { url: 'https://example.org/viegli' } })
    expect(await publishVersion(house, secretary, PLAN, id, { ...next, version: 1, alternative: { text: 'Viegli lasāms' } })).toBe(2)
    let [newest] = (await known(id)).versions
    expect(newest?.main && (await textOf(house, newest.main))).toBe('Sēde sākas plkst. 14.30.')
    expect(newest?.alternative && (await textOf(house, newest.alternative))).toBe('Viegli lasāms')
    // An alternative of what was replaced would tell something else than the document.
    await publishVersion(house, secretary, PLAN, id, { ...next, version: 2, main: { text: 'Sēde sākas plkst. 15.00.' } })
    const { versions } = await known(id)
    ;[newest] = versions
    expect(newest).toMatchObject({ number: 3, reason, alternative: null })
    expect(versions.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(await versionOf(house.db, PLAN, id, 2, now())).toMatchObject({ version: { number: 2 } })
  })

  it('refuses a version that changes nothing, or that was drawn from an older one, and changes nothing then', async () => {
    const id = await publish()
    expect((await refusalOf(() => publishVersion(house, secretary, PLAN, id, { ...next, version: 1 }))).fields).toHaveProperty('file')
    const same = { ...next, version: 1, main: { text: 'Sēde sākas plkst. 14.30.' } }
    expect((await refusalOf(() => publishVersion(house, secretary, PLAN, id, same))).status).toBe(422)
    const late = { ...next, version: 7, main: { text: 'Cits' } }
    expect((await refusalOf(() => publishVersion(house, secretary, PLAN, id, late))).status).toBe(409)
    expect((await refusalOf(() => publishVersion(house, secretary, 'lv-4', id, { ...late, version: 1 }))).status).toBe(404)
    expect(await entries(id)).toHaveLength(1)
  })

  it('of two people who are as fast, takes one and tells the other', async () => {
    const id = await publish()
    const both = await Promise.allSettled(
      ['Pirmais', 'Otrais'].map((text) => publishVersion(house, secretary, PLAN, id, { ...next, version: 1, main: { text } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await known(id)).versions).toHaveLength(2)
  })

  it('is corrected with the values before and after; a correction of nothing leaves no trace', async () => {
    const id = await publish()
    const data = { ...minutes(), version: 1, reason: null }
    await correctDocument(house, secretary, PLAN, id, data)
    expect((await known(id)).corrections).toEqual([])
    await correctDocument(house, secretary, PLAN, id, {
      ...data,
      title: titled('Cits nosaukums', 'Minutes of the meeting'),
      licence: 'cc-by-4.0',
    })
    const { document, corrections, versions } = await known(id)
    expect(document).toMatchObject({
      licence: 'cc-by-4.0',
      title: { lv: { text: 'Cits nosaukums' }, en: { state: 'outdated' } },
      version: 2,
    })
    expect(corrections).toMatchObject([{ before: { licence: null }, after: { licence: 'cc-by-4.0' } }])
    expect(versions).toHaveLength(1)
    expect((await refusalOf(() => correctDocument(house, secretary, PLAN, id, data))).status).toBe(409)
  })

  it('taken out of view keeps its rows and its reason, and its words are not read any more', async () => {
    const id = await publish({ main: { text: 'Jāņa Bērziņa personas kods' }, alternative: { text: 'Tas pats' } })
    expect((await refusalOf(() => withdrawVersion(house, visitor, PLAN, id, 1, { reason }))).status).toBe(401)
    expect((await refusalOf(() => withdrawVersion(house, secretary, PLAN, id, 2, { reason }))).status).toBe(404)
    await withdrawVersion(house, secretary, PLAN, id, 1, { reason })
    await withdrawVersion(house, secretary, PLAN, id, 1, { reason: 'Otrreiz to pašu.' })
    expect((await known(id)).versions).toMatchObject([{ main: null, alternative: null, withdrawal: { reason, withdrawnOn: '2019-09-10' } }])
    expect(await documentsByIds(house.db, [id], now())).toMatchObject([{ version: { main: null } }])
    expect(await entries(id)).toHaveLength(2)
    // There is nothing left that the next version could carry over.
    expect(
      (await refusalOf(() => publishVersion(house, secretary, PLAN, id, { ...next, version: 1, alternative: { text: 'a' } }))).status,
    ).toBe(422)
    await publishVersion(house, secretary, PLAN, id, { ...next, version: 1, main: { text: 'Bez personas datiem' } })
    expect((await known(id)).versions.map((version) => version.main !== null)).toEqual([true, false])
  })

  it('leaves a record in which every row has its entry', async () => {
    const problems: unknown[] = []
    await verifyRecord(house.db, (problem) => void problems.push(problem))
    expect(problems.filter((problem) => JSON.stringify(problem).includes('document'))).toEqual([])
  })

  it('is found by nobody before the day it was added', async () => {
    const id = await publish()
    const [before] = await documentsByIds(house.db, [id], now())
    expect(before).toBeDefined()
    await house.open.execute(`update document set added_on = '2019-12-01' where id = ${id}`)
    expect(await documentById(house.db, PLAN, id, now())).toBeNull()
    expect((await refusalOf(() => correctDocument(house, secretary, PLAN, id, { ...minutes(), version: 1, reason: null }))).status).toBe(
      404,
    )
  })
})

describe('a form about a document', () => {
  const fields = (values: Record<string, string>) =>
    new Fields(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])))
  const files = (...names: string[]) => new SentFiles(names.map((field) => ({ field, file: file('a.pdf') })))
  const good = { 'title.lv': 'Protokols', kind: 'minutes' }

  it('gives exactly one thing', async () => {
    expect(readNewDocument(fields(good), files('file')).main).toHaveProperty('file')
    expect(readNewDocument(fields({ ...good, url: 'https://example.org/a' }), files()).main).toEqual({ url: 'https://example.org/a' })
    const none = await refusalOf(() => readNewDocument(fields(good), files()))
    const two = await refusalOf(() => readNewDocument(fields({ ...good, text: 'a' }), files('file')))
    const wrong = await refusalOf(() => readNewDocument(fields({ ...good, url: 'ftp://example.org' }), files()))
    expect([none, two, wrong].map((refusal) => Object.keys(refusal.fields))).toEqual([['file'], ['file'], ['url']])
  })

  it('tells everything that is wrong at once, and takes no value that is not offered', async () => {
    const { status, fields: told } = await refusalOf(() =>
      readNewDocument(
        fields({ kind: 'x', language: 'tlh', standing: 'x', licence: 'gpl', 'dated.day': '31', 'dated.part': '02', 'dated.year': '2019' }),
        files(),
      ),
    )
    expect(status).toBe(422)
    expect(Object.keys(told).sort()).toEqual(['dated', 'file', 'kind', 'language', 'licence', 'standing', 'title.lv'])
  })

  it('asks a version for a reason worth the name', async () => {
    const { fields: told } = await refusalOf(() => readVersion(fields({ version: '1', text: 'a', reason: 'labots' }), files()))
    expect(told).toEqual({ reason: 'Ierakstiet, kas un kāpēc mainīts, vismaz 10 rakstzīmes.' })
  })
})
