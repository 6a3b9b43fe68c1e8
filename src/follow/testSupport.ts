import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { document, documentVersion, documentWithdrawal } from '../cycle/documents/tables.ts'
import { aReportableCommitment, aReportablePlan } from '../cycle/monitoring/testSupport.ts'
import { commitment, commitmentFact, deadline } from '../cycle/plan/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays } from '../platform/dates/partialDate.ts'
import { localText } from '../platform/languages/languages.ts'
import { createMailer } from '../platform/mail/mailer.ts'
import { mail, mailCircular } from '../platform/tables.ts'
import { append } from '../record/index.ts'
import { confirmSubscription } from './confirmSubscription.ts'
import { hashOfToken } from './requestSubscription.ts'
import { type Frequency, newsNumber, newsState, scopeNews, subscriber, subscriptionRequest } from './tables.ts'

/* What the tests of letters of news share. */

/** A house in which things happen and are told, each with a mark by which it is known in letters. */
export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>

/** Opens a house with plan lv-3 and its commitments 1 (on civic participation) and 2, whose letters are kept in its table. */
export async function openNewsroom() {
  const house = await openTestHouse()
  house.mailer = createMailer('shown', house.clock)
  await aReportablePlan(house)
  await aReportableCommitment(house, 1)
  await aReportableCommitment(house, 2)
  await house.db
    .update(commitment)
    .set({ values: ['civic-participation'] })
    .where(eq(commitment.number, 1))
  const commitments = await house.db.select({ id: commitment.id }).from(commitment).orderBy(commitment.number)
  return newsroom(
    house,
    commitments.map(({ id }) => id),
  )
}

const certainty = 'seen' as const
const marked = (mark: string) => sql`${deadline.title}->'lv'->>'text' = ${mark}`

function newsroom(house: TestHouse, commitments: readonly number[]) {
  let made = 0

  /** Does something public, and gives its mark. */
  async function publish(write: (tx: Database, mark: string, recordSeq: number) => Promise<unknown>): Promise<string> {
    made += 1
    const mark = `N${made}N`
    await house.db.transaction(async (tx) => {
      const actor = { role: 'secretariat', for: null }
      await write(tx, mark, await append(tx, house.clock.now(), { actor, act: 'test', object: '/test', content: {} }))
    })
    return mark
  }

  return {
    house,
    /** Forgets everything but the plan, on the first day. */
    afresh: async (): Promise<void> => {
      for (const table of [mail, mailCircular, subscriptionRequest, subscriber, newsNumber, newsState, scopeNews])
        await house.db.delete(table)
      for (const table of [commitmentFact, deadline, documentWithdrawal, documentVersion, document]) await house.db.delete(table)
      house.setToday('2019-09-10')
    },
    later: (days: number): void => house.setToday(addDays(house.clock.today(), days)),
    /** A fact on commitment 1 or 2, known in so many days from today, or so many days ago. */
    aFact: (number: 1 | 2, inDays = 0) =>
      publish((tx, mark, recordSeq) =>
        tx.insert(commitmentFact).values({
          commitmentId: commitments[number - 1] ?? 0,
          kind: 'result',
          text: localText(mark),
          knownFrom: addDays(house.clock.today(), inDays),
          certainty,
          recordSeq,
        }),
      ),
    aDocument: (inDays = 0) =>
      publish(async (tx, mark, recordSeq) => {
        const publishedOn = addDays(house.clock.today(), inDays)
        const [made] = await tx
          .insert(document)
          .values({ planId: 'lv-3', kind: 'other', title: localText(mark), addedOn: publishedOn, certainty, recordSeq })
          .returning({ id: document.id })
        await tx.insert(documentVersion).values({ documentId: made?.id ?? 0, number: 1, publishedOn, recordSeq })
      }),
    aDeadline: () =>
      publish((tx, mark, recordSeq) =>
        tx.insert(deadline).values({
          planId: 'lv-3',
          kind: 'working',
          duty: 'other',
          title: localText(mark),
          basis: localText('Pamats'),
          knownFrom: house.clock.today(),
          certainty,
          recordSeq,
        }),
      ),
    editDeadline: (mark: string) => publish((tx, _, recordSeq) => tx.update(deadline).set({ recordSeq }).where(marked(mark))),
    removeDeadline: (mark: string) => publish((tx) => tx.delete(deadline).where(marked(mark))),
    /** Follows something, asked for and confirmed; gives the subscriber. */
    follow: async (email: string, scope: string, frequency: Frequency = 'immediate', language: 'lv' | 'en' = 'lv'): Promise<string> => {
      const token = randomUUID()
      const expiresAt = new Date(house.clock.now().getTime() + 60_000)
      await house.db.insert(subscriptionRequest).values({ id: hashOfToken(token), email, language, scope, frequency, expiresAt })
      return confirmSubscription(house, token)
    },
    /** The letters to an address, the oldest first: the marks of the news in each, the latest first. */
    lettersTo: async (email: string): Promise<string[][]> => {
      const rows = await house.db
        .select({ html: mailCircular.html })
        .from(mail)
        .innerJoin(mailCircular, eq(mailCircular.id, mail.circularId))
        .where(eq(mail.recipient, email))
        .orderBy(mail.createdAt, mail.id)
      return rows.map(({ html }) => [...html.matchAll(/<h2>[^<]*?(N\d+N)[^<]*<\/h2>/g)].map(([, mark = '']) => mark))
    },
  }
}
