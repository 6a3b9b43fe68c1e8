import type { Day } from '../../platform/dates/partialDate.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { DateTime } from '../../web/components/DateTime.tsx'
import { DateField } from '../../web/components/form.tsx'
import { Local } from '../../web/components/Local.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { readNewName } from '../input.ts'
import type { NameInTime } from '../namesInTime.ts'
import { allow } from '../permission.ts'
import { peoplePolicy } from '../policy.ts'
import { isInstitution, type OrganisationInTime, organisationForEditing } from '../queries.ts'
import { renameOrganisation } from '../renameOrganisation.ts'
import { peopleTexts } from '../texts.ts'
import { done, FormNumber, managePage, NameFields } from './parts.tsx'
import { pageTexts } from './texts.ts'

type Edited = Omit<OrganisationInTime, 'name'>

/** An institution or organisation with all its names, and the form that gives it a new one. */
export const showOrganisationForm: Handler<'organisationEdit'> = async (visit) => {
  allow(peoplePolicy.editOrganisations, visit.actor, undefined)
  return draw(visit, await organisationAt(visit, visit.values.id), opened())
}

export const sendNewName: Handler<'organisationEdit'> = async (visit) => {
  allow(peoplePolicy.editOrganisations, visit.actor, undefined)
  const { id } = visit.values
  return answerForm(
    visit,
    async (house, fields) => {
      const version = fields.trimmed('version')
      if (!/^\d{1,15}$/.test(version)) throw new Refusal(400)
      await renameOrganisation(house, visit.actor, id, Number(version), readNewName(fields))
      return done(address(visit.language, 'organisationEdit', { id }), 'renamed')
    },
    async (drawn) =>
      draw(visit, await organisationAt(visit, id), drawn.status === 409 ? { ...drawn, say: (l) => pageTexts[l].conflict } : drawn),
  )
}

async function organisationAt(visit: AnyVisit, id: string): Promise<Edited> {
  const found = await organisationForEditing(visit.house.db, id)
  if (!found) throw notFound()
  return found
}

/** The name in force on the day; before the first one, the first. */
const nameOn = (names: readonly NameInTime[], day: Day): NameInTime | undefined =>
  names.findLast(({ validFrom }) => validFrom === null || validFrom <= day) ?? names[0]

async function draw(visit: AnyVisit, edited: Edited, drawn: Drawn): Promise<Response> {
  const { language, today } = visit
  const t = pageTexts[language]
  const form = stateOf(visit, drawn)
  const kind = isInstitution(edited.sector) ? 'institution' : 'organisation'
  return managePage(visit, drawn, {
    title: plainText(nameOn(edited.names, today)?.name, language),
    eyebrow: peopleTexts[language][edited.sector],
    path: [{ title: t.organisations, href: address(language, 'organisationsEdit') }],
    children: (
      <>
        <section class="sec" aria-labelledby="nosaukumi">
          <h2 id="nosaukumi">{t.names}</h2>
          <div>
            <table class="ds-table stack">
              <thead>
                <tr>
                  <th scope="col">{t.nameColumn}</th>
                  <th scope="col">{t.from}</th>
                  <th scope="col">{t.until}</th>
                </tr>
              </thead>
              <tbody>
                {edited.names.map(({ name, validFrom, validTo }) => (
                  <tr key={validFrom ?? ''}>
                    <th scope="row">
                      <Local content={name} language={language} />
                    </th>
                    <td data-l={t.from}>{validFrom ? <DateTime date={validFrom} language={language} /> : t.always}</td>
                    <td data-l={t.until}>{validTo ? <DateTime date={validTo} language={language} /> : t.now}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="acts">
              <a href={address(language, kind, { id: edited.id })}>{t.publicPage}</a>
            </p>
          </div>
        </section>
        <section class="sec" aria-labelledby="mainit">
          <h2 id="mainit">{t.rename}</h2>
          <form method="post" action={address(language, 'organisationEdit', { id: edited.id })} noValidate>
            <FormNumber />
            <input type="hidden" name="version" value={edited.recordSeq} />
            <p class="hint">{t.renameNote}</p>
            <NameFields form={form} />
            <DateField form={form} name="validFrom" label={t.validFrom} dayOnly />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.saveName}
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  })
}
