import { type DataMap, withPersonalData } from '../../../platform/dataMap.ts'
import { DRAFTS_KEPT_SECONDS } from './ideaDrafts.ts'
import { ideaDraft, ideaImport, ideaImportRow } from './tables.ts'

/** What drafts, and tables that the secretariat takes over, hold about people. */
export const sendingData: DataMap = [
  withPersonalData(
    ideaDraft,
    [
      {
        columns: ['fields', 'files'],
        what: {
          lv: 'Iesniedzamā melnraksts: teksts, datnes, vārds un e-pasta adrese, ko esat ierakstījis, bet vēl neesat nosūtījis.',
          en: 'The draft of what you are sending: the text, files, name and e-mail address that you typed and have not sent yet.',
        },
        why: {
          lv: 'Lai iesāktais nepazustu, ja pārlūks tiek aizvērts. Melnrakstu var izmest uzreiz; nosūtot tas pazūd.',
          en: 'So that what was begun is not lost when the browser is closed. It can be thrown away at once; with sending it goes.',
        },
        basis: 'consent',
        seenBy: { lv: 'Jūs, šajā pārlūkā.', en: 'You, in this browser.' },
        kept: { seconds: DRAFTS_KEPT_SECONDS, since: { lv: 'kopš pēdējā labojuma', en: 'after the last change' }, job: 'ideas' },
      },
    ],
    ['token', 'callId', 'kind', 'language', 'sending', 'savedAt'],
  ),
  withPersonalData(
    ideaImport,
    [
      {
        columns: ['fileName'],
        what: { lv: 'Pārņemamās tabulas nosaukums.', en: 'The name of a table that is taken over.' },
        why: { lv: 'Lai sekretariāts zinātu, kas ir pārņemts.', en: 'So that the secretariat knows what was taken over.' },
        basis: 'public task',
        seenBy: { lv: 'Sekretariāts.', en: 'The secretariat.' },
        kept: { until: { lv: 'Kamēr darbojas vietne.', en: 'As long as the site is there.' } },
      },
    ],
    ['id', 'callId', 'language', 'state', 'version', 'createdAt'],
  ),
  withPersonalData(
    ideaImportRow,
    [
      {
        columns: ['fields'],
        what: {
          lv: 'Tabulas rinda: uz papīra vai e-pastā iesniegts teksts un iesniedzēja vārds.',
          en: 'A row of a table: a text that came on paper or by e-mail, and its sender’s name.',
        },
        why: { lv: 'Lai sekretariāts to pārbaudītu, pirms pārņem.', en: 'So that the secretariat can check it before it is brought in.' },
        basis: 'public task',
        seenBy: { lv: 'Sekretariāts.', en: 'The secretariat.' },
        kept: {
          seconds: DRAFTS_KEPT_SECONDS,
          since: { lv: 'kopš augšupielādes; pārņemot pazūd uzreiz', en: 'after the upload; with bringing it in it goes at once' },
          job: 'ideas',
        },
      },
    ],
    ['importId', 'row', 'ideaId', 'stays'],
  ),
]
