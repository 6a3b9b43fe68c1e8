import { type DataMap, type Words, withPersonalData } from '../../platform/dataMap.ts'
import { ballot, ballotVote, ballotVoter } from './tables.ts'

const whileTheSite: Words = { lv: 'Glabājam, kamēr darbojas vietne.', en: 'As long as the site is there.' }

/** What ballots hold about people: who may vote, apart from how somebody voted. */
export const selectionData: DataMap = [
  withPersonalData(
    ballot,
    [
      {
        columns: ['draft', 'content', 'withdrawn'],
        what: {
          lv: 'Balsojuma priekšlikumi un teksti; melnrakstā arī ierakstīto balsotāju vārdi, adreses un sektori.',
          en: 'The options and words of a ballot; in a draft also the names, addresses and sectors of voters that were entered.',
        },
        why: { lv: 'Lai balsojumu varētu sagatavot un sarīkot.', en: 'So that a ballot can be prepared and held.' },
        basis: 'public task',
        seenBy: { lv: 'Melnrakstu redz sekretariāts, publicēto ikviens.', en: 'A draft the secretariat, what is published everyone.' },
        kept: {
          until: {
            lv: 'Melnrakstu līdz publicēšanai, publicēto, kamēr darbojas vietne.',
            en: 'A draft until it is published, what is published as long as the site is there.',
          },
        },
      },
    ],
    ['id', 'planId', 'version', 'publishedOn', 'opensAt', 'closesAt', 'secret', 'result', 'demonstration', 'recordSeq'],
  ),
  withPersonalData(
    ballotVoter,
    [
      {
        columns: ['name', 'email', 'sector', 'side', 'state', 'organisationId'],
        what: {
          lv: 'Kam balsojumā ir balss: vārds, adrese, sektors un tas, vai ir nobalsots vai atteikts dalībai, bez laika un secības.',
          en: 'Who has a vote in a ballot: name, address, sector, and whether they have voted or recused themselves, without time and order.',
        },
        why: { lv: 'Lai balsotu tikai tie, kam ir balss, un katrs vienreiz.', en: 'So that those vote who have a vote, and each once.' },
        basis: 'public task',
        seenBy: {
          lv: 'Balsotājs un programma. Sekretariāts redz sarakstu, ko pats sagatavo. Atklātā balsojumā pēc beigām vārdu pie balss redz ikviens.',
          en: 'The voter and the program. The secretariat sees the list that it prepares. In an open ballot everyone sees the name beside the vote once it has ended.',
        },
        kept: {
          until: {
            lv: 'Aizklātā balsojumā vārdu un adresi izdzēš, kad balsis saskaita. Atklātā tos glabā, kamēr darbojas vietne vai līdz cilvēks sevi izdzēš.',
            en: 'In a secret ballot name and address are erased when votes are counted. In an open one they are kept as long as the site is there, or until the person erases themselves.',
          },
        },
      },
    ],
    ['ballotId', 'number'],
  ),
  withPersonalData(
    ballotVote,
    [
      {
        columns: ['marks', 'sector', 'side', 'voterNumber', 'key'],
        what: {
          lv: 'Balss: kas izvēlēts. Aizklātā balsojumā tā glabājas zem apliecinājuma koda pirkstu nospieduma, bez vārda, laika un secības; kods ir tikai balsotājam.',
          en: 'A vote: what was chosen. In a secret ballot it is kept under the fingerprint of the receipt’s code, without name, time and order; the voter alone has the code.',
        },
        why: { lv: 'Lai balsis saskaitītu un ikviens varētu pārskaitīt.', en: 'So that votes are counted, and anyone can recount them.' },
        basis: 'public task',
        seenBy: {
          lv: 'Pēc balsošanas beigām ikviens: aizklātas balsis bez vārdiem un bez maziem sektoriem, atklātas ar vārdiem.',
          en: 'Everyone once voting has ended: secret votes without names and without small sectors, open ones with names.',
        },
        kept: { until: whileTheSite },
      },
    ],
    ['ballotId'],
  ),
]
