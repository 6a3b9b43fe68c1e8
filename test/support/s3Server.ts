import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { S3Settings } from '../../src/platform/files/s3Storage.ts'

/** An S3-compatible storage that runs, with one empty bucket. It checks the signature of each request. */
export type S3Server = {
  settings: S3Settings
  /** The same as settings of an instance. */
  environment: Record<string, string>
  /** The names of all objects. */
  objects: () => string[]
  /** From now on nobody answers; `up` ends it. */
  down: () => Promise<void>
  up: () => Promise<void>
  close: () => Promise<void>
}

const BUCKET = 'koprade-files'

/** Starts a storage on this machine. */
export async function openS3Server(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'koprade-s3-'))
  const port = await freePort()
  const make = () =>
    new S3rver({ address: '127.0.0.1', port, silent: true, directory, vhostBuckets: false, configureBuckets: [{ name: BUCKET }] })
  let server = make()
  await server.run()
  // The server's one account.
  const account = { key: 'S3RVER', secret: 'S3RVER' }
  const settings = { endpoint: `http://127.0.0.1:${port}`, region: 'eu-north-1', bucket: BUCKET, ...account, pathStyle: true }
  return {
    settings,
    environment: {
      KOPRADE_S3_ENDPOINT: settings.endpoint,
      KOPRADE_S3_REGION: settings.region,
      KOPRADE_S3_BUCKET: BUCKET,
      KOPRADE_S3_KEY: account.key,
      KOPRADE_S3_SECRET: account.secret,
    },
    objects: () =>
      readdirSync(join(directory, BUCKET)).flatMap((name) => (name.endsWith('_object') ? [name.slice(0, -'._S3rver_object'.length)] : [])),
    down: () => server.close(),
    up: async () => {
      server = make()
      await server.run()
    },
    close: async () => {
      await server.close().catch(() => undefined)
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The server wants to know its port beforehand, so that it can be stopped and come back. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
