import { address, withNext } from '../../web/addresses.ts'
import type { AnyVisit } from '../../web/visit.ts'
import { identityProvidersOf } from '../identity/provider.ts'
import { relyingPartyOf } from '../passkeys/relyingParty.ts'
import { waysInTexts } from './waysInTexts.ts'

/** What else than e-mail one can sign in with here: passkeys where they work, e-identities that are configured. */
export function OtherWays({ visit, next }: { visit: AnyVisit; next: string | null }) {
  const { house, language } = visit
  const t = waysInTexts[language]
  const services = identityProvidersOf(house.configuration)
  const passkeys = relyingPartyOf(house.configuration) !== null
  if (!passkeys && !services.length) return null
  return (
    <section class="other-ways" aria-labelledby="citi-veidi">
      <h2 id="citi-veidi" class="title2">
        {t.otherWays}
      </h2>
      <ul>
        {services.map((service) => (
          <li key={service.id}>
            <form method="post" action={address(language, 'identityStart', { provider: service.id })}>
              {next ? <input type="hidden" name="next" value={next} /> : null}
              <button type="submit" class="ds-button" data-variant="secondary">
                {t.with(service.label[language])}
              </button>
            </form>
          </li>
        ))}
        {passkeys ? (
          <li>
            <a class="ds-button" data-variant="secondary" href={withNext(address(language, 'signInPasskey'), next)}>
              {t.withPasskey}
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
