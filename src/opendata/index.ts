export { allCalendar, planCalendar } from './calendarFeed.ts'
export { newsFeed } from './newsFeed.ts'
