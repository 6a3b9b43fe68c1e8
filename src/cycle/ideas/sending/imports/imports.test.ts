import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../../test/support/house.ts'
import { addTwoOrganisations, recordOf } from '../../../../people/testSupport.ts'
import { aPlan, refusalOf, secretary } from '../../../plan/testSupport.ts'
import { anyCallById } from '../../calls/queries.ts'
import { aCall } from '../../calls/testSupport.ts'
import { idea } from '../../tables.ts'
import { ideaImportRow } from '../tables.ts'
import { bringIn, undoImport } from './bringIn.ts'
import { organisationsByWord, rowsOf } from './queries.ts'
import { readRow } from './readRow.ts'
import { startImport } from './startImport.ts'

let house: TestHouse
let callId: number
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await aPlan(house, { adopted: false })
})
beforeEach(async () => {
  callId = await aCall(house)
})
afterAll(() => house.close())

/** Takes a table over that lies in the house’s files. */
const start = (name: string, content: Uint8Array) => {
  const bytes = Buffer.from(content)
  const files = { ...house.files, open: async () => ({ stream: Readable.from([bytes]), bytes: bytes.length }) }
  const file = { hash: '0'.repeat(64), name, bytes: bytes.length, mediaType: 'text/csv' }
  return startImport({ ...house, files }, secretary, { planId: 'lv-5', callId, file, language: 'lv' })
}
const csv = (text: string) => start('idejas.csv', strToU8(text))
const head = 'Nosaukums;Problēma;Priekšlikums;Vārds;Vārdu rādīt;Organizācija;Sektors;Saņemts\r\n'
const good = 'Viens;Nav labi;Darīt;Jānis Bērziņš;jā;;;2019-09-10\r\nDivi;Nav labi;Darīt;Anna Kalniņa;;;uzņēmējs;10.09.2019.\r\n'
const refusedFile = async (work: () => Promise<unknown>) => (await refusalOf(work, 'en')).fields['file']
/** What is wrong in each row, by its number: the columns. */
async function mistakes(importId: number): Promise<Record<number, string[]>> {
  const call = await anyCallById(house.db, 'lv-5', callId)
  if (!call) throw new Error('no call')
  const today = house.clock.today()
  const around = { call, language: 'lv' as const, organisations: await organisationsByWord(house.db, today), today }
  const rows = await rowsOf(house.db, importId)
  return Object.fromEntries(rows.map(({ row, fields }) => [row, readRow(fields, around).problems.map(({ column }) => column)]))
}
const brought = () => house.db.select().from(idea).where(eq(idea.callId, callId))

/** A workbook whose first sheet has this XML between the rows’ tags. */
const workbook = (rows: string, shared = '') =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId7" Target="worksheets/sheet3.xml"/></Relationships>'),
    'xl/worksheets/sheet3.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ...(shared ? { 'xl/sharedStrings.xml': strToU8(`<sst>${shared}</sst>`) } : {}),
  })
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join('')}</row>`

describe('a table that can’t be read as a whole', () => {
  it.each([
    ['wrong columns', 'Vārds;Uzvārds\r\nJānis;Bērziņš\r\n', 'title, problem, proposal, received'],
    ['a column twice', `Title,Nosaukums,Problem,Proposal,Received\r\na,b,c,d,2019-09-10\r\n`, 'twice'],
    ['nothing but a head', head, 'no rows'],
    ['100,000 rows', head + 'a;b;c;;;;;2019-09-10\r\n'.repeat(100_000), 'too many rows'],
    ['a broken quotation', `${head}"a;b\r\n`, 'broken'],
  ])('%s', async (_, text, words) => {
    expect(await refusedFile(() => csv(text))).toContain(words)
  })

  it('the encoding of an old code page', async () => {
    const windows1257 = Buffer.concat([Buffer.from(head, 'utf8'), Buffer.from([0xce, 0xe7, 0x3b])])
    expect(await refusedFile(() => start('idejas.csv', windows1257))).toContain('UTF-8')
  })

  it('what is no workbook, is packed too well, or declares a type', async () => {
    expect(await refusedFile(() => start('idejas.xlsx', strToU8('not a workbook')))).toContain('can’t be read')
    const bomb = workbook(row(1, cell('x'.repeat(41_000_000))))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusedFile(() => start('idejas.xlsx', bomb))).toContain('too big')
    const declared = zipSync({
      ...{ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') },
      'xl/_rels/workbook.xml.rels': strToU8('<x/>'),
    })
    expect(await refusedFile(() => start('idejas.xlsx', declared))).toContain('can’t be read')
  })

  it('100,000 rows of a workbook', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) => row(n + 1, cell('a'))).join('')
    expect(await refusedFile(() => start('idejas.xlsx', workbook(many)))).toContain('too many rows')
  })

  it('leaves nothing behind', async () => {
    await refusalOf(() => csv('a;b\r\n1;2\r\n'))
    expect(await brought()).toEqual([])
  })
})

