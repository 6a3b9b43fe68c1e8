import { Readable } from 'node:stream'
import { holdsFor } from '../../../people/index.ts'
import { namesVersion } from '../../../platform/http/ifNoneMatch.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Handler } from '../../../web/visit.ts'
import { type Evidence, publicEvidenceFile } from '../queries.ts'
import { evidenceInDraft } from '../updateSubject.ts'

/**
 * A file of evidence, for keeping. It comes from outside: the browser is told to save it and not to
 * open it, neither to guess its kind nor to run anything in it. A draft's file is for the officers
 * of its institution alone.
 */
export const evidenceFile: Handler<'evidence'> = async (visit) => {
  const { house, actor, today, values, context } = visit
  if (!/^[1-9]\d{0,8}$/.test(values.id)) throw notFound()
  const id = Number(values.id)
  const found = (await publicEvidenceFile(house.db, id, today)) ?? (await inDraft())
  if (!found?.fileHash) throw notFound()
  const headers = headersOf(found, found.fileHash)
  if (namesVersion(context.req.header('if-none-match'), found.fileHash)) return new Response(null, { status: 304, headers })
  const file = await house.files.open(found.fileHash)
  if (!file) throw notFound()
  if (context.req.method === 'HEAD') {
    file.stream.destroy()
    return new Response(null, { headers: { ...headers, 'Content-Length': String(file.bytes) } })
  }
  return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: { ...headers, 'Content-Length': String(file.bytes) } })

  async function inDraft(): Promise<Evidence | null> {
    const draft = await evidenceInDraft(house.db, id)
    return draft && holdsFor(actor, 'officer', draft.organisationId) ? draft.evidence : null
  }
}

function headersOf({ mediaType, fileName }: Evidence, hash: string): Record<string, string> {
  return {
    'Content-Type': mediaType ?? 'application/octet-stream',
    'Content-Disposition': attachment(fileName ?? hash),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-cache',
    ETag: `"${hash}"`,
  }
}

/** RFC 6266: a name in ASCII for old browsers, and the real one as RFC 5987 writes it. */
function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
