import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommitmentStanding, standingOf } from '../../src/cycle/monitoring/index.ts'
import { type CommitmentWithParts, commitmentsOf } from '../../src/cycle/plan/index.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import type { House } from '../../src/platform/house.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function read(path: string): Promise<{ status: number; html: string; text: string }> {
  const answer = await fetch(site.url + path, { redirect: 'manual' })
  const html = await answer.text()
  return { status: answer.status, html, text: plain(html) }
}

const plain = (html: string): string =>
  html
    .replaceAll(/<title>.*?<\/title>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

/** One section of a page, by its heading's id. */
const section = (html: string, id: string): string =>
  plain(html.split('<section').find((part) => part.includes(`aria-labelledby="${id}"`)) ?? '')

/** The numbers of the commitments in an index, in its order. */
const listed = (html: string): number[] => [...html.matchAll(/<span class="no">(\d+)<\/span>/g)].map(([, number]) => Number(number))

describe('the list of plans', () => {
  it('has every plan, the newest first, with what is going on', async () => {
    const { html } = await read('/lv/plani')
    const said = section(html, 'plani')
    expect(said.indexOf('Ceturtais plāns')).toBeLessThan(said.indexOf('Trešais plāns'))
    expect(said).toContain('Top ceturtais plāns. Atvērta diskusija 16. septembrī.')
    expect(said).toContain('Noslēdzas trešais plāns. Nobeiguma ziņojums līdz 30. novembrim.')
    expect(said).toContain('No 12 apņemšanām 2 ir paveiktas')
    expect(said).toContain('aptuveni 6, kā iecerējusi Valsts kanceleja')
  })
})

describe('the page of the plan that closes', () => {
  it('shows the legal and the working deadline, each with its basis', async () => {
    const { html } = await read('/lv/plani/lv-3')
    const deadlines = section(html, 'termini')
    expect(deadlines).toMatch(/01\.09\.2019\..*Ministru kabineta rīkojums Nr\. 633.*Noteikts tiesību aktā/)
    expect(deadlines).toMatch(/12\.09\.2019\..*Valsts kancelejas prezentācija.*Darba termiņš.*Vēl 2 dienas/)
    expect(deadlines).toMatch(/30\.11\.2019\..*633 4\. punkts/)
  })

  it('tells planned and actual dates of its phases, and what is not known of them', async () => {
    const { html } = await read('/en/plans/lv-3')
    const phases = section(html, 'posmi')
    expect(phases).toMatch(/Cabinet approves the plan.*?Not known 7 Nov 2017 Done/)
    expect(phases).toMatch(/Plan carried out.*?2nd half of 2017 – 1st half of 2019 Not known Passed/)
    expect(phases).toMatch(/State Chancellery publishes the final report.*?30 Nov 2019 not yet To come/)
  })

  it('says its figures as sentences, with what is missing', async () => {
    const { html } = await read('/lv/plani/lv-3')
    const figures = section(html, 'sokas')
    for (const sentence of [
      'Divas ir paveiktas pilnībā. Par četrām vēl gaidām ziņas.',
      'No 24 zināmajiem atskaites punktiem 14 ir paveikti. 3 apņemšanām atskaites punkti nav zināmi.',
      '1 apņemšanai atbildīgā institūcija nav norādīta.',
    ])
      expect(figures).toContain(sentence)
  })

  it('gives the several starts of its period, its act, and the way to the report and the contributions', async () => {
    const { html } = await read('/lv/plani/lv-3')
    expect(section(html, 'par-planu')).toMatch(/2017\. gada 2\. pusgads.*pirmais ziņu periods sākas 01\.08\.2017\..*Nr\. 633/)
    expect(html).toContain('href="/lv/plani/lv-3/zinojums"')
    expect(html).toContain('href="/lv/plani/lv-3/zinas"')
    expect(listed(html)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})

describe('the page of the plan that is being made', () => {
  it('shows no commitment yet, but how many are intended and what one can do', async () => {
    const { html, text } = await read('/en/plans/lv-4')
    expect(text).toContain('The fourth plan is being made. Open discussion on 16 September.')
    expect(section(html, 'sokas')).toMatch(/not known yet.*about 6, as the State Chancellery intends/)
    expect(listed(html)).toEqual([])
    expect(section(html, 'tagad')).toMatch(
      /16 Sep 2019 14:30–17:00 Open discussion .*September 2019 Call for ideas .*October – November 2019/,
    )
    expect(text).not.toContain('Order No. 54')
  })
})

it('a plan that is not there is not found', async () => {
  for (const path of ['/lv/plani/lv-9', '/en/plans/lv-9/commitments']) expect((await read(path)).status).toBe(404)
})

describe('the commitments of a plan', () => {
  it('can be chosen by the address alone, and say how many of all', async () => {
    const { html, text } = await read('/lv/plani/lv-3/apnemsanas?state=partly')
    expect(listed(html)).toEqual([5, 6, 7, 8])
    expect(text).toContain('4 no 12 apņemšanām')
    expect(text).toContain('Stāvoklis: Daļēji paveikta.')
    expect(html).toMatch(/<option[^>]*value="partly"[^>]*selected|<option[^>]*selected[^>]*value="partly"/)
  })

  it('keep what was chosen in the other language', async () => {
    const { html } = await read('/lv/plani/lv-3/apnemsanas?state=partly&institution=knab')
    expect(html).toContain('href="/en/plans/lv-3/commitments?institution=knab&amp;state=partly"')
  })

  it('say so when nothing matches', async () => {
    const { html, text } = await read('/en/plans/lv-3/commitments?state=complete&institution=vk')
    expect(listed(html)).toEqual([])
    expect(text).toContain('0 of 12 commitments')
    expect(text).toContain('No commitment matches the filter.')
  })

  it('leave out a choice that fits nothing, and say so', async () => {
    const { html, text } = await read('/lv/plani/lv-3/apnemsanas?value=nope&challenge=integrity&state=partly')
    expect(listed(html)).toEqual([5, 6, 7, 8])
    expect(text).toContain('nav ņemta vērā')
  })

  it('offer no grand challenge while none is known, and say why', async () => {
    const { html, text } = await read('/en/plans/lv-3/commitments')
    expect(html).not.toContain('name="challenge"')
    expect(text).toContain('Which grand challenges the commitments serve is not stated')
  })

  it('are those of the plain list that have every asked value, whatever is asked', async () => {
    const { commitments, standing } = await plainList(site.house)
    const values = ['access-to-information', 'civic-participation', 'public-accountability', 'technology-innovation']
    const institutions = [...new Set(commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId)))]
    const states = ['complete', 'substantial', 'partly', 'in-progress', 'awaiting']
    const maybe = (choices: readonly string[]) => fc.option(fc.constantFrom(...choices), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(maybe(values), maybe(institutions), maybe(states), async (value, institution, state) => {
        const query = new URLSearchParams()
        if (value) query.set('value', value)
        if (institution) query.set('institution', institution)
        if (state) query.set('state', state)
        const expected = commitments.filter(
          ({ commitment, parties }) =>
            (!value || (commitment.values as string[]).includes(value)) &&
            (!institution || parties.some((party) => party.organisationId === institution)) &&
            (!state || stateOf(commitment.number, standing.get(commitment.id)) === state),
        )
        const { html } = await read(`/lv/plani/lv-3/apnemsanas?${query}`)
        expect(listed(html)).toEqual(expected.map(({ commitment }) => commitment.number))
      }),
      { numRuns: 60 },
    )
  })
})

async function plainList(house: House): Promise<{ commitments: CommitmentWithParts[]; standing: Map<number, CommitmentStanding> }> {
  const commitments = await commitmentsOf(house.db, ['lv-3'], house.clock.today())
  return { commitments, standing: await standingOf(house.db, commitments, house.clock.today()) }
}

/** Only the second commitment goes on after the plan: limited is in progress there and partly done elsewhere. */
function stateOf(number: number, standing: CommitmentStanding | undefined): string | undefined {
  if (standing?.state !== 'limited') return standing?.state
  return number === 2 ? 'in-progress' : 'partly'
}

describe('when the date is moved past an approval', () => {
  it('the fourth plan shows its act and its commitments, with the challenges unknown', async () => {
    await site.house.db.transaction((tx) => site.house.demonstration?.clock.moveTo(tx, day('2020-03-01')) ?? Promise.resolve(false))
    const { html, text } = await read('/lv/plani/lv-4')
    expect(text).toContain('Īsteno ceturto plānu. Institūcijas ziņo līdz 2021. gada 1. februārim.')
    expect(section(html, 'par-planu')).toContain('Nr. 54')
    expect(listed(html)).toEqual([1, 2, 3, 4, 5, 6])
    expect(section(html, 'sokas')).toContain('Par visām vēl gaidām ziņas.')
    expect((await read('/lv/plani/lv-3')).text).toContain('Ir noslēdzies trešais plāns.')
  })
})
