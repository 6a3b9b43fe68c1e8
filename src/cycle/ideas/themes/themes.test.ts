import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Actor } from '../../../people/index.ts'
import { recordOf } from '../../../people/testSupport.ts'
import { day } from '../../../platform/dates/partialDate.ts'
import { aPlan, refusalOf, secretary } from '../../plan/testSupport.ts'
import { typed } from '../../plan/translations.ts'
import { answerIdea } from '../answers/answerIdea.ts'
import { coverageOf } from '../answers/coverage.ts'
import { tellSupporters } from '../answers/tellSupporters.tsx'
import { aCall, anIdea, ideaNow, notNow, someone, supportedBy } from '../answers/testSupport.ts'
import { type call, support, supportCount } from '../tables.ts'
import { groupIdeas, tagIdeas, takeOverProposal } from './groupIdeas.ts'
import { mergeIdeas, mergesOf, undoMerge } from './mergeIdeas.ts'
import { moveSupport } from './moveSupport.ts'
import { objectToMerge } from './objectToMerge.ts'
import { proposeThemes } from './proposeThemes.ts'
import { createTheme, editTheme, endTheme, moveTheme } from './saveTheme.ts'
import { sumsOf, themesOf } from './themeQueries.ts'

let house: TestHouse
let open: typeof call.$inferSelect
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
  open = await aCall(house)
})
afterAll(() => house.close())

const aTheme = (title: string) => createTheme(house, secretary, 'lv-5', { title: typed(title), description: typed(), commitment: null })
const why = typed('Abas ir par vienu un to pašu.')
const someoneElse: Actor = { personId: 'p', name: 'P', roles: [{ role: 'participant', organisationId: null }] }

describe('themes', () => {
  it('are made, put in order, edited and taken apart; ideas go in and out by hand', async () => {
    const [data, money] = [await aTheme('Dati'), await aTheme('Nauda')]
    const [one, two] = [await anIdea(house, open, 'Kartes'), await anIdea(house, open, 'Budžets')]
    expect((await refusalOf(() => groupIdeas(house, someoneElse, { planId: 'lv-5', ideaIds: [one.id], themeId: data }))).status).toBe(403)
    await groupIdeas(house, secretary, { planId: 'lv-5', ideaIds: [one.id, two.id], themeId: data })
    await groupIdeas(house, secretary, { planId: 'lv-5', ideaIds: [two.id], themeId: money })
    expect((await recordOf(house)).at(-1)).toMatchObject({ act: 'groupIdeas', content: { theme: money, ideas: [two.number] } })
    const sums = await sumsOf(house.db, [data, money])
    expect([sums.get(data)?.ideas, sums.get(money)?.ideas]).toEqual([1, 1])
    await moveTheme(house, secretary, money, { version: 1, by: -1 })
    expect((await themesOf(house.db, 'lv-5')).map(({ id }) => id)).toEqual([money, data])
    await editTheme(house, secretary, money, { version: 2, title: typed('Budžets'), description: typed('Par naudu.'), commitment: 1 })
    expect(
      (await refusalOf(() => editTheme(house, secretary, money, { version: 2, title: typed('X'), description: typed(), commitment: null })))
        .status,
    ).toBe(409)
    expect(
      (await refusalOf(() => editTheme(house, secretary, money, { version: 3, title: typed('X'), description: typed(), commitment: 77 })))
        .fields,
    ).toHaveProperty('commitment')
    await endTheme(house, secretary, money, { version: 3 })
    expect((await ideaNow(house, two.id)).themeId).toBeNull()
    expect((await refusalOf(() => groupIdeas(house, secretary, { planId: 'lv-5', ideaIds: [two.id], themeId: money }))).status).toBe(422)
  })

  it('are proposed of ideas that are alike, the same each time; what is like no other is left out', async () => {
    const snow = [await anIdea(house, open, 'Sniega tīrīšana uz ietvēm'), await anIdea(house, open, 'Tīrīt sniegu no ietvēm')]
    const trains = [await anIdea(house, open, 'Vilcienu kavējumu paziņojumi'), await anIdea(house, open, 'Paziņot par vilciena kavējumu')]
    const alone = await anIdea(house, open, 'Zirgaudzētavas ganāmpulks')
    const { themes } = await proposeThemes(house.db, 'lv-5')
    const proposed = themes.map(({ title, ideas }) => ({ title: title.lv?.text ?? '', ideas: ideas.map(({ id }) => id) }))
    for (const pair of [snow, trains])
      expect(proposed.find(({ ideas }) => ideas.includes(pair[0]?.id ?? 0))).toEqual({
        title: pair[0]?.title.lv?.text,
        ideas: pair.map(({ id }) => id),
      })
    expect(proposed.flatMap(({ ideas }) => ideas)).not.toContain(alone.id)
    expect(await proposeThemes(house.db, 'lv-5')).toEqual(await proposeThemes(house.db, 'lv-5'))
  })

  it('a proposal is taken over whole or not at all; tags go on and off', async () => {
    const [one, two] = [await anIdea(house, open, 'Autobusi'), await anIdea(house, open, 'Vilcieni')]
    const before = (await themesOf(house.db, 'lv-5')).length
    await refusalOf(() =>
      takeOverProposal(house, secretary, 'lv-5', [
        { title: typed('Satiksme'), ideaIds: [one.id] },
        { title: typed('Tukša'), ideaIds: [] },
      ]),
    )
    expect(await themesOf(house.db, 'lv-5')).toHaveLength(before)
    await takeOverProposal(house, secretary, 'lv-5', [{ title: typed('Satiksme'), ideaIds: [one.id, two.id] }])
    expect((await ideaNow(house, one.id)).themeId).toBe((await ideaNow(house, two.id)).themeId)
    await tagIdeas(house, secretary, { planId: 'lv-5', ideaIds: [one.id, two.id], tag: ' Reģioni ', on: true })
    await tagIdeas(house, secretary, { planId: 'lv-5', ideaIds: [two.id], tag: 'reģioni', on: false })
    expect([(await ideaNow(house, one.id)).tags, (await ideaNow(house, two.id)).tags]).toEqual([['reģioni'], []])
  })
})

