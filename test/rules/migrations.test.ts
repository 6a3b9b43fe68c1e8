import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

const drizzleKit = (...words: string[]): string =>
  execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '-C import' },
  })

it('the migrations make exactly the tables that the sources describe', () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const aside = mkdtempSync(join(root, '.cache', 'migrations-'))
  try {
    const folder = `./${aside.slice(root.length + 1)}`
    cpSync(join(root, 'migrations'), join(aside, 'migrations'), { recursive: true })
    const settings = join(aside, 'drizzle.config.ts')
    writeFileSync(settings, `import settings from '../../drizzle.config.ts'\nexport default { ...settings, out: '${folder}/migrations' }\n`)
    const said = drizzleKit('generate', `--config=${folder}/drizzle.config.ts`, '--name=missing')
    // Where it would ask whether a column was renamed, it ends without a word and without a file.
    expect(said).toContain('No schema changes')
    expect(readdirSync(join(aside, 'migrations')).sort()).toEqual(readdirSync(join(root, 'migrations')).sort())
    drizzleKit('check', `--config=${folder}/drizzle.config.ts`)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
})
