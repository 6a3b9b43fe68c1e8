import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { Refusal, wrongFields } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { notKept, page, seeOther } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { confirmSubscription, type OpenRequest, openRequest } from '../confirmSubscription.ts'
import { openSigner } from '../links.ts'
import { nameScopes } from '../scopeKeys.ts'
import { subscriptionTexts } from '../subscriptionTexts.ts'

/** Asks to confirm. Only looks: programs that check the links of letters must not confirm for anyone. */
export const showFollowConfirm: Handler<'followConfirm'> = async (visit) => {
  const token = visit.query.get('token') ?? ''
  const request = await openRequest(visit.house, token)
  return notKept(request ? await draw(visit, token, request) : gone(visit))
}

/** Confirms, and leads to what is followed from now on. */
export const sendFollowConfirm: Handler<'followConfirm'> = async (visit) => {
  const { house, language } = visit
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
  if (problems.length) throw wrongFields(problems)
  const token = fields.trimmed('token')
  const request = await openRequest(house, token)
  try {
    const id = await confirmSubscription(house, token)
    const done = request?.scope === null ? 'awake' : 'confirmed'
    const manage = (await openSigner(house)).tokenOf('manage', id)
    return notKept(seeOther(`${address(language, 'subscriptions')}?${new URLSearchParams({ token: manage, done })}`))
  } catch (error) {
    if (error instanceof Refusal && error.status === 410) return notKept(gone(visit))
    throw error
  }
}

async function draw(visit: AnyVisit, token: string, { scope, frequency }: OpenRequest): Promise<Response> {
  const { house, language } = visit
  const t = subscriptionTexts[language]
  const named = scope === null ? null : (await nameScopes(house, language, [scope])).get(scope)
  const title = scope === null ? t.wakeTitle : t.confirmTitle
  return page(visit, {
    title,
    search: `?${new URLSearchParams({ token })}`,
    children: (
      <div class="head">
        <h1>{title}</h1>
        <p class="lead">
          {frequency === null ? t.wakeLead : named ? t.confirmLead(named.name, t.frequencyInSentence(frequency)) : t.noSuchThing}
        </p>
        {scope === null || named ? (
          <form method="post" action={address(language, 'followConfirm')}>
            <input type="hidden" name="token" value={token} />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.confirm}
              </button>
            </div>
          </form>
        ) : (
          <p class="acts">
            <a class="ds-button" href={address(language, 'follow')}>
              {t.chooseOther}
            </a>
          </p>
        )}
      </div>
    ),
  })
}

function gone(visit: AnyVisit): Response {
  const { language } = visit
  const t = subscriptionTexts[language]
  return page(
    visit,
    {
      title: t.linkGone,
      children: (
        <div class="head">
          <h1>{t.linkGone}</h1>
          <p class="lead">{t.requestGone}</p>
          <p class="acts">
            <a class="ds-button" href={address(language, 'follow')}>
              {t.start}
            </a>
          </p>
        </div>
      ),
    },
    410,
  )
}
