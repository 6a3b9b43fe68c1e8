import { dayInRiga } from '../../platform/clock.ts'
import { clockTime, shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { Name } from '../../web/components/Name.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import type { ListedPerson } from '../queries.ts'
import type { ListedSession, Session } from '../sessions.ts'
import { accountTexts } from './accountTexts.ts'
import { FormNumber } from './parts.tsx'

/** Who one is here, and for whom one acts. */
export function About({ visit, person, session }: { visit: AnyVisit; person: ListedPerson; session: Session }) {
  const { frame, language } = visit
  const t = accountTexts[language]
  return (
    <section class="sec" aria-labelledby="par-mani">
      <h2 id="par-mani">{t.who}</h2>
      <div>
        <dl class="facts">
          <div>
            <dt>{t.name}</dt>
            <dd>{person.name}</dd>
          </div>
          <div>
            <dt>{t.email}</dt>
            <dd>{person.email}</dd>
          </div>
          <div>
            <dt>{t.news}</dt>
            <dd>
              <a href={address(language, 'subscriptions')}>{t.whatIFollow}</a>
            </dd>
          </div>
          {session.mayActFor.length ? (
            <div>
              <dt>{t.acting}</dt>
              <dd>
                {frame.actingFor ? <Name of={frame.actingFor} /> : t.notChosen}
                {session.mayActFor.length > 1 ? (
                  <>
                    {' '}
                    <a href={address(language, 'actingFor')}>{frame.actingFor ? t.change : t.choose}</a>
                  </>
                ) : null}
              </dd>
            </div>
          ) : null}
        </dl>
        <p class="note">{t.changedBySecretariat}</p>
      </div>
    </section>
  )
}

/** A moment of real time, to the minute. */
const moment = (language: Language, at: Date): string => `${shortDate(language, dayInRiga(at))} ${clockTime(language, at)}`

/** Where one is signed in, each with the button that ends it, and the one that ends all. */
export function Sessions({ visit, current, sessions }: { visit: AnyVisit; current: string; sessions: readonly ListedSession[] }) {
  const { language } = visit
  const t = accountTexts[language]
  const how = { email: t.byEmail, passkey: t.byPasskey, identity: t.byIdentity, demonstration: t.byDemonstration }
  return (
    <section class="sec" aria-labelledby="sesijas">
      <h2 id="sesijas">{t.sessions}</h2>
      <div>
        <p class="hint">{t.sessionsNote}</p>
        <ul class="rows ways">
          {sessions.map(({ id, method, createdAt, seenAt }) => (
            <li key={id}>
              <div>
                <b>{how[method]}</b>
                {id === current ? <span class="note"> {t.thisOne}</span> : null}
                <p class="meta">
                  {t.signedInAt(moment(language, createdAt))}, {t.lastSeen(moment(language, seenAt))}
                </p>
              </div>
              {id === current ? null : (
                <form method="post" action={address(language, 'account')}>
                  <FormNumber />
                  <input type="hidden" name="act" value="endSession" />
                  <input type="hidden" name="session" value={id} />
                  <button type="submit" class="plain" aria-label={t.endThis(`${how[method]}, ${moment(language, createdAt)}`)}>
                    {t.endSession}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
        <form method="post" action={address(language, 'signOut')}>
          <input type="hidden" name="everywhere" value="yes" />
          <p class="hint">{t.signOutEverywhereNote}</p>
          <div class="acts">
            <button type="submit" class="ds-button" data-variant="secondary">
              {t.signOutEverywhere}
            </button>
          </div>
        </form>
      </div>
    </section>
  )
}
