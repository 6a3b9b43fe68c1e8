import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFiles } from '../../src/commands/checkFiles.ts'
import { loadDemonstration } from '../../src/demonstration/index.ts'
import { address } from '../../src/web/addresses.ts'
import { openS3Server, type S3Server } from '../support/s3Server.ts'
import { openSite, type Site } from '../support/site.ts'

let s3: S3Server
let site: Site
beforeAll(async () => {
  s3 = await openS3Server()
  site = await openSite(loadDemonstration, s3.environment)
})
afterAll(async () => {
  await site?.close()
  await s3?.close()
})

const form = address('lv', 'updateForm', { plan: 'lv-3', number: 1, milestone: 3, organisation: 'vk', period: 2 })
const headers = async () => ({ cookie: await site.cookieOf('officer'), origin: site.url })

async function addFile(content: string, text: string): Promise<{ status: number; html: string }> {
  const page = await (await fetch(site.url + form, { headers: await headers() })).text()
  const data = new FormData()
  for (const name of ['form', 'version']) data.set(name, new RegExp(` name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '')
  for (const [name, value] of Object.entries({ state: 'limited', text, evidenceTitle: 'Pielikums', action: 'add' })) data.set(name, value)
  data.set('file', new File([content], 'pielikums.csv'))
  const answer = await fetch(site.url + form, { method: 'POST', body: data, redirect: 'manual', headers: await headers() })
  return { status: answer.status, html: await answer.text() }
}

async function check(values: Record<string, boolean> = {}): Promise<{ code: number; said: string }> {
  let said = ''
  const write = async (text: string): Promise<void> => {
    said += text
  }
  return { code: await checkFiles.work(site.house, values, { out: write, err: write }), said }
}

describe('with its files on S3, a site', () => {
  it('takes evidence in, shows it again, and knows that all is there', async () => {
    const content = 'gads;skaits\n2019;7\n'
    expect((await addFile(content, 'Sākums ir likts.')).status).toBe(303)
    expect(s3.objects()).toContain(createHash('sha256').update(content).digest('hex'))
    const page = await (await fetch(site.url + form, { headers: await headers() })).text()
    const link = /href="([^"]*\/pieradijumi\/\d+)"/.exec(page)?.[1] ?? ''
    expect(await (await fetch(site.url + link, { headers: await headers() })).text()).toBe(content)
    expect(await check()).toMatchObject({ code: 0, said: expect.stringMatching(/^\d+ files? checked: all are there\.\n$/) })
    expect(await check({ content: true })).toMatchObject({ code: 0 })
  })

  it('keeps what was typed when the storage is away, says so at the file’s field, and goes on when it is back', async () => {
    await s3.down()
    const { status, html } = await addFile('gads;skaits\n2019;8\n', 'Garš teksts, kas nedrīkst zust.')
    expect(status).toBe(503)
    expect(html).toContain('Garš teksts, kas nedrīkst zust.')
    expect(html).toContain('Datņu krātuve pašlaik nav sasniedzama')
    const page = await (await fetch(site.url + form, { headers: await headers() })).text()
    const link = /href="([^"]*\/pieradijumi\/\d+)"/.exec(page)?.[1] ?? ''
    const answer = await fetch(site.url + link, { headers: await headers() })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Datņu krātuve pašlaik nav sasniedzama')
    expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('can’t be reached') })
    await s3.up()
    expect((await addFile('gads;skaits\n2019;8\n', 'Garš teksts, kas nedrīkst zust.')).status).toBe(303)
  })

  it('finds what is missing or shorter than it should be', async () => {
    await site.execute(`update evidence set bytes = bytes + 1 where id = (select max(id) from evidence where file_hash is not null)`)
    await site.execute(
      `insert into evidence (update_id, title, file_hash, bytes, added_on) select min(id), 'x', repeat('a', 64), 1, '2019-09-10' from "update"`,
    )
    const { code, said } = await check()
    expect(code).toBe(1)
    expect(said).toContain(`${'a'.repeat(64)} is missing`)
    expect(said).toMatch(/ is 19 bytes long and should be 20/)
    expect(said).toMatch(/Of \d+ files, 2 are not as they should be\./)
  })
})
