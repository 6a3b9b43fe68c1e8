import type { ComponentChildren } from 'preact'
import { allow } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, type Problem, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { DraftButtons } from '../../../web/components/DraftActs.tsx'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { AskedField } from '../../../web/forms/fieldSpec.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader, listPlans } from '../../plan/index.ts'
import { readEvent, readEventDraft } from '../eventInput.ts'
import { holdEvent } from '../holdEvent.ts'
import { eventsPolicy } from '../policy.ts'
import { nextVersion } from '../publishEvent.ts'
import { createEvent, discardEventDraft, saveEventDraft } from '../saveEventDraft.ts'
import type { TypedFields } from '../tables.ts'
import { editTexts } from './editTexts.ts'
import { type EventFacts, pathToEvents, readEventFacts, storedFields } from './eventFacts.ts'
import { AgendaFields, type Asked, firstQuestions, lastQuestions, toldOf } from './eventQuestions.tsx'

/** The form of a new event. Nothing is stored before it is saved. */
export const showNewEvent: Handler<'eventNew'> = async (visit) => {
  allow(eventsPolicy.writeEvents, visit.actor, undefined)
  return drawNew(visit, opened({ plan: [visit.query.get('plan') ?? ''], registration: ['asked'] }))
}

export const sendNewEvent: Handler<'eventNew'> = async (visit) => {
  allow(eventsPolicy.writeEvents, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      const draft = readEventDraft(fields)
      const previews = fields.trimmed('action') !== 'save'
      if (previews) readEvent(draft, false)
      const id = await createEvent(house, visit.actor, draft)
      return after(visit.language, id, previews)
    },
    (drawn) => drawNew(visit, drawn),
  )
}

/** The form of a draft; of what is announced already, the form of its change. */
export const showEventForm: Handler<'eventEdit'> = async (visit) => {
  const facts = await readEventFacts(visit)
  const drawn = opened(storedFields(facts))
  return draw(visit, facts, visit.query.has('check') ? { ...drawn, problems: missingIn(facts) } : drawn)
}

/** What keeps a draft from being announced. */
function missingIn({ event, published }: EventFacts): readonly Problem[] {
  try {
    if (event.draft) nextVersion(event.draft, published)
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.problems
    throw error
  }
}

export const sendEventForm: Handler<'eventEdit'> = async (visit) => {
  const { event, published } = await readEventFacts(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const action = fields.trimmed('action')
      const version = new FormReader(fields).version()
      if (action === 'discard') {
        await discardEventDraft(house, actor, event.id, { version })
        return `${address(language, 'eventsEdit')}?done=discarded`
      }
      if (action === 'hold') {
        await holdEvent(house, actor, event.id, { version })
        return `${address(language, 'event', { event: event.id })}?done=saved`
      }
      const draft = readEventDraft(fields)
      const previews = action !== 'save'
      // A conflict is told before what is missing: the other may have added it.
      if (previews && version === event.draftVersion) nextVersion(draft, published)
      await saveEventDraft(house, actor, event.id, { version, draft })
      return after(language, event.id, previews)
    },
    async (drawn) => {
      const facts = await readEventFacts(visit)
      // The small forms send no questions: the page is drawn from what is stored.
      const small = ['discard', 'hold'].includes(drawn.fields.trimmed('action'))
      return draw(visit, facts, small ? { ...drawn, fields: new Fields(storedFields(facts)) } : drawn)
    },
  )
}

const after = (language: Language, event: number, previews: boolean): string =>
  previews ? address(language, 'eventPreview', { event }) : `${address(language, 'eventEdit', { event })}?done=saved`

const askedOn = async ({ house, today }: AnyVisit, published: Asked['published']): Promise<Asked> => ({
  published,
  plans: published ? [] : await listPlans(house.db, today),
})

async function drawNew(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = editTexts[language]
  return formPage(visit, drawn, await askedOn(visit, null), {
    title: t.newEvent,
    action: address(language, 'eventNew'),
    version: null,
    stored: {},
    about: <p>{t.aboutDraft}</p>,
    below: null,
  })
}

async function draw(visit: AnyVisit, facts: EventFacts, drawn: Drawn): Promise<Response> {
  const { language, today } = visit
  const t = editTexts[language]
  const { event, published } = facts
  if (event.state === 'cancelled' || event.state === 'held') throw notFound()
  const action = address(language, 'eventEdit', { event: event.id })
  const small = (name: 'discard' | 'hold', words: string, note: string | null) => (
    <form method="post" action={action} class="gap">
      <HiddenFields form={stateOf(visit, opened())} version={event.draftVersion} />
      {note ? <p class="note">{note}</p> : null}
      <button type="submit" class="ds-button" data-variant="secondary" name="action" value={name}>
        {words}
      </button>
    </form>
  )
  return formPage(visit, drawn, await askedOn(visit, published), {
    title: published ? t.changeEvent : t.editDraft,
    action,
    version: versionIn(drawn, event.draftVersion),
    stored: storedFields(facts),
    about: (
      <>
        <p>{published ? t.aboutChange : t.aboutDraft}</p>
        <p>{t.aboutSeats}</p>
        {published ? (
          <p>
            <a href={address(language, 'event', { event: event.id })}>{t.publicPage}</a>
          </p>
        ) : null}
      </>
    ),
    below: (
      <>
        {event.draft ? small('discard', t.discard, null) : null}
        {published && published.startsOn <= today ? small('hold', t.hold, t.holdNote) : null}
      </>
    ),
  })
}

type PageParts = {
  title: string
  action: string
  /** The version of the draft; null for a new one. */
  version: number | null
  stored: TypedFields
  about: ComponentChildren
  below: ComponentChildren
}

function formPage(visit: AnyVisit, drawn: Drawn, asked: Asked, { title, action, version, stored, about, below }: PageParts): Response {
  const { language } = visit
  const t = editTexts[language]
  const form = stateOf(visit, drawn)
  const comparison = drawn.conflict
    ? { stored: toldOf(stored, language, asked), typed: toldOf(drawn.fields.toRecord(), language, asked) }
    : null
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToEvents(visit),
      children: (
        <>
          <div class="head tight">
            <h1>{title}</h1>
            {visit.query.get('done') === 'saved' && drawn.status === 200 ? (
              <p class="lead" role="status">
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
              <form method="post" action={action} noValidate>
                <HiddenFields form={form} version={version} />
                {firstQuestions(language, asked).map((spec) => (
                  <AskedField key={spec.name} spec={spec} form={form} />
                ))}
                <AgendaFields form={form} asked={asked} />
                <div class="group">
                  {lastQuestions(language, asked).map((spec) => (
                    <AskedField key={spec.name} spec={spec} form={form} />
                  ))}
                </div>
                <DraftButtons texts={t} />
              </form>
              {below}
            </div>
            <aside class="side" aria-labelledby="kas-notiks">
              <h2 id="kas-notiks">{t.about}</h2>
              <div class="prose">{about}</div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
