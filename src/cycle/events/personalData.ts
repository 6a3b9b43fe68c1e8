import { type DataMap, type PersonalData, type Words, withoutPersonalData, withPersonalData } from '../../platform/dataMap.ts'
import { KEPT_AFTER_DAYS } from './eraseRegistrations.ts'
import {
  event,
  eventCount,
  eventMinutes,
  eventMinutesVersion,
  eventOutcome,
  eventPhotograph,
  eventRegistration,
  eventVersion,
} from './tables.ts'

const everyone: Words = { lv: 'Ikviens.', en: 'Everyone.' }
const secretariat: Words = { lv: 'Sekretariāts.', en: 'The secretariat.' }
const asLongAsTheSite: Words = {
  lv: 'Glabājam, kamēr darbojas vietne; pēc labojuma agrākā redakcija paliek redzama. Ja tur ir lieki personas dati, rakstiet sekretariātam.',
  en: 'As long as the site is there; after a correction the earlier version stays visible. If there are personal data that should not be there, write to the secretariat.',
}
const draft: PersonalData = {
  what: { lv: 'Pasākumu un protokolu melnraksti.', en: 'Drafts of events and of minutes.' },
  why: { lv: 'Lai iesākto varētu pabeigt vēlāk.', en: 'So that what was begun can be finished later.' },
  basis: 'public task',
  seenBy: secretariat,
  kept: { until: { lv: 'Līdz melnrakstu publicē vai izmet.', en: 'Until the draft is published or thrown away.' } },
}
const announced: PersonalData = {
  what: {
    lv: 'Izziņotie pasākumi; darba kārtībā un tajā, kam jautāt, var būt kāda vārds.',
    en: 'Announced events; the agenda, or whom to ask, may name someone.',
  },
  why: { lv: 'Lai ikviens zinātu, kas notiek un kā piedalīties.', en: 'So that everyone knows what takes place and how to take part.' },
  basis: 'public task',
  seenBy: everyone,
  kept: { until: asLongAsTheSite },
}
const afterTheEvent = {
  seconds: KEPT_AFTER_DAYS * 24 * 60 * 60,
  since: { lv: 'pēc pasākuma', en: 'after the event' },
  job: 'eventRegistrations',
}

