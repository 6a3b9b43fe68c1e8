import { type DataMap, withoutPersonalData, withPersonalData } from '../platform/dataMap.ts'
import { recordEntry, recordHead } from './tables.ts'

/** What the public record holds about people. */
export const recordData: DataMap = [
  ...withoutPersonalData(recordHead),
  withPersonalData(
    recordEntry,
    [
      {
        columns: ['entry'],
        what: {
          lv: 'Publiskā žurnāla ieraksts: kurā lomā un kuras institūcijas vārdā kas izdarīts. Kam piešķirta vai beigusies loma, tā vietā stāv pirkstu nospiedums.',
          en: 'An entry of the public record: in which role and for which institution something was done. A fingerprint stands in the place of someone who was given a role or whose role ended.',
        },
        why: { lv: 'Lai neko nevarētu mainīt nemanot.', en: 'So that nothing can be changed quietly.' },
        basis: 'public task',
        seenBy: { lv: 'Ikviens.', en: 'Everyone.' },
        kept: {
          until: {
            lv: 'Glabājam, kamēr darbojas vietne. Kad lietotāju noņem, nospiedumu vairs nevar saistīt ar cilvēku.',
            en: 'As long as the site is there. Once a user is removed, the fingerprint leads to nobody.',
          },
        },
      },
    ],
    ['seq', 'object', 'act'],
  ),
]
