import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { reportingRecordOf } from '../../src/cycle/monitoring/index.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'
import { Browser } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const lv = '/lv/plani/lv-3/zinas'
const en = '/en/plans/lv-3/contributions'

async function browserOf(role: SiteRole): Promise<Browser> {
  const browser = new Browser(createApp(site.house))
  for (const pair of (await site.cookieOf(role)).split('; ').filter(Boolean))
    browser.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  return browser
}

describe('who has contributed', () => {
  it('shows a visitor both deadlines with their basis, what came and when, and what has not', async () => {
    const { status, html } = await (await browserOf('visitor')).open(lv)
    expect(status).toBe(200)
    expect(html).toContain('līdz 12. septembrim')
    for (const text of ['01.09.2019.', 'Nr. 633', '12.09.2019.', 'Valsts kancelejas prezentācija']) expect(html).toContain(text)
    const chancellery = /<tr><th scope="row"><a href="\/lv\/institucijas\/vk">.*?<\/tr>/s.exec(html)?.[0] ?? ''
    expect(chancellery).toContain('29.08.2019.')
    expect(chancellery).toContain('ziņas par 2 no 3 atskaites punktiem, vērtējums')
    expect(chancellery).toContain('(demonstrācija)')
    expect(chancellery).toContain('Vēl nav:')
    expect(html).toContain('Gaida ziņas')
    expect(html).not.toContain('type="checkbox"')
  })

  it('speaks English too, and says so where nothing is due', async () => {
    const visitor = await browserOf('visitor')
    expect((await visitor.open(en)).html).toContain('Reports on progress are awaited by 12 September')
    expect((await visitor.open('/en/plans/lv-4/contributions')).html).toContain(
      'The plan has not been approved yet, so nothing is awaited from anyone.',
    )
    expect((await visitor.open('/en/plans/lv-99/contributions')).status).toBe(404)
  })

  it('makes a record of reporting on time of each institution and organisation', async () => {
    const record = await reportingRecordOf(site.house.db, 'vk', day('2019-09-10'))
    expect(record.map((row) => [row.planId, row.period.referenceDay, row.given, row.contributions.length, row.timeliness])).toEqual([
      ['lv-3', '2019-06-30', 1, 6, 'awaiting'],
      ['lv-3', '2018-06-30', 1, 6, 'incomplete'],
    ])
    const later = await reportingRecordOf(site.house.db, 'vk', day('2019-09-13'))
    expect(later[0]?.timeliness).toBe('overdue')
    expect(await reportingRecordOf(site.house.db, 'nobody', day('2019-09-10'))).toEqual([])
    // What was published later is not known yet.
    const before = await reportingRecordOf(site.house.db, 'providus', day('2019-09-09'))
    expect(before[0]?.given).toBe(0)
  })

  it('counts a joint assessment for everyone who signed it', async () => {
    const [signer] = await reportingRecordOf(site.house.db, 'lpa', day('2019-09-10'))
    expect(signer).toMatchObject({ given: 1, timeliness: 'awaiting', demonstration: true })
    expect(signer?.contributions.map(({ commitment, assessed, on }) => [commitment.number, assessed, on])).toEqual([
      [1, true, '2019-09-10'],
      [2, false, null],
    ])
    const providus = await reportingRecordOf(site.house.db, 'providus', day('2019-09-10'))
    expect(providus[0]).toMatchObject({ given: 1 })
    expect((await reportingRecordOf(site.house.db, 'lpa', day('2019-09-09')))[0]).toMatchObject({ given: 0 })
    const { html } = await (await browserOf('visitor')).open('/lv/plani/lv-3/zinas')
    expect(html).toMatch(/Latvijas Pilsoniskā alianse[\s\S]{0,400}1\. apņemšanās/)
  })

  it('waits and reminds for the period whose deadline is ahead, also once the next one has begun', async () => {
    const clock = site.house.demonstration?.clock
    await clock?.moveTo(site.house.db, day('2020-06-15'))
    expect((await (await browserOf('visitor')).open('/lv/plani/lv-4/zinas')).html).toContain('gaidām līdz 2021. gada 1. februārim')
    await clock?.moveTo(site.house.db, day('2021-01-15'))
    const { html } = await (await browserOf('secretariat')).open('/lv/plani/lv-4/zinas')
    expect(html).toContain('Ziņas par izpildi gaidām līdz 1. februārim')
    expect(html).toContain('/lv/sekretariats/atgadinajumi?plan=lv-4')
  })
})
