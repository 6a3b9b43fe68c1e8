import { noteBounce, sendDigests } from '../follow/index.ts'
import { checksLinks } from '../links/index.ts'
import type { House } from '../platform/house.ts'
import { doRegularJobs } from '../platform/jobs/regularJobs.ts'
import { type Running, repeat } from '../platform/jobs/repeat.ts'
import type { Log } from '../platform/log.ts'
import { deliverLetters } from '../platform/mail/deliverLetters.ts'
import { mailWayOf } from '../platform/mail/mailer.ts'
import { smtpPost } from '../platform/mail/post.ts'
import { readFiles } from '../search/index.ts'
import { linkJobs, regularJobs } from './regularJobs.ts'

/** Someone waits for a sign-in letter. */
const LETTERS_EVERY = 2_000
/** News are written to subscribers soon after they are known. */
const DIGESTS_EVERY = 5_000
const REGULAR_JOBS_EVERY = 30_000
const FILES_EVERY = 5_000

/** Lets the house do by itself what has to be done: write to subscribers, send letters, read files, ask about links, forget what has ended. */
export function startJobs(house: House, log: Log): Running {
  const { db, clock, configuration } = house
  const running = [
    repeat('regular jobs', REGULAR_JOBS_EVERY, log, () => doRegularJobs(house, log, regularJobs)),
    repeat('files', FILES_EVERY, log, (isStopping) => readFiles(house, isStopping)),
  ]
  if (checksLinks(house))
    running.push(repeat('links', REGULAR_JOBS_EVERY, log, (isStopping) => doRegularJobs(house, log, linkJobs(isStopping))))
  const { smtpUrl } = configuration
  const way = mailWayOf(configuration, house.demonstration !== null)
  // Without a mail server nothing is written: once there is one, the first letter tells all.
  if (way !== 'kept') running.push(repeat('digests', DIGESTS_EVERY, log, (isStopping) => sendDigests(house, isStopping)))
  if (smtpUrl && way === 'sent') {
    const post = smtpPost({ ...configuration, smtpUrl })
    const sending = repeat('letters', LETTERS_EVERY, log, (isStopping) =>
      deliverLetters({ db, clock, post, log, onNobody: noteBounce, isStopping }),
    )
    running.push({ stop: () => sending.stop().finally(post.close) })
  }
  return { stop: async () => void (await Promise.all(running.map((job) => job.stop()))) }
}
