import { type DataMap, type PersonalData, withoutPersonalData, withPersonalData } from '../../platform/dataMap.ts'
import { assessment, assessmentVersion, evidence, evidenceWithdrawal, reminder, sourceState, update, updateVersion } from './tables.ts'

/** Nobody is asked to write about people, and who wrote is not stored; but a text or a file may name someone. */
const published: PersonalData = {
  what: {
    lv: 'Publicētās ziņas, vērtējumi un pierādījumi. Kurš cilvēks tos rakstījis, neglabājam, bet tekstā vai datnē var būt kāda vārds.',
    en: 'Published updates, assessments and evidence. Which person wrote them is not kept, but a text or a file may name someone.',
  },
  why: {
    lv: 'Lai ikviens varētu redzēt, kā pildīts solītais un kas to pierāda.',
    en: 'So that everyone can see how what was promised is carried out, and what proves it.',
  },
  basis: 'public task',
  seenBy: { lv: 'Ikviens.', en: 'Everyone.' },
  kept: {
    until: {
      lv: 'Glabājam, kamēr darbojas vietne; labojot agrākā redakcija paliek redzama. Ja tur ir lieki personas dati, rakstiet sekretariātam.',
      en: 'As long as the site is there; after a correction the earlier version stays visible. If there are personal data that should not be there, write to the secretariat.',
    },
  },
}
const drafts: PersonalData = {
  what: {
    lv: 'Ziņu un vērtējumu melnraksti, kopīgi visiem, kas rīkojas tās pašas institūcijas vai organizācijas vārdā.',
    en: 'Drafts of updates and assessments, shared by all who act for the same institution or organisation.',
  },
  why: { lv: 'Lai iesākto varētu pabeigt vēlāk.', en: 'So that what was begun can be finished later.' },
  basis: 'public task',
  seenBy: { lv: 'Tās institūcijas vai organizācijas pārstāvji.', en: 'Those who act for that institution or organisation.' },
  kept: { until: { lv: 'Līdz ziņas vai vērtējumu publicē.', en: 'Until the update or assessment is published.' } },
}

/** What reports and assessments hold about people. */
export const monitoringData: DataMap = [
  ...withoutPersonalData(sourceState, reminder),
  withPersonalData(
    update,
    [{ ...drafts, columns: ['draft'] }],
    ['id', 'milestoneId', 'organisationId', 'periodId', 'draftVersion', 'draftSavedAt', 'demonstration'],
  ),
  withPersonalData(
    updateVersion,
    [{ ...published, columns: ['text', 'delayReason', 'nextSteps'] }],
    ['id', 'updateId', 'number', 'state', 'percentage', 'language', 'actualStart', 'actualEnd', 'evidenceIds', 'publishedOn', 'recordSeq'],
  ),
  withPersonalData(
    evidence,
    [{ ...published, columns: ['title', 'url', 'fileHash', 'fileName'] }],
    ['id', 'updateId', 'mediaType', 'bytes', 'dated', 'addedOn', 'publishedOn', 'removed', 'demonstration'],
  ),
  withPersonalData(evidenceWithdrawal, [{ ...published, columns: ['reason'] }], ['evidenceId', 'withdrawnOn', 'recordSeq']),
  withPersonalData(
    assessment,
    [{ ...drafts, columns: ['draft'] }],
    ['id', 'commitmentId', 'organisationId', 'periodId', 'voice', 'draftVersion', 'draftSavedAt', 'demonstration'],
  ),
  withPersonalData(
    assessmentVersion,
    [{ ...published, columns: ['text', 'lessons', 'milestones'] }],
    ['id', 'assessmentId', 'number', 'state', 'verdict', 'language', 'signers', 'publishedOn', 'recordSeq'],
  ),
]
