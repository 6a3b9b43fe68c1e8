import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { invitePerson } from '../../src/people/index.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let site: Site
const browsers = new Map<SiteRole, Browser>()
beforeAll(async () => {
  site = await openSite()
  for (const role of ['visitor', 'officer', 'representative', 'secretariat', 'administrator'] as const) {
    const browser = new Browser(createApp(site.house))
    for (const pair of (await site.cookieOf(role)).split('; ').filter(Boolean))
      browser.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    browsers.set(role, browser)
  }
})
afterAll(() => site?.close())

const as = (role: SiteRole): Browser => browsers.get(role) as Browser
const desk = '/lv/mani-darbi'
const reminders = '/lv/sekretariats/atgadinajumi'
const contributions = '/lv/plani/lv-3/zinas'
const rowsOf = async (query: string): Promise<Record<string, string>[]> => (await site.execute(query)).rows as Record<string, string>[]
const lettersLike = (subject: string) =>
  rowsOf(`select recipient, subject, body from mail where subject like '${subject}%' order by recipient`)
/** The part of a page under this heading's id. */
const section = (html: string, id: string): string => new RegExp(`<h2 id="${id}">.*?</section>`, 's').exec(html)?.[0] ?? ''
const hiddenAt = (seen: Seen, action: string) => {
  const found = formsIn(seen.html).find((form) => form.action === action)
  if (!found) throw new Error(`there is no form to ${action}`)
  return found.hidden
}

describe('the officer’s desk', () => {
  it('shows what to do and until when, what colleagues and others do, what partners said, what was handed in, what comes next', async () => {
    const { status, html } = await as('officer').open(desk)
    expect(status).toBe(200)
    expect(html).toContain('Vēl jāziņo par 10 punktiem un jāvērtē 5 apņemšanās')
    for (const text of ['01.09.2019.', 'pagājis pirms 9 dienām', '12.09.2019.', 'vēl 2 dienas', 'Lūgt pagarināt termiņu'])
      expect(html).toContain(text)
    expect(section(html, 'mine')).toContain('href="/lv/mani-darbi/lv-3/1/3/vk/2"')
    expect(section(html, 'mine')).toContain('9 dienas pēc tiesību aktā noteiktā termiņa')
    expect(section(html, 'ours')).toContain('nodots: Kārlis Kolēģis, 09.09.2019.')
    expect(section(html, 'others')).toContain('Partnera vērtējums')
    expect(section(html, 'partneri')).toContain('Nepiekrīt')
    expect(section(html, 'iesniegts')).toContain('href="/lv/mani-darbi/lv-3/1/2/vk/2"')
    expect(section(html, 'datumi')).toContain('30.11.2019.')
    expect(await invalidHtml(html)).toEqual([])
  })

  it('leads to forms of one’s own alone, and tells nobody else who does what', async () => {
    const { html } = await as('representative').open(desk)
    expect(section(html, 'mine')).toContain('/lv/vertejums/lv-3/')
    expect(html).not.toContain('Kārlis')
    expect(section(html, 'others')).not.toContain('/lv/mani-darbi/lv-3')
    expect((await as('visitor').open(desk)).status).toBe(401)
  })

  it('is chosen from by address, group and page, in both languages; what nothing has is said to be left out', async () => {
    const { html } = await as('officer').open(`${desk}?whose=mine&kind=self-assessment`)
    expect(html.match(/<li><label class="no pick">/g)).toHaveLength(5)
    expect(html).not.toContain('id="others"')
    const odd = await as('officer').open(`${desk}?kind=letters&plan=%3Cscript%3E&late=`)
    expect([odd.status, odd.html.includes('Daļu no adresē prasītā atlasīt nevar')]).toEqual([200, true])
    for (const query of ['whose=others&page=99', 'whose=others&page=0', 'whose=others&page=x'])
      expect((await as('officer').open(`${desk}?${query}`)).status).toBe(404)
    const second = await as('secretariat').open('/en/my-tasks?whose=others&page=2')
    expect([second.status, second.html.includes('Page 2 of')]).toEqual([200, true])
  })

  it('has a page of each period with what was handed in, also of those nobody waits for any more', async () => {
    const now = await as('officer').open(`${desk}/iesniegts`)
    expect(now.html).toContain('Trešais plāns, 2. periods')
    expect(now.html).toContain('href="/lv/mani-darbi/lv-3/1/2/vk/2"')
    const [first] = await rowsOf("select id from reporting_period where plan_id = 'lv-3' and position = 1")
    const before = await as('officer').open(`${desk}/iesniegts?period=${first?.id}`)
    expect(before.html).toContain('Ziņas par šo periodu vairs negaida')
    expect(before.html).toContain('href="/lv/mani-darbi/lv-3/2/1/vk/1"')
    expect((await as('officer').open(`${desk}/iesniegts?period=12345`)).status).toBe(404)
    expect((await as('administrator').open(`${desk}/iesniegts`)).html).toContain('Nekas nav jāiesniedz')
  })
})

