import { eraseFeedback } from '../accessibility/index.ts'
import { sweepUploads } from '../cycle/documents/index.ts'
import { forgetDrafts, forgetImports } from '../cycle/ideas/index.ts'
import { publishScheduledNotices } from '../cycle/inform/index.ts'
import { forgetEndedAssignments } from '../desk/index.ts'
import { forgetUnconfirmed } from '../follow/index.ts'
import { forgetEndedSessions, forgetUnconfirmedActs } from '../people/index.ts'
import { sweepKeptFiles } from '../platform/http/keptFiles.ts'
import { sweepKeptForms } from '../platform/http/keptForms.ts'
import { sweepReceipts } from '../platform/http/receipts.ts'
import type { RegularJob } from '../platform/jobs/regularJobs.ts'
import { eraseLetters } from '../platform/mail/letters.ts'

/** What the house does by itself: it publishes what is due, and forgets what nobody needs any more. */
export const regularJobs: readonly RegularJob[] = [
  { name: 'notices', everyMinutes: 1, work: (_db, _now, house) => publishScheduledNotices(house) },
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
  { name: 'sessions', everyMinutes: 60, work: forgetEndedSessions },
  { name: 'unconfirmed', everyMinutes: 60, work: forgetUnconfirmedActs },
  { name: 'subscriptions', everyMinutes: 60, work: forgetUnconfirmed },
  { name: 'assignments', everyMinutes: 60, work: forgetEndedAssignments },
]