/** What events, registrations and minutes hold about people. */
export const eventsData: DataMap = [
  ...withoutPersonalData(eventCount),
  withPersonalData(
    event,
    [{ ...draft, columns: ['draft'] }],
    [
      'id',
      'planId',
      'state',
      'draftVersion',
      'draftSavedAt',
      'firstPublishedOn',
      'startsOn',
      'hours',
      'capacity',
      'registrationUntil',
      'recordSeq',
      'registered',
      'waiting',
      'lastPlace',
      'heldOn',
      'demonstration',
    ],
  ),
  withPersonalData(
    eventVersion,
    [{ ...announced, columns: ['title', 'body', 'agenda', 'contact', 'reason'] }],
    [
      'id',
      'eventId',
      'number',
      'kind',
      'startsOn',
      'hours',
      'place',
      'accessibility',
      'streamUrl',
      'capacity',
      'registrationUntil',
      'cancelled',
      'publishedOn',
      'recordSeq',
    ],
  ),
  withPersonalData(
    eventRegistration,
    [
      {
        columns: ['needs'],
        what: {
          lv: 'Kas Jums vajadzīgs, lai pasākumā piedalītos, ja to norādījāt.',
          en: 'What you need to take part in an event, if you said so.',
        },
        why: { lv: 'Lai to sagatavotu.', en: 'So that it can be prepared.' },
        basis: 'consent',
        seenBy: secretariat,
        kept: afterTheEvent,
      },
      {
        columns: ['name', 'nameKey', 'organisation', 'showName'],
        what: {
          lv: 'Kas pieteicies pasākumam vai uz to atnācis: vārds, organizācija un tas, vai vārdu drīkst publicēt. Ja drīkst, dalībnieku sarakstā to redz ikviens, un tas tur paliek.',
          en: 'Who registered for an event or came to it: the name, the organisation, and whether the name may be published. If so, everyone sees it in the list of participants, and it stays there.',
        },
        why: { lv: 'Lai zinātu, kas ieradīsies un kam ir vieta.', en: 'To know who will come and who has a seat.' },
        basis: 'consent',
        seenBy: { lv: 'Sekretariāts; ar Jūsu piekrišanu ikviens.', en: 'The secretariat; with your consent everyone.' },
        kept: afterTheEvent,
      },
      {
        columns: ['personId', 'sector', 'state', 'place', 'language', 'registeredAt', 'remindedAt', 'attendedAt'],
        what: {
          lv: 'Kurš lietotājs kuram pasākumam pieteicies, ko pārstāv, vai ir vieta un vai atnāca.',
          en: 'Which user registered for which event, whom they represent, whether they have a seat and whether they came.',
        },
        why: {
          lv: 'Lai vietas piešķirtu pēc kārtas, atgādinātu un saskaitītu dalībniekus. Publiski redzams tikai skaits pa nozarēm.',
          en: 'To give seats in order, to remind, and to count those who take part. Only numbers by sector are public.',
        },
        basis: 'public task',
        seenBy: secretariat,
        kept: { until: { lv: 'Līdz lūdzat sevi dzēst.', en: 'Until you ask to be erased.' } },
      },
    ],
    ['id', 'eventId', 'version', 'demonstration'],
  ),
  withPersonalData(eventMinutes, [{ ...draft, columns: ['draft'] }], ['eventId', 'draftVersion', 'draftSavedAt', 'firstPublishedOn']),
  withPersonalData(
    eventMinutesVersion,
    [
      {
        columns: ['summary', 'items', 'conclusions', 'reason'],
        what: {
          lv: 'Pasākumu protokoli: kas tika sacīts un ko runātājs pārstāvēja; vārds tikai tad, ja runātājs piekritis vai runājis kā amatpersona.',
          en: 'Minutes of events: what was said and whom the speaker represented; a name only if the speaker agreed or spoke as an official.',
        },
        why: { lv: 'Lai sacīto varētu ņemt vērā un pārbaudīt.', en: 'So that what was said can be considered and checked.' },
        basis: 'public task',
        seenBy: everyone,
        kept: { until: asLongAsTheSite },
      },
    ],
    ['id', 'eventId', 'number', 'publishedOn', 'recordSeq'],
  ),
  withPersonalData(
    eventOutcome,
    [
      {
        columns: ['title', 'text'],
        what: { lv: 'Secinājumi, kas nodoti tālāk kā ideja vai piezīme.', en: 'Conclusions that were handed on as an idea or a note.' },
        why: { lv: 'Lai redzētu, kas no sarunas iznāca.', en: 'To see what came of the discussion.' },
        basis: 'public task',
        seenBy: everyone,
        kept: { until: asLongAsTheSite },
      },
    ],
    ['id', 'eventId', 'conclusion', 'ideaId', 'commitmentId', 'publishedOn', 'demonstration', 'recordSeq'],
  ),
  withPersonalData(
    eventPhotograph,
    [
      {
        columns: ['fileHash', 'fileName', 'alternative'],
        what: {
          lv: 'Pasākumu attēli, kuros var būt redzami cilvēki. Ko attēlā ierakstījusi kamera (vietu, laiku, ierīci), neglabājam.',
          en: 'Pictures of events, in which people may be seen. What a camera wrote into them (the place, the time, the device) is not kept.',
        },
        why: { lv: 'Lai parādītu, kā pasākums noritēja.', en: 'To show how the event went.' },
        basis: 'public task',
        seenBy: everyone,
        kept: {
          until: {
            lv: 'Kamēr darbojas vietne; ja esat attēlā un to nevēlaties, rakstiet sekretariātam, un attēlu izņemsim.',
            en: 'As long as the site is there; if you are in a picture and don’t want it, write to the secretariat and it will be taken out.',
          },
        },
      },
    ],
    [
      'id',
      'eventId',
      'mediaType',
      'bytes',
      'width',
      'height',
      'publishedOn',
      'withdrawnOn',
      'withdrawalReason',
      'demonstration',
      'recordSeq',
    ],
  ),
]
