import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app.tsx'
import { languages } from '../../src/platform/languages/languages.ts'
import { type AddressName, addresses } from '../../src/web/addresses.ts'
import { addressOf, examples } from '../pages/examples.ts'
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
