import { Refusal } from '../../platform/refusal.ts'
import { answerForm, type Drawn, opened } from '../../web/answerForm.ts'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { identitiesOf, unlinkIdentity } from '../identity/linkIdentity.ts'
import { appInUseSince } from '../ownWays.ts'
import { passkeysOf } from '../passkeys/editPasskey.ts'
import { allow } from '../permission.ts'
import { peoplePolicy } from '../policy.ts'
import { personById } from '../queries.ts'
import { recoveryCodesLeft } from '../secondStep/recoveryCodes.ts'
import { removeApp } from '../secondStep/setUpApp.ts'
import { endSessions, sessionsOf } from '../sessions.ts'
import { About, Sessions } from './accountAbout.tsx'
import { accountAfter, accountPage } from './accountPage.tsx'
import { accountTexts } from './accountTexts.ts'
import { SecondStep, WaysIn } from './accountWays.tsx'
import { rowNumber } from './parts.tsx'

/** One's own account: who one is here, how one gets in, where one is signed in. */
export const showAccount: Handler<'account'> = async (visit) => draw(visit, opened())

/** Several forms send here; the hidden field says which act it is. */
export const sendAccount: Handler<'account'> = async (visit) => {
  const { actor, language } = visit
  allow(peoplePolicy.useOwnAccount, actor, undefined)
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  return answerForm(
    visit,
    async (house, fields) => {
      switch (fields.get('act')) {
        case 'endSession':
          await endSessions(house.db, personId, { id: fields.get('session') })
          noteEvent(visit, 'session ended')
          return accountAfter(visit, 'ended')
        case 'unlink':
          await unlinkIdentity(house, visit, rowNumber(fields.get('identity')), language)
          noteEvent(visit, 'e-identity unlinked')
          return accountAfter(visit, 'unlinked')
        case 'removeApp':
          await removeApp(house, visit, language)
          noteEvent(visit, 'authenticator app removed')
          return accountAfter(visit, 'removed')
        default:
          throw new Refusal(400)
      }
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { actor, house, language, session } = visit
  allow(peoplePolicy.useOwnAccount, actor, undefined)
  const person = actor.personId === null ? null : await personById(house.db, actor.personId)
  if (!person || !session) throw new Refusal(401)
  const t = accountTexts[language]
  return accountPage(visit, drawn, {
    title: t.title,
    lead: t.lead,
    children: (
      <>
        <About visit={visit} person={person} session={session} />
        <WaysIn
          visit={visit}
          email={person.email}
          passkeys={await passkeysOf(house.db, person.id)}
          identities={await identitiesOf(house.db, person.id)}
        />
        <SecondStep
          visit={visit}
          appSince={await appInUseSince(house.db, person.id)}
          codesLeft={await recoveryCodesLeft(house.db, person.id)}
        />
        <Sessions visit={visit} current={session.id} sessions={await sessionsOf(house.db, person.id, house.clock.now())} />
      </>
    ),
  })
}
