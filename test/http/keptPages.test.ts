import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, routes } from '../../src/app.tsx'
import { commitment } from '../../src/cycle/plan/tables.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import type { House } from '../../src/platform/house.ts'
import { languages, localText } from '../../src/platform/languages/languages.ts'
import { append } from '../../src/record/index.ts'
import { addressOf, examples } from '../pages/examples.ts'
import { appendTestAct } from '../support/record.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
/** The same house as two more server processes would open it, one of which keeps no page at all. */
let other: ReturnType<typeof createApp>
let fresh: ReturnType<typeof createApp>
const processOf = (house: House, pageCacheBytes: number) =>
  createApp({ ...house, configuration: { ...house.configuration, pageCacheBytes } })
beforeAll(async () => {
  site = await openSite()
  other = processOf(site.house, 32_000_000)
  fresh = processOf(site.house, 0)
})
afterAll(() => site?.close())

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(site.url + path, { headers: { 'accept-encoding': 'identity', ...headers }, redirect: 'manual' })
const etagOf = async (path: string): Promise<string> => (await get(path)).headers.get('etag') ?? ''

const page = '/lv/plani/lv-3/apnemsanas/9'

describe('a page for visitors', () => {
  it('has a version; who has that one is told so, and nothing else', async () => {
    const etag = await etagOf(page)
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await get(page, { 'if-none-match': `"other", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await get(page, { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await get(page)).headers.get('cache-control')).toBe('public, no-cache')
    expect((await get(page)).headers.get('vary')).toBe('Cookie, Accept-Encoding')
  })

  it('has another version after each act, on the next day, in the other language and under another address', async () => {
    const etags = [await etagOf(page), await etagOf('/en/plans/lv-3/commitments/9'), await etagOf(`${page}?done=assessed`)]
    await appendTestAct(site.house)
    etags.push(await etagOf(page))
    await site.house.demonstration?.clock.moveTo(site.house.db, day('2019-09-11'))
    etags.push(await etagOf(page))
    expect(new Set(etags).size).toBe(5)
  })

  it('is the same drawn anew or kept, in every form in which it travels', async () => {
    const drawn = await (await fresh.request(page)).text()
    const [first, second] = [await get(page), await get(page)]
    const bodies = [await first.text(), await second.text()]
    // Only here, where the letters of the demonstration may be read, are they linked from.
    const link = /<a href="\/lv\/demonstracija\/pasts">[^<]*<\/a>/
    expect(bodies[0]).toMatch(link)
    expect(bodies.map((body) => body.replace(link, ''))).toEqual([drawn, drawn])
    const raw = async (encoding: string) => {
      const answer = await other.request(page, { headers: { 'accept-encoding': encoding } })
      return { encoding: answer.headers.get('content-encoding'), body: Buffer.from(await answer.arrayBuffer()) }
    }
    for (const _ of ['drawn', 'kept']) {
      const [br, gzip, none] = [await raw('gzip, br'), await raw('gzip;q=0.5, br;q=0'), await raw('br;q=0.0, identity')]
      expect([br.encoding, gzip.encoding, none.encoding]).toEqual(['br', 'gzip', null])
      expect(brotliDecompressSync(br.body).toString()).toBe(drawn)
      expect(gunzipSync(gzip.body).toString()).toBe(drawn)
      expect(none.body.toString()).toBe(drawn)
    }
  })

  it('has its security headers and its own request number when it is kept', async () => {
    const [first, second] = [await get(page), await get(page)]
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'content-language', 'content-type'])
      expect([name, second.headers.get(name)]).toEqual([name, first.headers.get(name)])
    expect(second.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
  })
})

describe('what is not kept', () => {
  it('is a page for someone signed in', async () => {
    await get(page)
    const answer = await get(page, { cookie: await site.cookieOf('officer') })
    expect(answer.headers.get('etag')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    const html = await answer.text()
    expect(html).toContain('Iziet')
    expect(await (await get(page)).text()).not.toContain('Iziet')
  })

  it.each(['/lv/ieiet', '/lv/nav-tadas', '/lv/plani/nav', '/lv/demonstracija/pasts', '/lv/mani-darbi'])('%s', async (path) => {
    expect((await get(path)).headers.get('etag')).toBeNull()
    expect((await get(path)).headers.get('etag')).toBeNull()
  })
})

describe('pages of several processes', () => {
  it('never show what was there before an act that was finished', async () => {
    let begun = 0
    let finished = 0
    const act = async (): Promise<void> => {
      begun += 1
      const mine = begun
      await site.house.db.transaction(async (tx) => {
        const recordSeq = await append(tx, site.house.clock.now(), {
          actor: { role: 'secretariat', for: null },
          act: 'tested',
          object: '/plans/lv-3/commitments/9',
          content: { number: mine },
        })
        await tx
          .update(commitment)
          .set({ title: localText(`Nosaukums Nr. ${mine}.`), recordSeq })
          .where(eq(commitment.number, 9))
      })
      finished = Math.max(finished, mine)
    }
    const processes = [(path: string) => other.request(path), (path: string) => get(path)]
    const look = async (who: number): Promise<void> => {
      const before = finished
      const html = await (await processes[who]?.(page))?.text()
      const shown = Number(/Nosaukums Nr\. (\d+)\./.exec(html ?? '')?.[1])
      expect(shown).toBeGreaterThanOrEqual(before)
      expect(shown).toBeLessThanOrEqual(begun)
    }
    await act()
    const step = fc.record({ what: fc.constantFrom('act', 'look', 'look'), who: fc.constantFrom(0, 1), wait: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        // One after the other acts wait for each other's locks; what they begin with is in the order of the record.
        let acts = Promise.resolve()
        const running: Promise<void>[] = []
        for (const { what, who, wait } of steps) {
          if (what === 'act') acts = acts.then(act)
          else running.push(look(who))
          if (wait) await (what === 'act' ? acts : running.at(-1))
        }
        await Promise.all([acts, ...running])
      }),
      { numRuns: 20 },
    )
    expect(begun).toBeGreaterThan(20)
  })
})

describe('facts that are read once a version', () => {
  const pages = routes
    .filter(({ kept }) => kept)
    .flatMap(({ name }) => (examples[name] ?? []).flatMap((example) => languages.map((language) => addressOf(language, name, example))))

  it.each(pages)('are not changed by drawing %s', async (path) => {
    const draw = async () => (await fresh.request(path)).text()
    const first = await draw()
    expect(first).toContain('<main')
    expect(await draw()).toBe(first)
  })
})
