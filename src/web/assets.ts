import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of built assets: dist/assets, seen from the sources and from the bundle. */
function assetsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const candidate = join(folder, 'dist', 'assets')
    if (existsSync(join(candidate, 'manifest.json'))) return candidate
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the assets are not built: run npm run build')
    folder = parent
  }
}

export const builtAssets: string = assetsFolder()

const manifest = JSON.parse(readFileSync(join(builtAssets, 'manifest.json'), 'utf8')) as Record<string, string>

/** A checksum of the program's build: another build may draw the same rows in another way. */
export const builtFrom: string = readFileSync(join(builtAssets, 'build.txt'), 'utf8')

/** The address of a built asset, with its content's hash in the name so that it may be kept for ever. */
export function assetUrl(name: string): string {
  const built = manifest[name]
  if (!built) throw new Error(`no such asset: ${name}`)
  return `/assets/${built}`
}
