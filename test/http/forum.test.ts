import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages } from '../../src/platform/languages/languages.ts'
import type { AddressName } from '../../src/web/addresses.ts'
import { addressOf, examples } from '../pages/examples.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const status = async (path: string, role: SiteRole): Promise<number> => {
  const answer = await fetch(site.url + path, { redirect: 'manual', headers: { cookie: await site.cookieOf(role) } })
  await answer.arrayBuffer()
  return answer.status
}

it('every page of a forum is shown in both languages to those who may see it, and its forms to nobody else', async () => {
  const wrong: string[] = []
  for (const name of Object.keys(examples).filter((one): one is AddressName => one.startsWith('forum')))
    for (const example of examples[name] ?? [])
      for (const language of languages) {
        const path = addressOf(language, name, example)
        const [first = 'visitor'] = example.seenBy
        if ((await status(path, first)) !== 200) wrong.push(`${first} ${path}`)
        if (!example.seenBy.includes('visitor') && (await status(path, 'visitor')) === 200) wrong.push(`visitor ${path}`)
      }
  expect(wrong).toEqual([])
})

it('what is no forum, no seat and no decision is not there', async () => {
  for (const path of ['/en/forums/none', '/en/forums/memoranda-padome/seats/X9', '/en/forums/memoranda-padome/decisions/99'])
    expect([path, await status(path, 'visitor')]).toEqual([path, 404])
})
