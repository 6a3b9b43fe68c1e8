import { type DataMap, type PersonalData, type Words, withoutPersonalData, withPersonalData } from '../platform/dataMap.ts'
import {
  forumAttendance,
  forumDecision,
  forumItem,
  forumMeeting,
  forumMeetingVersion,
  forumMinutes,
  forumOpinion,
  forumPaper,
  forumTask,
  forumVote,
} from './meetings/tables.ts'
import { forum, forumDeclaration, forumProposal, forumRules, forumSeat, forumTerm } from './tables.ts'

const everyone: Words = { lv: 'Ikviens.', en: 'Everyone.' }
const secretariat: Words = { lv: 'Sekretariāts.', en: 'The secretariat.' }
const asLongAsTheSite: Words = {
  lv: 'Glabājam, kamēr darbojas vietne: foruma locekļa pienākumi ir publiski.',
  en: 'As long as the site is there: a forum member’s office is public.',
}
const office = <const C extends readonly string[]>(columns: C, lv: string, en: string): PersonalData & { columns: C } => ({
  columns,
  what: { lv, en },
  why: { lv: 'Lai ikviens redzētu, kas forumā lemj un kā.', en: 'So that everyone sees who decides in the forum, and how.' },
  basis: 'public task',
  seenBy: everyone,
  kept: { until: asLongAsTheSite },
})

/** What forums hold about people: members in their public office, and who proposed something. */
export const forumData: DataMap = [
  ...withoutPersonalData(forum, forumRules, forumSeat, forumAttendance, forumItem),
  withPersonalData(
    forumTerm,
    [
      office(
        ['name', 'position', 'organisationId', 'office', 'nth', 'chosen', 'startsOn', 'endsOn', 'endReason'],
        'Foruma locekļi un aizstājēji: vārds, amats, ko pārstāv, pilnvaru laiks un kā izraudzīts.',
        'Members of forums and their substitutes: the name, the position, whom they represent, the term and how they were chosen.',
      ),
      {
        columns: ['personId'],
        what: { lv: 'Kurš lietotājs darbojas kuras foruma vietas vārdā.', en: 'Which user acts for which seat of a forum.' },
        why: { lv: 'Lai loceklis vietnē varētu rīkoties pats.', en: 'So that a member can act here in person.' },
        basis: 'public task',
        seenBy: secretariat,
        kept: { until: { lv: 'Līdz kontu atsaista vai dzēš.', en: 'Until the link is cut or the account erased.' } },
      },
    ],
    ['id', 'seatId', 'kind', 'version', 'publishedOn', 'demonstration', 'recordSeq'],
  ),
  withPersonalData(
    forumDeclaration,
    [office(['text'], 'Foruma locekļu interešu deklarācijas.', 'Forum members’ declarations of interest.')],
    ['id', 'termId', 'byMember', 'publishedOn', 'recordSeq'],
  ),
  withPersonalData(
    forumProposal,
    [
      {
        columns: ['personId', 'title', 'reason', 'language', 'about', 'answer', 'state', 'sentOn'],
        what: {
          lv: 'Ko ierosinājāt foruma darba kārtībai un kāda bija atbilde. Jūsu vārdu nepublicējam.',
          en: 'What you proposed for a forum’s agenda, and the answer. Your name is not published.',
        },
        why: { lv: 'Lai ierosinājumu izskatītu un Jums atbildētu.', en: 'So that it can be looked at and answered.' },
        basis: 'public task',
        seenBy: secretariat,
        kept: {
          until: {
            lv: 'Ierosinājumu glabājam; kad savu kontu dzēšat, tas paliek bez norādes uz Jums.',
            en: 'The proposal is kept; when you erase your account nothing leads from it to you.',
          },
        },
      },
    ],
    ['id', 'forumId', 'seatId', 'demonstration'],
  ),
  withPersonalData(
    forumMeeting,
    [
      {
        columns: ['minutesDraft'],
        what: { lv: 'Foruma sēžu protokolu melnraksti.', en: 'Drafts of the minutes of forum meetings.' },
        why: { lv: 'Lai iesākto varētu pabeigt vēlāk.', en: 'So that what was begun can be finished later.' },
        basis: 'public task',
        seenBy: secretariat,
        kept: { until: { lv: 'Līdz protokolu publicē.', en: 'Until the minutes are published.' } },
      },
    ],
    [
      'id',
      'forumId',
      'state',
      'version',
      'startsOn',
      'agendaPublishedOn',
      'chairSeatId',
      'closedOn',
      'minutesPublishedOn',
      'approvedOn',
      'approvedAt',
      'publishedOn',
      'demonstration',
      'recordSeq',
    ],
  ),
  withPersonalData(
    forumMeetingVersion,
    [
      office(
        ['note', 'reason'],
        'Izziņotās foruma sēdes; piezīmē var būt kāda vārds.',
        'Announced forum meetings; a note may name someone.',
      ),
    ],
    ['id', 'meetingId', 'number', 'startsOn', 'hours', 'place', 'streamUrl', 'cancelled', 'publishedOn', 'recordSeq'],
  ),
  withPersonalData(
    forumPaper,
    [office(['title', 'fileHash', 'fileName', 'url'], 'Foruma sēžu materiāli.', 'Papers of forum meetings.')],
    ['id', 'meetingId', 'itemId', 'mediaType', 'bytes', 'publishedOn', 'recordSeq'],
  ),
  withPersonalData(
    forumDecision,
    [office(['title', 'text', 'reasons'], 'Foruma lēmumi un to pamatojums.', 'The forum’s decisions and their reasons.')],
    ['id', 'forumId', 'itemId', 'number', 'state', 'way', 'consensusFailed', 'about', 'rulesNumber', 'tally', 'decidedOn', 'recordSeq'],
  ),
  withPersonalData(
    forumVote,
    [
      office(
        ['termId', 'vote', 'reason'],
        'Kā foruma locekļi atklāti balsoja un kāpēc kāds nepiedalījās.',
        'How forum members voted in open votes, and why someone was recused.',
      ),
    ],
    ['decisionId', 'seatId', 'chairs', 'recordSeq'],
  ),
  withPersonalData(
    forumTask,
    [office(['title', 'doer', 'note'], 'Uzdevumi pēc lēmumiem un to izpildītāji.', 'Tasks after decisions, and who does them.')],
    ['id', 'decisionId', 'dueOn', 'state', 'version', 'changedOn', 'recordSeq'],
  ),
  withPersonalData(
    forumOpinion,
    [
      office(
        ['termId', 'text', 'answer'],
        'Foruma locekļu atsevišķie viedokļi un iebildumi pret protokolu.',
        'Forum members’ separate opinions and objections to minutes.',
      ),
    ],
    ['id', 'decisionId', 'meetingId', 'publishedOn', 'answeredOn', 'recordSeq'],
  ),
  withPersonalData(
    forumMinutes,
    [
      office(
        ['summary', 'notes', 'reason'],
        'Foruma sēžu protokoli: kas tika sacīts, pa nozarēm.',
        'Minutes of forum meetings: what was said, by sector.',
      ),
    ],
    ['id', 'meetingId', 'number', 'publishedOn', 'recordSeq'],
  ),
]
