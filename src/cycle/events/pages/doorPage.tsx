import { allow, participantSectors } from '../../../people/index.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { notFound, wrongFields } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { Select, TextField } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import { Section } from '../../../web/components/Section.tsx'
import { Status } from '../../../web/components/Status.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { addWalkIn, noteAttendance, whyDoorIsShut } from '../door.ts'
import { eventsPolicy } from '../policy.ts'
import { problemTexts, say } from '../problemTexts.ts'
import { doorList, numbersOf, type Registration } from '../queries.ts'
import { nameKeyOf } from '../registrationInput.ts'
import { participantSectorNames } from '../words.ts'
import { editTexts } from './editTexts.ts'
import { readAnnounced } from './eventFacts.ts'
import { smallFormPage } from './SmallForm.tsx'

/** The list at the door, for a phone: everyone by name, each with a button. */
export const showDoor: Handler<'eventDoor'> = async (visit) => {
  allow(eventsPolicy.keepTheDoor, visit.actor, undefined)
  return draw(visit, opened())
}

/** Ticks someone, takes a tick off, or adds someone who had not registered. Leads back to where the list was. */
export const sendDoor: Handler<'eventDoor'> = async (visit) => {
  allow(eventsPolicy.keepTheDoor, visit.actor, undefined)
  const { event } = await readAnnounced(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const person = fields.trimmed('person')
      if (/^[1-9]\d{0,9}$/.test(person)) {
        await noteAttendance(house, actor, event.id, { registrationId: Number(person), came: fields.trimmed('came') === 'yes' })
        const q = fields.trimmed('q')
        const query = new URLSearchParams({
          ...(q ? { q } : {}),
          ...(fields.trimmed('page') ? { page: fields.trimmed('page') } : {}),
        }).toString()
        return `${address(language, 'eventDoor', { event: event.id })}${query ? `?${query}` : ''}#p${person}`
      }
      const name = (reader.line('name', 200) ?? '').replace(/\s+/g, ' ').trim()
      const sector = reader.choice('sector', participantSectors)
      if (!sector && !fields.trimmed('sector')) reader.problems.push({ field: 'sector', say: say('chooseASector') })
      if (!sector || reader.problems.length) throw wrongFields(reader.problems)
      await addWalkIn(house, actor, event.id, { name, sector, language })
      return `${address(language, 'eventDoor', { event: event.id })}?done=added`
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language, today, query } = visit
  const t = editTexts[language]
  const facts = await readAnnounced(visit)
  const { event } = facts
  const q = (query.get('q') ?? '').slice(0, 200)
  const number = pageInQuery(query)
  const { people, more } = await doorList(house.db, event.id, nameKeyOf(q), number)
  if (number > 1 && !people.length) throw notFound()
  const numbers = await numbersOf(house.db, event.id)
  const came = numbers.reduce((sum, { attended }) => sum + attended, 0)
  const shut = whyDoorIsShut(event, today)
  const here = address(language, 'eventDoor', { event: event.id })
  const withQuery = (n: number): string => {
    const text = new URLSearchParams({ ...(q ? { q } : {}), ...(n > 1 ? { page: String(n) } : {}) }).toString()
    return text ? `${here}?${text}` : here
  }
  return smallFormPage(visit, drawn, {
    title: t.doorTitle,
    lead: t.doorLead(came, event.registered),
    facts,
    children: (
      <>
        {shut ? <p class="note">{problemTexts[language][shut]}</p> : null}
        {query.get('done') === 'added' ? (
          <p class="told" role="status">
            {t.ticked}
          </p>
        ) : null}
        <search>
          <form method="get" action={here} class="door-search">
            <label class="ds-label" for="q">
              {t.find}
            </label>
            <div class="acts">
              <input class="ds-input" id="q" name="q" type="search" autoComplete="off" value={q} />
              <button type="submit" class="ds-button" data-variant="secondary">
                {t.findButton}
              </button>
              {q ? <a href={here}>{t.showAll}</a> : null}
            </div>
          </form>
        </search>
        <Section id="saraksts" label={t.people}>
          {people.length ? (
            <ul class="door-list">
              {people.map((person) => (
                <DoorRow key={person.id} visit={visit} person={person} here={here} back={{ q, page: number }} open={shut === null} />
              ))}
            </ul>
          ) : (
            <p>{q ? t.nobody : t.nobodyYet}</p>
          )}
          <Pages language={language} number={number} pages={more ? 'more' : 'no more'} href={withQuery} />
        </Section>
        {shut === null ? (
          <Section id="bez-pieteiksanas" label={t.walkIn}>
            <WalkIn visit={visit} drawn={drawn} here={here} />
          </Section>
        ) : null}
      </>
    ),
  })
}

type RowProps = { visit: AnyVisit; person: Registration; here: string; back: { q: string; page: number }; open: boolean }

function DoorRow({ visit, person, here, back, open }: RowProps) {
  const { language } = visit
  const t = editTexts[language]
  const { id, name, sector, organisation, needs, state, attendedAt, demonstration } = person
  const came = attendedAt !== null
  const shown = name || t.withoutName
  const about = [
    organisation,
    participantSectorNames[language][sector],
    state === 'waiting' ? t.waits : state === 'door' ? t.walkedIn : null,
  ]
  return (
    <li id={`p${id}`}>
      <div>
        <b>{shown}</b>
        <MadeUp when={demonstration} language={language} />
        <p class="meta">{about.filter(Boolean).join(', ')}</p>
        {needs ? (
          <p class="meta">
            {t.needs} {needs}
          </p>
        ) : null}
        {came ? <Status icon="done" colour="good" word={t.here} /> : null}
      </div>
      {open ? (
        <form method="post" action={here}>
          <HiddenFields form={stateOf(visit, opened())} version={null} />
          <input type="hidden" name="person" value={id} />
          <input type="hidden" name="came" value={came ? 'no' : 'yes'} />
          {back.q ? <input type="hidden" name="q" value={back.q} /> : null}
          {back.page > 1 ? <input type="hidden" name="page" value={back.page} /> : null}
          <button
            type="submit"
            class="ds-button"
            {...(came ? { 'data-variant': 'secondary' } : {})}
            aria-label={came ? t.untick(shown) : t.tick(shown)}
          >
            {came ? t.undo : t.notHere}
          </button>
        </form>
      ) : null}
    </li>
  )
}

function WalkIn({ visit, drawn, here }: { visit: AnyVisit; drawn: Drawn; here: string }) {
  const { language } = visit
  const t = editTexts[language]
  const form = stateOf(visit, drawn)
  const sectors = participantSectors.map((sector) => ({ value: sector, label: participantSectorNames[language][sector] }))
  return (
    <form method="post" action={here} noValidate>
      <HiddenFields form={form} version={null} />
      <TextField form={form} name="name" label={t.walkInName} hint={t.walkInNameHint} autocomplete="off" optional />
      <Select form={form} name="sector" label={t.sector} choices={sectors} empty={t.choose} />
      <div class="acts">
        <button type="submit" class="ds-button">
          {t.addWalkIn}
        </button>
      </div>
    </form>
  )
}
