import { eraseFeedback } from '../accessibility/index.ts'
import { sweepUploads } from '../cycle/documents/index.ts'
import { eraseRegistrations, sendReminders } from '../cycle/events/index.ts'
import { forgetDrafts, forgetImports, publishScheduledAnswers, tellSupporters } from '../cycle/ideas/index.ts'
import { publishScheduledNotices } from '../cycle/inform/index.ts'
import { countClosedBallots, mixOpenBallots } from '../cycle/selection/index.ts'
import { forgetSurveyTraces } from '../cycle/survey/index.ts'
import { forgetEndedAssignments } from '../desk/index.ts'
import { forgetUnconfirmed } from '../follow/index.ts'
import { checkLinks, findLinks, roundOf } from '../links/index.ts'
import { forgetEndedSessions, forgetUnconfirmedActs, sendHeldLetters } from '../people/index.ts'
import { sweepKeptFiles } from '../platform/http/keptFiles.ts'
import { sweepKeptForms } from '../platform/http/keptForms.ts'
import { sweepReceipts } from '../platform/http/receipts.ts'
import type { RegularJob } from '../platform/jobs/regularJobs.ts'
import { eraseLetters } from '../platform/mail/letters.ts'

/** What the house does by itself: it publishes what is due, and forgets what nobody needs any more. */
export const regularJobs: readonly RegularJob[] = [
  { name: 'notices', everyMinutes: 1, work: (_db, _now, house) => publishScheduledNotices(house) },
  { name: 'answers', everyMinutes: 1, work: (_db, _now, house) => publishScheduledAnswers(house) },
  { name: 'supporters', everyMinutes: 1, work: (_db, _now, house) => tellSupporters(house) },
  { name: 'eventReminders', everyMinutes: 15, work: (_db, _now, house) => sendReminders(house) },
  { name: 'eventRegistrations', everyMinutes: 60, work: (db, _now, house) => eraseRegistrations(db, house) },
  {
    name: 'ballots',
    everyMinutes: 1,
    work: async (_db, _now, house) => {
      await countClosedBallots(house)
      await mixOpenBallots(house)
    },
  },
  { name: 'heldLetters', everyMinutes: 5, work: (_db, _now, house) => sendHeldLetters(house) },
  { name: 'letters', everyMinutes: 5, work: eraseLetters },
  {
    name: 'forms',
    everyMinutes: 60,
    work: async (db, now) => {
      await sweepKeptForms(db, now)
      await sweepKeptFiles(db, now)
    },
  },
  {
    name: 'ideas',
    everyMinutes: 60,
    work: async (db, now) => {
      await forgetDrafts(db, now)
      await forgetImports(db, now)
    },
  },
  { name: 'receipts', everyMinutes: 60, work: sweepReceipts },
  { name: 'uploads', everyMinutes: 60, work: sweepUploads },
  { name: 'feedback', everyMinutes: 60, work: eraseFeedback },
  { name: 'surveys', everyMinutes: 60, work: forgetSurveyTraces },
  { name: 'sessions', everyMinutes: 60, work: forgetEndedSessions },
  { name: 'unconfirmed', everyMinutes: 60, work: forgetUnconfirmedActs },
  { name: 'subscriptions', everyMinutes: 60, work: forgetUnconfirmed },
  { name: 'assignments', everyMinutes: 60, work: forgetEndedAssignments },
]

/** Finding links and asking whether they lead anywhere. Other sites may be slow: this goes on beside the other jobs, which do not wait for it. */
export const linkJobs = (isStopping: () => boolean): readonly RegularJob[] => [
  { name: 'links', everyMinutes: 60, work: (_db, _now, house) => findLinks(house) },
  { name: 'linkChecks', everyMinutes: 5, work: (_db, _now, house) => checkLinks(house, roundOf(house, isStopping)) },
]
