import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { openFiles } from '../../src/platform/files/openFiles.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openS3Server, type S3Server } from '../support/s3Server.ts'
import { koprade, leaveNothing } from './koprade.ts'

leaveNothing()

let s3: S3Server
let directory: string
beforeAll(async () => {
  s3 = await openS3Server()
  directory = mkdtempSync(join(tmpdir(), 'koprade-copy-'))
})
afterAll(async () => {
  await s3?.close()
  rmSync(directory, { recursive: true, force: true })
})

describe('copy files', () => {
  it('needs a storage, and all of its settings', async () => {
    expect(await koprade('copy files', { KOPRADE_DATA: directory })).toMatchObject({
      code: 1,
      err: expect.stringContaining('The settings name no S3 storage'),
    })
    const { KOPRADE_S3_SECRET: _, ...others } = s3.environment
    const { code, err } = await koprade('copy files', { KOPRADE_DATA: directory, ...others })
    expect(code).toBe(1)
    expect(err).toMatch(/KOPRADE_S3_SECRET: is missing/)
  })

  it('brings every file from the disk, only files, and does no harm the second time', async () => {
    const files = openFiles(readConfiguration({ KOPRADE_DATA: directory }), silentLog)
    const taken = []
    for (const content of ['viens', 'divi', 'trīs']) taken.push(await files.take('dati.txt', Readable.from([content])))
    mkdirSync(join(directory, 'files', 'incoming'), { recursive: true })
    writeFileSync(join(directory, 'files', 'incoming', 'half'), 'a')
    writeFileSync(join(directory, 'files', (taken[0]?.hash ?? '').slice(0, 2), 'note.txt'), 'a')
    for (const _ of ['first', 'second'])
      expect(await koprade('copy files', { KOPRADE_DATA: directory, ...s3.environment })).toEqual({
        code: 0,
        out: '3 files are in the storage.\n',
        err: '',
      })
    expect(s3.objects().sort()).toEqual(taken.map(({ hash }) => hash).sort())
  })

  it('tells when the storage is away', async () => {
    await s3.down()
    const { code, err } = await koprade('copy files', { KOPRADE_DATA: directory, ...s3.environment, KOPRADE_LOG: 'silent' })
    expect([code, err]).toEqual([1, 'After 0 files the storage was away or refused. What is copied stays; run it again.\n'])
    await s3.up()
  })
})
