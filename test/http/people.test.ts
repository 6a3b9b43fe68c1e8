import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { demonstrationLinks, type Role, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations, recordOf } from '../../src/people/testSupport.ts'
import { countQueries } from '../../src/platform/database/countQueries.ts'
import { languages } from '../../src/platform/languages/languages.ts'
import { address } from '../../src/web/addresses.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser } from './browser.ts'

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
  await addTwoOrganisations(house)
  await seedDemonstrationPeople(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.open.execute('delete from person where not demonstration')
  house.letters.length = 0
})

async function signedInAs(role: Role): Promise<Browser> {
  const browser = new Browser(app)
  const link = (await demonstrationLinks(house)).find((l) => l.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off' },
})

async function expectValid(html: string, what: string): Promise<void> {
  const report = await validator.validateString(html)
  expect(report.results.flatMap((r) => r.messages.map((m) => `${what}: ${m.ruleId} ${m.message} at ${m.line}:${m.column}`))).toEqual([])
}

const idOf = async (email: string): Promise<string> => {
  const { rows } = (await house.open.execute('select id from person where email = $1', [email])) as { rows: { id: string }[] }
  return rows[0]?.id ?? ''
}

const invited = { name: 'Jānis <b>Jaunais</b>', email: 'janis@example.org', role: 'officer', organisation: 'vk' }
const newName = { 'name.lv': 'Jaunā kanceleja', 'name.en': '', 'validFrom.day': '1', 'validFrom.part': '07', 'validFrom.year': '2019' }

describe('every page is valid HTML in both languages', () => {
  it('also with mistakes on it', async () => {
    const secretariat = await signedInAs('secretariat')
    const administrator = await signedInAs('administrator')
    for (const language of languages) {
      const visitor = new Browser(app)
      for (const path of [address(language, 'signIn'), `${address(language, 'signIn')}?sent=1`, address(language, 'signInConfirm')])
        await expectValid((await visitor.open(path)).html, path)
      await expectValid((await visitor.send(address(language, 'signIn'), { email: 'x"<>' })).html, 'sign in, wrong')
      for (const path of [
        address(language, 'people'),
        address(language, 'person', { id: 'demonstration-officer' }),
        address(language, 'organisationsEdit'),
        address(language, 'organisationEdit', { id: 'vk' }),
      ]) {
        const page = await secretariat.open(path)
        expect(page.status, path).toBe(200)
        await expectValid(page.html, path)
      }
      const only = address(language, 'person', { id: 'demonstration-administrator' })
      await expectValid((await administrator.open(only)).html, only)
      for (const [path, values] of [
        [address(language, 'people'), {}],
        [address(language, 'person', { id: 'demonstration-officer' }), { act: 'giveRole' }],
        [address(language, 'person', { id: 'demonstration-officer' }), { act: 'remove' }],
        [address(language, 'organisationsEdit'), {}],
        [address(language, 'organisationEdit', { id: 'vk' }), { version: '1' }],
      ] as const) {
        const page = await secretariat.send(path, { form: crypto.randomUUID(), ...values })
        expect(page.status, path).toBe(422)
        await expectValid(page.html, `${path} with mistakes`)
      }
    }
  })
})

