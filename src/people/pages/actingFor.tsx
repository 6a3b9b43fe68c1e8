import { Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { Radios } from '../../web/components/form.tsx'
import { Name } from '../../web/components/Name.tsx'
import { bare, type Named, named } from '../../web/named.ts'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { chooseActingFor } from '../actingFor.ts'
import { organisationNamesAt } from '../queries.ts'
import { ownPath } from '../signInLinks.ts'
import { accountAfter, accountPage } from './accountPage.tsx'
import { accountTexts } from './accountTexts.ts'
import { FormNumber } from './parts.tsx'

/** For which of their institutions and organisations someone acts now. */
export const showActingFor: Handler<'actingFor'> = async (visit) =>
  draw(visit, opened({ organisation: [visit.session?.actingFor ?? ''], next: [visit.query.get('next') ?? ''] }))

export const sendActingFor: Handler<'actingFor'> = async (visit) => {
  if (visit.actor.personId === null) throw new Refusal(401)
  return answerForm(
    visit,
    async (house, fields) => {
      await chooseActingFor(house, visit, fields.trimmed('organisation'))
      noteEvent(visit, 'acting for: chosen')
      return ownPath(fields.get('next')) ?? accountAfter(visit, 'chosen')
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language, session, today } = visit
  if (!session) throw new Refusal(401)
  const t = accountTexts[language]
  const { mayActFor } = session
  const names = await organisationNamesAt(house.db, mayActFor, today)
  const nameOf = (id: string): Named => named(names.get(id), language, id)
  const next = ownPath(drawn.fields.get('next'))
  const [only] = mayActFor
  if (mayActFor.length < 2)
    return accountPage(visit, drawn, { title: t.actingTitle, lead: only ? t.actingOne(bare(nameOf(only))) : t.actingNone, children: null })
  return accountPage(visit, drawn, {
    title: t.actingTitle,
    lead: t.actingLead,
    children: (
      <form method="post" action={address(language, 'actingFor')} noValidate>
        <FormNumber />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <Radios
          form={stateOf(visit, drawn)}
          name="organisation"
          label={t.organisation}
          choices={mayActFor.map((id) => ({ value: id, label: <Name of={nameOf(id)} /> }))}
        />
        <div class="acts">
          <button type="submit" class="ds-button">
            {t.choose}
          </button>
        </div>
      </form>
    ),
  })
}
