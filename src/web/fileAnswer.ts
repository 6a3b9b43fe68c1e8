import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { namesVersion } from '../platform/http/ifNoneMatch.ts'
import { notFound } from '../platform/refusal.ts'
import type { AnyVisit } from './visit.ts'

/** A stored file as a row names it. */
export type NamedFile = { fileHash: string; fileName: string | null; mediaType: string | null }

/**
 * A stored file, for keeping. It comes from outside: the browser is told to save it and not to open it,
 * neither to guess its kind nor to run anything in it. Who keeps a copy asks each time, since a file can
 * be taken out of view; its content never changes, so the answer is 304. Throws Refusal 404 when it is gone.
 */
export async function fileAnswer({ house, context }: AnyVisit, named: NamedFile, whose: 'public' | 'private'): Promise<Response> {
  const { fileHash, fileName, mediaType } = named
  const headers = headersOf({ name: fileName ?? fileHash, mediaType: mediaType ?? 'application/octet-stream', version: fileHash, whose })
  if (namesVersion(context.req.header('if-none-match'), fileHash)) return new Response(null, { status: 304, headers })
  const file = await house.files.open(fileHash)
  if (!file) throw notFound()
  const withLength = { ...headers, 'Content-Length': String(file.bytes) }
  if (context.req.method === 'HEAD') {
    file.stream.destroy()
    return new Response(null, { headers: withLength })
  }
  return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: withLength })
}

/** A text that was typed, as a file for keeping, under the same rules. */
export function textAnswer({ context }: AnyVisit, text: string, name: string): Response {
  const version = createHash('sha256').update(text, 'utf8').digest('hex')
  const headers = headersOf({ name, mediaType: 'text/plain; charset=utf-8', version, whose: 'public' })
  if (namesVersion(context.req.header('if-none-match'), version)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

const headersOf = (file: { name: string; mediaType: string; version: string; whose: 'public' | 'private' }): Record<string, string> => ({
  'Content-Type': file.mediaType,
  'Content-Disposition': attachment(file.name),
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cache-Control': `${file.whose}, no-cache`,
  ETag: `"${file.version}"`,
})

/** RFC 6266: a name in ASCII for old browsers, and the real one as RFC 5987 writes it. */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
