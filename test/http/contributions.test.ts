import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { reportingRecordOf } from '../../src/cycle/monitoring/index.ts'
import { invitePerson } from '../../src/people/index.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'
import { Browser, formsIn } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const lv = '/lv/plani/lv-3/zinas'
const en = '/en/plans/lv-3/contributions'

/** Letters as they are kept until they leave. */
async function letters(): Promise<{ recipient: string; subject: string; body: string }[]> {
  const { rows } = await site.execute("select recipient, subject, body from mail where subject like 'Atgādinājums%' order by recipient")
  return rows as { recipient: string; subject: string; body: string }[]
}

const reminders = async (): Promise<unknown[]> => (await site.execute('select organisation_id as who from reminder order by id')).rows

async function browserOf(role: SiteRole): Promise<Browser> {
  const browser = new Browser(createApp(site.house))
  for (const pair of (await site.cookieOf(role)).split('; ').filter(Boolean))
    browser.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  return browser
}

const remindForm = (html: string) => {
  const found = formsIn(html).find(({ action }) => action === lv)
  if (!found) throw new Error('there is no form to remind with')
  return found
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

  it('lets the secretariat alone remind', async () => {
    for (const role of ['visitor', 'officer', 'administrator'] as const) {
      const browser = await browserOf(role)
      expect((await browser.open(lv)).html).not.toContain('name="organisation"')
      const sent = await browser.send(lv, { form: crypto.randomUUID(), period: '2', organisation: 'vk' })
      expect(sent.status).toBe(role === 'visitor' ? 401 : 403)
    }
    expect(await reminders()).toEqual([])
  })

  it('has those marked who can be written to, and names those whom nobody acts for', async () => {
    const { html } = await (await browserOf('secretariat')).open(lv)
    expect([...html.matchAll(/name="organisation" value="([^"]+)" checked/g)].map(([, id]) => id).sort()).toEqual(['providus', 'vk'])
    expect(html).toContain('Nav, kam rakstīt')
    expect(html).toMatch(/<ul class="names">.*Finanšu ministrija.*<\/ul>/s)
  })

  it('keeps nobody marked when nobody was, and says what is missing', async () => {
    const browser = await browserOf('secretariat')
    const { hidden } = remindForm((await browser.open(lv)).html)
    const none = await browser.send(lv, hidden)
    expect([none.status, none.html.includes('Atzīmējiet vismaz vienu')]).toEqual([422, true])
    expect(none.html).not.toMatch(/name="organisation" value="[^"]+" checked/)
    const unreachable = await browser.send(lv, { ...hidden, organisation: 'fm' })
    expect([unreachable.status, unreachable.html.includes('Vispirms uzaiciniet')]).toEqual([422, true])
    expect((await browser.send(lv, { ...hidden, organisation: '../<script>' })).status).toBe(422)
    expect((await browser.send(lv, { ...hidden, period: '999999', organisation: 'vk' })).status).toBe(404)
    expect((await browser.send(lv, { ...hidden, period: 'x', organisation: 'vk' })).status).toBe(400)
    const first = await site.execute("select id from reporting_period where plan_id = 'lv-3' and position = 1")
    const closed = await browser.send(lv, { ...hidden, period: String((first.rows as { id: number }[])[0]?.id), organisation: 'vk' })
    expect([closed.status, closed.html.includes('Visi atzīmētie')]).toEqual([422, true])
    expect([await letters(), await reminders()]).toEqual([[], []])
  })

  it('reminds in one step: a letter a person, a public entry an institution, once', async () => {
    const secretary = { personId: 'demonstration-secretariat', name: 'S', roles: [{ role: 'secretariat' as const, organisationId: null }] }
    const second = { name: 'Otra Atbildīgā', email: 'otra@example.org', role: { role: 'officer' as const, organisationId: 'vk' } }
    await invitePerson(site.house, secretary, second, 'lv')
    const browser = await browserOf('secretariat')
    const { hidden } = remindForm((await browser.open(lv)).html)
    const sent = await browser.send(lv, { ...hidden, organisation: 'vk' })
    expect([sent.status, sent.location]).toEqual([303, `${lv}?done=reminded`])
    const again = await browser.send(lv, { ...hidden, organisation: 'vk' })
    expect([again.status, again.location]).toEqual([303, sent.location])

    const queued = await letters()
    expect(queued.map(({ recipient }) => recipient)).toEqual(['officer@example.org', 'otra@example.org'])
    const [{ body } = { body: '' }] = queued
    for (const text of [
      'Valsts kanceleja. Vēl nav ziņu par:',
      '– 2. apņemšanos',
      '01.09.2019.',
      '12.09.2019.',
      `${site.url}/lv/mani-darbi`,
    ])
      expect(body).toContain(text)
    expect(body).not.toContain('– 1. apņemšanos')
    expect(await reminders()).toEqual([{ who: 'vk' }])

    const shown = await browser.open(sent.location ?? '')
    expect(shown.html).toContain('Atgādinājumi ir nodoti nosūtīšanai.')
    expect(shown.html).toContain('atgādināts 10.09.2019.')
    expect(shown.html).not.toMatch(/name="organisation" value="vk" checked/)
    const twice = await browser.send(lv, { ...remindForm(shown.html).hidden, organisation: 'vk' })
    expect([twice.status, twice.html.includes('šodien jau ir saņēmuši')]).toEqual([422, true])

    const { rows } = await site.execute("select entry from record_entry where act = 'remindContributors'")
    const [{ entry } = { entry: '' }] = rows as { entry: string }[]
    expect(rows).toHaveLength(1)
    expect(entry).toContain('"object":"/institutions/vk"')
    expect(entry).toContain('"commitments":[2,4,6,7,8]')
    expect(entry).not.toMatch(/example\.org|Izdomāta/)
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
    const { rows } = await site.execute("select id from reporting_period where plan_id = 'lv-4' and position = 1")
    const { html } = await (await browserOf('secretariat')).open('/lv/plani/lv-4/zinas')
    expect(html).toContain('Ziņas par izpildi gaidām līdz 1. februārim')
    expect(html).toContain(`name="period" value="${(rows[0] as { id: number }).id}"`)
  })
})
