import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfiguration } from '../configuration.ts'
import { openFiles } from '../files/openFiles.ts'
import { silentLog } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { readForm } from './readForm.ts'

const LIMIT = 10_000
let directory: string
let house: Parameters<typeof readForm>[1]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'koprade-form-'))
  const configuration = readConfiguration({ KOPRADE_DATA: directory, KOPRADE_FILE_LIMIT_MB: '0.01' })
  house = { files: openFiles(configuration, silentLog), configuration }
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const stored = (): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(directory, path)).isFile())
const statusOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (error: unknown) => {
      if (error instanceof Refusal) return error.status
      throw error
    },
  )

type Part = { name?: string; fileName?: string; content: string | Uint8Array }
const BOUNDARY = 'koprade-test'
function body(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.flatMap(({ name, fileName, content }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data${name === undefined ? '' : `; name="${name}"`}${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]))
}
const request = (content: BodyInit, type = `multipart/form-data; boundary=${BOUNDARY}`): Request =>
  new Request('http://localhost/', { method: 'POST', body: content, headers: { 'content-type': type }, duplex: 'half' } as RequestInit)
const plain = (text: string): Request => request(text, 'application/x-www-form-urlencoded')

/** A body that comes piece by piece; when `broken`, the line goes dead after the last. */
function inPieces(pieces: Iterable<Uint8Array>, broken = false): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]()
  return new ReadableStream({
    pull(controller) {
      const { value, done } = iterator.next()
      if (value) controller.enqueue(value)
      if (done) broken ? controller.error(new Error('the line is dead')) : controller.close()
    },
  })
}
function* repeated(start: Uint8Array, piece: Uint8Array, times: number): Generator<Uint8Array> {
  yield start
  for (let n = 0; n < times; n += 1) yield piece
}

describe('a form that was sent', () => {
  it('is read plain, with every value of a field', async () => {
    const { fields, files, problems } = await readForm(plain('a=1&a=2&b=%C4%81&c='), house)
    expect([fields.all('a'), fields.get('b'), fields.has('c'), fields.get('d')]).toEqual([['1', '2'], 'ā', true, ''])
    expect([files.list.length, problems]).toEqual([0, []])
  })

  it('is read with files, and with the fields behind them', async () => {
    const { fields, files } = await readForm(
      request(
        body([
          { name: 'a', content: 'ā <script>' },
          { name: 'file', fileName: 'dati.csv', content: 'x;y' },
          { name: 'b', content: '2' },
        ]),
      ),
      house,
    )
    expect([fields.get('a'), fields.get('b')]).toEqual(['ā <script>', '2'])
    expect(files.get('file')).toMatchObject({ name: 'dati.csv', bytes: 3 })
    expect(stored()).toHaveLength(1)
  })

  it('takes a file field that was left empty as nothing', async () => {
    const { files, problems } = await readForm(request(body([{ name: 'file', fileName: '', content: '' }])), house)
    expect([files.list.length, problems]).toEqual([0, []])
  })

  it('keeps its fields and its other files when one file is refused', async () => {
    const { fields, files, problems, status } = await readForm(
      request(
        body([
          { name: 'a', content: '1' },
          { name: 'big', fileName: 'a.txt', content: 'a'.repeat(LIMIT + 1) },
          { name: 'false', fileName: 'a.pdf', content: 'no pdf' },
          { name: 'good', fileName: 'b.csv', content: 'x' },
          { name: 'b', content: '2' },
        ]),
      ),
      house,
    )
    expect([fields.get('a'), fields.get('b'), files.list.map(({ field }) => field), status]).toEqual(['1', '2', ['good'], 413])
    expect(problems.map(({ field }) => field).sort()).toEqual(['big', 'false'])
    expect(stored()).toHaveLength(1)
  })

  it('is refused when it is no form or has no boundary', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data', 'multipart/mixed; boundary=x', ''])
      expect([type, await statusOf(readForm(request('a=1', type), house))]).toEqual([type, 400])
  })

  it('is refused when it ends too early, wherever that is, and leaves no file behind', async () => {
    const whole = body([
      { name: 'a', content: '1' },
      { name: 'file', fileName: 'a.txt', content: 'a'.repeat(500) },
      { name: 'b', content: '2' },
    ])
    for (let end = 1; end < whole.length - 4; end += 23)
      for (const broken of [false, true]) {
        const status = await statusOf(readForm(request(inPieces([whole.slice(0, end)], broken)), house))
        expect([end, broken, status]).toEqual([end, broken, 400])
      }
    expect(stored().filter((path) => path.startsWith('incoming'))).toEqual([])
  })

  it('is cut off when it is endless, and leaves no file behind', async () => {
    const start = body([{ name: 'file', fileName: 'a.txt', content: '' }]).slice(0, -BOUNDARY.length - 8)
    const piece = new Uint8Array(100_000).fill(97)
    let sent = 0
    function* counted(): Generator<Uint8Array> {
      for (const next of repeated(start, piece, 3_000)) {
        sent += next.length
        yield next
      }
    }
    expect(await statusOf(readForm(request(inPieces(counted())), house))).toBe(413)
    expect(sent).toBeLessThan(6_000_000)
    expect(stored()).toEqual([])
  })

  it('is refused when its texts are too big, one alone or all together', async () => {
    const piece = 'a'.repeat(900_000)
    expect(await statusOf(readForm(plain(`a=${'a'.repeat(4_100_000)}`), house))).toBe(413)
    expect(await statusOf(readForm(request(body(Array.from({ length: 4 }, () => ({ name: 'a', content: piece })))), house))).toBe(200)
    house.configuration.fileLimitBytes = 1_000_000
    expect(await statusOf(readForm(request(body(Array.from({ length: 6 }, () => ({ name: 'a', content: piece })))), house))).toBe(413)
    expect(await statusOf(readForm(plain(Array.from({ length: 3_100 }, () => 'a=').join('&')), house))).toBe(413)
  })

  it('tells a fault of the store only when all has been read, and not as something wrong with the form', async () => {
    const files = { take: () => Promise.reject(new Error('the disk is full')), open: async () => null, bytesOf: async () => null }
    const sent = request(
      body([
        { name: 'file', fileName: 'a.txt', content: 'a'.repeat(200_000) },
        { name: 'b', content: '2' },
      ]),
    )
    await expect(readForm(sent, { ...house, files })).rejects.toThrow('the disk is full')
  })

  it('takes hostile names of fields as names', async () => {
    const names = ['__proto__', 'constructor', '../../etc', '<script>']
    const { fields } = await readForm(request(body([...names.map((name) => ({ name, content: '1' })), { content: 'no name' }])), house)
    for (const name of names) expect(fields.get(name)).toBe('1')
    expect({}.constructor).toBe(Object)
  })
})
