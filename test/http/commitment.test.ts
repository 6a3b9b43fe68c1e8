import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { update, updateVersion } from '../../src/cycle/monitoring/tables.ts'
import { editMilestone } from '../../src/cycle/plan/editMilestone.ts'
import { commitment, milestone, reportingPeriod } from '../../src/cycle/plan/index.ts'
import { readMilestone } from '../../src/cycle/plan/input/milestoneInput.ts'
import { form, secretary } from '../../src/cycle/plan/testSupport.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import { appendTestAct } from '../support/record.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** What stands in the main part of a page, markup and all. */
async function main(path: string): Promise<string> {
  const answer = await fetch(site.url + path)
  expect([path, answer.status]).toEqual([path, 200])
  const html = await answer.text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

/** The words of the main part. */
const words = async (path: string): Promise<string> =>
  (await main(path))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

/** The words of one section, from its label to the next section. */
async function section(path: string, id: string): Promise<string> {
  const html = await main(path)
  const [, rest = ''] = html.split(`<h2 id="${id}"`)
  return `<h2${rest.split('<section class="sec"')[0]}`.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

const lv = (number: number, more = ''): string => `/lv/plani/lv-3/apnemsanas/${number}${more}`
const en = (number: number, more = ''): string => `/en/plans/lv-3/commitments/${number}${more}`

describe('a commitment on 10 September 2019', () => {
  it('says what was promised, by whom, how it goes and what is not known', async () => {
    const text = await words(lv(1))
    for (const told of [
      'Sabiedrības līdzdalība lēmumu pieņemšanā',
      'Izpildīta būtiskā apjomā 2 no 3',
      'Efektīvāka sabiedrības līdzdalība lēmumu pieņemšanas procesā',
      'LV0028',
      'idejas šim plānam nav reģistrētas',
      'Summa nav norādīta. Piešķirtā budžeta ietvaros',
      'Ministru kabineta noteikumi Nr. 970',
      'Sabiedrības integrācijas fonds',
      'Paveikts vēlāk 87 dienas',
      'Gaida ziņas',
      'Par 3. punktu institūcijas ziņas nav iesniegušas.',
    ])
      expect(text).toContain(told)
    expect(await main(lv(1))).toContain('href="/lv/institucijas/vk"')
  })

  it('lets both sides speak in their own words and does not know the reviewer’s yet', async () => {
    const voices = await section(lv(1), 'vertejumi')
    expect(voices).toMatch(/Valsts kanceleja.*pašnovērtējums.*10\.09\.2019\..*\(demonstrācija\).*Izpildīta būtiskā apjomā/)
    expect(voices).toMatch(/PROVIDUS.*kopīgs vērtējums.*Parakstījuši arī: Biedrība.*Nepiekrīt/)
    expect(voices).toContain('Pašnovērtējums vēl nav iesniegts: Sabiedrības integrācijas fonds, Kultūras ministrija.')
    expect(voices).toContain('Neatkarīgā vērtētāja atzinums vēl nav zināms.')
    expect(voices).not.toContain('Nedaudz')
  })

  it('lists evidence with kind, size, who and when, links marked as outside and files at their own address', async () => {
    const html = await main(lv(1))
    expect(html).toContain('<a href="https://example.org/nvo-fonds-2018" rel="external noopener">')
    expect(html).toMatch(/href="\/lv\/pieradijumi\/\d+"/)
    expect(await section(lv(1), 'pieradijumi')).toMatch(/CSV, \d+ B · 1\. punkts · Valsts kanceleja ?, 31\.12\.2018\. \(demonstrācija\)/)
  })

  it('is not late when it outlives its plan and its own end has not come', async () => {
    const text = await words(lv(2))
    expect(text).toContain('Turpinās pēc plāna beigām (2019. gada 1. pusgads)')
    expect(text).not.toContain('Kavējas')
    expect(text).toContain('Sava termiņa nav; apņemšanās termiņš ir 2020. gada 4. ceturksnis.')
    expect(text).toContain('zināms no avotiem')
    expect(text).not.toContain('2021')
  })

  it('shows unknown milestones as not known, in both languages', async () => {
    for (const number of [4, 9, 10]) expect(await section(lv(number), 'punkti')).toContain('Šīs apņemšanās atskaites punkti nav zināmi.')
    expect(await section(en(9), 'punkti')).toContain('The milestones of this commitment are not known.')
    expect(await words(lv(9))).toContain('(secināts no avotiem)')
    expect(await words(lv(11))).toContain('Atbildīgā institūcija nav norādīta')
  })

  it('gives what was written in one language in the other with its own lang and a word about it', async () => {
    const html = await main(en(1))
    expect(html).toMatch(/<p class="typed" lang="lv">Izdomāts paraugs/)
    expect(html).toContain('not translated yet')
  })

  it('marks a source that is named in English as English on a Latvian page', async () => {
    const html = await main(lv(1))
    expect(html).toContain('<span lang="en">g0v/ogp-commitments open_parliament_0703.csv (OGP database export)</span>')
    expect(await main(en(1))).not.toContain('lang="en"')
    expect(await main('/lv/plani/lv-4')).toContain('<span lang="en">State Chancellery slides of September 2019</span>')
  })

  it('keeps the page when the language is switched', async () => {
    for (const [path, other] of [
      [lv(1), en(1)],
      [lv(1, '/vesture'), en(1, '/history')],
      [lv(1, '/punkti/2'), en(1, '/milestones/2')],
    ] as const) {
      const html = await (await fetch(site.url + path)).text()
      expect(html).toContain(`<a href="${other}" lang="en" hreflang="en">`)
      expect((await fetch(site.url + other)).status).toBe(200)
    }
  })
})

describe('an address of nothing', () => {
  it.each([
    lv(99),
    lv(0),
    '/lv/plani/lv-3/apnemsanas/01',
    '/lv/plani/lv-3/apnemsanas/1e1',
    '/lv/plani/nav/apnemsanas/1',
    '/lv/plani/..%2flv-3/apnemsanas/1',
    lv(1, '/punkti/4'),
    lv(1, '/punkti/x'),
    lv(9, '/punkti/1'),
    lv(99, '/vesture'),
    lv(1, '/vesture?page=2000'),
    lv(1, '/vesture?page=-1'),
  ])('%s is not found', async (path) => {
    expect((await fetch(site.url + path)).status).toBe(404)
  })
})

describe('a milestone', () => {
  it('shows every report, the latest period first, with the earlier version and what was corrected', async () => {
    const text = await words(lv(1, '/punkti/2'))
    expect(text.indexOf('stāvoklis uz 30.06.2019.')).toBeLessThan(text.indexOf('stāvoklis uz 30.06.2018.'))
    expect(text).toContain('Agrākās redakcijas (1)')
    const html = await main(lv(1, '/punkti/2'))
    expect(html).toContain('<del><span class="sr" lang="lv">izņemts: </span>21.03.2019.</del>')
    expect(html).toContain('<ins><span class="sr" lang="lv">pievienots: </span>28.03.2019.</ins>')
  })

  it('tells what sources tell as a kind of its own, with where from', async () => {
    const sources = await section(lv(2, '/punkti/1'), 'avoti')
    expect(sources).toContain('opengovpartnership.org/members/latvia/commitments/LV0029')
    expect(await words(lv(2, '/punkti/1'))).toContain('Institūcijas ziņas nav iesniegušas. Stāvoklis ir zināms no avotiem.')
  })

  it('tells what partners say of it', async () => {
    expect(await section(lv(1, '/punkti/1'), 'partneri')).toMatch(/PROVIDUS.*Piekrīt.*Organizācijas atbalstu saņēma paredzētajā laikā\./)
    expect(await section(lv(1, '/punkti/2'), 'partneri')).toContain('Partneri par šo punktu vēl nav izteikušies.')
  })

  it('says so once a report was published', async () => {
    expect(await main(lv(1, '/punkti/1?done=published'))).toMatch(/<p class="told" role="status">Ziņas ir publicētas/)
    expect(await main(lv(1, '/punkti/1'))).not.toContain('role="status"')
  })
})

describe('the history', () => {
  it('shows a planned date that was amended beside the original, with the reason and readable differences', async () => {
    await editMilestone(
      site.house,
      secretary,
      'lv-3',
      1,
      3,
      readMilestone(
        form({
          version: '1',
          'title.lv':
            'Sabiedrības integrācijas politikas plānā 2019.–2025. gadam būtiski paplašināt reģionālo NVO koordinatoru uzdevumus <script>alert(1)</script>',
          'title.en': 'Widen the tasks of regional NGO coordinators',
          'plannedStart.year': '2017',
          'plannedStart.part': 'H1',
          'plannedEnd.year': '2020',
          'plannedEnd.part': 'Q1',
          reason: 'Plānu saskaņo vēlāk, nekā <b>paredzēts</b>.',
        }),
      ),
    )
    const milestones = await section(lv(1), 'punkti')
    expect(milestones).toContain('2017. gada 1. pusgads – 2020. gada 1. ceturksnis sākotnēji 2017. gada 1. pusgads – 2019. gada 1. pusgads')
    const history = await main(lv(1, '/vesture'))
    expect(history).toContain('Grozīts 3. punkts')
    expect(history).toContain('Pamatojums: Plānu saskaņo vēlāk, nekā &lt;b>paredzēts&lt;/b>.')
    expect(history).toMatch(/<del><span class="sr" lang="lv">izņemts: <\/span>2019\. gada 1\. pusgads<\/del>/)
    expect(history).toMatch(/<ins><span class="sr" lang="lv">pievienots: <\/span>būtiski ?<\/ins>/)
    expect(await section(lv(1, '/vesture'), 'sakotnejie')).toContain('2019. gada 1. pusgads')
    expect(await words(en(1, '/history'))).toContain('Milestone 3 amended')
  })

  it('names all versions by date and leads to the record’s entries on this commitment alone', async () => {
    const versions = await section(lv(1, '/vesture'), 'versijas')
    expect(versions.match(/\d\. redakcija/g)).toEqual([
      '1. redakcija',
      '1. redakcija',
      '2. redakcija',
      '1. redakcija',
      '1. redakcija',
      '1. redakcija',
    ])
    const html = await main(lv(1, '/vesture'))
    expect(html).toContain('href="/lv/zurnals?object=%2Fplans%2Flv-3%2Fcommitments%2F1"')
    expect(await words('/lv/zurnals?object=%2Fplans%2Flv-3%2Fcommitments%2F1')).toContain('1. apņemšanās')
  })
})

describe('a correction of an earlier period', () => {
  it('does not take the place of what a later period’s report said', async () => {
    const { db } = site.house
    const [earlier] = await db
      .select({ version: updateVersion })
      .from(updateVersion)
      .innerJoin(update, eq(update.id, updateVersion.updateId))
      .innerJoin(reportingPeriod, eq(reportingPeriod.id, update.periodId))
      .where(eq(reportingPeriod.position, 1))
    if (!earlier) throw new Error('the demonstration has no report on the first period')
    const { id: _, ...values } = earlier.version
    await db.insert(updateVersion).values({ ...values, number: 2, text: 'Labots vēlāk.', publishedOn: day('2019-09-10'), recordSeq: 900 })
    await appendTestAct(site.house)
    expect(await words(lv(1))).toContain('Paveikts vēlāk 87 dienas')
    expect(await words(lv(1))).not.toContain('Labots vēlāk.')
    expect(await words(lv(1, '/punkti/2'))).toContain('Labots vēlāk.')
    expect(await main(lv(1, '/vesture'))).toContain('Labots vēlāk.')
  })
})

describe('what was published with markup in it, or to stop the work', () => {
  it('stands as text, and a withdrawn milestone as stopped, with the reason', async () => {
    const { db } = site.house
    const [where] = await db
      .select({ milestoneId: milestone.id, periodId: reportingPeriod.id })
      .from(milestone)
      .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
      .innerJoin(reportingPeriod, eq(reportingPeriod.planId, commitment.planId))
      .where(and(eq(commitment.number, 12), eq(commitment.planId, 'lv-3'), eq(milestone.number, 1), eq(reportingPeriod.position, 2)))
    if (!where) throw new Error('commitment 12 has no milestone 1')
    const [row] = await db
      .insert(update)
      .values({ ...where, organisationId: 'pkc' })
      .returning({ id: update.id })
    await db.insert(updateVersion).values({
      updateId: row?.id ?? 0,
      number: 1,
      state: 'withdrawn',
      text: '<script>alert(1)</script>\n\n"><img src=x onerror=alert(2)>',
      delayReason: 'Datubāzi uztur <i>cita</i> iestāde.',
      language: 'lv',
      publishedOn: day('2019-09-10'),
      recordSeq: 1,
    })
    for (const path of [lv(12), lv(12, '/punkti/1'), lv(12, '/vesture'), en(12)]) {
      const html = await main(path)
      expect(html).not.toMatch(/<script|<img|<i>/)
    }
    const text = await section(lv(12), 'punkti')
    expect(text).toMatch(/Pārtraukts/)
    expect(text).toContain('Pārtraukšanas iemesls')
    expect(text).not.toContain('Kavējas')
    expect(await main(lv(12))).toContain('&lt;script>alert(1)&lt;/script>')
  })
})

/** The clock only goes forward: what follows stands on later days. */
describe('after the date was moved', () => {
  const move = (to: string) => site.house.demonstration?.clock.moveTo(site.house.db, day(to))

  it('the reviewer’s findings of 2020 stand as the third voice, in OGP’s own scale, gaps as not known', async () => {
    expect(await section(lv(3), 'vertejumi')).not.toContain('Būtiski')
    await move('2020-07-21')
    const voices = await section(lv(1), 'vertejumi')
    expect(voices).toContain('IRM īstenošanas ziņojums, 2020')
    expect(voices).toMatch(/Izpilde Būtiskā apjomā Iespējamā ietekme Neliela Vai atvērtība pieauga Nedaudz/)
    expect(await section(en(1), 'vertejumi')).toMatch(/Completion Substantial .*Marginal/)
    expect(await section(lv(3), 'vertejumi')).toMatch(/Izpilde Nav zināms .*Vai atvērtība pieauga Būtiski/)
    expect(await words(lv(2))).not.toContain('Kavējas')
  })

  it('the approval of the fourth plan rests on the act of that day, not on the slides that planned it', async () => {
    await move('2020-07-21')
    const history = await words('/lv/plani/lv-4/apnemsanas/1/vesture')
    expect(history).toMatch(/11\.02\.2020\. Ministru kabinets apstiprina plānu Ministru kabineta rīkojums Nr\. 54/)
    expect(await words('/en/plans/lv-4/commitments/1/history')).toMatch(/Cabinet approves the plan Cabinet Order No\. 54/)
  })

  it('a commitment whose own end has passed is late, and what came later is told from its day on', async () => {
    expect(await words(lv(2))).not.toContain('TAP portāls sāka darbu')
    await move('2021-01-01')
    expect(await words(lv(2))).toContain('Kavējas 0 no 2')
    await move('2021-09-09')
    expect(await section(lv(2), 'pec-plana')).toContain('TAP portāls sāka darbu 2021. gada 9. septembrī')
    expect(await section(en(2), 'pec-plana')).toContain('TAP went live on 9 September 2021')
  })

  it('an institution is called as it was called while the commitment ran', async () => {
    await move('2024-06-01')
    const text = await section(lv(3), 'atbild')
    expect(text).toContain('Vides aizsardzības un reģionālās attīstības ministrija')
    expect(text).not.toContain('Viedās administrācijas')
  })
})
