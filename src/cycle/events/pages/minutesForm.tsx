import { allow, participantSectors } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { ErrorSummary, type FormState } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { type Told, TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { AskedField, type FieldSpec, tell } from '../../../web/forms/fieldSpec.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { rowsIn } from '../eventInput.ts'
import { itemsIn, publishedMinutesFields, readMinutesDraft } from '../minutesInput.ts'
import { type Minutes, type MinutesVersion, minutesDraft, minutesOf } from '../minutesQueries.ts'
import { eventsPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import type { TypedFields } from '../tables.ts'
import { participantSectorNames } from '../words.ts'
import { publishMinutes, saveMinutes } from '../writeMinutes.ts'
import { editTexts } from './editTexts.ts'
import { pathToEvent, readAnnounced } from './eventFacts.ts'
import { rowsToShow } from './eventQuestions.tsx'

type Facts = Awaited<ReturnType<typeof readAnnounced>> & { minutes: Minutes | null; last: MinutesVersion | null }

async function readFacts(visit: AnyVisit): Promise<Facts> {
  allow(eventsPolicy.writeMinutes, visit.actor, undefined)
  const facts = await readAnnounced(visit)
  if (facts.event.state !== 'held') throw new Refusal(409, say('notHeldYet'))
  const { db } = visit.house
  const versions = await minutesOf(db, facts.event.id, visit.today)
  return { ...facts, minutes: await minutesDraft(db, facts.event.id), last: versions.at(-1) ?? null }
}

const storedIn = ({ minutes, last }: Facts): TypedFields => minutes?.draft ?? (last ? publishedMinutesFields(last) : {})

/** The form of the minutes of a held event; of published ones, of their correction. */
export const showMinutesForm: Handler<'eventMinutesEdit'> = async (visit) => {
  const facts = await readFacts(visit)
  return draw(visit, facts, opened(storedIn(facts)))
}

export const sendMinutesForm: Handler<'eventMinutesEdit'> = async (visit) => {
  const { event } = await readFacts(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const form = { version: new FormReader(fields).version(), draft: readMinutesDraft(fields) }
      if (fields.trimmed('action') === 'save') {
        await saveMinutes(house, actor, event.id, form)
        return `${address(language, 'eventMinutesEdit', { event: event.id })}?done=saved`
      }
      await publishMinutes(house, actor, event.id, form)
      return `${address(language, 'event', { event: event.id })}?done=saved#protokols`
    },
    async (drawn) => draw(visit, await readFacts(visit), drawn),
  )
}

function summaryQuestion(language: Language, last: MinutesVersion | null): FieldSpec {
  return { kind: 'texts', name: 'summary', label: editTexts[language].summary, stored: last?.summary ?? null }
}

function itemQuestions(language: Language, number: number, last: MinutesVersion | null): FieldSpec[] {
  const t = editTexts[language]
  const sectors = participantSectors.map((sector) => ({ value: sector, label: participantSectorNames[language][sector] }))
  return [
    { kind: 'select', name: `items.${number}.sector`, label: t.sector, choices: sectors, empty: t.choose },
    { kind: 'texts', name: `items.${number}.text`, label: t.itemText, stored: last?.items[number - 1]?.text ?? null },
    { kind: 'line', name: `items.${number}.speaker`, label: t.speaker, hint: t.speakerHint, optional: true },
    { kind: 'checks', name: `items.${number}.mayName`, label: t.speaker, choices: [{ value: 'yes', label: t.mayName }] },
  ]
}

function conclusionQuestions(language: Language, number: number, last: MinutesVersion | null): FieldSpec[] {
  const t = editTexts[language]
  const before = last?.conclusions.find((one) => one.number === number)
  return [
    { kind: 'lines', name: `conclusions.${number}.title`, label: t.conclusionTitle, stored: before?.title ?? null },
    { kind: 'texts', name: `conclusions.${number}.text`, label: t.conclusionText, stored: before?.text ?? null },
  ]
}

function toldOf(typed: TypedFields, language: Language, last: MinutesVersion | null): Told[] {
  const t = editTexts[language]
  const fields = new Fields(typed)
  const told = (specs: readonly FieldSpec[], row: string): Told[] =>
    specs.flatMap((spec) => tell(spec, fields, language)).map(({ label, value }) => ({ label: `${row}${label}`, value }))
  return [
    ...told([summaryQuestion(language, last)], ''),
    ...itemsIn(typed).flatMap((number) => told(itemQuestions(language, number, last), `${t.item(number)}: `)),
    ...rowsIn(typed, 'conclusions').flatMap((number) => told(conclusionQuestions(language, number, last), `${t.conclusion(number)}: `)),
  ]
}

type RowsProps = { id: string; title: string; rows: readonly { legend: string; specs: readonly FieldSpec[] }[]; form: FormState }

function Rows({ id, title, rows, form }: RowsProps) {
  return (
    <section class="group" aria-labelledby={id}>
      <h2 class="title2" id={id}>
        {title}
      </h2>
      <p class="hint">{editTexts[form.language].rowsHint}</p>
      {rows.map(({ legend, specs }) => (
        <fieldset key={legend} class="opportunity-fields">
          <legend>{legend}</legend>
          {specs.map((spec) => (
            <AskedField key={spec.name} spec={spec} form={form} />
          ))}
        </fieldset>
      ))}
    </section>
  )
}

function draw(visit: AnyVisit, facts: Facts, drawn: Drawn): Response {
  const { language } = visit
  const t = editTexts[language]
  const form = stateOf(visit, drawn)
  const { event, minutes, last } = facts
  const typed = drawn.fields.toRecord()
  const comparison = drawn.conflict ? { stored: toldOf(storedIn(facts), language, last), typed: toldOf(typed, language, last) } : null
  return page(
    visit,
    {
      title: t.minutesTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToEvent(visit, facts),
      children: (
        <>
          <div class="head tight">
            <h1>{t.minutesTitle}</h1>
            <p class="lead">{t.minutesLead}</p>
            {visit.query.get('done') === 'saved' && drawn.status === 200 ? (
              <p class="told" role="status">
                {t.saved}
              </p>
            ) : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              {comparison ? <TwoVersions comparison={comparison} language={language} /> : <ErrorSummary form={form} />}
              <form method="post" action={address(language, 'eventMinutesEdit', { event: event.id })} noValidate>
                <HiddenFields form={form} version={versionIn(drawn, minutes?.draftVersion ?? 0)} />
                <AskedField spec={summaryQuestion(language, last)} form={form} />
                <Rows
                  id="sacitais"
                  title={t.items}
                  form={form}
                  rows={rowsToShow(itemsIn(typed)).map((number) => ({
                    legend: t.item(number),
                    specs: itemQuestions(language, number, last),
                  }))}
                />
                <Rows
                  id="secinajumi"
                  title={t.conclusions}
                  form={form}
                  rows={rowsToShow(rowsIn(typed, 'conclusions')).map((number) => ({
                    legend: t.conclusion(number),
                    specs: conclusionQuestions(language, number, last),
                  }))}
                />
                {last ? (
                  <AskedField
                    spec={{ kind: 'texts', name: 'reason', label: t.minutesReason, hint: t.minutesReasonHint, stored: null }}
                    form={form}
                  />
                ) : null}
                <div class="acts">
                  <button type="submit" class="ds-button" name="action" value="publish">
                    {last ? t.publishCorrection : t.publishMinutes}
                  </button>
                  <button type="submit" class="ds-button" data-variant="secondary" name="action" value="save">
                    {t.save}
                  </button>
                </div>
              </form>
            </div>
            <aside class="side" aria-labelledby="kas-notiks">
              <h2 id="kas-notiks">{t.about}</h2>
              <div class="prose">
                <p>{t.aboutMinutes}</p>
                <p>{t.aboutConclusions}</p>
                <p>
                  <a href={address(language, 'event', { event: event.id })}>{t.publicPage}</a>
                </p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
