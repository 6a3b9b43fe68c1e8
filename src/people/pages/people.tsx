import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { TextField } from '../../web/components/form.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Pages } from '../../web/components/Pages.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { readInvitation } from '../input.ts'
import { invitePerson } from '../invitePerson.ts'
import { allow } from '../permission.ts'
import { peoplePolicy, rolesToGive } from '../policy.ts'
import { type ListedPerson, listOrganisations, listPeople, organisationNamesAt } from '../queries.ts'
import { done, FormNumber, managePage, RoleFields, roleInWords } from './parts.tsx'
import { pageTexts } from './texts.ts'

/** The people who can sign in, page by page, and the form that invites one more. */
export const showPeople: Handler<'people'> = async (visit) => {
  allow(peoplePolicy.seePeople, visit.actor, undefined)
  return draw(visit, opened())
}

export const sendInvitationForm: Handler<'people'> = async (visit) => {
  allow(peoplePolicy.seePeople, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      await invitePerson(house, visit.actor, readInvitation(fields), visit.language)
      return done(address(visit.language, 'people'), 'invited')
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language, today } = visit
  const t = pageTexts[language]
  const number = pageInQuery(visit.query)
  const { people, more } = await listPeople(house.db, number)
  if (number > 1 && !people.length) throw notFound()
  const organisations = await listOrganisations(house.db, today, 'all', language)
  const form = stateOf(visit, drawn)
  return managePage(visit, drawn, {
    title: t.people,
    lead: t.peopleLead,
    path: [],
    children: (
      <>
        <section class="sec" aria-labelledby="saraksts">
          <h2 id="saraksts">{t.list}</h2>
          <div>
            <PeopleTable visit={visit} people={people} names={await organisationNamesAt(house.db, idsOf(people), today)} />
            <Pages
              language={language}
              number={number}
              pages={more ? 'more' : 'no more'}
              href={(page) => `${address(language, 'people')}?page=${page}`}
            />
          </div>
        </section>
        <section class="sec" aria-labelledby="uzaicinat">
          <h2 id="uzaicinat">{t.invite}</h2>
          <form method="post" action={address(language, 'people')} noValidate>
            <FormNumber />
            <p class="hint">{t.inviteNote}</p>
            <TextField form={form} name="name" label={t.name} autocomplete="off" />
            <TextField form={form} name="email" label={t.email} type="email" autocomplete="off" />
            <RoleFields form={form} roles={rolesToGive(visit.actor)} organisations={organisations} participant />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.sendInvitation}
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  })
}

const idsOf = (people: readonly ListedPerson[]): string[] => [
  ...new Set(people.flatMap(({ roles }) => roles.flatMap((role) => role.organisationId ?? []))),
]

function PeopleTable({
  visit,
  people,
  names,
}: {
  visit: AnyVisit
  people: readonly ListedPerson[]
  names: Parameters<typeof roleInWords>[2]
}) {
  const { language } = visit
  const t = pageTexts[language]
  if (!people.length) return <p>{t.nobody}</p>
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.roles}</th>
          <th scope="col">{t.email}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <a href={address(language, 'person', { id: person.id })}>{person.name}</a>
              <MadeUp when={person.demonstration} language={language} />
            </th>
            <td data-l={t.roles}>{person.roles.map((role) => roleInWords(language, role, names)).join('; ') || t.noRoles}</td>
            <td data-l={t.email}>{person.email}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
