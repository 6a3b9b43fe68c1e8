import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtAssets } from './assets.ts'
import { type Bytes, type Encodable, effort, encodable, encodingFor } from './encoding.ts'

const mediaTypes: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
/** woff2 is compressed already. */
const compressible = ['css', 'js', 'svg']

const extensionOf = (name: string): string => name.split('.').at(-1) ?? ''

/** The built files, in memory: some hundred kilobytes. */
const files: ReadonlyMap<string, Encodable> = new Map(
  readdirSync(builtAssets)
    .filter((name) => extensionOf(name) in mediaTypes)
    .map((name) => [name, encodable(readFileSync(join(builtAssets, name)) as Bytes, effort.file)]),
)

/** A built file as an answer, in the best encoding the browser takes; null when there is none of that name. */
export async function assetAnswer(name: string, acceptEncoding: string, cacheControl: string): Promise<Response | null> {
  const asset = files.get(name)
  if (!asset) return null
  const headers = new Headers({ 'Content-Type': mediaTypes[extensionOf(name)] ?? '', 'Cache-Control': cacheControl })
  if (!compressible.includes(extensionOf(name))) return new Response(asset.plain, { headers })
  headers.set('Vary', 'Accept-Encoding')
  const encoding = encodingFor(acceptEncoding)
  if (!encoding) return new Response(asset.plain, { headers })
  headers.set('Content-Encoding', encoding)
  return new Response(await asset.inCoding(encoding), { headers })
}
