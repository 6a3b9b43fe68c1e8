import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

/** The bytes of a body. */
export type Bytes = Buffer<ArrayBuffer>

/** The content codings in which we answer, the one that makes a body smaller first. */
const encodings = ['br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/**
 * How hard brotli tries, of 0 to 11. A page is made for this one request and is to be there soon: smaller than
 * gzip makes it, in half its time. A file of the program is compressed once.
 */
export const effort = { page: 3, file: 11 } as const

/** What is smaller is compressed at once: to hand it to another thread and wake up again takes as long. */
const LARGE = 100_000

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** A body that is compressed once in each coding, when it is first asked for; a large one beside the event loop. */
export type Encodable = { plain: Bytes; inCoding: (encoding: Encoding) => Promise<Bytes> }

/** Makes a body encodable; `quality` is brotli's. */
export function encodable(plain: Bytes, quality: number): Encodable {
  const made = new Map<Encoding, Promise<Bytes>>()
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }
  const small = plain.length < LARGE && quality <= effort.page
  const make: Record<Encoding, () => Promise<Bytes>> = {
    br: async () => (small ? brotliCompressSync(plain, options) : brotli(plain, options)),
    gzip: async () => (small ? gzipSync(plain) : zip(plain)),
  }
  return {
    plain,
    inCoding: (encoding) => {
      const known = made.get(encoding)
      if (known) return known
      const making = make[encoding]()
      made.set(encoding, making)
      return making
    },
  }
}

const wish = (encoding: Encoding): RegExp => new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)`, 'i')
const wished: Record<Encoding, RegExp> = { br: wish('br'), gzip: wish('gzip') }

/** The coding to answer in to an Accept-Encoding header, or null: named, and not with a weight of nought (RFC 9110 §12.5.3). */
export const encodingFor = (header: string | undefined): Encoding | null => encodings.find((one) => wished[one].test(header ?? '')) ?? null

/** Compresses pages, which are whole when they are answered; what comes as a stream is left to others. */
export const encodedPages: MiddlewareHandler = async (context, next) => {
  await next()
  const { res } = context
  const type = res.headers.get('Content-Type')
  if (!type?.startsWith('text/html') || res.headers.has('Content-Encoding')) return
  const encoding = encodingFor(context.req.header('accept-encoding'))
  if (!encoding) return
  const body = await encodable(Buffer.from(await res.arrayBuffer()), effort.page).inCoding(encoding)
  // An answer that takes another's place gets its headers from it, all but this one.
  context.res = new Response(body, { status: res.status, headers: { 'Content-Type': type } })
  context.res.headers.set('Content-Encoding', encoding)
  context.res.headers.append('Vary', 'Accept-Encoding')
}
