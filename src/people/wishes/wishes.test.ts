import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { day } from '../../platform/dates/partialDate.ts'
import type { Actor } from '../actor.ts'
import { visitor } from '../actor.ts'
import { removePerson } from '../removePerson.ts'
import { letterKinds } from '../tables.ts'
import { administrator, refusalOf } from '../testSupport.ts'
import { sendHeldLetters, tellPerson } from './tellPerson.ts'
import { dayOfLetter, type LetterWishes, saveWishes, wishes, wishesOf } from './wishes.ts'

let house: TestHouse
let nth = 0
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** Someone who signs in with an address of their own. */
async function someone(): Promise<Actor & { personId: string; email: string }> {
  nth += 1
  const personId = `p${nth}`
  await house.open.execute(
    `insert into person (id, name, email, created_at, updated_at) values ('${personId}', 'P', '${personId}@example.org', now(), now())`,
  )
  house.letters.length = 0
  return { personId, name: 'P', roles: [], email: `${personId}@example.org` }
}

const all = (rhythm: LetterWishes['answer']): LetterWishes => Object.fromEntries(letterKinds.map((kind) => [kind, rhythm])) as LetterWishes
const tell = (personId: string, subject: string, kind: (typeof letterKinds)[number] = 'answer') =>
  house.db.transaction((tx) => tellPerson(house, tx, personId, kind, { language: 'lv', subject, body: `${subject}: teksts` }))
const letters = () => house.letters.map(({ to, subject, body }) => ({ to, subject, body }))

describe('when letters come', () => {
  it('is at once for who has chosen nothing', async () => {
    const one = await someone()
    expect(await wishes(house.db, one.personId, 'answer')).toBe('immediate')
    await tell(one.personId, 'Atbilde')
    expect(letters()).toEqual([{ to: one.email, subject: 'Atbilde', body: 'Atbilde: teksts' }])
  })

  it('is as it was chosen, kind by kind', async () => {
    const one = await someone()
    await saveWishes(house, one, { ...all('immediate'), comment: 'none' })
    expect(await wishesOf(house.db, one.personId)).toEqual({ ...all('immediate'), comment: 'none' })
    await tell(one.personId, 'Komentārs', 'comment')
    await tell(one.personId, 'Atbilde', 'answer')
    expect(letters().map(({ subject }) => subject)).toEqual(['Atbilde'])
  })

  it('is the next day in one letter for who wants a daily one, and not before', async () => {
    const one = await someone()
    await saveWishes(house, one, all('daily'))
    await tell(one.personId, 'Pirmā')
    await tell(one.personId, 'Otrā', 'merge')
    await sendHeldLetters(house)
    expect(letters()).toEqual([])
    house.setToday('2019-09-11')
    await sendHeldLetters(house)
    await sendHeldLetters(house)
    house.setToday('2019-09-10')
    expect(letters()).toHaveLength(1)
    expect(letters()[0]).toMatchObject({ to: one.email, subject: '2 jaunumi par Jūsu idejām' })
    for (const words of ['Pirmā: teksts', 'Otrā: teksts', '/lv/mana-lapa']) expect(letters()[0]?.body).toContain(words)
  })

  it('is the next Monday for who wants a weekly one', () => {
    const of = (text: string) => dayOfLetter('weekly', day(text))
    expect([of('2019-09-10'), of('2019-09-15'), of('2019-09-16')]).toEqual(['2019-09-16', '2019-09-16', '2019-09-23'])
    expect(dayOfLetter('daily', day('2019-09-30'))).toBe('2019-10-01')
  })

  it('holds for what waits already: a new choice sends it, puts it off or drops it', async () => {
    const one = await someone()
    await saveWishes(house, one, all('weekly'))
    await tell(one.personId, 'Paliek', 'answer')
    await tell(one.personId, 'Pazūd', 'comment')
    await saveWishes(house, one, { ...all('weekly'), answer: 'immediate', comment: 'none' })
    await sendHeldLetters(house)
    expect(letters()).toHaveLength(1)
    expect(letters()[0]?.body).toContain('Paliek')
    expect(letters()[0]?.body).not.toContain('Pazūd')
  })

  it('is never for who was removed, also for what waited', async () => {
    const one = await someone()
    await saveWishes(house, one, all('daily'))
    await tell(one.personId, 'Par vēlu')
    await removePerson(house, administrator, one.personId)
    await tell(one.personId, 'Arī par vēlu')
    // As one that was being written while its person was erased.
    await house.open.execute(
      `insert into held_letter (person_id, kind, language, subject, body, due_on) values ('${one.personId}', 'answer', 'lv', 'S', 'B', '2019-09-11')`,
    )
    house.setToday('2019-09-12')
    await sendHeldLetters(house)
    house.setToday('2019-09-10')
    expect(letters()).toEqual([])
    const { rows } = (await house.open.execute(`select person_id from letter_wish where person_id = '${one.personId}'`)) as {
      rows: unknown[]
    }
    expect(rows).toEqual([])
    const held = (await house.open.execute(`select id from held_letter where person_id = '${one.personId}'`)) as { rows: unknown[] }
    expect(held.rows).toEqual([])
  })

  it('is nothing that a visitor chooses', async () => {
    expect((await refusalOf(saveWishes(house, visitor, all('none')))).status).toBe(401)
  })
})
