// Builds what the server runs: dist/main.js, dist/readFile.js, and dist/assets with a hash of the content in each name.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
// Built aside and put in place as a whole: a server that starts meanwhile finds the old or the new one.
mkdirSync(join(root, '.cache'), { recursive: true })
const aside = mkdtempSync(join(root, '.cache', 'build-'))
process.on('exit', () => rmSync(aside, { recursive: true, force: true }))
const assets = join(aside, 'dist', 'assets')
const styles = join(root, 'src', 'web', 'styles')
mkdirSync(assets, { recursive: true })

const manifest = {}
function keep(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  const built = `${name.slice(0, -extension.length)}-${hash}${extension}`
  writeFileSync(join(assets, built), content)
  manifest[name] = built
  return built
}

const fonts = {}
for (const font of readdirSync(join(styles, 'fonts')).filter((name) => name.endsWith('.woff2')))
  fonts[font] = keep(font, readFileSync(join(styles, 'fonts', font)))
for (const name of ['icons.svg', 'mark.svg']) keep(name, readFileSync(join(styles, name)))

const css = await build({
  entryPoints: [join(styles, 'main.css')],
  bundle: true,
  minify: true,
  write: false,
  external: ['*.woff2'],
  target: ['chrome111', 'firefox113', 'safari16.4'],
})
let sheet = css.outputFiles[0].text
for (const [font, built] of Object.entries(fonts)) sheet = sheet.replaceAll(`./fonts/${font}`, `/assets/${built}`)
keep('koprade.css', Buffer.from(sheet))

// What every page loads, and what only pages with a passkey do.
for (const [name, entry] of Object.entries({ 'islands.js': 'main.ts', 'passkeys.js': 'passkeys.ts' })) {
  const script = await build({
    entryPoints: [join(root, 'src', 'web', 'islands', entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  keep(name, Buffer.from(script.outputFiles[0].contents))
}
writeFileSync(join(assets, 'manifest.json'), JSON.stringify(manifest, null, 1))

await build({
  // The reader of files is a program of its own (src/platform/files/text/readFile.ts).
  entryPoints: {
    main: join(root, 'src', 'main.ts'),
    readFile: join(root, 'src', 'platform', 'files', 'text', 'reader', 'main.ts'),
  },
  // Each command loads what it needs: --help answers at once.
  splitting: true,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
  outdir: join(aside, 'dist'),
  logLevel: 'warning',
})
// The names of all other parts, which are in it, have their checksums in them.
writeFileSync(
  join(assets, 'build.txt'),
  createHash('sha256')
    .update(readFileSync(join(aside, 'dist', 'main.js')))
    .update(readFileSync(join(assets, 'manifest.json')))
    .digest('hex'),
)

try {
  renameSync(join(root, 'dist'), join(aside, 'before'))
} catch (error) {
  if (error.code !== 'ENOENT') throw error
}
try {
  renameSync(join(aside, 'dist'), join(root, 'dist'))
} catch (error) {
  // Another build was faster: what stands there is as new.
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}
