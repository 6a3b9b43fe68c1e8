import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { planForm } from '../../src/cycle/plan/testSupport.ts'
import { demonstrationLinks, type Role, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn } from './browser.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await seedDemonstrationPeople(house)
})
afterAll(() => house.close())

let browser: Browser
let nobody = 0
beforeEach(() => {
  nobody += 1
  browser = new Browser(createApp({ ...house, configuration: { ...house.configuration } }), `127.0.0.${nobody}`)
})

const newPlan = '/lv/sekretariats/plani/jauns'
const typed = { ...planForm, 'title.lv': 'Ļoti garš <b>nosaukums</b>\nar "pēdiņām"', form: crypto.randomUUID() }

/** Signs in by the demonstration's link. */
async function signIn(as: Role): Promise<void> {
  const link = (await demonstrationLinks(house)).find(({ role }) => role === as)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
}

describe('a form from someone whose session has ended', () => {
  it('is kept, shown after signing in, and goes on with one press, word for word', async () => {
    const refused = await browser.send(newPlan, typed)
    expect(refused.status).toBe(401)
    expect(refused.html).toContain('Ierakstītais nav zudis')
    expect(refused.html).toContain('href="/lv/ieiet?next=%2Flv%2Fturpinat"')
    const cookie = refused.headers.getSetCookie().find((set) => set.startsWith('koprade.kept='))
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Max-Age=86400']) expect(cookie).toContain(attribute)

    await signIn('secretariat')
    const kept = await browser.open('/lv/turpinat')
    expect(kept.status).toBe(200)
    expect(kept.html).not.toContain('<b>nosaukums')
    expect(formsIn(kept.html)[0]?.action).toBe(newPlan)
    const done = await browser.fill(kept, 0, {})
    expect([done.status, done.location]).toEqual([303, '/lv/sekretariats/plani/lv-5?done=saved'])
    expect((await browser.open('/lv/sekretariats/plani/lv-5')).html).toContain('Ļoti garš &lt;b>nosaukums&lt;/b> ar')
  })

  it('is nobody else’s: not without the cookie, not with a made-up one, not before signing in', async () => {
    await browser.send(newPlan, { ...typed, form: crypto.randomUUID() })
    expect((await browser.open('/lv/turpinat')).status).toBe(401)
    await signIn('secretariat')
    expect((await browser.open('/lv/turpinat')).status).toBe(200)
    browser.cookies.set('koprade.kept', 'x'.repeat(32))
    expect((await browser.open('/lv/turpinat')).status).toBe(404)
    browser.cookies.delete('koprade.kept')
    expect((await browser.open('/lv/turpinat')).status).toBe(404)
  })

  it('is forgotten when one signs out, so that the next at this browser does not find it', async () => {
    await browser.send(newPlan, { ...typed, form: crypto.randomUUID() })
    await signIn('officer')
    await browser.send('/lv/iziet', {})
    await signIn('secretariat')
    expect((await browser.open('/lv/turpinat')).status).toBe(404)
  })

  it('gives the one who goes on no right that they have not', async () => {
    await browser.send(newPlan, { ...typed, id: 'lv-9', form: crypto.randomUUID() })
    await signIn('officer')
    expect((await browser.fill(await browser.open('/lv/turpinat'), 0, {})).status).toBe(403)
  })

  it('is forgotten after a day', async () => {
    await browser.send(newPlan, { ...typed, form: crypto.randomUUID() })
    await house.open.execute(`update kept_form set created_at = now() - interval '25 hours'`)
    await signIn('secretariat')
    expect((await browser.open('/lv/turpinat')).status).toBe(404)
    await new Browser(createApp(house), '127.1.0.1').send(newPlan, typed)
    expect((await house.open.execute('select 1 from kept_form')).rows).toHaveLength(1)
  })

  it('is not kept when it is longer than any form of ours, nor again and again from one place', async () => {
    const kept = async () => (await house.open.execute('select 1 from kept_form')).rows.length
    const before = await kept()
    const long = await browser.send(newPlan, { ...typed, 'title.lv': 'a'.repeat(300_000) })
    expect([long.status, await kept()]).toEqual([401, before])
    for (let i = 0; i < 40; i += 1) await browser.send(newPlan, typed)
    expect(await kept()).toBeLessThanOrEqual(before + 30)
  })

  it('tells where signing in leads for a page that was only opened', async () => {
    const refused = await browser.open('/en/secretariat?done=saved')
    expect(refused.status).toBe(401)
    expect(refused.html).toContain('href="/en/sign-in?next=%2Fen%2Fsecretariat%3Fdone%3Dsaved"')
  })
})
