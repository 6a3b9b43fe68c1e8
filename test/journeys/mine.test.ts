import { expect, it } from 'vitest'
import { sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

it.each(['/lv', '/en'])('the header of the secretariat stands on two lines at 1280 pixels, the sections on one: %s', async (path) => {
  const context = await site.open(browser, 'secretariat', { width: 1280 })
  const page = await context.newPage()
  await page.goto(site.url + path)
  for (const part of ['.top > .wrap', '.person-line .wrap']) {
    const box = await page.locator(part).boundingBox()
    expect(box?.height, part).toBeLessThan(90)
  }
  await context.close()
})

it('a participant chooses when letters come and erases themselves, on a phone and without JavaScript', async () => {
  const context = await site.open(browser, 'participant', { width: 360, javaScript: false })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${site.url}/lv`)
  await page.getByRole('banner').getByRole('link', { name: 'Mana lapa' }).click()
  expect(await sticksOut(page)).toEqual([])
  await page.getByLabel('Komentārs par manu ideju').selectOption('Nesūtīt')
  await page.getByRole('main').getByRole('button', { name: 'Saglabāt' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Saglabāts.')

  await page.getByRole('main').getByRole('link', { name: 'Dzēst kontu' }).click()
  const erase = page.getByRole('main').getByRole('button', { name: 'Dzēst mani' })
  await erase.click()
  await page.getByRole('alert').getByRole('link').click()
  await page.getByLabel('Lai apstiprinātu, ierakstiet vārdu DZĒST').fill('dzēst')
  await erase.click()
  await page.getByRole('heading', { level: 1, name: 'Jūs esat dzēsts' }).waitFor()
  expect(await page.getByRole('banner').getByRole('link', { name: 'Ieiet' }).count()).toBe(1)
  await context.close()
})
