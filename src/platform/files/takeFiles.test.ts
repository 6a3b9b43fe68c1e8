import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { diskStorage } from './diskStorage.ts'
import type { Files } from './files.ts'
import { takeFiles } from './takeFiles.ts'

const LIMIT = 1000
let directory: string
let files: Files
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'koprade-files-'))
  files = takeFiles(diskStorage(directory), { incoming: join(directory, 'incoming'), limitBytes: LIMIT })
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const of = (...pieces: (string | Buffer)[]): Readable => Readable.from(pieces.map((piece) => Buffer.from(piece)))
/** Every file under the directory, by its path in it. */
const stored = (): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(directory, path)).isFile())
const refusal = async (name: string, content: Readable): Promise<Refusal> =>
  files.take(name, content).then(
    () => {
      throw new Error('it was taken')
    },
    (error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    },
  )
const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(50, 32)])
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describe('files in a directory', () => {
  it('are kept once by content, whatever they are called', async () => {
    const first = await files.take('dati.csv', of('a;b\n', '1;2\n'))
    const second = await files.take('citi dati.txt', of('a;b\n1;2\n'))
    expect(second.hash).toBe(first.hash)
    expect(first).toMatchObject({ bytes: 8, mediaType: 'text/csv', name: 'dati.csv' })
    expect(stored()).toEqual([join(first.hash.slice(0, 2), first.hash.slice(2))])
    const opened = await files.open(first.hash)
    expect(opened && (await text(opened.stream))).toBe('a;b\n1;2\n')
  })

  it('are readable by their owner alone', async () => {
    await files.take('dati.csv', of('a'))
    for (const path of stored()) expect(statSync(join(directory, path)).mode & 0o077).toBe(0)
  })

  it('never turn a name from outside into a path', async () => {
    for (const [name, kept] of [
      ['../../etc/passwd.txt', 'passwd.txt'],
      ['C:\\Users\\x\\dati.csv', 'dati.csv'],
      ['a\u202Etxt.csv', 'atxt.csv'],
      ['"<b>|?*.csv', 'b.csv'],
      [`${'ā'.repeat(300)}.csv`, `${'ā'.repeat(116)}.csv`],
    ] as const)
      expect((await files.take(name, of('a'))).name).toBe(kept)
    expect(stored().every((path) => /^[0-9a-f]{2}[\\/][0-9a-f]{62}$/.test(path))).toBe(true)
  })

  it('open nothing but what is there under a whole hash', async () => {
    for (const hash of ['', '..', '../../etc/passwd', 'a'.repeat(63), 'A'.repeat(64), 'a'.repeat(64)])
      expect(await files.open(hash)).toBeNull()
  })

  it('are taken up to the limit and refused one byte beyond it', async () => {
    await files.take('tieši.txt', of('a'.repeat(LIMIT)))
    expect((await refusal('par-daudz.txt', of('a'.repeat(LIMIT), 'a'))).status).toBe(413)
    expect(stored()).toHaveLength(1)
  })

  it('are refused when the content belies the name, is empty or of a kind that is not taken', async () => {
    for (const [name, content] of [
      ['attels.png', pdf],
      ['zinojums.pdf', png],
      ['zinojums.docx', 'PK\u0003\u0004nope'],
      ['dati.csv', png],
      ['dati.csv', 'a\u0000b'],
      ['tuksa.pdf', ''],
      ['lapa.html', '<script>'],
      ['programma.exe', 'MZ'],
      ['bez-paplasinajuma', 'a'],
    ] as const)
      expect([name, (await refusal(name, of(content))).status]).toEqual([name, 422])
    expect((await files.take('zinojums.PDF', of(pdf))).mediaType).toBe('application/pdf')
    expect((await files.take('attels.png', of(png))).mediaType).toBe('image/png')
    expect(stored()).toHaveLength(2)
  })

  it('leave nothing behind when the content breaks off, before the first byte or after', async () => {
    for (const begun of [false, true]) {
      const content = new PassThrough()
      content.on('error', () => undefined)
      if (begun) content.write('a')
      const taking = files.take('dati.csv', content)
      content.destroy(new Error('cut off'))
      await expect(taking).rejects.toThrow()
    }
    expect(stored()).toEqual([])
  })

  it('sweep what a killed process has left, and not what another is just writing', async () => {
    const incoming = join(directory, 'incoming')
    mkdirSync(incoming)
    for (const name of ['old', 'young']) writeFileSync(join(incoming, name), 'a')
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60
    utimesSync(join(incoming, 'old'), twoDaysAgo, twoDaysAgo)
    await files.take('dati.csv', of('a'))
    expect(readdirSync(incoming)).toEqual(['young'])
  })
})
