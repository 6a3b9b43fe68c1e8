import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { address } from '../../src/web/addresses.ts'
import { filesRead } from '../support/filesRead.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const part = { plan: 'lv-3', number: 1, milestone: 3, organisation: 'vk', period: 2 }
const form = address('lv', 'updateForm', part)
const preview = address('lv', 'updatePreview', part)

async function open(path: string, init: RequestInit = {}): Promise<{ status: number; html: string }> {
  const headers = { cookie: await site.cookieOf('officer'), origin: site.url }
  const answer = await fetch(site.url + path, { redirect: 'manual', ...init, headers })
  return { status: answer.status, html: await answer.text() }
}
const hidden = (html: string, name: string): string =>
  / value="([^"]*)"/.exec(new RegExp(`<input(?=[^>]* name="${name}")[^>]*>`).exec(html)?.[0] ?? '')?.[1] ?? ''

async function add(title: string, file: File): Promise<void> {
  const { html } = await open(form)
  const data = new FormData()
  for (const name of ['form', 'version']) data.set(name, hidden(html, name))
  const typed = { state: 'substantial', text: 'Lielākā daļa solītā ir izdarīta.', evidenceTitle: title, action: 'add' }
  for (const [name, value] of Object.entries(typed)) data.set(name, value)
  data.set('file', file)
  expect((await open(form, { method: 'POST', body: data })).status).toBe(303)
}

async function publish(): Promise<void> {
  const { html } = await open(preview)
  const values = Object.fromEntries(['form', 'version', 'evidence'].map((name) => [name, hidden(html, name)]))
  expect((await open(preview, { method: 'POST', body: new URLSearchParams(values) })).status).toBe(303)
}

async function find(typed: string, path = '/lv/meklet'): Promise<string> {
  const { html } = await open(`${path}?q=${encodeURIComponent(typed)}`)
  return html.slice(html.indexOf('</search>'), html.indexOf('<footer'))
}

it('what is written in a file is found once it is public and read, where it stands, in any form of the word', async () => {
  const bytes = readFileSync(new URL('../fixtures/parskats.pdf', import.meta.url))
  await add('Aptaujas rezultāti', new File([bytes], 'parskats.pdf'))
  await filesRead(site)
  expect(await find('koncertfliģelis')).toContain('nekas nav atrasts')
  await publish()
  await find('aptaujas')
  await filesRead(site)
  for (const typed of ['koncertflīģeļu', 'koncertfligelis', 'burtnīca koncertflīģelis']) {
    const html = await find(typed)
    expect(html.replaceAll(/<\/?mark>/g, '')).toContain('Aptaujas rezultāti')
    expect(html).toContain('<span class="meta">Datnē:</span>')
    expect(html).toContain('<mark>koncertflīģeļu</mark>')
  }
  const english = await find('koncertflīģeļu', '/en/search')
  expect(english).toContain('In the file:')
  // What the title tells needs no place in the file.
  expect(await find('aptaujas rezultāts')).not.toContain('Datnē:')
})

it('a file that can’t be read is found by its title, and the reason is kept', async () => {
  await add(
    'Slēgts pielikums',
    new File([new Uint8Array(readFileSync(new URL('../fixtures/ar-paroli.pdf', import.meta.url)))], 'ar-paroli.pdf'),
  )
  await publish()
  await find('slēgts')
  await filesRead(site)
  const { rows } = await site.execute(`select state, problem from file_text where state <> 'read'`)
  expect(rows).toContainEqual({ state: 'unreadable', problem: 'locked' })
  expect(await find('slēgts')).toContain('<mark>Slēgts</mark> pielikums')
})
