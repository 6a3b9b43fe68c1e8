import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { Select, TextField } from '../../web/components/form.tsx'
import { Local } from '../../web/components/Local.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { addOrganisation } from '../addOrganisation.ts'
import { readNewOrganisation } from '../input.ts'
import { allow } from '../permission.ts'
import { peoplePolicy } from '../policy.ts'
import { isInstitution, type ListedOrganisation, listOrganisations } from '../queries.ts'
import { sectors } from '../tables.ts'
import { peopleTexts } from '../texts.ts'
import { done, FormNumber, managePage, NameFields } from './parts.tsx'
import { pageTexts } from './texts.ts'

/** All institutions and organisations, and the form that adds one. */
export const showOrganisationsForm: Handler<'organisationsEdit'> = async (visit) => {
  allow(peoplePolicy.editOrganisations, visit.actor, undefined)
  return draw(visit, opened())
}

export const sendNewOrganisation: Handler<'organisationsEdit'> = async (visit) => {
  allow(peoplePolicy.editOrganisations, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      const input = readNewOrganisation(fields)
      await addOrganisation(house, visit.actor, input)
      return done(address(visit.language, 'organisationEdit', { id: input.id }), 'added')
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language, today } = visit
  const t = pageTexts[language]
  const all = await listOrganisations(house.db, today, 'all', language)
  const form = stateOf(visit, drawn)
  const institutions = all.filter(({ sector }) => isInstitution(sector))
  const others = all.filter(({ sector }) => !isInstitution(sector))
  return managePage(visit, drawn, {
    title: t.organisations,
    lead: t.organisationsLead,
    path: [],
    children: (
      <>
        <section class="sec" aria-labelledby="institucijas">
          <h2 id="institucijas">{t.institutions}</h2>
          <List visit={visit} organisations={institutions} />
        </section>
        <section class="sec" aria-labelledby="organizacijas">
          <h2 id="organizacijas">{t.otherOrganisations}</h2>
          <List visit={visit} organisations={others} />
        </section>
        <section class="sec" aria-labelledby="pievienot">
          <h2 id="pievienot">{t.addOrganisation}</h2>
          <form method="post" action={address(language, 'organisationsEdit')} noValidate>
            <FormNumber />
            <NameFields form={form} />
            <Select
              form={form}
              name="sector"
              label={t.sector}
              hint={t.sectorHint}
              choices={sectors.map((sector) => ({ value: sector, label: peopleTexts[language][sector] }))}
              empty={t.chooseRole}
            />
            <TextField form={form} name="id" label={t.organisationId} hint={t.organisationIdHint} />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.addOrganisation}
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  })
}

function List({ visit, organisations }: { visit: AnyVisit; organisations: readonly ListedOrganisation[] }) {
  const { language } = visit
  if (!organisations.length) return <p>{pageTexts[language].noneYet}</p>
  return (
    <ul class="link-list">
      {organisations.map(({ id, name, sector }) => (
        <li key={id}>
          <a href={address(language, 'organisationEdit', { id })}>
            <Local content={name} language={language} />
          </a>{' '}
          <span class="note">{peopleTexts[language][sector]}</span>
        </li>
      ))}
    </ul>
  )
}
