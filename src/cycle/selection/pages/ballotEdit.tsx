import { allow } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { DiscardForm, DraftButtons, EnterPresses } from '../../../web/components/DraftActs.tsx'
import { ErrorSummary, type FormState, Select } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { type Told, TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { AskedField, type FieldSpec, tell } from '../../../web/forms/fieldSpec.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { changeOptions, draftOf, draftOptions } from '../ballotDraft.ts'
import { votingOrganisations } from '../electorate.ts'
import { selectionPolicy } from '../policy.ts'
import { saying } from '../problemTexts.ts'
import { readyToPublish } from '../publishBallot.ts'
import { type Ballot, ballotById } from '../queries.ts'
import { discardBallotDraft, saveBallotDraft } from '../saveBallotDraft.ts'
import { offeredOption, sourceKey, sourcesOf } from '../sources.ts'
import { pathToBallotsEdit } from './ballotNew.tsx'
import { type Asked, aboutSpecs, methodSpecs, optionSpecs, ruleSpecs, sourceChoices, voterSpecs } from './editSpecs.ts'
import { editTexts } from './editTexts.ts'

/** The ballot at an address, for the secretariat alone. */
export async function readBallotToEdit(visit: AnyVisit): Promise<Ballot> {
  allow(selectionPolicy.editBallots, visit.actor, undefined)
  const { house } = visit
  const found = await ballotById(house.db, idInAddress(visit.values['ballot']), house.clock)
  if (!found) throw notFound()
  return found
}

/** A draft: what was published is not written any more. */
export async function readDraft(visit: AnyVisit): Promise<Ballot> {
  const found = await readBallotToEdit(visit)
  if (found.content) throw new Refusal(409, saying('publishedAlready'))
  return found
}

/** The form of a draft; the preview leads back here when something is missing. */
export const showBallotEdit: Handler<'ballotEdit'> = async (visit) => {
  const ballot = await readDraft(visit)
  const drawn = opened(ballot.draft ?? {})
  if (!visit.query.has('check')) return draw(visit, ballot, drawn)
  const problems = await readyToPublish(visit.house, ballot).then(
    () => [],
    (error: unknown) => (error instanceof Refusal ? error.problems : Promise.reject(error)),
  )
  return draw(visit, ballot, { ...drawn, problems })
}

/** Every button saves all that was typed; then it moves, adds or takes out, or leads to the preview. */
export const sendBallotEdit: Handler<'ballotEdit'> = async (visit) => {
  const ballot = await readDraft(visit)
  const { language, actor, today } = visit
  const here = address(language, 'ballotEdit', { ballot: ballot.id })
  return answerForm(
    visit,
    async (house, fields) => {
      const action = fields.trimmed('action')
      const version = new FormReader(fields).version()
      if (action === 'discard') {
        await discardBallotDraft(house, actor, ballot.id, { version })
        return `${address(language, 'ballotsEdit')}?done=discarded`
      }
      const from = action === 'add' ? fields.trimmed('from') : ''
      const source = from ? (await sourcesOf(house.db, ballot.planId, today)).find((one) => sourceKey(one) === from) : undefined
      const changed = changeOptions(draftOf(fields), action, source ? offeredOption(source) : null)
      await saveBallotDraft(house, actor, ballot.id, { version, draft: changed.draft })
      if (action === 'preview') return address(language, 'ballotPreview', { ballot: ballot.id })
      return `${here}?done=saved${changed.at ? `#${changed.at}` : ''}`
    },
    async (drawn) => draw(visit, await readDraft(visit), drawn),
  )
}

async function draw(visit: AnyVisit, ballot: Ballot, drawn: Drawn): Promise<Response> {
  const { language, house, query, today } = visit
  const t = editTexts[language]
  const stored = new Fields(ballot.draft ?? {})
  const asked: Asked = {
    sources: await sourcesOf(house.db, ballot.planId, today),
    organisations: await votingOrganisations(house.db, today),
  }
  // A discarding form brings no fields of its own.
  const whole = drawn.fields.has('order') ? drawn : { ...drawn, fields: stored }
  const form = stateOf(visit, whole)
  const action = address(language, 'ballotEdit', { ballot: ballot.id })
  return page(
    visit,
    {
      title: t.editDraft,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToBallotsEdit(visit),
      children: (
        <>
          <div class="head tight">
            <h1>{t.editDraft}</h1>
            {drawn.status === 200 && query.get('done') === 'saved' ? (
              <p class="lead" role="status">
                {t.saved}
              </p>
            ) : null}
            {drawn.say ? <p role="alert">{drawn.say(language)}</p> : null}
          </div>
          {drawn.conflict ? (
            <TwoVersions
              comparison={{ stored: toldOf(stored, form, asked), typed: toldOf(form.fields, form, asked) }}
              language={language}
            />
          ) : (
            <ErrorSummary form={form} />
          )}
          <form method="post" action={action} noValidate>
            <HiddenFields form={form} version={versionIn(drawn, ballot.version)} />
            <EnterPresses action="save" text={t.save} />
            <Part title={t.aboutBallot} specs={aboutSpecs(language)} form={form} />
            <Options form={form} asked={asked} />
            <Part title={t.method} specs={methodSpecs(language)} form={form} />
            <Part title={t.rules} specs={ruleSpecs(language)} form={form} />
            <Part title={t.voters} specs={voterSpecs(language, asked)} form={form} />
            <DraftButtons texts={t} />
          </form>
          <DiscardForm form={stateOf(visit, opened())} action={action} version={ballot.version} texts={t} />
        </>
      ),
    },
    drawn.status,
  )
}

function Part({ title, specs, form }: { title: string; specs: readonly FieldSpec[]; form: FormState }) {
  return (
    <fieldset class="survey-part">
      <legend class="title2">{title}</legend>
      {specs.map((spec) => (
        <AskedField key={spec.name} spec={spec} form={form} />
      ))}
    </fieldset>
  )
}

/** The options with the buttons that move them, and what a new one is taken from. */
function Options({ form, asked }: { form: FormState; asked: Asked }) {
  const { language, fields } = form
  const t = editTexts[language]
  return (
    <fieldset class="survey-part" id="priekslikumi">
      <legend class="title2">{t.options}</legend>
      <p class="hint">{t.optionsHint}</p>
      <input type="hidden" name="order" id="order" value={fields.trimmed('order')} />
      {draftOptions(fields.toRecord()).map((number) => (
        <fieldset class="survey-part" key={number} id={`o${number}`}>
          <legend class="title2">{t.option(number)}</legend>
          {optionSpecs(language, number, asked).map((spec) => (
            <AskedField key={spec.name} spec={spec} form={form} />
          ))}
          <p class="acts">
            {(['up', 'down', 'remove'] as const).map((what) => (
              <button
                key={what}
                type="submit"
                class="ds-button"
                data-variant="tertiary"
                name="action"
                value={`${what}.o${number}`}
                aria-label={t.ofOption(t[what], number)}
              >
                {t[what]}
              </button>
            ))}
          </p>
        </fieldset>
      ))}
      <Select form={form} name="from" label={t.addFrom} choices={sourceChoices(asked.sources, language)} empty={t.nothingChosen} />
      <p class="acts">
        <button type="submit" class="ds-button" data-variant="secondary" name="action" value="add">
          {t.add}
        </button>
      </p>
    </fieldset>
  )
}

/** What the fields answer, for comparing two versions. */
function toldOf(fields: Fields, { language }: FormState, asked: Asked): Told[] {
  const t = editTexts[language]
  const told = (specs: readonly FieldSpec[]): Told[] => specs.flatMap((spec) => tell(spec, fields, language))
  return [
    ...told(aboutSpecs(language)),
    ...draftOptions(fields.toRecord()).flatMap((number) =>
      told(optionSpecs(language, number, asked)).map(({ label, value }) => ({ label: `${t.option(number)}: ${label}`, value })),
    ),
    ...told([...methodSpecs(language), ...ruleSpecs(language), ...voterSpecs(language, asked)]),
  ]
}
