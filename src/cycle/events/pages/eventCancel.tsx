import { languages } from '../../../platform/languages/languages.ts'
import { notFound, wrongField } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { AskedField } from '../../../web/forms/fieldSpec.tsx'
import { seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { cancelEvent } from '../cancelEvent.ts'
import { isReason } from '../eventInput.ts'
import { say } from '../problemTexts.ts'
import { editTexts } from './editTexts.ts'
import { readAnnounced } from './eventFacts.ts'
import { smallFormPage } from './SmallForm.tsx'

type Facts = Awaited<ReturnType<typeof readAnnounced>>

/** Asks why an announced event is called off. */
export const showEventCancel: Handler<'eventCancel'> = async (visit) => {
  const facts = await readAnnounced(visit)
  if (facts.event.state !== 'published') throw notFound()
  return draw(visit, facts, opened())
}

export const sendEventCancel: Handler<'eventCancel'> = async (visit) => {
  const { event } = await readAnnounced(visit)
  const back = address(visit.language, 'event', { event: event.id })
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const reason = reader.done(reader.local('reason', 2000))
      if (!isReason(reason)) throw wrongField(`reason.${languages[0]}`, say('sayWhyCancelled'))
      await cancelEvent(house, visit.actor, event.id, { version: reader.version(), reason })
      return back
    },
    async (drawn) => {
      const facts = await readAnnounced(visit)
      // Another has called it off meanwhile: it is done.
      return facts.event.state === 'published' ? draw(visit, facts, drawn) : seeOther(back)
    },
  )
}

function draw(visit: AnyVisit, facts: Facts, drawn: Drawn): Response {
  const { language } = visit
  const t = editTexts[language]
  const form = stateOf(visit, drawn)
  const { event } = facts
  return smallFormPage(visit, drawn, {
    title: t.cancelTitle,
    lead: t.cancelLead,
    facts,
    children: (
      <form method="post" action={address(language, 'eventCancel', { event: event.id })} noValidate>
        <HiddenFields form={form} version={versionIn(drawn, event.draftVersion)} />
        <AskedField spec={{ kind: 'texts', name: 'reason', label: t.cancelReason, hint: t.reasonHint, stored: null }} form={form} />
        <div class="acts">
          <button type="submit" class="ds-button">
            {t.cancel}
          </button>
          <a href={address(language, 'event', { event: event.id })}>{t.back}</a>
        </div>
      </form>
    ),
  })
}
