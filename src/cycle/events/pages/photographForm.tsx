import { allow } from '../../../people/index.ts'
import { photographsInto } from '../../../platform/files/photographs.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { inLanguage, languages } from '../../../platform/languages/languages.ts'
import { notFound, Refusal, wrongField, wrongFields } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { FileField } from '../../../web/components/FileField.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { AskedField } from '../../../web/forms/fieldSpec.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { addPhotograph, withdrawPhotograph } from '../photographs.ts'
import { eventsPolicy } from '../policy.ts'
import { SHORTEST_REASON, say } from '../problemTexts.ts'
import { photographById } from '../queries.ts'
import { editTexts } from './editTexts.ts'
import { readAnnounced } from './eventFacts.ts'
import { smallFormPage } from './SmallForm.tsx'

async function readHeld(visit: AnyVisit) {
  allow(eventsPolicy.publishPhotographs, visit.actor, undefined)
  const facts = await readAnnounced(visit)
  if (facts.event.state !== 'held') throw new Refusal(409, say('notHeldYet'))
  return facts
}

/** Asks for a picture and for words for those who can't see it. */
export const showNewPhotograph: Handler<'eventPhotographNew'> = async (visit) => drawNew(visit, opened())

/** Publishes it. The file is drawn anew on its way in: nothing that the camera wrote into it is ever stored. */
export const sendNewPhotograph: Handler<'eventPhotographNew'> = async (visit) => {
  const { event } = await readHeld(visit)
  const { house, language } = visit
  const files = photographsInto(house.files, house.configuration.fileLimitBytes)
  return answerForm(
    { ...visit, house: { ...house, files } },
    async (inside, fields, sent) => {
      const reader = new FormReader(fields)
      const alternative = reader.local('alternative', 2000)
      const file = sent.get('photograph')
      if (!file) reader.problems.push({ field: 'photograph', say: say('choosePhotograph') })
      if (!Object.values(alternative.texts).some((text) => [...text].length >= SHORTEST_REASON))
        reader.problems.push({ field: `alternative.${languages[0]}`, say: say('describePhotograph') })
      if (!file || reader.problems.length) throw wrongFields(reader.problems)
      await addPhotograph(inside, visit.actor, event.id, { file, alternative })
      return `${address(language, 'event', { event: event.id })}?done=saved#atteli`
    },
    (drawn) => drawNew(visit, drawn),
    { most: 1, keep: true },
  )
}

async function drawNew(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { language, house } = visit
  const t = editTexts[language]
  const facts = await readHeld(visit)
  const form = stateOf(visit, drawn)
  return smallFormPage(visit, drawn, {
    title: t.photographTitle,
    lead: t.photographLead,
    facts,
    children: (
      <form
        method="post"
        action={address(language, 'eventPhotographNew', { event: facts.event.id })}
        encType="multipart/form-data"
        noValidate
      >
        <HiddenFields form={form} version={null} />
        <FileField
          form={form}
          name="photograph"
          label={t.photograph}
          hint={t.photographHint}
          kept={drawn.files}
          fileLimitBytes={house.configuration.fileLimitBytes}
        />
        <AskedField
          spec={{ kind: 'texts', name: 'alternative', label: t.alternative, hint: t.alternativeHint, stored: null }}
          form={form}
        />
        <div class="acts">
          <button type="submit" class="ds-button">
            {t.publishPhotograph}
          </button>
          <a href={address(language, 'event', { event: facts.event.id })}>{t.back}</a>
        </div>
      </form>
    ),
  })
}

/** Asks why a picture is taken out of view. */
export const showPhotographWithdrawal: Handler<'eventPhotographWithdraw'> = async (visit) => drawWithdrawal(visit, opened())

export const sendPhotographWithdrawal: Handler<'eventPhotographWithdraw'> = async (visit) => {
  const { event } = await readHeld(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reason = new FormReader(fields).text('reason', 2000) ?? ''
      if ([...reason].length < SHORTEST_REASON) throw wrongField('reason', say('sayWhyTakenOut'))
      await withdrawPhotograph(house, visit.actor, { eventId: event.id, photographId: idInAddress(visit.values.photograph), reason })
      return `${address(visit.language, 'event', { event: event.id })}?done=saved#atteli`
    },
    (drawn) => drawWithdrawal(visit, drawn),
  )
}

async function drawWithdrawal(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { language, house, today } = visit
  const t = editTexts[language]
  const facts = await readHeld(visit)
  const found = await photographById(house.db, facts.event.id, idInAddress(visit.values.photograph), today)
  if (!found || found.withdrawnOn) throw notFound()
  const values = { event: facts.event.id, photograph: found.id }
  const form = stateOf(visit, drawn)
  const shown = inLanguage(found.alternative, language)
  return smallFormPage(visit, drawn, {
    title: t.takeOutTitle,
    lead: null,
    facts,
    children: (
      <>
        <figure class="photograph">
          <img
            src={address(language, 'eventPhotograph', values)}
            width={found.width}
            height={found.height}
            alt={shown?.text ?? ''}
            {...(shown?.missing ? { lang: shown.language } : {})}
          />
        </figure>
        <form method="post" action={address(language, 'eventPhotographWithdraw', values)} noValidate>
          <HiddenFields form={form} version={null} />
          <AskedField spec={{ kind: 'text', name: 'reason', label: t.takeOutReason }} form={form} />
          <div class="acts">
            <button type="submit" class="ds-button">
              {t.takeOut}
            </button>
            <a href={address(language, 'event', { event: facts.event.id })}>{t.back}</a>
          </div>
        </form>
      </>
    ),
  })
}
