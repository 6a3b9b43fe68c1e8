import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { barriers, complaints, invalidHtml, sticksOut } from '../support/lookAt.ts'
import type { SiteRole } from '../support/site.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function open(role: SiteRole, javaScript: boolean, width: 360 | 1280 = 1280): Promise<Page> {
  const context = await site.open(browser, role, { javaScript, width })
  contexts.push(context)
  return context.newPage()
}

/** Waits until a form or a link has led there. */
const arrivesAt = (page: Page, path: string): Promise<void> => page.waitForURL((url) => decodeURI(url.pathname + url.hash) === path)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const textOf = async (locator: Locator): Promise<string> => ((await locator.textContent()) ?? '').replaceAll(/\s+/g, ' ')

/** Nothing is in the way of anyone, at both widths. What looks for barriers is a script itself. */
async function expectGood(page: Page, javaScript: boolean): Promise<void> {
  const { width = 1280, height = 900 } = page.viewportSize() ?? {}
  expect.soft(await invalidHtml(await page.content())).toEqual([])
  if (javaScript) expect.soft(await barriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 760 })
  expect.soft(await sticksOut(page)).toEqual([])
  await page.setViewportSize({ width, height })
}

/** Each run writes on another commitment, so that each starts from nothing. */
describe.each([
  [true, 7, 2],
  [false, 10, 0],
] as const)('a partner, JavaScript %s', (javaScript, number, milestones) => {
  const commitment = `/lv/plani/lv-3/apnemsanas/${number}`
  const form = `/lv/vertejums/lv-3/${number}/providus/2`

  it('finds its task, writes, is told what is missing, previews, publishes, and is read beside the institution', async () => {
    const page = await open('representative', javaScript)
    const complained = complaints(page)
    await page.goto(`${site.url}/lv`)
    await page.getByRole('link', { name: 'Mani darbi' }).first().click()
    await page.locator(`main a[href="${form}"]`).first().click()
    await arrivesAt(page, form)
    await expectGood(page, javaScript)

    await page.getByLabel('Nepiekrītam').first().check()
    await button(page, 'Priekšskatīt').click()
    await page.getByRole('alert').getByRole('link', { name: 'Pamatojiet vērtējumu saviem vārdiem' }).click()
    expect(await page.getByLabel('Nepiekrītam').first().isChecked()).toBe(true)
    await expectGood(page, javaScript)

    await page.getByLabel('Kāpēc tā vērtējat?').fill('Solītais ir uzrakstīts, bet nav zināms.\n\nTāpēc nepiekrītam.')
    for (let n = 1; n <= milestones; n += 1) {
      const question = page.getByRole('group', { name: new RegExp(`par ${n}\\. punktu`) })
      await question.getByLabel(n === 1 ? 'Piekrītam' : 'Nepiekrītam', { exact: true }).check()
      await page.getByLabel(`Kāpēc tā vērtējat ${n}. punktu?`).fill(`Pamatojums ${n}`)
    }
    await page.getByLabel('Ko nākamajā plānā darīt citādi?').fill('Mērīt, ko dara.')
    await page.getByRole('group', { name: 'Kas vēl paraksta' }).getByRole('checkbox').first().check()
    await button(page, 'Saglabāt melnrakstu').click()
    expect(await page.getByRole('status').textContent()).toContain('Melnraksts ir saglabāts')
    await button(page, 'Priekšskatīt').click()

    await arrivesAt(page, `${form}/prieksskatijums`)
    const preview = await textOf(page.locator('.voice').last())
    for (const text of ['kopīgs vērtējums', 'Nepiekrīt', 'Tāpēc nepiekrītam.', 'Mērīt, ko dara.', '(demonstrācija)'])
      expect(preview).toContain(text)
    if (milestones) expect(preview).toContain('Pamatojums 2')
    await expectGood(page, javaScript)
    await button(page, 'Publicēt').click()

    await arrivesAt(page, `${commitment}#vertejumi`)
    expect(await textOf(page.getByRole('status'))).toBe('Vērtējums ir publicēts. Tā to redz visi.')
    const visitor = await open('visitor', javaScript, 360)
    await visitor.goto(site.url + commitment)
    const voices = visitor.locator('section[aria-labelledby="partneri"]')
    // What was previewed is what everyone reads, word for word.
    expect(await textOf(voices)).toContain(preview)
    expect(complained.filter((line) => !line.includes('422'))).toEqual([])
  })

  it('corrects it later; the earlier words stay readable', async () => {
    const page = await open('representative', javaScript)
    await page.goto(site.url + form)
    await page.getByLabel('Kāpēc tā vērtējat?').fill('Pārdomājām: tomēr piekrītam.')
    await page.getByLabel('Piekrītam', { exact: true }).first().check()
    await button(page, 'Priekšskatīt').click()
    await button(page, 'Publicēt labojumu').click()
    await arrivesAt(page, `${commitment}#vertejumi`)
    expect(await textOf(page.getByRole('status'))).toBe('Vērtējums ir publicēts. Tā to redz visi.')
    expect(await textOf(page.locator('section[aria-labelledby="partneri"]'))).toContain('Pārdomājām')
    await page
      .locator('section[aria-labelledby="vertejumi"]')
      .getByRole('link', { name: /^Agrāk/ })
      .first()
      .click()
    expect(await textOf(page.getByRole('main'))).toContain('labo vērtējumu')
    expect(await textOf(page.getByRole('main'))).toContain('Tāpēc nepiekrītam.')
  })
})

it('two who write for one organisation lose nothing', async () => {
  const form = `${site.url}/en/assessment/lv-3/7/providus/1`
  const [one, two] = [await open('representative', false), await open('representative', true)]
  await Promise.all([one.goto(form), two.goto(form)])
  await one.getByLabel('Why do you assess it so?').fill('What the first one saved')
  await button(one, 'Save draft').click()
  await one.getByRole('status').waitFor()
  await two.getByLabel('Why do you assess it so?').fill('What the second one typed')
  await button(two, 'Save draft').click()
  const alert = two.getByRole('alert')
  for (const text of ['Someone else changed this', 'What the first one saved', 'What the second one typed'])
    expect(await textOf(alert)).toContain(text)
  await expectGood(two, true)
  await button(two, 'Save draft').click()
  expect(await two.getByLabel('Why do you assess it so?').inputValue()).toBe('What the second one typed')
})
