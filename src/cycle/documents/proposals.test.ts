import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposedDay, proposedTitle } from './proposals.ts'

describe('the name of a file proposes', () => {
  it.each([
    ['protokols_2019-09-16.pdf', 'Protokols 2019-09-16', '2019-09-16'],
    ['Memoranda-padomes-sēde-20190916.docx', 'Memoranda padomes sēde 20190916', '2019-09-16'],
    ['darba kārtība 16.09.2019.odt', 'Darba kārtība 16.09.2019', '2019-09-16'],
    ['ēnu ziņojums 1-9-2019.PDF', 'Ēnu ziņojums 1-9-2019', '2019-09-01'],
    ['plāns 2017-2019.pdf', 'Plāns 2017-2019', null],
    ['atzinums 2019-13-45.pdf', 'Atzinums 2019-13-45', null],
    ['tālrunis 12345678901234.csv', 'Tālrunis 12345678901234', null],
    ['___.txt', '___', null],
  ])('of %s the title and the day', (name, title, day) => {
    expect([proposedTitle(name), proposedDay(name)]).toEqual([title, day])
  })

  it('some title for any name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(proposedTitle(`${name}x.pdf`)).not.toBe('')
        proposedDay(name)
      }),
    )
  })
})
