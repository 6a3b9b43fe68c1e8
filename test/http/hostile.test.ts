import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app.tsx'
import { languages } from '../../src/platform/languages/languages.ts'
import { type AddressName, addresses } from '../../src/web/addresses.ts'
import { addressOf, examples } from '../pages/examples.ts'
import { appendTestAct } from '../support/record.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const roles: readonly SiteRole[] = ['visitor', 'officer', 'representative', 'secretariat', 'administrator']
const nasty = [
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  "'%20or%201=1--",
  '-1',
  '0',
  '1e3',
  '2147483648',
  '99999999999999999999999999',
  '%E0%A4%A',
  '%F0%9F%92%A9',
  'a'.repeat(5000),
]
const queries = [
  '?',
  '?%',
  '?%E0%A4%A=%ZZ',
  '?page=999999999999999999999',
  '?page=-1',
  '?page=1;drop',
  '?page[]=1&page[]=2',
  '?before=99999999999999999999&object=%00',
  '?object=%25%27%3Cb%3E',
  '?value=%00&challenge=%00&institution=%00&state=%00',
  '?value=nope&challenge=nope&institution=nope&state=nope',
  '?done=%3Cscript%3E',
  '?next=//evil.example',
  '?token=%00',
  `?q=${'a'.repeat(6000)}`,
]

async function statusOf(path: string, role: SiteRole): Promise<number> {
  const answer = await fetch(site.url + path, { redirect: 'manual', headers: { cookie: await site.cookieOf(role) } })
  const text = await answer.text()
  expect(text, path).not.toContain('<script>alert(1)')
  return answer.status
}

const read = routes.filter(({ method }) => method === 'GET').map(({ name }) => name)
const withValues = [...new Set(read)].filter((name) => addresses[name].lv.includes(':'))

describe('an address with something hostile in it is refused, never a fault', () => {
  it.each(withValues)('%s', async (name) => {
    const pattern = addresses[name].lv
    const keys = [...pattern.matchAll(/:(\w+)/g)].map(([, key = '']) => key)
    const good: Record<string, string> = {
      plan: 'lv-3',
      number: '1',
      milestone: '1',
      organisation: 'vk',
      period: '2',
      id: 'vk',
      seq: '1',
      ...examples[name]?.[0]?.values,
    }
    const answers: Record<string, number> = {}
    for (const key of keys)
      for (const value of nasty) {
        const path = pattern.replace(/:(\w+)/g, (_, found: string) => (found === key ? value : (good[found] ?? 'x')))
        for (const role of roles) answers[`${role} ${path.slice(0, 120)}`] = await statusOf(path, role)
      }
    const wrong = Object.entries(answers).filter(([, status]) => status < 300 || status >= 500)
    expect(wrong).toEqual([])
  })
})

describe('a query string that is broken or hostile does no harm', () => {
  it.each([...new Set(read)])('%s', async (name) => {
    for (const example of examples[name as AddressName] ?? []) {
      const role = example.seenBy[0] ?? 'visitor'
      for (const query of queries) {
        const path = addressOf('lv', name, { ...example, query: '' })
        const status = await statusOf(path + query, role)
        expect([path + query, status < 500], path + query).toEqual([path + query, true])
      }
    }
  })
})

describe('a language that is not spoken here', () => {
  it.each(['/de', '/de/plane/lv-3', '/LV', '/lv-LV', '/lv/plans/lv-3', '/en/plani'])('%s is no address', async (path) => {
    expect(await statusOf(path, 'visitor')).toBe(404)
  })

  it('every address in one language has its page in the other', () => {
    for (const [name, patterns] of Object.entries(addresses))
      for (const language of languages) expect([name, patterns[language].split('/')[1]]).toEqual([name, language])
  })
})

/** Sends a form as a stranger's own program does: no page of ours has given it. */
const sendAsStranger = (path: string, body: BodyInit): Promise<Response> =>
  fetch(site.url + path, { method: 'POST', body, redirect: 'manual', headers: { Origin: site.url } })

describe('a text that is dear to read', () => {
  it('is refused for its length first', async () => {
    const before = performance.now()
    const answers = await Promise.all(Array.from({ length: 10 }, () => statusOf(`/lv/zurnals?object=${'/'.repeat(15_000)}x`, 'visitor')))
    expect(new Set(answers)).toEqual(new Set([400]))
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

describe('a report that was corrected without end', () => {
  it('fits on a page: the latest versions stand there, the rest in the record', async () => {
    await site.execute(`
      insert into update_version (update_id, number, state, text, language, evidence_ids, published_on, record_seq)
      select (select min(id) from "update"), 100 + g, 'limited', repeat('Teksts ' || g || ' ', 200), 'lv', '{1,2}', '2019-08-30', 1
      from generate_series(1, 200) g`)
    await appendTestAct(site.house)
    const { rows } = await site.execute(`
      select c.number as commitment, m.number as milestone from "update" u join milestone m on m.id = u.milestone_id
      join commitment c on c.id = m.commitment_id where u.id = (select min(id) from "update")`)
    const { commitment, milestone } = rows[0] as { commitment: number; milestone: number }
    const html = await (await fetch(`${site.url}/lv/plani/lv-3/apnemsanas/${commitment}/punkti/${milestone}`)).text()
    expect(html).toContain('Teksts 200 ')
    expect(html).toContain('Vēl agrākās ir publiskajā žurnālā.')
    expect(html.length).toBeLessThan(1_000_000)
  })
})

describe('what a stranger sends is not kept', () => {
  const storedFiles = (): number => {
    const files = join(site.house.configuration.dataDirectory, 'files')
    const all = existsSync(files) ? readdirSync(files, { withFileTypes: true, recursive: true }) : []
    return all.filter((found) => found.isFile()).length
  }

  it.each(['/lv/ieiet', '/lv/ieiet/apstiprinat', '/lv/demonstracija/datums', '/lv/sekretariats/plani/jauns'])(
    'no file that comes with the form of %s',
    async (path) => {
      const before = storedFiles()
      const form = new FormData()
      form.set('email', 'nobody@example.org')
      form.set('file', new Blob([`sent to ${path}`]), 'stranger.txt')
      const answer = await sendAsStranger(path, form)
      expect([401, 422]).toContain(answer.status)
      expect(storedFiles()).toBe(before)
    },
  )

  it('and a field’s name that no database holds is no fault', async () => {
    const body = new URLSearchParams({ 'a\0b': 'text' })
    expect((await sendAsStranger('/lv/sekretariats/plani/jauns', body)).status).toBe(401)
  })

  it('nor is a text in an encoding that leaves half a character', async () => {
    const boundary = 'half'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="text"\r\nContent-Type: text/plain; charset=utf-16le\r\n\r\n`
    const body = Buffer.concat([Buffer.from(head), Buffer.from([0x3d, 0xd8]), Buffer.from(`\r\n--${boundary}--\r\n`)])
    const answer = await fetch(`${site.url}/lv/sekretariats/plani/jauns`, {
      method: 'POST',
      body,
      headers: { Origin: site.url, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    })
    expect(answer.status).toBe(401)
  })
})