describe('inviting', () => {
  it('leads back to the list, with the person on it and a letter on its way', async () => {
    const browser = await signedInAs('secretariat')
    const answer = await browser.fill(await browser.open('/lv/sekretariats/cilveki'), 0, invited)
    expect([answer.status, answer.location]).toEqual([303, '/lv/sekretariats/cilveki?done=invited'])
    const page = await browser.open(answer.location ?? '')
    expect(page.html).toContain('Jānis &lt;b>Jaunais&lt;/b>')
    expect(page.html).toContain('Institūcijas atbildīgā persona: Valsts kanceleja')
    expect(house.letters).toHaveLength(1)
    expect(house.letters[0]?.body).toContain('Institūcijas atbildīgā persona, Valsts kanceleja.')
  })

  it('twice with one form invites once', async () => {
    const browser = await signedInAs('secretariat')
    const page = await browser.open('/lv/sekretariats/cilveki')
    const first = await browser.fill(page, 0, invited)
    const second = await browser.fill(page, 0, invited)
    expect([second.status, second.location]).toEqual([first.status, first.location])
    expect(house.letters).toHaveLength(1)
  })

  it('names every mistake and gives back what was typed', async () => {
    const browser = await signedInAs('secretariat')
    const page = await browser.open('/en/secretariat/people')
    const answer = await browser.fill(page, 0, { name: 'a'.repeat(1000), email: 'no address', role: 'king', organisation: '../vk' })
    expect(answer.status).toBe(422)
    for (const words of [
      'at most 200 characters',
      'Enter an e-mail address',
      'Choose a role',
      'value="no address"',
      'Error: People and roles',
    ])
      expect(answer.html).toContain(words)
    expect(answer.html).toContain('a'.repeat(1000))
    expect(house.letters).toEqual([])
  })

  it('offers the secretariat no role that runs the house, and takes none from a forged form', async () => {
    const browser = await signedInAs('secretariat')
    const page = await browser.open('/lv/sekretariats/cilveki')
    expect(page.html).not.toContain('value="administrator"')
    expect((await browser.fill(page, 0, { ...invited, role: 'administrator' })).status).toBe(403)
    expect(await idOf('janis@example.org')).toBe('')
  })
})

describe('a person’s page', () => {
  it('gives and ends a role, and removes after a confirmation', async () => {
    const browser = await signedInAs('secretariat')
    await browser.fill(await browser.open('/lv/sekretariats/cilveki'), 0, invited)
    const path = `/lv/sekretariats/cilveki/${await idOf('janis@example.org')}`
    expect((await browser.fill(await browser.open(path), 1, { role: 'moderator' })).location).toBe(`${path}?done=roleGiven`)
    const held = await browser.open(path)
    expect(held.html).toContain('Moderators')
    expect((await browser.fill(held, 1, {})).location).toBe(`${path}?done=roleEnded`)
    const unsure = await browser.fill(await browser.open(path), 2, {})
    expect(unsure.status).toBe(422)
    expect(unsure.html).toContain('href="#confirm"')
    const sure = await browser.fill(await browser.open(path), 2, { confirm: 'yes' })
    expect(sure.location).toBe('/lv/sekretariats/cilveki?done=removed')
    expect((await browser.open(path)).status).toBe(404)
  })

  it('keeps the last administrator, and says why in the language of the page', async () => {
    const browser = await signedInAs('administrator')
    const path = '/en/secretariat/people/demonstration-administrator'
    const page = await browser.open(path)
    for (const [nth, values] of [
      [0, {}],
      [2, { confirm: 'yes' }],
    ] as const) {
      const answer = await browser.fill(page, nth, values)
      expect(answer.status).toBe(409)
      expect(answer.html).toContain('This is the only administrator')
    }
    expect((await browser.open(path)).status).toBe(200)
  })

  it.each(['nobody', '../people', '<script>', "' or 1=1"])('of %s is not there', async (id) => {
    expect((await (await signedInAs('secretariat')).open(address('lv', 'person', { id }))).status).toBe(404)
  })
})

