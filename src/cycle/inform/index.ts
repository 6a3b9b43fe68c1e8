export { type EasyText, easyPageOf, easyTexts, easyTextsOf } from './easyQueries.ts'
export { type EasyThing, easyAddress, objectOf, originalAddress, originalOf, thingOf } from './easyThings.ts'
export {
  judgeLead,
  leadOf,
  leadOfFirst,
  OGP_NOTICE_DAYS,
} from './leadTime.ts'
export { type NoticeNews, newestNotices } from './newest.ts'
export { type NextVersion, nextVersion } from './nextVersion.ts'
export { noticeKindNames, participationNames, whenItIs } from './noticeWords.ts'
export { EasyBody } from './pages/EasyBody.tsx'
export { editAddress as easyEditAddress } from './pages/editAddress.ts'
export { informData } from './personalData.ts'
export { informPolicy } from './policy.ts'
export { noticeLinks } from './publicLinks.ts'
export { noticeTexts } from './publicTexts.ts'
export { publishEasyText } from './publishEasyText.ts'
export { noticeObject, publishNotice, publishScheduledNotices } from './publishNotice.ts'
export {
  type AnnouncedOpportunity,
  announcedOpportunities,
  type ListedNotice,
  listNotices,
  type Notice,
  noticeById,
  type Opportunity,
  type OpportunityScope,
  opportunitiesBy,
  type PublishedNotice,
  type PublishedVersion,
  yearsOfNotices,
} from './queries.ts'
export { scheduleNotice, unscheduleNotice } from './scheduleNotice.ts'
export { type NoticeKind, noticeKinds } from './tables.ts'
export { noticeTasks } from './tasks.ts'
export { type TimelineEntry, timelineOf } from './timeline.ts'
