import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { opened } from '../../web/answerForm.ts'
import { type Handler, noteEvent } from '../../web/visit.ts'
import { makeRecoveryCodes } from '../secondStep/makeRecoveryCodes.ts'
import { recoveryCodesLeft } from '../secondStep/recoveryCodes.ts'
import { ownPath } from '../signInLinks.ts'
import { accountPage } from './accountPage.tsx'
import { accountTexts } from './accountTexts.ts'

/** How many recovery codes are left, and the button that makes new ones. */
export const showRecoveryCodes: Handler<'recoveryCodes'> = async (visit) => {
  const { actor, house, language, query } = visit
  if (actor.personId === null) throw new Refusal(401)
  const t = accountTexts[language]
  const next = ownPath(query.get('next'))
  const left = await recoveryCodesLeft(house.db, actor.personId)
  return accountPage(visit, opened(), {
    title: t.codesTitle,
    lead: t.codesLead,
    children: (
      <form method="post" action={address(language, 'recoveryCodes')}>
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <p>{left ? `${t.codesLeft(left)}. ${t.codesWarning}` : null}</p>
        <div class="acts">
          <button type="submit" class="ds-button">
            {t.makeCodes}
          </button>
        </div>
      </form>
    ),
  })
}

/** Makes new codes and shows them, this once: sent twice, what is shown last is what works. */
export const sendRecoveryCodes: Handler<'recoveryCodes'> = async (visit) => {
  const { house, language } = visit
  if (visit.actor.personId === null) throw new Refusal(401)
  const t = accountTexts[language]
  const { fields } = await readFormWithoutFiles(visit.context.req.raw, house)
  const codes = await makeRecoveryCodes(house, visit, language)
  noteEvent(visit, 'recovery codes made')
  const next = ownPath(fields.get('next'))
  return accountPage(visit, opened(), {
    title: t.codesShown,
    lead: t.codesShownLead,
    children: (
      <>
        <ul class="codes">
          {codes.map((code) => (
            <li key={code} class="hash">
              {code}
            </li>
          ))}
        </ul>
        <p class="acts">
          <a class="ds-button" href={next ?? address(language, 'account')}>
            {next ? t.goOn : t.toAccount}
          </a>
        </p>
      </>
    ),
  })
}