describe('what is wrong with single rows', () => {
  it('is told by row and column; a formula is never computed', async () => {
    const id = await csv(
      head +
        '=HYPERLINK("http://x","y");Nav labi;Darīt;;;;;2019-09-10\r\n' +
        'Labi;Nav labi;Darīt;;;;;2019-09-10\r\n' +
        '\r\n' +
        'Tukšs;;;;;Nav tādas;nekas;vakar\r\n' +
        'Vēlu;Nav labi;Darīt;;;;;2019-09-09\r\n',
    )
    expect(await mistakes(id)).toEqual({
      2: ['title'],
      3: [],
      5: ['problem', 'proposal', 'receivedOn', 'organisation', 'sector'],
      6: ['receivedOn'],
    })
    expect((await refusalOf(() => bringIn(house, secretary, { planId: 'lv-5', callId, importId: id, version: 1 }))).status).toBe(422)
    expect(await brought()).toEqual([])
  })

  it('is told of a workbook in the same way: shared texts, columns by their letters, a spreadsheet’s day, a formula', async () => {
    const heads = ['Title', 'Problem', 'Proposal', 'Received'].map(cell)
    const rows =
      row(1, ...heads) +
      row(
        4,
        '<c r="A4" t="s"><v>0</v></c>',
        `<c r="B4" t="inlineStr"><is><t>p</t></is></c>`,
        '<c r="C4" t="s"><v>1</v></c>',
        '<c r="D4"><v>43718</v></c>',
      ) +
      row(5, '<c r="A5" t="str"><f>HYPERLINK("http://x")</f><v>y</v></c>', cell('p'), cell('q'), '<c r="D5"><v>43718</v></c>')
    const id = await start('idejas.xlsx', workbook(rows, '<si><t>Viens</t></si><si><r><t>Da</t></r><r><t>rīt</t></r></si>'))
    expect(await mistakes(id)).toEqual({ 4: [], 5: ['title'] })
    const [first] = await rowsOf(house.db, id)
    expect(first?.fields).toEqual({ title: 'Viens', problem: 'p', proposal: 'Darīt', receivedOn: '43718' })
  })
})

describe('bringing in', () => {
  it('makes an idea of each row once, with the names of those who agreed, and lets go of the rows', async () => {
    const id = await csv(head + good)
    const which = { planId: 'lv-5', callId, importId: id, version: 1 }
    await bringIn(house, secretary, which)
    expect((await brought()).map(({ authorName, sector, channel, sentOn }) => [authorName, sector, channel, sentOn])).toEqual([
      ['Jānis Bērziņš', 'resident', 'import', '2019-09-10'],
      [null, 'business', 'import', '2019-09-10'],
    ])
    expect((await refusalOf(() => bringIn(house, secretary, which))).status).toBe(409)
    expect(await brought()).toHaveLength(2)
    const kept = await house.db.select().from(ideaImportRow).where(eq(ideaImportRow.importId, id))
    expect(kept.map(({ fields }) => fields)).toEqual([{}, {}])
  })

  it('names an organisation by its id or its name, with its own sector', async () => {
    const id = await csv(`${head}Viens;Nav labi;Darīt;;;Valsts kanceleja;;2019-09-10\r\n`)
    await bringIn(house, secretary, { planId: 'lv-5', callId, importId: id, version: 1 })
    expect(await brought()).toMatchObject([{ organisationId: 'vk', authorKind: 'organisation', sector: 'government' }])
  })

  it('can be taken back: what nobody has touched is hidden with an entry, the rest stays', async () => {
    const id = await csv(head + good)
    const which = { planId: 'lv-5', callId, importId: id }
    await bringIn(house, secretary, { ...which, version: 1 })
    const [first, second] = await brought()
    await house.db
      .update(idea)
      .set({ supports: 1 })
      .where(eq(idea.id, second?.id ?? 0))
    await undoImport(house, secretary, { ...which, version: 2 })
    expect((await brought()).map(({ number, visibility }) => [number, visibility]).sort()).toEqual([
      [first?.number, 'hidden'],
      [second?.number, 'published'],
    ])
    expect((await recordOf(house)).filter(({ act }) => act === 'undoImportedIdea').at(-1)?.object).toBe(
      `/plans/lv-5/ideas/${first?.number}`,
    )
    expect((await rowsOf(house.db, id)).map(({ stays }) => stays)).toEqual([false, true])
    expect((await refusalOf(() => undoImport(house, secretary, { ...which, version: 2 }))).status).toBe(409)
  })

  it('is the secretariat’s alone', async () => {
    const id = await csv(head + good)
    const participant = { personId: 'p', name: 'P', roles: [{ role: 'participant' as const, organisationId: null }] }
    expect((await refusalOf(() => bringIn(house, participant, { planId: 'lv-5', callId, importId: id, version: 1 }))).status).toBe(403)
  })
})
