import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { Checkboxes } from '../../web/components/form.tsx'
import { Name } from '../../web/components/Name.tsx'
import { named } from '../../web/named.ts'
import { webText } from '../../web/texts.ts'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { endRole } from '../endRole.ts'
import { giveRole } from '../giveRole.ts'
import { readRole } from '../input.ts'
import { allow } from '../permission.ts'
import { peoplePolicy, rolesToGive } from '../policy.ts'
import { type ListedPerson, listOrganisations, organisationNamesAt, personById } from '../queries.ts'
import { type AlsoForget, removePerson } from '../removePerson.ts'
import { resetSecondStep } from '../secondStep/resetSecondStep.ts'
import { peopleTexts } from '../texts.ts'
import { done, FormNumber, managePage, RoleFields, roleInWords, rowNumber } from './parts.tsx'
import { pageTexts } from './texts.ts'
import { waysInTexts } from './waysInTexts.ts'

/** A person for the secretariat: the roles they hold, and what can be done about them. */
export const showPerson: Handler<'person'> = async (visit) => {
  allow(peoplePolicy.seePeople, visit.actor, undefined)
  return draw(visit, await personAt(visit, visit.values.id), opened())
}

/** Several forms send here; the button that was pressed says which act it is. */
export const sendPerson =
  (alsoForget: AlsoForget): Handler<'person'> =>
  async (visit) => {
    allow(peoplePolicy.seePeople, visit.actor, undefined)
    const { actor, language } = visit
    const { id } = visit.values
    const here = address(language, 'person', { id })
    return answerForm(
      visit,
      async (house, fields) => {
        switch (fields.get('act')) {
          case 'giveRole':
            await giveRole(house, actor, id, readRole(fields))
            return done(here, 'roleGiven')
          case 'endRole':
            await endRole(house, actor, id, rowNumber(fields.get('assignment')))
            return done(here, 'roleEnded')
          case 'resetSecondStep':
            await resetSecondStep(house, actor, id, language)
            noteEvent(visit, 'second step: reset')
            return done(here, 'secondStepReset')
          case 'remove':
            if (fields.get('confirm') !== 'yes') throw wrongField('confirm', (l) => peopleTexts[l].confirmRemoval)
            await removePerson(house, actor, id, alsoForget)
            return done(address(language, 'people'), 'removed')
          default:
            throw new Refusal(400)
        }
      },
      async (drawn) => draw(visit, await personAt(visit, id), drawn),
    )
  }

async function personAt(visit: AnyVisit, id: string): Promise<ListedPerson> {
  const found = await personById(visit.house.db, id)
  if (!found || found.removed) throw notFound()
  return found
}

async function draw(visit: AnyVisit, person: ListedPerson, drawn: Drawn): Promise<Response> {
  const { actor, house, language, today } = visit
  const t = pageTexts[language]
  const organisations = await listOrganisations(house.db, today, 'all', language)
  const names = await organisationNamesAt(
    house.db,
    person.roles.flatMap((role) => role.organisationId ?? []),
    today,
  )
  const action = address(language, 'person', { id: person.id })
  const form = stateOf(visit, drawn)
  const mayRemove = peoplePolicy.removePerson(actor, { roles: person.roles.map(({ role }) => role) })
  return managePage(visit, drawn, {
    title: person.name,
    eyebrow: person.email + (person.demonstration ? ` (${webText(language).demonstrationMark})` : ''),
    path: [{ title: t.people, href: address(language, 'people') }],
    children: (
      <>
        <section class="sec" aria-labelledby="lomas">
          <h2 id="lomas">{t.held}</h2>
          {person.roles.length ? (
            <ul class="rows">
              {person.roles.map((role) => (
                <li key={role.id}>
                  <div class="when">
                    <b>{peopleTexts[language][role.role]}</b>
                  </div>
                  <div>
                    {role.organisationId ? (
                      <p>
                        <Name of={named(names.get(role.organisationId), language, role.organisationId)} />
                      </p>
                    ) : null}
                    {peoplePolicy.endRole(actor, { roles: [role.role] }) ? (
                      <form method="post" action={action}>
                        <FormNumber />
                        <input type="hidden" name="act" value="endRole" />
                        <input type="hidden" name="assignment" value={role.id} />
                        <button type="submit" class="plain" aria-label={t.endThis(roleInWords(language, role, names))}>
                          {t.endRole}
                        </button>
                      </form>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t.participantOnly}</p>
          )}
        </section>
        <section class="sec" aria-labelledby="pieskirt">
          <h2 id="pieskirt">{t.giveRole}</h2>
          <form method="post" action={action} noValidate>
            <FormNumber />
            <input type="hidden" name="act" value="giveRole" />
            <RoleFields form={form} roles={rolesToGive(actor)} organisations={organisations} participant={false} />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.giveRole}
              </button>
            </div>
          </form>
        </section>
        {peoplePolicy.resetSecondStep(actor, { personId: person.id }) ? <ResetSecondStep language={language} action={action} /> : null}
        {mayRemove ? (
          <section class="sec" aria-labelledby="dzest">
            <h2 id="dzest">{t.remove}</h2>
            <form method="post" action={action} noValidate>
              <FormNumber />
              <input type="hidden" name="act" value="remove" />
              <p class="hint">{t.removeNote}</p>
              <Checkboxes form={form} name="confirm" label={t.removeConfirm} choices={[{ value: 'yes', label: t.removeYes }]} />
              <div class="acts">
                <button type="submit" class="ds-button" data-variant="secondary">
                  {t.remove}
                </button>
              </div>
            </form>
          </section>
        ) : null}
      </>
    ),
  })
}

function ResetSecondStep({ language, action }: { language: Language; action: string }) {
  const t = waysInTexts[language]
  return (
    <section class="sec" aria-labelledby="atiestatit">
      <h2 id="atiestatit">{t.resetTitle}</h2>
      <form method="post" action={action}>
        <FormNumber />
        <input type="hidden" name="act" value="resetSecondStep" />
        <p class="hint">{t.resetNote}</p>
        <div class="acts">
          <button type="submit" class="ds-button" data-variant="secondary">
            {t.reset}
          </button>
        </div>
      </form>
    </section>
  )
}
