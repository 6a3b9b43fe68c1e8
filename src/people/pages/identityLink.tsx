import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address, withNext } from '../../web/addresses.ts'
import { TextField } from '../../web/components/form.tsx'
import { page, seeOther } from '../../web/render.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { identityToLink, linkWaitingIdentity } from '../identity/linkIdentity.ts'
import { identityProvidersOf } from '../identity/provider.ts'
import { personById } from '../queries.ts'
import { ownPath } from '../signInLinks.ts'
import { browserOf } from './identityCookie.ts'
import { onwards } from './onwards.ts'
import { pageTexts } from './texts.ts'
import { waysInTexts } from './waysInTexts.ts'

/**
 * An e-identity that nobody here is linked with yet. A visitor is asked for the address of their account
 * and gets a link by e-mail that leads back here; who is signed in says whether to link.
 */
export const showIdentityLink: Handler<'identityLink'> = async (visit) => {
  const { actor, house, language, query, session } = visit
  const next = ownPath(query.get('next'))
  const waiting = await identityToLink(house, browserOf(visit) ?? '')
  const service = identityProvidersOf(house.configuration).find(({ id }) => id === waiting)?.label[language]
  if (!service) return nothingToLink(visit, next)
  if (actor.personId === null) return askForAccount(visit, service, next)
  // Linking changes the ways in: the second step comes first.
  if (session?.secondStep === 'due') return seeOther(await onwards(visit, actor.personId, session, here(visit, next)))
  return askToLink(visit, service, next, actor.personId)
}

export const sendIdentityLink: Handler<'identityLink'> = async (visit) => {
  const { actor, house, language, session } = visit
  if (actor.personId === null) throw new Refusal(401)
  const { fields } = await readFormWithoutFiles(visit.context.req.raw, house)
  await linkWaitingIdentity(house, visit, browserOf(visit) ?? '', language)
  noteEvent(visit, 'e-identity linked')
  return seeOther(await onwards(visit, actor.personId, session, ownPath(fields.get('next'))))
}

const here = ({ language }: AnyVisit, next: string | null): string => withNext(address(language, 'identityLink'), next)

function askForAccount(visit: AnyVisit, service: string, next: string | null): Response {
  const { language } = visit
  const t = waysInTexts[language]
  const title = t.linkTitle(service)
  return page(visit, {
    title,
    children: (
      <>
        <div class="head tight">
          <h1>{title}</h1>
          <p class="lead">{t.notLinkedLead(service)}</p>
        </div>
        <form method="post" action={address(language, 'signIn')} noValidate>
          <input type="hidden" name="next" value={here(visit, next)} />
          <TextField
            form={{ fields: new Fields(), problems: [], language }}
            name="email"
            label={pageTexts[language].email}
            type="email"
            autocomplete="email"
            maxLength={254}
          />
          <div class="acts">
            <button type="submit" class="ds-button">
              {pageTexts[language].sendLink}
            </button>
          </div>
        </form>
        <p class="note gap">{t.onlyInvited}</p>
      </>
    ),
  })
}

async function askToLink(visit: AnyVisit, service: string, next: string | null, personId: string): Promise<Response> {
  const { house, language } = visit
  const t = waysInTexts[language]
  const title = t.linkTitle(service)
  const person = await personById(house.db, personId)
  return page(visit, {
    title,
    children: (
      <div class="head">
        <h1>{title}</h1>
        <p class="lead">{t.linkLead(person?.name ?? '', person?.email ?? '')}</p>
        <form method="post" action={address(language, 'identityLink')}>
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <div class="acts">
            <button type="submit" class="ds-button">
              {t.linkNow}
            </button>
            <a class="ds-button" data-variant="tertiary" href={await onwards(visit, personId, visit.session, next)}>
              {t.notNow}
            </a>
          </div>
        </form>
      </div>
    ),
  })
}

function nothingToLink(visit: AnyVisit, next: string | null): Response {
  const { language } = visit
  const t = waysInTexts[language]
  return page(
    visit,
    {
      title: t.nothingToLinkTitle,
      children: (
        <div class="head">
          <h1>{t.nothingToLinkTitle}</h1>
          <p class="lead">{t.nothingToLink}</p>
          <p class="acts">
            <a class="ds-button" href={withNext(address(language, 'signIn'), next)}>
              {pageTexts[language].signIn}
            </a>
          </p>
        </div>
      ),
    },
    410,
  )
}
