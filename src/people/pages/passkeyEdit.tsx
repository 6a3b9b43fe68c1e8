import { notFound, Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { TextField } from '../../web/components/form.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { type ListedPasskey, passkeysOf, removePasskey, renamePasskey } from '../passkeys/editPasskey.ts'
import { accountAfter, accountPage } from './accountPage.tsx'
import { accountTexts } from './accountTexts.ts'
import { FormNumber, rowNumber } from './parts.tsx'

/** One of one's own passkeys: its name, and the button that removes it. */
export const showPasskey: Handler<'passkeyEdit'> = async (visit) => {
  const passkey = await ownPasskey(visit, visit.values.id)
  return draw(visit, passkey, opened({ name: [passkey.name] }))
}

/** Two forms send here; the hidden field says which. */
export const sendPasskey: Handler<'passkeyEdit'> = async (visit) => {
  const passkey = await ownPasskey(visit, visit.values.id)
  return answerForm(
    visit,
    async (house, fields) => {
      if (fields.get('act') === 'remove') {
        await removePasskey(house, visit, passkey.id, visit.language)
        noteEvent(visit, 'passkey removed')
        return accountAfter(visit, 'removed')
      }
      await renamePasskey(house, visit, passkey.id, fields.get('name'))
      return accountAfter(visit, 'renamed')
    },
    (drawn) => draw(visit, passkey, drawn),
  )
}

async function ownPasskey({ actor, house }: AnyVisit, id: string): Promise<ListedPasskey> {
  if (actor.personId === null) throw new Refusal(401)
  const found = (await passkeysOf(house.db, actor.personId)).find((one) => one.id === rowNumber(id))
  if (!found) throw notFound()
  return found
}

function draw(visit: AnyVisit, { id, name }: ListedPasskey, drawn: Drawn): Response {
  const { language } = visit
  const t = accountTexts[language]
  const action = address(language, 'passkeyEdit', { id })
  return accountPage(visit, drawn, {
    title: name,
    children: (
      <>
        <section class="sec" aria-labelledby="pardevet">
          <h2 id="pardevet">{t.rename}</h2>
          <form method="post" action={action} noValidate>
            <FormNumber />
            <TextField form={stateOf(visit, drawn)} name="name" label={t.passkeyName} hint={t.passkeyNameHint} maxLength={60} />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.saveName}
              </button>
            </div>
          </form>
        </section>
        <section class="sec" aria-labelledby="nonemt">
          <h2 id="nonemt">{t.remove}</h2>
          <form method="post" action={action}>
            <FormNumber />
            <input type="hidden" name="act" value="remove" />
            <p class="hint">{t.removePasskeyNote}</p>
            <div class="acts">
              <button type="submit" class="ds-button" data-variant="secondary">
                {t.remove}
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  })
}
