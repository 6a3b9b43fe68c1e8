import { type DataMap, type PersonalData, withoutPersonalData, withPersonalData } from '../../platform/dataMap.ts'
import { easyText, notice, noticeVersion, opportunity } from './tables.ts'

const published: PersonalData = {
  what: {
    lv: 'Publicētie jaunumi un paziņojumi. Kurš cilvēks tos rakstījis, neglabājam, bet tekstā vai tajā, kam jautāt, var būt kāda vārds.',
    en: 'Published news and notices. Which person wrote them is not kept, but a text, or whom to ask, may name someone.',
  },
  why: {
    lv: 'Lai ikviens zinātu, kas notiek un kā var piedalīties.',
    en: 'So that everyone knows what is going on and how to take part.',
  },
  basis: 'public task',
  seenBy: { lv: 'Ikviens.', en: 'Everyone.' },
  kept: {
    until: {
      lv: 'Glabājam, kamēr darbojas vietne; labojot vai atsaucot agrākā redakcija paliek redzama. Ja tur ir lieki personas dati, rakstiet sekretariātam.',
      en: 'As long as the site is there; after a correction or withdrawal the earlier version stays visible. If there are personal data that should not be there, write to the secretariat.',
    },
  },
}
const draft: PersonalData = {
  what: { lv: 'Jaunumu un paziņojumu melnraksti.', en: 'Drafts of news and notices.' },
  why: { lv: 'Lai iesākto varētu pabeigt vēlāk.', en: 'So that what was begun can be finished later.' },
  basis: 'public task',
  seenBy: { lv: 'Sekretariāts.', en: 'The secretariat.' },
  kept: { until: { lv: 'Līdz melnrakstu publicē vai izmet.', en: 'Until the draft is published or thrown away.' } },
}

/** What news and notices hold about people: nobody is asked to write about any, but a text may name someone. */
export const informData: DataMap = [
  ...withoutPersonalData(easyText),
  withPersonalData(
    notice,
    [{ ...draft, columns: ['draft'] }],
    ['id', 'planId', 'kind', 'draftVersion', 'draftSavedAt', 'scheduledFor', 'firstPublishedOn', 'demonstration'],
  ),
  withPersonalData(
    noticeVersion,
    [{ ...published, columns: ['title', 'body', 'contact', 'reason'] }],
    ['id', 'noticeId', 'number', 'withdrawn', 'publishedOn', 'recordSeq'],
  ),
  withPersonalData(
    opportunity,
    [{ ...published, columns: ['title', 'place', 'url', 'how', 'outcome'] }],
    ['id', 'versionId', 'number', 'kind', 'phaseId', 'startsOn', 'endsOn', 'hours', 'cancelled', 'certainty'],
  ),
]
