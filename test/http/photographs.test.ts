import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { holdEvent } from '../../src/cycle/events/holdEvent.ts'
import { anEvent } from '../../src/cycle/events/testSupport.ts'
import { secretary } from '../../src/cycle/plan/testSupport.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import { openSite, type Site } from '../support/site.ts'
import { formsIn } from './browser.ts'

let site: Site
let event: number
beforeAll(async () => {
  site = await openSite()
  event = await anEvent(site.house, { plan: 'lv-4' })
  await site.house.demonstration?.clock.moveTo(site.house.db, day('2019-09-17'))
  await holdEvent(site.house, secretary, event, { version: 2 })
})
afterAll(() => site?.close())

const exchange = async (path: string, init: RequestInit = {}) => {
  const headers = { cookie: await site.cookieOf('secretariat'), origin: site.url, connection: 'close' }
  const answer = await fetch(site.url + path, { redirect: 'manual', ...init, headers })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
}

/** Fills in the form of a new picture and sends it. */
async function upload(picture: File | null, typed: Record<string, string>) {
  const path = `/lv/sekretariats/pasakumi/${event}/atteli`
  const form = formsIn((await exchange(path)).html).find(({ action }) => action === path)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form?.hidden, ...typed })) body.append(name, value)
  if (picture) body.append('photograph', picture)
  return exchange(path, { method: 'POST', body })
}

const words = 'Cilvēki sēž ap apaļu galdu un runā.'

it('a picture is published with words for those who can’t see it, and without what the camera wrote into it', async () => {
  const camera = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Fotoaparats' } })
    .toBuffer()
  expect(camera.includes('Fotoaparats')).toBe(true)
  const picture = new File([new Uint8Array(camera)], 'saruna.jpg')

  const without = await upload(picture, { 'alternative.lv': '' })
  expect([without.status, without.html.includes('href="#alternative-lv"')]).toEqual([422, true])
  const none = await upload(null, { 'alternative.lv': words })
  expect([none.status, none.html.includes(words)]).toEqual([422, true])
  const page = new File(['<script>alert(1)</script>'], 'saruna.jpg')
  expect((await upload(page, { 'alternative.lv': words })).status).toBe(422)
  expect((await exchange(`/lv/pasakumi/${event}`)).html).not.toContain('<img')

  expect((await upload(picture, { 'alternative.lv': words })).status).toBe(303)
  const shown = await fetch(`${site.url}/lv/pasakumi/${event}`)
  const image = /<img[^>]*>/.exec(await shown.text())?.[0] ?? ''
  expect(image).toContain(`alt="${words}"`)
  const file = await fetch(new URL(/ src="([^"]*)"/.exec(image)?.[1] ?? '', site.url))
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const stored = Buffer.from(await file.arrayBuffer())
  expect(stored.includes('Fotoaparats')).toBe(false)
  expect(await sharp(stored).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 })
})
