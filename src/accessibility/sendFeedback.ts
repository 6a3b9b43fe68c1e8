import { createHash } from 'node:crypto'
import { type Actor, addressesOf, allow } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { once } from '../platform/http/receipts.ts'
import type { Language } from '../platform/languages/languages.ts'
import { address } from '../web/addresses.ts'
import type { FeedbackInput } from './feedbackInput.ts'
import { feedbackTexts } from './feedbackTexts.ts'
import { accessibilityPolicy } from './policy.ts'
import { accessibilityFeedback } from './tables.ts'

/** Letters to the secretariat go in this language as long as nobody can say which they prefer. */
const LETTER_LANGUAGE: Language = 'lv'

/**
 * Takes a message about a barrier and tells the secretariat by letter; where nobody holds that role, the
 * administrators. The letter leads to the message and does not repeat it. The same message sent again, by a second
 * press or a page that was kept, is one message: its words are its number.
 */
export async function sendFeedback(house: House, actor: Actor, input: FeedbackInput & { language: Language }): Promise<void> {
  allow(accessibilityPolicy.sendFeedback, actor, undefined)
  const now = house.clock.now()
  const formId = createHash('sha256')
    .update(JSON.stringify([input.text, input.page, input.email]))
    .digest('hex')
  await house.db.transaction((tx) =>
    once(tx, { formId, personId: '', now }, async () => {
      const [made] = await tx
        .insert(accessibilityFeedback)
        .values({ ...input, receivedAt: now })
        .returning({ id: accessibilityFeedback.id })
      const path = address(LETTER_LANGUAGE, 'accessibilityMessage', { id: made?.id ?? '' })
      const t = feedbackTexts[LETTER_LANGUAGE]
      const secretariat = await addressesOf(tx, 'secretariat')
      for (const to of secretariat.length ? secretariat : await addressesOf(tx, 'administrator'))
        await house.mailer.queue(tx, {
          to,
          language: LETTER_LANGUAGE,
          subject: t.noticeSubject,
          body: t.notice(house.configuration.url + path),
        })
      return path
    }),
  )
}