describe('organisations', () => {
  it('are added and renamed; the page tells all names with their days', async () => {
    const browser = await signedInAs('secretariat')
    const added = await browser.fill(await browser.open('/lv/sekretariats/organizacijas'), 0, {
      'name.lv': 'Izdomātā iestāde',
      'name.en': '',
      sector: 'government',
      id: `iestade-${crypto.randomUUID().slice(0, 8)}`,
    })
    expect(added.status).toBe(303)
    const page = await browser.open(added.location ?? '')
    const correction = {
      'present.lv': 'Izdomātā <i>iestāde',
      'present.en': 'Invented body',
      sector: 'parliament',
      'note.lv': '',
      'note.en': '',
    }
    for (const _twice of [1, 2]) {
      const corrected = await browser.fill(page, 0, correction)
      expect([corrected.status, corrected.location]).toEqual([303, expect.stringContaining('?done=corrected')])
    }
    const conflict = await browser.fill(page, 0, { ...correction, 'present.en': 'Too late', form: crypto.randomUUID() })
    expect(conflict.status).toBe(409)
    await expectValid(conflict.html, 'a conflict')
    for (const words of ['Kas atšķiras', '<td data-l="Saglabāts tagad">Invented body</td>', 'value="Too late"'])
      expect(conflict.html).toContain(words)
    const wrong = await browser.fill(conflict, 0, { ...correction, 'present.lv': '', 'present.en': '', sector: 'king' })
    expect(wrong.status).toBe(422)
    await expectValid(wrong.html, 'a correction with mistakes')
    const renamed = await browser.fill(conflict, 1, newName)
    expect(renamed.location).toContain('?done=renamed')
    const after = await browser.open(renamed.location ?? '')
    expect(after.html).toContain('<h1>Jaunā kanceleja</h1>')
    expect(after.html).toContain('30.06.2019.')
    expect((await recordOf(house)).slice(-3).map(({ act }) => act)).toEqual(['addOrganisation', 'editOrganisation', 'renameOrganisation'])

    const late = await browser.fill(page, 1, { ...newName, 'name.lv': 'Par vēlu', form: crypto.randomUUID() })
    expect(late.status).toBe(409)
    expect(late.html).toContain('value="Par vēlu"')
  })

  it('are not for an administrator alone to change', async () => {
    expect((await (await signedInAs('administrator')).open('/lv/sekretariats/organizacijas')).status).toBe(403)
  })
})

describe('who may open these pages', () => {
  it.each(['participant', 'representative', 'officer', 'forum-member', 'moderator'] as const)('not %s', async (role) => {
    const browser = await signedInAs(role)
    for (const path of [
      '/lv/sekretariats/cilveki',
      '/lv/sekretariats/cilveki/demonstration-officer',
      '/lv/sekretariats/organizacijas',
      '/lv/sekretariats/organizacijas/vk',
    ]) {
      expect((await browser.open(path)).status, path).toBe(403)
      expect((await browser.send(path, { ...invited, act: 'remove', confirm: 'yes' })).status, path).toBe(403)
    }
  })

  it('not a visitor, who is asked to sign in', async () => {
    expect((await new Browser(app).open('/en/secretariat/people')).status).toBe(401)
  })
})

describe('the list', () => {
  it.each(['0', '-1', 'x', '2', '99999', '1e9', '9'.repeat(400)])('has no page %s', async (page) => {
    expect((await (await signedInAs('secretariat')).open(`/lv/sekretariats/cilveki?page=${page}`)).status).toBe(404)
  })

  it('goes on over pages, with as many queries for fifty people as for few', async () => {
    const browser = await signedInAs('secretariat')
    const few = await countQueries(() => browser.open('/lv/sekretariats/cilveki'))
    await house.open.execute(
      `insert into person (id, name, email, created_at, updated_at) select 'many-' || n, 'Āboliņš ' || n, n || '@example.org', now(), now() from generate_series(1, 60) n`,
    )
    await house.open.execute(
      `insert into role_assignment (person_id, role, organisation_id, given_at) select id, 'officer', 'vk', now() from person where id like 'many-%'`,
    )
    const many = await countQueries(() => browser.open('/lv/sekretariats/cilveki'))
    expect(many.result.html).toContain('rel="next"')
    expect(many.queries).toBe(few.queries)
    const second = await browser.open('/lv/sekretariats/cilveki?page=2')
    expect(second.status).toBe(200)
    expect(second.html).toContain('rel="prev"')
  })
})
