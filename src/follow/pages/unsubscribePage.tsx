import { Refusal } from '../../platform/refusal.ts'
import { addressInLanguage } from '../../web/addresses.ts'
import { notKept, page } from '../../web/render.tsx'
import type { Handler, Visit } from '../../web/visit.ts'
import { subscriberOf } from '../links.ts'
import { leaveAll } from '../subscriptions.ts'
import { subscriptionTexts } from '../subscriptionTexts.ts'

/** Whose letter this link is from; a link that was made up is refused, and nothing is changed. */
async function bearerOf({ house, query }: Visit<'unsubscribe'>): Promise<string> {
  const id = await subscriberOf(house, 'unsubscribe', query.get('token') ?? '')
  if (!id) throw new Refusal(403, (language) => subscriptionTexts[language].badLink)
  return id
}

/** Asks to press a button: programs that check the links of letters must not unsubscribe anyone. */
export const showUnsubscribe: Handler<'unsubscribe'> = async (visit) => {
  await bearerOf(visit)
  const { language, query } = visit
  const t = subscriptionTexts[language]
  const search = `?${new URLSearchParams({ token: query.get('token') ?? '' })}`
  return notKept(
    page(visit, {
      title: t.unsubscribeTitle,
      search,
      children: (
        <div class="head">
          <h1>{t.unsubscribeTitle}</h1>
          <p class="lead">{t.unsubscribeLead}</p>
          <form method="post" action={addressInLanguage(language, 'unsubscribe', {}) + search}>
            <div class="acts">
              <button type="submit" class="ds-button" name="List-Unsubscribe" value="One-Click">
                {t.unsubscribe}
              </button>
            </div>
          </form>
        </div>
      ),
    }),
  )
}

/**
 * Ends all letters, for the button of the page above and for the one of mail programs (RFC 8058), which
 * sends no cookie and comes from nowhere: the link's signature alone says whose letters end. Once more,
 * and after the address was erased, answers the same. There is nothing in the form that matters.
 */
export const sendUnsubscribe: Handler<'unsubscribe'> = async (visit) => {
  await leaveAll(visit.house, { id: await bearerOf(visit) })
  const t = subscriptionTexts[visit.language]
  return notKept(
    page(visit, {
      title: t.unsubscribed,
      children: (
        <div class="head">
          <h1>{t.unsubscribed}</h1>
          <p class="lead">{t.unsubscribedText}</p>
        </div>
      ),
    }),
  )
}
