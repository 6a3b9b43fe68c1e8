import { notFound, Refusal } from '../../platform/refusal.ts'
import { address, withNext } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { TextField } from '../../web/components/form.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { beginPasskey, registerPasskey } from '../passkeys/registerPasskey.ts'
import { relyingPartyOf } from '../passkeys/relyingParty.ts'
import { recoveryCodesLeft } from '../secondStep/recoveryCodes.ts'
import { ownPath } from '../signInLinks.ts'
import { accountAfter, accountPage } from './accountPage.tsx'
import { accountTexts } from './accountTexts.ts'
import { PasskeyForm } from './PasskeyForm.tsx'
import { FormNumber } from './parts.tsx'

/** Asks for a name, and the browser for a passkey. */
export const showNewPasskey: Handler<'passkeyNew'> = async (visit) => {
  if (!relyingPartyOf(visit.house.configuration)) throw notFound()
  return draw(visit, opened({ next: [visit.query.get('next') ?? ''] }))
}

export const sendNewPasskey: Handler<'passkeyNew'> = async (visit) => {
  const { actor, language } = visit
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  return answerForm(
    visit,
    async (house, fields) => {
      await registerPasskey(house, visit, { name: fields.get('name'), credential: fields.get('credential') }, language)
      noteEvent(visit, 'passkey added')
      const next = ownPath(fields.get('next'))
      // Codes for who loses the only key: offered with the first one, not with every one.
      const hasCodes = (await recoveryCodesLeft(house.db, personId)) > 0
      return hasCodes ? (next ?? accountAfter(visit, 'added')) : withNext(address(language, 'recoveryCodes'), next)
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language } = visit
  const t = accountTexts[language]
  const form = stateOf(visit, drawn)
  const next = ownPath(drawn.fields.get('next'))
  const options = await beginPasskey(house, visit)
  return accountPage(visit, drawn, {
    title: t.passkeyTitle,
    lead: t.passkeyLead,
    children: (
      <PasskeyForm form={form} action={address(language, 'passkeyNew')} does="make" options={options} button={t.makePasskey}>
        <FormNumber />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <TextField form={form} name="name" label={t.passkeyName} hint={t.passkeyNameHint} maxLength={60} />
      </PasskeyForm>
    ),
  })
}
