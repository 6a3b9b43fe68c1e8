import type { Day } from '../../platform/dates/partialDate.ts'
import { Fields } from '../../platform/http/fields.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../web/answerForm.ts'
import { DateTime } from '../../web/components/DateTime.tsx'
import { DateField, Select, TextField } from '../../web/components/form.tsx'
import { Local } from '../../web/components/Local.tsx'
import { type Told, TwoVersions } from '../../web/components/TwoVersions.tsx'
import { named } from '../../web/named.ts'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { editOrganisation, type TakesPart } from '../editOrganisation.ts'
import { readNewName, readOrganisationEdit } from '../input.ts'
import type { NameInTime } from '../namesInTime.ts'
import { allow } from '../permission.ts'
import { peoplePolicy } from '../policy.ts'
import { isInstitution, type OrganisationInTime, organisationForEditing } from '../queries.ts'
import { renameOrganisation } from '../renameOrganisation.ts'
import { sectors } from '../tables.ts'
import { peopleTexts } from '../texts.ts'
import { done, FormNumber, managePage, NameFields } from './parts.tsx'
import { pageTexts } from './texts.ts'

type Edited = Omit<OrganisationInTime, 'name'>

/** An institution or organisation with all its names, and the form that gives it a new one. */
export const showOrganisationForm: Handler<'organisationEdit'> = async (visit) => {
  allow(peoplePolicy.editOrganisations, visit.actor, undefined)
  return draw(visit, await organisationAt(visit, visit.values.id), opened())
}

/** Two forms send here; the hidden field says whether the name is corrected or a new one begins. */
export const sendOrganisation =
  (takesPart: TakesPart): Handler<'organisationEdit'> =>
  async (visit) => {
    allow(peoplePolicy.editOrganisations, visit.actor, undefined)
    const { id } = visit.values
    const here = address(visit.language, 'organisationEdit', { id })
    return answerForm(
      visit,
      async (house, fields) => {
        const version = fields.trimmed('version')
        if (!/^\d{1,15}$/.test(version)) throw new Refusal(400)
        if (isCorrection(fields)) {
          await editOrganisation(house, visit.actor, id, Number(version), readOrganisationEdit(fields), takesPart)
          return done(here, 'corrected')
        }
        await renameOrganisation(house, visit.actor, id, Number(version), readNewName(fields))
        return done(here, 'renamed')
      },
      async (drawn) =>
        draw(
          visit,
          await organisationAt(visit, id),
          drawn.conflict && !isCorrection(drawn.fields) ? { ...drawn, say: (l) => pageTexts[l].conflict } : drawn,
        ),
    )
  }

const isCorrection = (fields: Fields): boolean => fields.get('act') === 'correct'

async function organisationAt(visit: AnyVisit, id: string): Promise<Edited> {
  const found = await organisationForEditing(visit.house.db, id)
  if (!found) throw notFound()
  return found
}

/** The name in force on the day; before the first one, the first. */
const nameOn = (names: readonly NameInTime[], day: Day): NameInTime | undefined =>
  names.findLast(({ validFrom }) => validFrom === null || validFrom <= day) ?? names[0]

/** What the correcting form shows of what is stored. */
function storedFields({ names, sector, note }: Edited, today: Day): Record<string, string[]> {
  const name = nameOn(names, today)?.name
  return {
    'present.lv': [name?.lv?.text ?? ''],
    'present.en': [name?.en?.text ?? ''],
    sector: [sector],
    'note.lv': [note?.lv?.text ?? ''],
    'note.en': [note?.en?.text ?? ''],
  }
}

/** The correcting form's answers in words, for comparing two versions. */
function told(fields: Fields, language: Language): Told[] {
  const t = pageTexts[language]
  const sector = sectors.find((one) => one === fields.trimmed('sector'))
  return [
    { label: t.nameLv, value: fields.trimmed('present.lv') },
    { label: t.nameEn, value: fields.trimmed('present.en') },
    { label: t.sector, value: sector ? peopleTexts[language][sector] : '' },
    { label: t.noteLv, value: fields.trimmed('note.lv') },
    { label: t.noteEn, value: fields.trimmed('note.en') },
  ]
}

async function draw(visit: AnyVisit, edited: Edited, drawn: Drawn): Promise<Response> {
  const { language, today } = visit
  const t = pageTexts[language]
  const stored = storedFields(edited, today)
  // The other form keeps what is stored.
  const form = stateOf(visit, { ...drawn, fields: new Fields({ ...stored, ...drawn.fields.toRecord() }) })
  const correcting = isCorrection(drawn.fields)
  const version = (mine: boolean) => (mine ? versionIn(drawn, edited.recordSeq) : edited.recordSeq)
  const action = address(language, 'organisationEdit', { id: edited.id })
  const kind = isInstitution(edited.sector) ? 'institution' : 'organisation'
  return managePage(visit, drawn, {
    title: named(nameOn(edited.names, today)?.name, language, edited.id),
    eyebrow: peopleTexts[language][edited.sector],
    path: [{ title: t.organisations, href: address(language, 'organisationsEdit') }],
    children: (
      <>
        {drawn.conflict && correcting ? (
          <TwoVersions
            comparison={{ stored: told(new Fields(stored), language), typed: told(drawn.fields, language) }}
            language={language}
          />
        ) : null}
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
        <section class="sec" aria-labelledby="labot">
          <h2 id="labot">{t.correct}</h2>
          <form method="post" action={action} noValidate>
            <FormNumber />
            <input type="hidden" name="version" value={version(correcting)} />
            <input type="hidden" name="act" value="correct" />
            <p class="hint">{t.correctNote}</p>
            <div class="pair">
              <TextField form={form} name="present.lv" label={t.nameLv} optional />
              <TextField form={form} name="present.en" label={t.nameEn} optional />
            </div>
            <Select
              form={form}
              name="sector"
              label={t.sector}
              hint={t.sectorHint}
              choices={sectors.map((sector) => ({ value: sector, label: peopleTexts[language][sector] }))}
            />
            <div class="pair">
              <TextField form={form} name="note.lv" label={t.noteLv} optional />
              <TextField form={form} name="note.en" label={t.noteEn} optional />
            </div>
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.saveCorrection}
              </button>
            </div>
          </form>
        </section>
        <section class="sec" aria-labelledby="mainit">
          <h2 id="mainit">{t.rename}</h2>
          <form method="post" action={action} noValidate>
            <FormNumber />
            <input type="hidden" name="version" value={version(!correcting)} />
            <p class="hint">{t.renameNote}</p>
            <NameFields form={form} />
            <DateField form={form} name="validFrom" label={t.validFrom} dayOnly />
            <div class="acts">
              <button type="submit" class="ds-button" data-variant="secondary">
                {t.saveName}
              </button>
            </div>
          </form>
        </section>
      </>
    ),
  })
}
