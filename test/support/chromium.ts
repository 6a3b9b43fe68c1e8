import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A Chromium that starts here, and the environment it needs for that. */
export type Chromium = { executablePath: string; environment: Record<string, string> }

const SYSTEM = '/usr/bin/chromium'
const cache = resolve(import.meta.dirname, '../../.cache')

/**
 * The browser of the tests: the one CHROMIUM_PATH names, else the system's, else the one that an
 * npm package carries, so that a bare machine with nothing but Node tests everything.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there`)
    return { executablePath: named, environment: {} }
  }
  if (existsSync(SYSTEM)) return { executablePath: SYSTEM, environment: {} }
  return packaged()
}

/**
 * Unpacks the package's browser once. The package itself unpacks into the system's directory for
 * temporary files and takes what stands there for whole, also when another process is still writing
 * it; so it is unpacked aside and put in place under the package's version.
 */
async function packaged(): Promise<Chromium> {
  const manifest = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const place = join(cache, `chromium-${version}`)
  if (!existsSync(join(place, 'chromium'))) await unpack(place)
  return {
    executablePath: join(place, 'chromium'),
    environment: {
      // A bare machine lacks NSS and expat; the package brings them along.
      LD_LIBRARY_PATH: [join(place, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(place, 'fonts.conf'),
    },
  }
}

async function unpack(place: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const aside = mkdtempSync(join(cache, 'chromium-unpacking-'))
  try {
    // In a process of its own: where to unpack and whether to add the libraries is read from the environment.
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"],
      { cwd: import.meta.dirname, env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
    )
    writeFileSync(
      join(aside, 'fonts.conf'),
      `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n  <dir>${place}/fonts</dir>\n  <dir>/usr/share/fonts</dir>\n  <cachedir>${place}/fonts-cache</cachedir>\n</fontconfig>\n`,
    )
    renameSync(aside, place)
  } catch (error) {
    // Another process may have put it in place meanwhile.
    if (!existsSync(join(place, 'chromium'))) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
