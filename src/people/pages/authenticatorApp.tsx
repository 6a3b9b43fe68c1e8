import { Fields } from '../../platform/http/fields.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address, withNext } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { TextField } from '../../web/components/form.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { beginApp, confirmApp } from '../secondStep/setUpApp.ts'
import { ownPath } from '../signInLinks.ts'
import { accountPage } from './accountPage.tsx'
import { accountTexts } from './accountTexts.ts'
import { FormNumber } from './parts.tsx'
import { Qr } from './Qr.tsx'

/** The secret for an authenticator app, as a QR code and in letters, and the field for its first code. */
export const showAuthenticatorApp: Handler<'authenticatorApp'> = async (visit) =>
  draw(visit, opened({ next: [visit.query.get('next') ?? ''] }))

export const sendAuthenticatorApp: Handler<'authenticatorApp'> = async (visit) => {
  if (visit.actor.personId === null) throw new Refusal(401)
  return answerForm(
    visit,
    async (house, fields) => {
      await confirmApp(house, visit, fields.get('code').replace(/\s/g, ''), visit.language)
      noteEvent(visit, 'authenticator app added')
      return withNext(address(visit.language, 'recoveryCodes'), ownPath(fields.get('next')))
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language } = visit
  const t = accountTexts[language]
  const { secret, address: qrAddress } = await beginApp(house, visit)
  // A code that was wrong is of no use again.
  const form = stateOf(visit, { ...drawn, fields: new Fields() })
  const next = ownPath(drawn.fields.get('next'))
  return accountPage(visit, drawn, {
    title: t.appTitle,
    lead: t.appLead,
    children: (
      <>
        <section class="sec" aria-labelledby="nolasit">
          <h2 id="nolasit">{t.scan}</h2>
          <div>
            <Qr text={qrAddress} title={t.qrAlt} />
            <p>{t.orType}</p>
            <p class="hash">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          </div>
        </section>
        <section class="sec" aria-labelledby="ierakstit">
          <h2 id="ierakstit">{t.enterCode}</h2>
          <form method="post" action={address(language, 'authenticatorApp')} noValidate>
            <FormNumber />
            {next ? <input type="hidden" name="next" value={next} /> : null}
            <TextField form={form} name="code" label={t.code} hint={t.codeHint} autocomplete="one-time-code" maxLength={10} short />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.confirmApp}
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  })
}
