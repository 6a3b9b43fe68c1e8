export { documentFiles } from './documentFiles.ts'
export { kindNames, languageNames, licenceAddresses, licenceNames, standingNames } from './documentWords.ts'
export { documentList, type ListFilter, listOrders } from './listing.ts'
export { documentsData } from './personalData.ts'
export { documentsPolicy } from './policy.ts'
export { documentLinks } from './publicLinks.ts'
export { documentTexts } from './publicTexts.ts'
export {
  type Content,
  type DocumentAt,
  type DocumentCorrection,
  type DocumentInTime,
  type DocumentVersion,
  documentById,
  documentsByIds,
  newestVersions,
} from './queries.ts'
export {
  type DocumentKind,
  type DocumentLanguage,
  document,
  documentKinds,
  documentLanguages,
  licences,
  standings,
} from './tables.ts'
export { sweepUploads } from './uploads.ts'
export { textOf } from './versionText.ts'
