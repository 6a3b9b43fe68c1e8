import { afterAll, beforeAll, expect, it } from 'vitest'
import { durationInWords } from '../../src/platform/languages/durations.ts'
import { KEPT_DAYS } from '../../src/platform/mail/letters.ts'
import { dataMap } from '../../src/web/pages/privacy/dataMap.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

it.each(['lv', 'en'] as const)(
  'the privacy page tells all of the data map, with the times by which jobs erase, in %s',
  async (language) => {
    const answer = await fetch(`${site.url}${{ lv: '/lv/privatums', en: '/en/privacy' }[language]}`)
    const text = (await answer.text()).replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(answer.status).toBe(200)
    const missing = dataMap.flatMap(({ personal }) => personal.map(({ what }) => what[language])).filter((what) => !text.includes(what))
    expect(missing).toEqual([])
    expect(text).toContain(durationInWords(language, KEPT_DAYS * 24 * 60 * 60))
  },
)
