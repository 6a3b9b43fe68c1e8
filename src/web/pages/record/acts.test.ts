import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { languages } from '../../../platform/languages/languages.ts'
import { acts } from './texts.ts'

const sources = resolve(import.meta.dirname, '../../..')

/** Every act that a use case of the sources appends, by how it is written there. */
function actsInSources(): string[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testSupport/.test(name),
  )
  const found = files.flatMap((file) => {
    const text = readFileSync(join(sources, file), 'utf8')
    return [...text.matchAll(/\bact: ([^\n]*)/g)].flatMap(([, rest = '']) =>
      [...rest.matchAll(/'([a-z]+[A-Z]\w+)'/g)].map(([, act = '']) => act),
    )
  })
  return [...new Set(found)].sort()
}

it('every act of the record has words in both languages', () => {
  const appended = actsInSources()
  expect(appended.length).toBeGreaterThan(20)
  for (const language of languages) expect(appended.filter((act) => !(act in acts[language]))).toEqual([])
})
