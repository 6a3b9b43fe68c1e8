import { type DataMap, type PersonalData, withPersonalData } from '../../platform/dataMap.ts'
import {
  document,
  documentContent,
  documentCorrection,
  documentUpload,
  documentUploadFile,
  documentVersion,
  documentWithdrawal,
} from './tables.ts'
import { UPLOADS_KEPT_SECONDS } from './uploads.ts'

/** Nobody's name is asked for, and who entered a document is not stored; but a document may name someone. */
const published: PersonalData = {
  what: {
    lv: 'Plānu dokumenti: protokoli, atzinumi, ziņojumi un citi. Kurš cilvēks tos pievienojis, neglabājam, bet dokumentā var būt kāda vārds.',
    en: 'Documents of plans: minutes, opinions, reports and others. Which person added them is not kept, but a document may name someone.',
  },
  why: {
    lv: 'Lai ikviens varētu redzēt, kā plāns tapis un pildīts.',
    en: 'So that everyone can see how a plan was made and carried out.',
  },
  basis: 'public task',
  seenBy: { lv: 'Ikviens.', en: 'Everyone.' },
  kept: {
    until: {
      lv: 'Glabājam, kamēr darbojas vietne. Ja dokumentā ir lieki personas dati, rakstiet sekretariātam: datni izņem no apskates, un paliek tikai ieraksts, ka tā bijusi.',
      en: 'As long as the site is there. If a document holds personal data that should not be there, write to the secretariat: its file is taken out of view, and only the entry that it was there stays.',
    },
  },
}

/** What waits to be published is seen by the secretariat alone. */
const waiting: PersonalData = {
  what: {
    lv: 'Datnes, kas nosūtītas kopā un vēl nav publicētas, ar tām ierosinātajiem nosaukumiem. Datnē un tās vārdā var būt kāda vārds.',
    en: 'Files that were sent together and are not published yet, with the titles proposed for them. A file and its name may name someone.',
  },
  why: {
    lv: 'Lai ziņas par katru varētu pārbaudīt pirms publicēšanas.',
    en: 'So that what is said of each can be checked before it is published.',
  },
  basis: 'public task',
  seenBy: { lv: 'Sekretariāts.', en: 'The secretariat.' },
  kept: { seconds: UPLOADS_KEPT_SECONDS, since: { lv: 'kopš nosūtīšanas', en: 'after they were sent' }, job: 'uploads' },
}

/** What documents hold about people. */
export const documentsData: DataMap = [
  withPersonalData(
    document,
    [{ ...published, columns: ['title'] }],
    ['id', 'planId', 'kind', 'dated', 'addedOn', 'language', 'standing', 'licence', 'certainty', 'sources', 'version', 'recordSeq'],
  ),
  withPersonalData(
    documentVersion,
    [{ ...published, columns: ['reason'] }],
    ['id', 'documentId', 'number', 'organisationId', 'publishedOn', 'recordSeq'],
  ),
  withPersonalData(
    documentContent,
    [{ ...published, columns: ['url', 'text', 'fileHash', 'fileName'] }],
    ['versionId', 'part', 'mediaType', 'bytes'],
  ),
  withPersonalData(documentUpload, [{ ...waiting, columns: ['fields'] }], ['id', 'planId', 'version', 'createdAt']),
  withPersonalData(documentUploadFile, [{ ...waiting, columns: ['hash', 'name'] }], ['uploadId', 'place', 'mediaType', 'bytes']),
  withPersonalData(documentWithdrawal, [{ ...published, columns: ['reason'] }], ['versionId', 'withdrawnOn', 'recordSeq']),
  withPersonalData(
    documentCorrection,
    [{ ...published, columns: ['before', 'after', 'reason'] }],
    ['id', 'documentId', 'correctedOn', 'recordSeq'],
  ),
]
