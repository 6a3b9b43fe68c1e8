import type { ComponentChildren } from 'preact'
import { dayInRiga } from '../../platform/clock.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { address } from '../../web/addresses.ts'
import type { AnyVisit } from '../../web/visit.ts'
import type { ListedIdentity } from '../identity/linkIdentity.ts'
import { identityProvidersOf } from '../identity/provider.ts'
import type { ListedPasskey } from '../passkeys/editPasskey.ts'
import { relyingPartyOf } from '../passkeys/relyingParty.ts'
import { accountTexts } from './accountTexts.ts'
import { FormNumber } from './parts.tsx'

function Way({ title, meta, children }: { title: string; meta: string; children?: ComponentChildren }) {
  return (
    <li>
      <div>
        <b>{title}</b>
        <p class="meta">{meta}</p>
      </div>
      {children}
    </li>
  )
}

type WaysProps = { visit: AnyVisit; email: string; passkeys: readonly ListedPasskey[]; identities: readonly ListedIdentity[] }

/** How one can sign in, and what can be added. */
export function WaysIn({ visit, email, passkeys, identities }: WaysProps) {
  const { house, language } = visit
  const t = accountTexts[language]
  const services = identityProvidersOf(house.configuration)
  const day = (at: Date): string => shortDate(language, dayInRiga(at))
  const used = (at: Date | null): string => (at ? t.usedOn(day(at)) : t.neverUsed)
  return (
    <section class="sec" aria-labelledby="ieeja">
      <h2 id="ieeja">{t.waysIn}</h2>
      <div>
        <ul class="rows ways">
          <Way title={`${t.emailLink}: ${email}`} meta={t.emailAlways} />
          {passkeys.map(({ id, name, createdAt, usedAt }) => (
            <Way key={`passkey-${id}`} title={`${t.passkey}: ${name}`} meta={`${t.addedOn(day(createdAt))}, ${used(usedAt)}`}>
              <a href={address(language, 'passkeyEdit', { id })} aria-label={t.renameOrRemoveThis(name)}>
                {t.renameOrRemove}
              </a>
            </Way>
          ))}
          {identities.map(({ id, provider, linkedAt, usedAt }) => {
            const service = services.find((one) => one.id === provider)?.label[language] ?? t.noLongerOffered
            return (
              <Way key={`identity-${id}`} title={service} meta={`${t.linkedOn(day(linkedAt))}, ${used(usedAt)}`}>
                <form method="post" action={address(language, 'account')}>
                  <FormNumber />
                  <input type="hidden" name="act" value="unlink" />
                  <input type="hidden" name="identity" value={id} />
                  <button type="submit" class="plain" aria-label={t.unlinkThis(service)}>
                    {t.unlink}
                  </button>
                </form>
              </Way>
            )
          })}
        </ul>
        <div class="acts">
          {relyingPartyOf(house.configuration) ? (
            <a class="ds-button" data-variant="secondary" href={address(language, 'passkeyNew')}>
              {t.addPasskey}
            </a>
          ) : (
            <p class="note">{t.passkeysNotHere}</p>
          )}
          {services
            .filter(({ id }) => !identities.some(({ provider }) => provider === id))
            .map((service) => (
              <form key={service.id} method="post" action={address(language, 'identityStart', { provider: service.id })}>
                <button type="submit" class="ds-button" data-variant="secondary">
                  {t.link(service.label[language])}
                </button>
              </form>
            ))}
        </div>
      </div>
    </section>
  )
}

/** What the second step can be done with. */
export function SecondStep({ visit, appSince, codesLeft }: { visit: AnyVisit; appSince: Date | null; codesLeft: number }) {
  const { language } = visit
  const t = accountTexts[language]
  return (
    <section class="sec" aria-labelledby="otrais">
      <h2 id="otrais">{t.secondStep}</h2>
      <div>
        <p class="hint">
          {t.secondStepWhy} {t.passkeyIsBoth}
        </p>
        <ul class="rows ways">
          <Way title={t.app} meta={appSince ? t.appSince(shortDate(language, dayInRiga(appSince))) : t.noApp}>
            {appSince ? (
              <form method="post" action={address(language, 'account')}>
                <FormNumber />
                <input type="hidden" name="act" value="removeApp" />
                <button type="submit" class="plain">
                  {t.removeApp}
                </button>
              </form>
            ) : null}
          </Way>
          <Way title={t.recoveryCodes} meta={t.codesLeft(codesLeft)} />
        </ul>
        <div class="acts">
          <a class="ds-button" data-variant="secondary" href={address(language, 'authenticatorApp')}>
            {appSince ? t.replaceApp : t.addApp}
          </a>
          <a class="ds-button" data-variant="tertiary" href={address(language, 'recoveryCodes')}>
            {t.toRecoveryCodes}
          </a>
        </div>
      </div>
    </section>
  )
}
