import { allow, type ParticipantSector, participantSectors } from '../../../people/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { type Language, localText, plainText } from '../../../platform/languages/languages.ts'
import { notFound, wrongField } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { Select } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { Section } from '../../../web/components/Section.tsx'
import { around, named } from '../../../web/named.ts'
import { seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { callsForIdeas, commitmentsToChoose } from '../callsForIdeas.ts'
import { conclusionToIdea, conclusionToNote } from '../handOn.ts'
import { minutesOf, outcomesOf } from '../minutesQueries.ts'
import { eventsPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { participantSectorNames, timeOf } from '../words.ts'
import { editTexts } from './editTexts.ts'
import { readAnnounced } from './eventFacts.ts'
import { smallFormPage } from './SmallForm.tsx'

async function readFacts(visit: AnyVisit) {
  allow(eventsPolicy.handConclusionsOn, visit.actor, undefined)
  const facts = await readAnnounced(visit)
  const { db } = visit.house
  const number = idInAddress(visit.values.conclusion)
  const conclusion = (await minutesOf(db, facts.event.id, visit.today)).at(-1)?.conclusions.find((one) => one.number === number)
  if (!conclusion) throw notFound()
  const outcomes = await outcomesOf(db, facts.event.id, visit.today)
  return { ...facts, conclusion, done: outcomes.some(({ outcome }) => outcome.conclusion === number) }
}

const backTo = (language: Language, event: number, conclusion: number): string =>
  `${address(language, 'event', { event })}#secinajums-${conclusion}`

function sectorIn(fields: Fields): ParticipantSector {
  const sector = participantSectors.find((one) => one === fields.trimmed('sector'))
  if (!sector) throw wrongField('sector', say('chooseASector'))
  return sector
}

/** Asks where a published conclusion goes: into a call as an idea, or onto a commitment as a note. */
export const showConclusion: Handler<'eventConclusion'> = async (visit) => draw(visit, opened())

export const sendConclusion: Handler<'eventConclusion'> = async (visit) => {
  const { event, published, conclusion } = await readFacts(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const id = (name: 'call' | 'commitment', key: 'chooseACall' | 'chooseACommitment'): number => {
        const typed = fields.trimmed(name)
        if (!/^[1-9]\d{0,9}$/.test(typed)) throw wrongField(name, say(key))
        return Number(typed)
      }
      const which = { eventId: event.id, conclusion: conclusion.number }
      if (fields.trimmed('action') === 'note')
        await conclusionToNote(house, actor, { ...which, commitmentId: id('commitment', 'chooseACommitment') })
      else
        await conclusionToIdea(house, actor, {
          ...which,
          callId: id('call', 'chooseACall'),
          sector: sectorIn(fields),
          authorName: editTexts.lv.inTheNameOf(plainText(published.title, 'lv')),
          origin: localText(
            editTexts.lv.origin(plainText(published.title, 'lv'), timeOf('lv', published)),
            editTexts.en.origin(plainText(published.title, 'en'), timeOf('en', published)),
          ),
        })
      return backTo(language, event.id, conclusion.number)
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { language, house, today } = visit
  const t = editTexts[language]
  const facts = await readFacts(visit)
  const { event, conclusion, done } = facts
  if (done) return seeOther(backTo(language, event.id, conclusion.number))
  const calls = await callsForIdeas(house.db, event.planId, today)
  const commitments = await commitmentsToChoose(house.db, event.planId, today)
  const form = stateOf(visit, drawn)
  const action = address(language, 'eventConclusion', { event: event.id, conclusion: conclusion.number })
  return smallFormPage(visit, drawn, {
    title: t.handOnTitle,
    lead: null,
    facts,
    children: (
      <>
        <div class="prose">
          <h2 class="title2">
            <Local content={conclusion.title} language={language} />
          </h2>
          <LocalParagraphs content={conclusion.text} language={language} />
        </div>
        <Section id="ideja" label={t.toIdea}>
          <p>{t.toIdeaLead}</p>
          {calls.length ? (
            <form method="post" action={action} noValidate>
              <HiddenFields form={stateOf(visit, opened())} version={null} />
              <Select
                form={form}
                name="call"
                label={t.call}
                choices={calls.map(({ id, title }) => ({ value: String(id), label: named(title, language) }))}
                empty={t.choose}
              />
              <Select
                form={form}
                name="sector"
                label={t.whoseIdea}
                choices={participantSectors.map((sector) => ({ value: sector, label: participantSectorNames[language][sector] }))}
                empty={t.choose}
              />
              <div class="acts">
                <button type="submit" class="ds-button" name="action" value="idea">
                  {t.makeIdea}
                </button>
              </div>
            </form>
          ) : (
            <p class="unknown">{t.noCalls}</p>
          )}
        </Section>
        <Section id="piezime" label={t.toNote}>
          <p>{t.toNoteLead}</p>
          {commitments.length ? (
            <form method="post" action={action} noValidate>
              <HiddenFields form={stateOf(visit, opened())} version={null} />
              <Select
                form={form}
                name="commitment"
                label={t.commitment}
                choices={commitments.map(({ id, number, title, planName }) => ({
                  value: String(id),
                  label: around(named(title, language), (words) => `${plainText(planName, language)}, ${number}. ${words}`),
                }))}
                empty={t.choose}
              />
              <div class="acts">
                <button type="submit" class="ds-button" data-variant="secondary" name="action" value="note">
                  {t.makeNote}
                </button>
              </div>
            </form>
          ) : (
            <p class="unknown">{t.noCommitments}</p>
          )}
        </Section>
      </>
    ),
  })
}
