import { newestPlans } from '../../cycle/plan/index.ts'
import { clientOf, emailOf, readEmail, secondsToWait } from '../../people/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { isLanguage } from '../../platform/languages/languages.ts'
import { type Problem, Refusal, wrongFields } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { ErrorSummary, Radios, Select, TextField } from '../../web/components/form.tsx'
import { WhereLettersGo } from '../../web/components/WhereLettersGo.tsx'
import { scopeKey } from '../../web/feeds.ts'
import { named } from '../../web/named.ts'
import { page, seeOther } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { CONFIRM_WITHIN_DAYS, requestSubscription, type SubscriptionWish } from '../requestSubscription.ts'
import { topicNames, topics } from '../scope.ts'
import { nameScopes, scopeByKey } from '../scopeKeys.ts'
import { subscriptionTexts } from '../subscriptionTexts.ts'
import { type Frequency, frequencies } from '../tables.ts'

/** So many plans, the newest, are offered in the list; an older one is followed from its own page. */
const PLANS_OFFERED = 6

/** Asks what to follow, how often and where to; after that, tells to look into the mailbox. */
export const showFollow: Handler<'follow'> = async (visit) => {
  const { house, query, actor, language } = visit
  if (query.has('sent')) return lookInMailbox(visit)
  const what = query.get('what') ?? ''
  if (what) await scopeByKey(house, what)
  const email = actor.personId === null ? '' : ((await emailOf(house.db, actor.personId)) ?? '')
  return draw(visit, new Fields({ what: [what], email: [email], language: [language], frequency: ['daily'] }), [], 200)
}

/** Takes the wish. Whatever becomes of it, whoever sends it hears the same. */
export const sendFollow: Handler<'follow'> = async (visit) => {
  const { house, language, actor, context } = visit
  const { fields, problems } = await readFormWithoutFiles(context.req.raw, house)
  if (problems.length) return draw(visit, fields, problems, 422)
  try {
    const wish = readWish(fields)
    const wait =
      (await secondsToWait(house, 'subscriptionsFromAClient', clientOf(house, context))) ??
      (await secondsToWait(house, 'subscriptionsToAnAddress', wish.email))
    if (wait !== null) return tooOften(visit, fields, wait)
    await requestSubscription(house, actor, wish)
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) return draw(visit, fields, error.problems, 422)
    throw error
  }
  return seeOther(`${address(language, 'follow')}?sent=1`)
}

const isFrequency = (text: string): text is Frequency => (frequencies as readonly string[]).includes(text)

/** A frequency from a form; refuses with the field when there is none. */
export function readFrequency(fields: Fields): Frequency {
  const frequency = fields.trimmed('frequency')
  if (!isFrequency(frequency)) throw wrongFields([{ field: 'frequency', say: (l) => subscriptionTexts[l].chooseFrequency }])
  return frequency
}

function readWish(fields: Fields): SubscriptionWish {
  const [what, email, frequency, language] = [
    fields.trimmed('what'),
    readEmail(fields.get('email')),
    fields.trimmed('frequency'),
    fields.trimmed('language'),
  ]
  if (what && email && isFrequency(frequency) && isLanguage(language)) return { what, email, frequency, language }
  throw wrongFields([
    ...(what ? [] : [{ field: 'what', say: (l) => subscriptionTexts[l].chooseWhat } satisfies Problem]),
    ...(email ? [] : [{ field: 'email', say: (l) => subscriptionTexts[l].giveAnEmail } satisfies Problem]),
    ...(isFrequency(frequency) ? [] : [{ field: 'frequency', say: (l) => subscriptionTexts[l].chooseFrequency } satisfies Problem]),
    ...(isLanguage(language) ? [] : [{ field: 'language', say: (l) => subscriptionTexts[l].chooseLanguage } satisfies Problem]),
  ])
}

