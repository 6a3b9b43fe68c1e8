import { allow, emailOf } from '../../people/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { isLanguage } from '../../platform/languages/languages.ts'
import { maskedAddress } from '../../platform/mail/maskedAddress.ts'
import { type Problem, Refusal, wrongField, wrongFields } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { ErrorSummary } from '../../web/components/form.tsx'
import { Status } from '../../web/components/Status.tsx'
import { notKept, page, seeOther } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { subscriberOf } from '../links.ts'
import { followPolicy } from '../policy.ts'
import { requestWaking } from '../requestSubscription.ts'
import { nameScopes } from '../scopeKeys.ts'
import { changeFrequency, changeLanguage, leaveAll, leaveOne, type Subscriptions, subscriptionsOf } from '../subscriptions.ts'
import { subscriptionTexts } from '../subscriptionTexts.ts'
import { FollowedTable, Hidden, LanguageForm } from './FollowedTable.tsx'
import { readFrequency } from './followPage.tsx'

/** By what someone may see and change subscriptions: the link of a letter, or being signed in. */
type Bearer = { token: string | null; subscriptions: Subscriptions | null }

/** Whose subscriptions these are; a link that was made up is refused. */
async function bearerOf({ house, actor }: AnyVisit, token: string | null): Promise<Bearer> {
  if (token !== null) {
    const id = await subscriberOf(house, 'manage', token)
    if (!id) throw new Refusal(403, (language) => subscriptionTexts[language].badLink)
    return { token, subscriptions: await subscriptionsOf(house.db, { id }) }
  }
  allow(followPolicy.manageOwnSubscriptions, actor, undefined)
  const email = actor.personId === null ? null : await emailOf(house.db, actor.personId)
  return { token, subscriptions: email === null ? null : await subscriptionsOf(house.db, { email }) }
}

/** What an address follows, with all that can be changed about it. */
export const showSubscriptions: Handler<'subscriptions'> = async (visit) =>
  notKept(await draw(visit, await bearerOf(visit, visit.query.get('token')), []))

/** Changes one thing and shows the list again. */
export const sendSubscriptions: Handler<'subscriptions'> = async (visit) => {
  const { house, language } = visit
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
  if (problems.length) throw wrongFields(problems)
  const bearer = await bearerOf(visit, fields.has('token') ? fields.trimmed('token') : null)
  try {
    const done = bearer.subscriptions ? await act(visit, bearer.subscriptions, fields) : 'left'
    const query = new URLSearchParams({ ...(bearer.token === null ? {} : { token: bearer.token }), done })
    return notKept(seeOther(`${address(language, 'subscriptions')}?${query}`))
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) return notKept(await draw(visit, bearer, error.problems))
    throw error
  }
}

/** What was done, as the page tells it afterwards. */
const tellable = ['confirmed', 'awake', 'changed', 'left', 'wakeSent'] as const
type Done = (typeof tellable)[number]

async function act({ house }: AnyVisit, { id, email, language, restsSince }: Subscriptions, fields: Fields): Promise<Done> {
  const scope = fields.trimmed('what')
  switch (fields.trimmed('action')) {
    case 'change':
      await changeFrequency(house, id, scope, readFrequency(fields))
      return 'changed'
    case 'language': {
      const wished = fields.trimmed('language')
      if (!isLanguage(wished)) throw wrongField('language', (l) => subscriptionTexts[l].chooseLanguage)
      await changeLanguage(house, id, wished)
      return 'changed'
    }
    case 'leave':
      await leaveOne(house, id, scope)
      return 'left'
    case 'leaveAll':
      await leaveAll(house, { id })
      return 'left'
    case 'wake':
      if (restsSince) await requestWaking(house, { email, language })
      return 'wakeSent'
    default:
      throw new Refusal(400)
  }
}

async function draw(visit: AnyVisit, bearer: Bearer, problems: readonly Problem[]): Promise<Response> {
  const { house, language, query } = visit
  const { subscriptions, token } = bearer
  if (!subscriptions) return nothing(visit, token !== null)
  const t = subscriptionTexts[language]
  const names = await nameScopes(
    house,
    language,
    subscriptions.following.map(({ scope }) => scope),
  )
  const done = problems.length ? undefined : tellable.find((one) => one === query.get('done'))
  const form = { fields: new Fields(), problems, language }
  return page(
    visit,
    {
      title: t.mine,
      hasErrors: problems.length > 0,
      search: token === null ? '' : `?${new URLSearchParams({ token })}`,
      children: (
        <>
          <div class="head tight">
            <h1>{t.mine}</h1>
            {/* A letter may have been passed on: its link shows no more of the address than its owner needs. */}
            <p class="lead">{t.mineLead(token === null ? subscriptions.email : maskedAddress(subscriptions.email))}</p>
            {done ? (
              <p class="lead" role="status">
                {t[done]}
              </p>
            ) : null}
          </div>
          <ErrorSummary form={form} />
          {subscriptions.restsSince ? (
            <section class="sec" aria-labelledby="apturets">
              <h2 id="apturets">
                <Status icon="stop" colour="bad" word={t.resting} />
              </h2>
              <form method="post" action={address(language, 'subscriptions')}>
                <p class="prose">{t.restingText}</p>
                <Hidden token={token} action="wake" />
                <p class="acts">
                  <button type="submit" class="ds-button">
                    {t.wake}
                  </button>
                </p>
              </form>
            </section>
          ) : null}
          <section class="sec" aria-labelledby="saraksts">
            <h2 id="saraksts">{t.list}</h2>
            <div>
              <FollowedTable language={language} token={token} following={subscriptions.following} names={names} />
              <p class="gap">
                <a href={address(language, 'follow')}>{t.more}</a>
              </p>
            </div>
          </section>
          <section class="sec" aria-labelledby="valoda">
            <h2 id="valoda">{t.letterLanguage}</h2>
            <LanguageForm language={language} token={token} chosen={subscriptions.language} />
          </section>
          <section class="sec" aria-labelledby="atteikties">
            <h2 id="atteikties">{t.leaveAllTitle}</h2>
            <form method="post" action={address(language, 'subscriptions')}>
              <p class="prose">{t.leaveAllText}</p>
              <Hidden token={token} action="leaveAll" />
              <p class="acts">
                <button type="submit" class="ds-button" data-variant="secondary">
                  {t.leaveAll}
                </button>
              </p>
            </form>
          </section>
        </>
      ),
    },
    problems.length ? 422 : 200,
  )
}

/** For an address that follows nothing: one that was erased, or someone signed in who has not begun. */
function nothing(visit: AnyVisit, byLink: boolean): Response {
  const { language } = visit
  const t = subscriptionTexts[language]
  const title = byLink ? t.erased : t.nothing
  return page(visit, {
    title,
    children: (
      <div class="head">
        <h1>{title}</h1>
        <p class="lead">{byLink ? t.erasedText : t.nothingText}</p>
        <p class="acts">
          <a class="ds-button" href={address(language, 'follow')}>
            {t.start}
          </a>
        </p>
      </div>
    ),
  })
}