describe('merging', () => {
  it('keeps everything, tells the author and supporters, counts the idea no more, and is undone whole', async () => {
    const author = await someone(house, 'autors')
    const [twin, target] = [await anIdea(house, open, 'Dvīne', { authorId: author }), await anIdea(house, open, 'Pirmā')]
    await supportedBy(house, twin.id, 'biedrs')
    const before = await coverageOf(house.db, 'lv-5', day('2019-09-10'))
    house.letters.length = 0
    await mergeIdeas(house, secretary, 'lv-5', { ideaIds: [twin.id], into: target.number, reason: why })
    expect(await ideaNow(house, twin.id)).toMatchObject({ mergedIntoId: target.id, visibility: 'published', supports: 1 })
    expect((await coverageOf(house.db, 'lv-5', day('2019-09-10'))).ideas).toBe(before.ideas - 1)
    await tellSupporters(house)
    expect(house.letters.map(({ to }) => to)).toEqual(['autors@example.org', 'biedrs@example.org'])

    const token = new URL(/https?:\S+iebilst\S+/.exec(house.letters[0]?.body ?? '')?.[0] ?? '').searchParams.get('token') ?? ''
    expect((await refusalOf(() => objectToMerge(house, `${token.slice(0, -2)}xx`, null))).status).toBe(403)
    await objectToMerge(house, token, 'Manējā ir par skolām.')
    const { merges } = await mergesOf(house.db, 'lv-5', 1)
    expect(merges[0]).toMatchObject({ merge: { objection: 'Manējā ir par skolām.' }, target: { number: target.number } })

    expect((await refusalOf(() => answerIdea(house, secretary, twin.id, notNow(2)))).status).toBe(422)
    await undoMerge(house, secretary, merges[0]?.merge.id ?? 0, { reason: typed('Autoram taisnība.') })
    expect(await ideaNow(house, twin.id)).toMatchObject({ mergedIntoId: null, answerState: 'waiting' })
    expect((await coverageOf(house.db, 'lv-5', day('2019-09-10'))).ideas).toBe(before.ideas)
    expect((await refusalOf(() => undoMerge(house, secretary, merges[0]?.merge.id ?? 0, { reason: why }))).status).toBe(409)
    expect((await refusalOf(() => objectToMerge(house, token, null))).status).toBe(410)
    expect((await recordOf(house)).slice(-2).map(({ act }) => act)).toEqual(['mergeIdea', 'undoMerge'])
    expect(JSON.stringify(await recordOf(house))).not.toContain('par skolām')
  })

  it('refuses chains, itself, what is answered, and what nobody sees', async () => {
    const [a, b, c, answered] = [
      await anIdea(house, open, 'A'),
      await anIdea(house, open, 'B'),
      await anIdea(house, open, 'C'),
      await anIdea(house, open, 'D'),
    ]
    await mergeIdeas(house, secretary, 'lv-5', { ideaIds: [a.id], into: b.number, reason: why })
    const merging = (ids: number[], into: number) =>
      refusalOf(() => mergeIdeas(house, secretary, 'lv-5', { ideaIds: ids, into, reason: why }))
    expect((await merging([c.id], a.number)).fields.into).toContain(`Nr. ${b.number}`)
    expect((await merging([b.id], c.number)).fields.idea).toContain('jau ir apvienotas citas')
    expect((await merging([c.id], c.number)).fields.into).toContain('to pašu')
    expect((await merging([c.id], 9999)).fields.into).toContain('9999')
    await answerIdea(house, secretary, answered.id, notNow(1))
    expect((await merging([c.id, answered.id], b.number)).fields.idea).toContain('jau ir atbildēts')
    expect(await ideaNow(house, c.id)).toMatchObject({ mergedIntoId: null, version: 1 })
  })

  it('a support stays until its giver moves it, and is counted once where they gave it to both', async () => {
    const [twin, target] = [await anIdea(house, open, 'Dvīne 2'), await anIdea(house, open, 'Pirmā 2')]
    await supportedBy(house, twin.id, 'viens')
    await supportedBy(house, twin.id, 'abiem')
    await supportedBy(house, target.id, 'abiem')
    const who = (personId: string): Actor => ({ personId, name: personId, roles: [{ role: 'participant', organisationId: null }] })
    const asked = { planId: 'lv-5', number: twin.number }
    expect((await refusalOf(() => moveSupport(house, who('viens'), asked))).status).toBe(409)
    await mergeIdeas(house, secretary, 'lv-5', { ideaIds: [twin.id], into: target.number, reason: why })
    expect((await refusalOf(() => moveSupport(house, who('svesais'), asked))).status).toBe(422)
    for (const id of ['viens', 'abiem']) expect(await moveSupport(house, who(id), asked)).toBe(target.number)
    expect([(await ideaNow(house, twin.id)).supports, (await ideaNow(house, target.id)).supports]).toEqual([0, 2])
    expect(await house.db.$count(support, eq(support.ideaId, target.id))).toBe(2)
    const [counted] = await house.db.select().from(supportCount).where(eq(supportCount.ideaId, target.id))
    expect(counted?.supports).toBe(2)
  })
})
