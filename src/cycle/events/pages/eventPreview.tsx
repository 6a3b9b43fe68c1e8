import type { Day } from '../../../platform/dates/partialDate.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { PreviewBar, PublishForm } from '../../../web/components/PreviewBar.tsx'
import { page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { nextVersion, publishEvent } from '../publishEvent.ts'
import type { Event, EventVersion } from '../queries.ts'
import { AboutEvent } from './AboutEvent.tsx'
import { Agenda } from './Agenda.tsx'
import { EventHead } from './EventHead.tsx'
import { editTexts } from './editTexts.ts'
import { type EventFacts, pathToEvents, readEventFacts } from './eventFacts.ts'
import { previewTexts } from './previewTexts.ts'
import { RegistrationPart } from './RegistrationPart.tsx'

/** A draft as everyone will read it. One that is not ready leads back to the form, which says what is missing. */
export const showEventPreview: Handler<'eventPreview'> = async (visit) => draw(visit, await readEventFacts(visit), opened())

/** Announces what was previewed. */
export const sendEventPreview: Handler<'eventPreview'> = async (visit) => {
  const { event } = await readEventFacts(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await publishEvent(house, visit.actor, event.id, { version: new FormReader(fields).version() })
      return `${address(visit.language, 'event', { event: event.id })}?done=saved`
    },
    async (drawn) => draw(visit, await readEventFacts(visit), drawn),
  )
}

/** What would be announced, as if it had been; null when the draft is not ready, or there is none. */
function readyIn({ event, published }: EventFacts, today: Day): EventVersion | null {
  if (!event.draft) return null
  try {
    const next = nextVersion(event.draft, published)
    return { ...next, id: 0, eventId: event.id, publishedOn: today, recordSeq: 0 }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function draw(visit: AnyVisit, facts: EventFacts, drawn: Drawn): Response {
  const { language } = visit
  const { event, published, planName } = facts
  const next = readyIn(facts, visit.today)
  const edit = address(language, 'eventEdit', { event: event.id })
  if (!next) return seeOther(event.draft ? `${edit}?check=yes` : edit)
  const t = previewTexts[language]
  const announced: Event = {
    ...event,
    startsOn: next.startsOn,
    hours: next.hours,
    capacity: next.capacity,
    registrationUntil: next.registrationUntil,
  }
  return page(
    visit,
    {
      title: t.title,
      section: 'manage',
      path: [...pathToEvents(visit), { title: published ? editTexts[language].changeEvent : editTexts[language].editDraft, href: edit }],
      children: (
        <>
          <PreviewBar
            title={t.title}
            lead={published ? t.leadChange : t.lead}
            conflict={drawn.conflict ? editTexts[language].changedMeanwhile : null}
          >
            <PublishForm
              form={stateOf(visit, opened())}
              action={address(language, 'eventPreview', { event: event.id })}
              version={event.draftVersion}
              publish={published ? t.publishChange : t.publish}
              edit={{ href: edit, text: t.edit }}
            />
          </PreviewBar>
          <EventHead visit={visit} event={announced} version={next} />
          <AboutEvent visit={visit} found={{ event, planName, versions: [] }} version={next} />
          <RegistrationPart visit={visit} event={announced} mine={null} ahead={0} />
          <Agenda items={next.agenda} language={language} />
        </>
      ),
    },
    drawn.status,
  )
}