describe('the secretariat’s desk', () => {
  it('tells from how many something is awaited, as the public page counts, who lacks what, and its own tasks', async () => {
    const { html } = await as('secretariat').open(desk)
    const awaited = Number(/Ziņas vēl gaidām no (\d+) /.exec(html)?.[1])
    expect((await as('visitor').open(contributions)).html).toContain(`Ziņas gaidām no ${awaited} institūcijām`)
    expect(section(html, 'no-ka')).toContain('nav, kam rakstīt')
    expect(section(html, 'mine')).toContain('Ziņojuma teksts')
    expect(await invalidHtml(html)).toEqual([])
  })
})

describe('reminding', () => {
  it('is chosen, previewed word for word and then sent, once; everyone sees who was reminded', async () => {
    const secretary = { personId: 'demonstration-secretariat', name: 'S', roles: [{ role: 'secretariat' as const, organisationId: null }] }
    await invitePerson(
      site.house,
      secretary,
      { name: 'Otra', email: 'otra@example.org', role: { role: 'officer', organisationId: 'fm' } },
      'lv',
    )
    const chosen = await as('secretariat').open(reminders)
    expect([...chosen.html.matchAll(/name="to" value="([^"]+)" checked/g)].map(([, to]) => to)).toEqual(['2.fm', '2.providus', '2.vk'])
    expect(chosen.html).toContain('Nav, kam rakstīt')
    const none = await as('secretariat').open(`${reminders}?letters=lv&preview=1`)
    expect([none.status, none.html.includes('Atzīmējiet vismaz vienu')]).toEqual([422, true])

    const preview = await as('secretariat').open(`${reminders}?to=2.vk&to=2.iub&letters=lv&preview=1`)
    for (const text of [
      'Ilze Izdomāta, officer@example.org',
      'Kārlis Kolēģis',
      'Valsts kanceleja. Vēl nav ziņu par:',
      '– 2. apņemšanos',
      `${site.url}/lv/mani-darbi`,
    ])
      expect(preview.html).toContain(text)
    expect(preview.html).not.toContain('– 1. apņemšanos')
    expect(preview.html).toMatch(/Iepirkumu uzraudzības birojs: Nav, kam rakstīt/)
    expect(await lettersLike('Atgādinājums')).toEqual([])

    const hidden = { ...hiddenAt(preview, reminders), to: ['2.vk', '2.iub'] }
    const sent = await as('secretariat').send(reminders, hidden)
    expect([sent.status, sent.location]).toEqual([303, `${reminders}?done=reminded`])
    expect((await as('secretariat').send(reminders, hidden)).location).toBe(sent.location)
    const letters = await lettersLike('Atgādinājums')
    expect(letters.map(({ recipient }) => recipient)).toEqual(['colleague@example.org', 'officer@example.org'])
    for (const { body = '' } of letters)
      for (const line of body.split('\n').filter(Boolean)) expect(preview.html).toContain(line.replaceAll('"', '&quot;'))
    expect((await as('visitor').open(contributions)).html).toContain('atgādināts 10.09.2019.')
    expect((await as('secretariat').open(reminders)).html).toMatch(/Pagaidām neatgādina.*Valsts kanceleja: atgādināts šodien/s)

    const entries = await rowsOf("select entry from record_entry where act = 'remindContributors'")
    expect(entries).toHaveLength(1)
    expect(entries[0]?.entry).toContain('"commitments":[2,4,6,7,8]')
    expect(entries[0]?.entry).not.toMatch(/example\.org|Izdomāta/)
  })

  it('sends nothing that was not seen: after a change the letters are shown anew', async () => {
    const preview = await as('secretariat').open(`${reminders}?to=2.fm&to=2.providus&letters=en&preview=1`)
    expect(preview.html).toContain('Reminder: reports on the plan are awaited')
    const one = await as('secretariat').open(`${reminders}?to=2.fm&letters=lv&preview=1`)
    await as('secretariat').send(reminders, { ...hiddenAt(one, reminders), to: '2.fm' })
    const late = await as('secretariat').send(reminders, { ...hiddenAt(preview, reminders), to: ['2.fm', '2.providus'] })
    expect([late.status, late.html.includes('Kopš priekšskatījuma kaut kas ir mainījies')]).toEqual([409, true])
    const again = await as('secretariat').send(reminders, { ...hiddenAt(late, reminders), to: ['2.fm', '2.providus'] })
    expect(again.status).toBe(303)
    expect((await lettersLike('Reminder')).map(({ recipient }) => recipient)).toEqual(['representative@example.org'])
  })

  it('is the secretariat’s alone and reads no nonsense', async () => {
    for (const [role, status] of [
      ['visitor', 401],
      ['officer', 403],
      ['administrator', 403],
    ] as const) {
      expect((await as(role).open(reminders)).status).toBe(status)
      expect((await as(role).send(reminders, { form: crypto.randomUUID(), to: '2.vk', previewed: 'x' })).status).toBe(status)
    }
    const send = async (to: string | string[]) =>
      (await as('secretariat').send(reminders, { form: crypto.randomUUID(), to, previewed: 'x' })).status
    expect([await send('../<script>'), await send('2'), await send([]), await send('999999.vk')]).toEqual([400, 400, 422, 404])
    expect((await as('secretariat').open(`${reminders}?to=${encodeURIComponent('<b>')}&preview=1`)).status).toBe(200)
  })
})

describe('handing over', () => {
  const hand = '/lv/mani-darbi/nodot'
  const taskOf = async (milestone: number): Promise<string> => {
    const [row] = await rowsOf(
      `select m.id from milestone m join commitment c on c.id = m.commitment_id where c.plan_id = 'lv-3' and c.number = 7 and m.number = ${milestone}`,
    )
    return `update.${row?.id}.2.vk`
  }

  it('gives marked tasks to a colleague, who is told and finds them; and takes them back', async () => {
    const [one, two] = [await taskOf(1), await taskOf(2)]
    const form = await as('officer').open(`${hand}?task=${one}&task=${two}`)
    expect(form.html).toContain('Kārlis Kolēģis')
    const hidden = { ...hiddenAt(form, hand), task: [one, two], held: ['', ''] }
    const nobody = await as('officer').send(hand, hidden)
    expect([nobody.status, nobody.html.includes('Izvēlieties no saraksta kādu')]).toEqual([422, true])
    const done = await as('officer').send(hand, { ...hidden, form: crypto.randomUUID(), to: 'demonstration-colleague' })
    expect([done.status, done.location]).toEqual([303, `${desk}?done=delegated`])
    expect(await lettersLike('Jums nodoti 2 darbi')).toMatchObject([{ recipient: 'colleague@example.org' }])
    expect(section((await as('officer').open(`${desk}?done=delegated`)).html, 'ours').match(/nodots: Kārlis/g)).toHaveLength(4)
    expect((await as('visitor').open('/lv/zurnals')).html).not.toContain('Kārlis')

    const late = await as('officer').send(hand, { ...hidden, form: crypto.randomUUID(), to: 'demonstration-officer' })
    expect([late.status, late.html.includes('kādu no šiem darbiem nodeva cits')]).toEqual([409, true])
    const back = await as('officer').open(`${hand}?task=${one}`)
    const taken = await as('officer').send(hand, { ...hiddenAt(back, hand), to: 'nobody' })
    expect([taken.status, taken.location]).toEqual([303, `${desk}?done=takenBack`])
    expect(await lettersLike('Vairs nav jādara: 1 darbs')).toMatchObject([{ recipient: 'colleague@example.org' }])
  })

  it('is refused to who may not, and of what is not there', async () => {
    const task = await taskOf(1)
    const values = { form: crypto.randomUUID(), task, held: '', to: 'demonstration-colleague' }
    expect((await as('visitor').open(`${hand}?task=${task}`)).status).toBe(401)
    // A partner sees that the task is there; who takes no part in the commitment does not.
    for (const [role, status] of [
      ['representative', 403],
      ['administrator', 404],
    ] as const) {
      expect((await as(role).open(`${hand}?task=${task}`)).status).toBe(status)
      expect((await as(role).send(hand, { ...values, form: crypto.randomUUID() })).status).toBe(status)
    }
    for (const odd of ['x', 'update.1.1.vk', '%27%20or%201=1', '../../..'])
      expect((await as('officer').open(`${hand}?task=${odd}`)).status).toBe(404)
    expect((await as('officer').open(hand)).status).toBe(422)
    expect((await as('officer').send(hand, { ...values, form: crypto.randomUUID(), held: ['', ''] })).status).toBe(400)
    expect((await as('officer').send(hand, { ...values, form: crypto.randomUUID(), to: 'demonstration-representative' })).status).toBe(422)
  })
})

describe('more time', () => {
  // The demonstration's fourth deadline is the working one, its second the law's for the same period.
  const ask = '/lv/mani-darbi/pagarinajums/lv-3/4'
  const extend = '/lv/sekretariats/plani/lv-3/termini/4/pagarinat'
  const until = (day: string) => ({ 'until.day': day, 'until.part': '09', 'until.year': '2019' })
  const reason = 'Dati no iestādēm <b>nāk</b> vēlāk.'
  const answerPath = async (): Promise<string> =>
    `/lv/sekretariats/pagarinajumi/${(await rowsOf('select max(id)::text as id from extension_request'))[0]?.id}`

  it('is asked for, with all that was typed kept; refused with a reason, once, and seen by everyone', async () => {
    const form = await as('officer').open(ask)
    const wrong = await as('officer').send(ask, { ...hiddenAt(form, ask), ...until('11'), reason: 'īss' })
    expect(wrong.status).toBe(422)
    for (const text of ['vismaz 10 rakstzīmes', 'value="11"', '>\nīss</textarea>']) expect(wrong.html).toContain(text)
    const sent = await as('officer').send(ask, { ...hiddenAt(wrong, ask), ...until('30'), reason })
    expect([sent.status, sent.location]).toEqual([303, `${desk}?done=asked`])
    expect(await lettersLike('Lūgums pagarināt termiņu: Valsts kanceleja')).toMatchObject([{ recipient: 'secretariat@example.org' }])
    expect((await as('officer').open(ask)).html).toContain('Atbildes vēl nav')
    expect((await as('secretariat').open(desk)).html).toContain('lūdz līdz 30.09.2019.')

    const answer = await answerPath()
    const [first, second] = [await as('secretariat').open(answer), await as('secretariat').open(answer)]
    expect(first.html).toContain('&lt;b>nāk&lt;/b>')
    const refused = await as('secretariat').send(answer, {
      ...hiddenAt(first, answer),
      ...until('30'),
      decision: 'refused',
      reason: 'Ziņojums jāpaspēj sagatavot.',
    })
    expect(refused.status).toBe(303)
    const late = await as('secretariat').send(answer, {
      ...hiddenAt(second, answer),
      ...until('30'),
      decision: 'granted',
      reason: 'Lai būtu labāk viss.',
    })
    expect([late.status, late.html.includes('Ziņojums jāpaspēj sagatavot.'), late.html.includes('Lai būtu labāk viss.')]).toEqual([
      409,
      true,
      true,
    ])
    expect(await lettersLike('Darba termiņš nav pagarināts')).toHaveLength(2)
    expect((await as('officer').open(desk)).html).toContain('Nav pagarināts')
    const shown = section((await as('visitor').open(contributions)).html, 'pagarinajumi')
    for (const text of ['Valsts kanceleja', '&lt;b>nāk&lt;/b>', 'Nav pagarināts', 'Ziņojums jāpaspēj sagatavot.'])
      expect(shown).toContain(text)
  })

  it('is granted to one: officers see the new date beside the first, and that it is late by law all the same', async () => {
    const form = await as('officer').open(ask)
    await as('officer').send(ask, { ...hiddenAt(form, ask), ...until('25'), reason: 'Vēl jāsaņem dati no padotības iestādēm.' })
    const answer = await answerPath()
    const granted = await as('secretariat').send(answer, {
      ...hiddenAt(await as('secretariat').open(answer), answer),
      ...until('20'),
      decision: 'granted',
      reason: 'Pietiek līdz divdesmitajam.',
    })
    expect([granted.status, granted.location]).toEqual([303, `${desk}?done=answered`])
    for (const path of [desk, '/lv/mani-darbi/lv-3/1/3/vk/2']) {
      const { html } = await as('officer').open(path)
      for (const text of ['20.09.2019.', 'sākotnēji 12.09.2019.', 'Pietiek līdz divdesmitajam.', '01.09.2019.'])
        expect(html).toContain(text)
    }
    expect(section((await as('officer').open(desk)).html, 'mine')).toContain(
      'līdz darba termiņam 20.09.2019., sākotnēji 12.09.2019., 9 dienas pēc tiesību aktā noteiktā termiņa',
    )
    expect(section((await as('representative').open(desk)).html, 'mine')).toContain('līdz darba termiņam 12.09.2019.')
    expect((await as('visitor').open(contributions)).html).toContain('tai pagarināts līdz 20.09.2019.')
  })

  it('is given to all by the secretariat; the second of two secretaries sees both versions; the law’s date is none to extend', async () => {
    const [first, second] = [await as('secretariat').open(extend), await as('secretariat').open(extend)]
    const empty = await as('secretariat').send(extend, { ...hiddenAt(first, extend), forWhom: 'one', reason: '' })
    expect([empty.status, (empty.html.match(/ds-validation-message/g) ?? []).length]).toEqual([422, 3])
    const done = await as('secretariat').send(extend, {
      ...hiddenAt(empty, extend),
      forWhom: 'everyone',
      ...until('16'),
      reason: 'Portāls divas dienas nedarbojās.',
    })
    expect(done.location).toBe(`${contributions}?done=extended#pagarinajumi`)
    const late = await as('secretariat').send(extend, {
      ...hiddenAt(second, extend),
      forWhom: 'everyone',
      ...until('18'),
      reason: 'Portāls divas dienas nedarbojās.',
    })
    expect([late.status, late.html.includes('Kamēr rakstījāt'), late.html.includes('Portāls divas dienas nedarbojās.')]).toEqual([
      409,
      true,
      true,
    ])
    for (const path of [contributions, '/lv', '/lv/plani/lv-3']) {
      const { html } = await as('visitor').open(path)
      for (const text of ['16.09.2019.', 'sākotnēji 12.09.2019.', 'Portāls divas dienas nedarbojās.']) expect(html).toContain(text)
    }
    for (const odd of ['2', '999999', 'x', '1e3'])
      expect((await as('secretariat').open(extend.replace('/4/', `/${odd}/`))).status).toBe(404)
    for (const role of ['visitor', 'officer'] as const) expect((await as(role).open(extend)).status).toBe(role === 'visitor' ? 401 : 403)
    expect((await as('administrator').open(ask)).status).toBe(403)
    expect((await as('officer').send(ask, { form: crypto.randomUUID(), organisation: 'fm', ...until('29'), reason })).status).toBe(403)
  })
})
