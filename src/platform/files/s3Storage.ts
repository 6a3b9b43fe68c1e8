import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { Log } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { isHash, type Storage } from './files.ts'
import { fileTexts } from './fileTexts.ts'

/** Where an S3-compatible storage is and how it is entered. */
export type S3Settings = {
  endpoint: string
  region: string
  bucket: string
  key: string
  secret: string
  /** The bucket stands in the path (`host/bucket/…`), not before the host (`bucket.host/…`). */
  pathStyle: boolean
}

/** So many milliseconds the storage has to answer: with the beginning of a file, or that it has taken one in. */
const PATIENCE = { answer: 10_000, upload: 120_000 }
/** How often a request is tried again that the storage answers with 5xx or 429. */
const RETRIES = 2

/**
 * Files as objects of a bucket, each named by its SHA-256. The same checksum signs what is sent (x-amz-content-sha256),
 * so the storage itself refuses what has changed on the way, and an object appears as a whole or not at all.
 * What it answers otherwise than expected is logged by its code and refused with 503.
 */
export function s3Storage(settings: S3Settings, log: Log): Storage {
  const { region, key, secret } = settings
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries: RETRIES })
  const address = bucketAddress(settings)
  const away = (method: string, problem: string): Refusal => {
    log.warn({ storage: method, problem }, 'the storage of files is away')
    return new Refusal(503, (language) => fileTexts[language].away)
  }
  /** Null when there is no such object. */
  const ask = async (method: 'GET' | 'HEAD' | 'PUT', hash: string, sent: { body?: Blob; headers?: Record<string, string> } = {}) => {
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), method === 'PUT' ? PATIENCE.upload : PATIENCE.answer)
    try {
      const answer = await client.fetch(`${address}/${hash}`, { method, signal: patience.signal, ...sent })
      if (answer.ok) return answer
      const told = await answer.text()
      // A bucket that is missing answers 404 too: only a HEAD has no words for it.
      if (answer.status === 404 && !told.includes('NoSuchBucket')) return null
      throw away(method, /<Code>(\w+)<\/Code>/.exec(told)?.[1] ?? String(answer.status))
    } catch (error) {
      throw error instanceof Refusal ? error : away(method, codeOf(error))
    } finally {
      clearTimeout(timer)
    }
  }
  const bytesOf = async (hash: string): Promise<number | null> => {
    const answer = isHash(hash) ? await ask('HEAD', hash) : null
    return answer && Number(answer.headers.get('content-length'))
  }
  return {
    keep: async (path, { hash, bytes }) => {
      if ((await bytesOf(hash)) === bytes) return
      const headers = { 'Content-Type': 'application/octet-stream', 'X-Amz-Content-Sha256': hash }
      // Read from the disk while it is sent; its length is known beforehand, which S3 wants.
      if (!(await ask('PUT', hash, { body: await openAsBlob(path), headers }))) throw away('PUT', 'NoSuchBucket')
    },
    open: async (hash) => {
      const answer = isHash(hash) ? await ask('GET', hash) : null
      if (!answer?.body) return null
      return { stream: Readable.fromWeb(answer.body as ReadableStream), bytes: Number(answer.headers.get('content-length')) }
    },
    bytesOf,
  }
}

/** Where the bucket's objects are, without a slash at the end. */
export function bucketAddress({ endpoint, bucket, pathStyle }: Pick<S3Settings, 'endpoint' | 'bucket' | 'pathStyle'>): string {
  const address = new URL(endpoint)
  const path = address.pathname.replace(/\/+$/, '')
  return pathStyle ? `${address.origin}${path}/${bucket}` : `${address.protocol}//${bucket}.${address.host}${path}`
}

/** What went wrong on the way, as a code without any values. */
function codeOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } }
  return String(cause?.code ?? code ?? name ?? 'unknown')
}
