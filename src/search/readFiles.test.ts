import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import type { Files } from '../platform/files/files.ts'
import { textOfFile, wantTexts } from '../platform/files/text/fileTexts.ts'
import { belongingNowhere, type PublicText } from '../platform/publicText.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockState } from './keepUp.ts'
import { readFiles } from './readFiles.ts'
import { takeIn } from './takeIn.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(() => house.open.execute('delete from file_text_piece; delete from file_text; delete from search_text'))

const hash = (letter: string): string => letter.repeat(64)
const never = (): boolean => false
/** Files of which each says its own letter; `opened` counts how often. */
function filesThat(answer: (letter: string) => string | null): Files & { opened: string[] } {
  const opened: string[] = []
  return {
    opened,
    take: () => Promise.reject(new Error('nothing is sent in')),
    bytesOf: async () => null,
    open: async (asked) => {
      const letter = asked[0] ?? ''
      opened.push(letter)
      const text = answer(letter)
      return text === null ? null : { stream: Readable.from([Buffer.from(text)]), bytes: Buffer.byteLength(text) }
    },
  }
}
const states = async (): Promise<unknown[]> =>
  (await house.open.execute('select hash, state, problem, attempts from file_text order by hash')).rows
const words = async (object: string): Promise<string> =>
  ((await house.open.execute('select words::text as words from search_text where object = $1', [object])).rows as { words: string }[])
    .map((row) => row.words)
    .join(' ')
const textOf = (id: number, part: string, fileHash: string | null): PublicText => ({
  ...belongingNowhere,
  ...{ object: `document:${id}`, part, kind: 'document', title: { lv: { text: 'Nosaukums', state: 'original' } }, body: {}, fileHash },
})
const publish = (texts: PublicText[]): Promise<void> =>
  house.db.transaction(async (tx) => {
    await lockState(tx)
    await takeIn(tx, texts)
  })

it('several processes read each file once', async () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f']
  await wantTexts(house.db, letters.map(hash))
  const files = filesThat((letter) => `vārds ${letter}`)
  await Promise.all([1, 2, 3].map(() => readFiles({ ...house, files }, never)))
  expect(files.opened.sort()).toEqual(letters)
  for (const letter of letters) expect(await textOfFile(house.db, hash(letter))).toEqual([{ number: 1, text: `vārds ${letter}` }])
})

it('what a file says is found with the thing that names it, whichever came first, and its other texts stay', async () => {
  await publish([textOf(1, 'version:1', hash('a')), textOf(1, 'title', null), textOf(2, 'version:1', hash('b'))])
  expect(await words('document:1')).not.toContain('zvirbul')
  await readFiles({ ...house, files: filesThat((letter) => (letter === 'a' ? 'zvirbulis' : 'vārna')) }, never)
  expect(await words('document:1')).toContain(`'Dzvirbul':2`)
  expect(await words('document:2')).toContain('varn')
  const { rows } = await house.open.execute(`select part from search_text where object = 'document:1' order by part`)
  expect(rows).toEqual([{ part: 'title' }, { part: 'version:1' }])
  await publish([textOf(3, 'version:1', hash('a'))])
  expect(await words('document:3')).toContain('zvirbul')
})

it('a file that is missing is told so, and one whose storage is away waits without being counted', async () => {
  await wantTexts(house.db, [hash('a')])
  await readFiles({ ...house, files: filesThat(() => null) }, never)
  expect(await states()).toEqual([{ hash: hash('a'), state: 'unreadable', problem: 'missing', attempts: 1 }])
  await wantTexts(house.db, [hash('b')])
  const away = filesThat(() => {
    throw new Refusal(503)
  })
  await readFiles({ ...house, files: away }, never)
  await readFiles({ ...house, files: away }, never)
  expect(away.opened).toEqual(['b'])
  expect(await states()).toContainEqual({ hash: hash('b'), state: 'waiting', problem: null, attempts: 0 })
})

it('a file in the middle of which three processes have ended is given up', async () => {
  await wantTexts(house.db, [hash('a')])
  const files = filesThat(() => {
    throw new Error('the end')
  })
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(readFiles({ ...house, files }, never)).rejects.toThrow('the end')
    await house.open.execute(`update file_text set next_try_at = now() - interval '1 minute'`)
  }
  await readFiles({ ...house, files }, never)
  expect(files.opened).toHaveLength(3)
  expect(await states()).toEqual([{ hash: hash('a'), state: 'unreadable', problem: 'gave-up', attempts: 4 }])
})

it('a file of nothing but different long words does not break what is found', async () => {
  await publish([textOf(1, 'version:1', hash('a'))])
  const many = Array.from(
    { length: 30_000 },
    (_, n) => `${n.toString(36).replace(/\d/g, 'ž')}${'ķ'.repeat(40)}${String.fromCharCode(97 + (n % 26))}`,
  )
  await readFiles({ ...house, files: filesThat(() => many.join(' ')) }, never)
  expect(await states()).toMatchObject([{ state: 'read' }])
  expect((await words('document:1')).length).toBeLessThan(2_000_000)
})
