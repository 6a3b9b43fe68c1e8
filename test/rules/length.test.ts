import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
/** Who wants to change something reads a whole file first. */
const MOST_LINES = 400

/** Code written by hand; data, migrations and texts may be as long as they need. */
const code = (): string[] =>
  ['src', 'test', 'scripts', 'bench']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|tsx|mjs|js|css)$/.test(name))
        .map((name) => join(folder, name)),
    )

it(`no file has more than ${MOST_LINES} lines`, () => {
  const lengths = code().map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
  expect(lengths.length).toBeGreaterThan(100)
  expect(lengths.filter(({ lines }) => lines > MOST_LINES)).toEqual([])
})