async function tooOften(visit: AnyVisit, fields: Fields, seconds: number): Promise<Response> {
  const say: Problem['say'] = (l) => subscriptionTexts[l].tooOften(Math.ceil(seconds / 60))
  const response = await draw(visit, fields, [{ field: 'email', say }], 429)
  response.headers.set('Retry-After', String(seconds))
  return response
}

async function draw(visit: AnyVisit, fields: Fields, problems: readonly Problem[], status: number): Promise<Response> {
  const { house, language } = visit
  const t = subscriptionTexts[language]
  const form = { fields, problems, language }
  const what = fields.trimmed('what')
  const thing = (await nameScopes(house, language, [what])).get(what)
  const plans = await newestPlans(house.db, visit.today, PLANS_OFFERED)
  const offered = [scopeKey.everything, ...plans.map(({ id }) => scopeKey.plan(id)), ...topics.map(scopeKey.topic)]
  // What is chosen on its own page stands there as text; a choice from the list stays a choice.
  const chosen = thing && !offered.includes(what) ? thing : null
  const choices = [
    { value: scopeKey.everything, label: t.everything },
    ...plans.map((plan) => ({ value: scopeKey.plan(plan.id), label: named(plan.shortTitle, language) })),
    ...topics.map((topic) => ({ value: scopeKey.topic(topic), label: t.topic(topicNames[language][topic]) })),
  ]
  return page(
    visit,
    {
      title: t.title,
      hasErrors: problems.length > 0,
      search: what && status === 200 ? `?${new URLSearchParams({ what })}` : '',
      children: (
        <>
          <div class="head tight">
            <h1>{t.title}</h1>
            <p class="lead">{chosen ? t.leadOne(chosen.name) : t.lead}</p>
          </div>
          <div class="form-grid">
            <div>
              <ErrorSummary form={form} />
              <form method="post" action={address(language, 'follow')} noValidate>
                {chosen ? (
                  <input type="hidden" name="what" value={what} />
                ) : (
                  <Select form={form} name="what" label={t.what} hint={t.whatHint} empty={t.choose} choices={choices} />
                )}
                <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" maxLength={254} />
                <Radios
                  form={form}
                  name="frequency"
                  label={t.howOften}
                  choices={frequencies.map((value) => ({ value, label: t.frequency(value), hint: t.frequencyHint(value) }))}
                />
                <Radios
                  form={form}
                  name="language"
                  label={t.inLanguage}
                  choices={[
                    { value: 'lv', label: t.latvian },
                    { value: 'en', label: t.english },
                  ]}
                />
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.send}
                  </button>
                </div>
              </form>
              {chosen ? (
                <p>
                  <a href={address(language, 'follow')}>{t.chooseOther}</a>
                </p>
              ) : null}
            </div>
            <aside class="side" aria-labelledby="adrese">
              <h2 id="adrese">{t.privacy}</h2>
              <div class="prose">
                <p>
                  {t.privacyText} <a href={address(language, 'privacy')}>{t.morePrivacy}</a>
                </p>
                <p>{t.otherWays}</p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    status,
  )
}

function lookInMailbox(visit: AnyVisit): Response {
  const { language } = visit
  const t = subscriptionTexts[language]
  return page(visit, {
    title: t.lookInMailbox,
    search: '?sent=1',
    path: [{ title: t.title, href: address(language, 'follow') }],
    children: (
      <>
        <div class="head tight">
          <h1>{t.lookInMailbox}</h1>
          <p class="lead">{t.lookInMailboxText(CONFIRM_WITHIN_DAYS)}</p>
          <WhereLettersGo visit={visit} />
        </div>
        <section class="sec" aria-labelledby="vestule">
          <h2 id="vestule">{t.noLetter}</h2>
          <div class="prose">
            <p>{t.noLetterText}</p>
            <p>
              <a href={address(language, 'follow')}>{t.askAgain}</a>
            </p>
          </div>
        </section>
      </>
    ),
  })
}
