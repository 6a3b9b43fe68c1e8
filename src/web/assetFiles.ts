import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { builtAssets } from './assets.ts'

const mediaTypes: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
/** woff2 is compressed already. */
const compressible = ['css', 'js', 'svg']

type Content = Uint8Array<ArrayBuffer>
type Asset = { mediaType: string; plain: Content; encoded: (encoding: Encoding) => Promise<Content> }
type Encoding = 'br' | 'gzip'

const encoders: Record<Encoding, (content: Uint8Array) => Promise<Uint8Array>> = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  gzip: promisify(gzip),
}

function assetFrom(extension: string, plain: Content): Asset {
  const done = new Map<Encoding, Promise<Content>>()
  return {
    mediaType: mediaTypes[extension] ?? 'application/octet-stream',
    plain,
    encoded: (encoding) => {
      const before = done.get(encoding)
      if (before) return before
      const now = encoders[encoding](plain).then((content) => new Uint8Array(content))
      done.set(encoding, now)
      return now
    },
  }
}

const extensionOf = (name: string): string => name.split('.').at(-1) ?? ''

/** The built files, in memory: some hundred kilobytes, compressed once when first asked for. */
const files: ReadonlyMap<string, Asset> = new Map(
  readdirSync(builtAssets)
    .filter((name) => extensionOf(name) in mediaTypes)
    .map((name) => [name, assetFrom(extensionOf(name), new Uint8Array(readFileSync(join(builtAssets, name))))]),
)

const accepts = (header: string, encoding: Encoding): boolean =>
  header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

/** A built file as an answer, in the best encoding the browser takes; null when there is none of that name. */
export async function assetAnswer(name: string, acceptEncoding: string, cacheControl: string): Promise<Response | null> {
  const asset = files.get(name)
  if (!asset) return null
  const headers = new Headers({ 'Content-Type': asset.mediaType, 'Cache-Control': cacheControl })
  if (!compressible.includes(extensionOf(name))) return new Response(asset.plain, { headers })
  headers.set('Vary', 'Accept-Encoding')
  const encoding = (['br', 'gzip'] as const).find((e) => accepts(acceptEncoding, e))
  if (!encoding) return new Response(asset.plain, { headers })
  headers.set('Content-Encoding', encoding)
  return new Response(await asset.encoded(encoding), { headers })
}
