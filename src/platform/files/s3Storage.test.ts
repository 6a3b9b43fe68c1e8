import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openS3Server, type S3Server } from '../../../test/support/s3Server.ts'
import { silentLog } from '../log.ts'
import { Refusal } from '../refusal.ts'
import type { Files } from './files.ts'
import { bucketAddress, type S3Settings, s3Storage } from './s3Storage.ts'
import { takeFiles } from './takeFiles.ts'

let server: S3Server
beforeAll(async () => {
  server = await openS3Server()
})
afterAll(() => server.close())

let directory: string
const logged: string[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'koprade-s3-test-'))
  logged.length = 0
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const filesWith = (changed: Partial<S3Settings> = {}): Files =>
  takeFiles(s3Storage({ ...server.settings, ...changed }, pino({ base: null }, { write: (line) => void logged.push(line) })), {
    incoming: join(directory, 'incoming'),
    limitBytes: 20_000_000,
  })
const refused = (work: Promise<unknown>): Promise<number | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refusal) return error.status
      throw error
    },
  )
/** A text of some megabytes, the same for the same letter. */
const long = (letter: string): Buffer => Buffer.from(`${letter.repeat(39)}\n`.repeat(200_000))

describe('files on S3', () => {
  it('are kept once by content and come back as they were', async () => {
    const files = filesWith()
    const content = long('ā')
    const first = await files.take('dati.csv', Readable.from([content]))
    expect(first.hash).toBe(createHash('sha256').update(content).digest('hex'))
    expect(await files.take('citi dati.txt', Readable.from([content]))).toMatchObject({ hash: first.hash })
    expect(server.objects()).toEqual([first.hash])
    const opened = await files.open(first.hash)
    expect(opened?.bytes).toBe(content.length)
    expect(opened && (await buffer(opened.stream)).equals(content)).toBe(true)
    expect(await files.bytesOf(first.hash)).toBe(content.length)
    expect(readdirSync(join(directory, 'incoming'))).toEqual([])
  })

  it('are checked before anything is sent', async () => {
    const before = server.objects()
    const files = filesWith()
    expect(await refused(files.take('attels.png', Readable.from([Buffer.from('%PDF-1.4\n')])))).toBe(422)
    expect(await refused(files.take('liels.txt', Readable.from(['b', 'c', 'd'].map(long))))).toBe(413)
    expect(server.objects()).toEqual(before)
  })

  it('lie where the settings say, the bucket in the path or before the host', () => {
    const at = { endpoint: 'https://s3.example.org:9000/', bucket: 'koprade' }
    expect(bucketAddress({ ...at, pathStyle: true })).toBe('https://s3.example.org:9000/koprade')
    expect(bucketAddress({ ...at, pathStyle: false })).toBe('https://koprade.s3.example.org:9000')
  })

  it('that are not there are none, whatever is asked for', async () => {
    const files = filesWith()
    for (const hash of ['', '..', `../${'a'.repeat(61)}`, 'A'.repeat(64), 'a'.repeat(64), randomBytes(32).toString('hex')]) {
      expect(await files.open(hash)).toBeNull()
      expect(await files.bytesOf(hash)).toBeNull()
    }
  })

  it('are refused with 503 when the storage does not know us, or the bucket; the log names the reason and no secret', async () => {
    for (const [changed, code] of [
      [{ secret: 'not-the-secret' }, /SignatureDoesNotMatch|403/],
      [{ key: 'nobody' }, /InvalidAccessKeyId|403/],
      [{ bucket: 'no-such-bucket' }, /NoSuchBucket/],
    ] as const) {
      logged.length = 0
      const files = filesWith(changed)
      expect(await refused(files.take('dati.csv', Readable.from(['a;b\n'])))).toBe(503)
      expect(logged.join('')).toMatch(code)
      expect(logged.join('')).not.toMatch(/not-the-secret|S3RVER/)
    }
  })

  it('wait for nobody when the storage is gone, leave nothing behind, and are taken when it is back', async () => {
    const files = filesWith()
    const content = () => Readable.from(['pēc brīža\n'])
    await server.down()
    expect(await refused(files.take('dati.txt', content()))).toBe(503)
    expect(await refused(files.bytesOf('a'.repeat(64)))).toBe(503)
    expect(await refused(files.open('a'.repeat(64)))).toBe(503)
    expect(logged.join('')).toContain('ECONNREFUSED')
    expect(readdirSync(join(directory, 'incoming'))).toEqual([])
    await server.up()
    const { hash } = await files.take('dati.txt', content())
    expect(server.objects()).toContain(hash)
  })

  it('are named by their checksum, with which the sender signs: what was changed on the way is not let in', async () => {
    const { AwsClient } = await import('aws4fetch')
    const { endpoint, bucket, key, secret, region } = server.settings
    const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3' })
    const signed = await client.sign(`${endpoint}/${bucket}/${'b'.repeat(64)}`, {
      method: 'PUT',
      headers: { 'X-Amz-Content-Sha256': 'b'.repeat(64) },
    })
    signed.headers.set('X-Amz-Content-Sha256', 'c'.repeat(64))
    expect((await fetch(signed, { body: 'a', duplex: 'half' } as RequestInit)).status).toBe(403)
    expect(await s3Storage(server.settings, silentLog).bytesOf('b'.repeat(64))).toBeNull()
  })
})
