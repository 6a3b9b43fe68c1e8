import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const ask = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${site.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: site.url, ...headers } })

describe('what is similar to an idea that is being written', () => {
  it('is told as a piece of a page, with the commitments in force and the words they share', async () => {
    const answer = await ask('/lv/plani/lv-4/idejas/lidzigas', { title: 'Atvērtie dati un publiskie iepirkumi', problem: '', proposal: '' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { say, html } = (await answer.json()) as { say: string; html: string }
    expect(html).toMatch(/<a href="\/lv\/plani\/lv-3\/apnemsanas\/\d+">/)
    expect(html).toContain('<mark>')
    expect(say).toMatch(/^Atrast[as]+ /)
  })

  it('is nothing where nothing was typed, and of no plan that is not there', async () => {
    expect(await (await ask('/en/plans/lv-4/ideas/similar', {})).json()).toEqual({ say: '', html: '' })
    expect((await ask('/en/plans/nope/ideas/similar', { title: 'Open data' })).status).toBe(404)
  })

  it('does not run what someone typed', async () => {
    const answer = await ask('/lv/plani/lv-4/idejas/lidzigas', { title: '<script>alert(1)</script> atvērtie dati' })
    expect(await answer.text()).not.toContain('<script')
  })

  it('is told to our own pages alone', async () => {
    expect((await ask('/lv/plani/lv-4/idejas/lidzigas', { title: 'Dati' }, { origin: 'https://example.org' })).status).toBe(403)
  })
})
