import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { aPlan } from '../../src/cycle/plan/testSupport.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let house: TestHouse
let secretariat: Browser
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await seedDemonstrationPeople(house)
  await aPlan(house, { adopted: true })
  secretariat = await signedIn('secretariat')
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setToday('2019-09-10')
  await house.open.execute('delete from easy_text')
})

/** A browser on an application of its own, which keeps no pages from before. */
const newBrowser = (): Browser => new Browser(createApp({ ...house, configuration: { ...house.configuration } }))

async function signedIn(role: 'secretariat' | 'administrator' | 'officer'): Promise<Browser> {
  const browser = newBrowser()
  const link = (await demonstrationLinks(house)).find((one) => one.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const object = '/plans/lv-5/commitments/1'
const form = (text: 'lv' | 'en' = 'lv', of = object) => `/lv/sekretariats/viegli-lasit/teksts?${new URLSearchParams({ object: of, text })}`
const readerPage = '/lv/plani/lv-5/apnemsanas/1/viegli-lasit'
const whole = '/lv/plani/lv-5/apnemsanas/1'

const easy = { title: 'Dati visiem', body: 'Valsts rāda savus datus.\nTos var lietot visi.\n\nPiemēri:\n- kartes,\n- skaitļi.' }
const publish = async (values: Record<string, string> = {}, path = form(), browser = secretariat): Promise<Seen> =>
  browser.fill(await browser.open(path), 0, { ...easy, ...values })
const seen = async (path: string): Promise<Seen> => newBrowser().open(path)
const entries = async () =>
  (await house.open.execute("select entry from record_entry where act = 'publishEasyText' order by seq")).rows as { entry: string }[]

describe('a text in easy language', () => {
  it('is written beside the original, previewed, published, and read by a link from the page of the thing', async () => {
    expect((await seen(readerPage)).status).toBe(404)
    expect((await seen(whole)).html).not.toContain('viegli-lasit')
    const before = (await entries()).length
    const page = await secretariat.open(form())
    expect(page.html).toContain('Publicēt datus.')
    const previewed = await secretariat.fill(page, 0, { ...easy, do: 'preview' })
    expect(previewed.status).toBe(200)
    expect(previewed.html).toContain('<p class="typed">Valsts rāda savus datus.\nTos var lietot visi.</p>')
    expect(previewed.html).toContain('Nevienā teikumā nav vairāk par 15 vārdiem')
    expect([(await entries()).length, (await seen(readerPage)).status]).toEqual([before, 404])

    const published = await secretariat.fill(previewed, 0, easy)
    expect([published.status, published.location]).toEqual([303, `${form()}&done=saved`])
    const read = await seen(readerPage)
    expect(read.html).toContain('<h1 class="long">Dati visiem</h1>')
    expect(read.html).toContain('<ul><li>kartes,</li><li>skaitļi.</li></ul>')
    expect(read.html).toContain(`href="${whole}"`)
    const original = await seen(whole)
    expect(original.html).toContain(`<a href="${readerPage}" hreflang="lv-simple">`)
    expect(original.html).toContain(`<link rel="alternate" hreflang="lv-simple" href="${readerPage}"/>`)
    const [entry] = (await entries()).slice(before)
    expect(JSON.parse(entry?.entry ?? '')).toMatchObject({
      object,
      actor: { role: 'secretariat', for: null },
      content: { language: 'lv', version: 1, ...easy },
    })
  })

  it('points at long sentences in the preview', async () => {
    const long = `Šis ${'ļoti '.repeat(15)}garais teikums.`
    const previewed = await publish({ body: `Īss.\n${long}`, do: 'preview' })
    expect(previewed.html).toContain('Teikumi, kuros ir vairāk par 15 vārdiem')
    expect(previewed.html).toContain('(18 vārdu)')
  })

  it('in one language alone is shown in the other as it is, and says so', async () => {
    await publish()
    const read = await seen('/en/plans/lv-5/commitments/1/easy-to-read')
    expect(read.html).toContain('<h1 class="long" lang="lv">Dati visiem</h1>')
    expect(read.html).toContain('<title lang="lv">')
    expect(read.html).toContain('not translated yet')
    await publish({ title: 'Data for all', body: 'The state shows its data.' }, form('en'))
    expect((await seen('/en/plans/lv-5/commitments/1/easy-to-read')).html).toContain('<h1 class="long">Data for all</h1>')
    expect((await seen(readerPage)).html).toContain('Dati visiem')
  })

  it('keeps its versions and leaves a trace only when something changed', async () => {
    await publish()
    const before = (await entries()).length
    await publish()
    expect((await entries()).length).toBe(before)
    await publish({ body: 'Citādi.' })
    expect((await entries()).length).toBe(before + 1)
    const page = await secretariat.open(form())
    expect(page.html).toContain('2. redakcija, 10.09.2019.')
    expect(page.html).toContain('Tos var lietot visi.')
  })

  it('is out of date once the original has changed, until someone says that it still holds', async () => {
    await publish()
    const edit = '/lv/sekretariats/plani/lv-5/apnemsanas/1'
    const changed = await secretariat.fill(await secretariat.open(edit), 0, {
      'title.lv': 'Atvērtie dati',
      'title.en': 'Open data',
      'promise.lv': 'Publicēt visus datus.',
      'promise.en': 'Publish data.',
      reason: 'Solījums ir paplašināts.',
    })
    expect(changed.status).toBe(303)
    expect((await seen(readerPage)).html).toContain('kaut kas ir mainījies')
    expect((await secretariat.open(form())).html).toContain('Oriģināls pēc šī teksta ir mainījies')
    expect((await secretariat.open('/lv/sekretariats/viegli-lasit?plan=lv-5')).html).toContain('oriģināls mainījies')
    await publish()
    expect((await seen(readerPage)).html).not.toContain('kaut kas ir mainījies')
    expect((await secretariat.open(form())).html).toContain('2. redakcija')
  })

  it('is not overwritten by someone who has not seen its last version: both stand side by side', async () => {
    const [mine, theirs] = [await secretariat.open(form()), await secretariat.open(form())]
    await secretariat.fill(mine, 0, easy)
    const refused = await secretariat.fill(theirs, 0, { title: 'Cits', body: 'Cits teksts.' })
    expect(refused.status).toBe(409)
    for (const words of ['Dati visiem', 'Cits teksts.']) expect(refused.html).toContain(words)
    expect((await secretariat.fill(refused, 0, { title: 'Cits', body: 'Cits teksts.' })).status).toBe(303)
  })

  it('goes on from the version it was drawn from after a preview too', async () => {
    const previewed = await publish({ do: 'preview' })
    await publish({ title: 'Ātrāks' })
    expect((await secretariat.fill(previewed, 0, easy)).status).toBe(409)
  })

  it('needs a title and a text; hostile words stay words', async () => {
    const empty = await publish({ title: ' ', body: '' })
    expect(empty.status).toBe(422)
    for (const id of ['title', 'body']) expect(empty.html).toContain(`href="#${id}"`)
    expect((await publish({ title: 'ā'.repeat(121), do: 'preview' })).status).toBe(422)
    await publish({ title: '<script>1</script>', body: '- <b>x</b>\n\n&lt;' })
    const read = await seen(readerPage)
    expect(read.html).toContain('&lt;script>1&lt;/script>')
    expect(read.html).toContain('<li>&lt;b>x&lt;/b></li>')
    expect(read.html).toContain('&amp;lt;')
  })

  it('is not read before its day', async () => {
    house.setToday('2019-09-12')
    await publish()
    house.setToday('2019-09-11')
    expect((await seen(readerPage)).status).toBe(404)
    house.setToday('2019-09-12')
    expect((await seen(readerPage)).status).toBe(200)
  })

  it('is found by search, in its newest version alone', async () => {
    await publish({ body: 'Vecais vārds ir lokomotīve.' })
    await publish({ body: 'Jaunais vārds ir kuģis.' })
    const found = await seen('/lv/meklet?q=ku%C4%A3iem&kind=easy')
    expect(found.html).toContain(`href="${readerPage}"`)
    expect((await seen('/lv/meklet?q=lokomot%C4%ABve&kind=easy')).html).not.toContain(`href="${readerPage}"`)
  })

  it('is there for a plan as well, and for nothing that is not there', async () => {
    await publish({ title: 'Piektais plāns viegli' }, form('lv', '/plans/lv-5'))
    expect((await seen('/lv/plani/lv-5/viegli-lasit')).html).toContain('Piektais plāns viegli')
    expect((await seen('/lv/plani/lv-5')).html).toContain('href="/lv/plani/lv-5/viegli-lasit"')
    for (const of of [
      '/plans/lv-9',
      '/plans/lv-5/commitments/2',
      '/plans/lv-5/commitments/01',
      '/institutions/vk',
      '',
      "/plans/lv-5' or 1=1",
    ])
      expect((await secretariat.open(form('lv', of))).status).toBe(404)
    expect((await secretariat.open(form().replace('text=lv', 'text=xx'))).status).toBe(404)
  })

  it('is there for a notice, until that is withdrawn', async () => {
    const [notice] = (await house.open.execute("insert into notice (kind, first_published_on) values ('news', '2019-09-10') returning id"))
      .rows as { id: number }[]
    const version = (number: number, withdrawn: boolean) =>
      house.open.execute(
        `insert into notice_version (notice_id, number, title, body, withdrawn, reason, published_on, record_seq)
         values (${notice?.id}, ${number}, '{"lv":{"text":"Jaunums","state":"original"}}', '{"lv":{"text":"Garais teksts.","state":"original"}}', ${withdrawn}, '{}', '2019-09-10', ${number})`,
      )
    await version(1, false)
    const of = `/news/${notice?.id}`
    expect((await secretariat.open(form('lv', of))).html).toContain('Garais teksts.')
    await publish({ title: 'Jaunums viegli' }, form('lv', of))
    expect((await seen(`/lv/jaunumi/${notice?.id}/viegli-lasit`)).html).toContain('Jaunums viegli')
    expect((await seen(`/lv/jaunumi/${notice?.id}`)).html).toContain(`href="/lv/jaunumi/${notice?.id}/viegli-lasit"`)
    await version(2, true)
    expect((await seen(`/lv/jaunumi/${notice?.id}/viegli-lasit`)).status).toBe(404)
  })

  it('is the secretariat’s to write', async () => {
    for (const role of ['administrator', 'officer'] as const) {
      const browser = await signedIn(role)
      for (const path of [form(), '/lv/sekretariats/viegli-lasit']) expect((await browser.open(path)).status).toBe(403)
      expect((await browser.send(form(), { ...easy, form: 'abcdefgh', version: '0' })).status).toBe(403)
    }
    expect((await seen(form())).status).toBe(401)
    expect((await house.open.execute('select 1 from easy_text')).rows).toEqual([])
    expect(formsIn((await secretariat.open(form())).html)).toHaveLength(1)
  })
})
