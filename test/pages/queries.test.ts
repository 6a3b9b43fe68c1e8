import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, routes } from '../../src/app.tsx'
import { silentLog } from '../../src/platform/log.ts'
import { recordState } from '../../src/record/index.ts'
import { keepUp } from '../../src/search/index.ts'
import { filesRead } from '../support/filesRead.ts'
import { growThreefold } from '../support/grow.ts'
import { openSite, type Site } from '../support/site.ts'
import { addressOf, examples } from './examples.ts'

const cases = routes
  .filter(({ method }) => method === 'GET')
  .flatMap(({ name }) =>
    (examples[name] ?? []).map((example) => ({ path: addressOf('lv', name, example), role: example.seenBy[0] ?? 'visitor' })),
  )

let site: Site
const before = new Map<string, number>()
const after = new Map<string, number>()
beforeAll(async () => {
  site = await openSite()
  await filesRead(site)
  await countAll(before)
  await growThreefold(site.house, site.execute)
  // A visit brings in new texts for a moment only; here all are in before anyone counts.
  await keepUp(site.house.db, (await recordState(site.house.db)).entries, () => false)
  await countAll(after)
})
afterAll(() => site?.close())

/**
 * The queries of each page as the log tells them. A first visit makes what later ones find made in the database; the
 * second is counted in a process of its own, which remembers nothing.
 */
async function countAll(counts: Map<string, number>): Promise<void> {
  const lines: { queries: number; status: number }[] = []
  const take = (line: { queries: number; status: number }): void => void lines.push(line)
  const log = Object.assign(Object.create(silentLog), { info: take, debug: take })
  for (const { path, role } of cases)
    for (const _ of ['first', 'second']) {
      const app = createApp(site.house, { log, isStopping: () => false })
      const answer = await app.request(path, { headers: { cookie: await site.cookieOf(role) } })
      await answer.arrayBuffer()
      counts.set(path, lines.at(-1)?.queries ?? Number.NaN)
    }
}

describe('a page asks the database no more often when there is three times as much to show', () => {
  it.each(cases)('$path', ({ path }) => {
    expect(before.get(path)).toBeGreaterThan(0)
    expect(after.get(path)).toBeLessThanOrEqual(before.get(path) ?? 0)
    expect(before.get(path), 'queries in all').toBeLessThanOrEqual(30)
  })
})
