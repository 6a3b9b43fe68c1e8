import { FormReader } from '../../cycle/plan/index.ts'
import { allow } from '../../people/index.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { notFound, Refusal, wrongFields } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../web/answerForm.ts'
import { Select } from '../../web/components/form.tsx'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { Local } from '../../web/components/Local.tsx'
import { Section } from '../../web/components/Section.tsx'
import type { AnyVisit, Handler, Visit } from '../../web/visit.ts'
import { attendanceOf, decisionsOn, itemsOf } from '../meetings/queries.ts'
import { noteAttendance, type Sitting, turnMeeting } from '../meetings/runMeeting.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { type SeatWithTerms, seatsOf, sittersOn } from '../queries.ts'
import { editTexts } from './editTexts.ts'
import { pathToMeeting, readMeetingAt } from './facts.tsx'
import { formPage } from './form.tsx'
import { forumTexts } from './forumTexts.ts'

async function readRun(visit: AnyVisit) {
  allow(forumPolicy.holdMeetings, visit.actor, undefined)
  const { known, found } = await readMeetingAt(visit)
  if (found.meeting.state === 'cancelled') throw notFound()
  const { db } = visit.house
  const items = await itemsOf(db, found.meeting.id)
  const seats = await seatsOf(db, known.forum.id, found.meeting.startsOn)
  return { known, found, items, seats }
}

/** The seats that a form says are there. */
function readSittings(fields: Fields, seats: readonly SeatWithTerms[]): { sittings: Sitting[]; chairSeatId: number } {
  const reader = new FormReader(fields)
  const sittings = seats.flatMap(({ seat }): Sitting[] => {
    const termId = Number(fields.trimmed(`seat.${seat.id}.term`)) || 0
    if (!termId) return []
    const until = fields.trimmed(`seat.${seat.id}.until`)
    return [
      {
        seatId: seat.id,
        termId,
        fromItem: fields.trimmed(`seat.${seat.id}.from`) ? reader.requiredNumber(`seat.${seat.id}.from`, 1, 60) : 1,
        untilItem: until ? reader.requiredNumber(`seat.${seat.id}.until`, 1, 60) : null,
      },
    ]
  })
  const chairSeatId = Number(fields.trimmed('chair')) || 0
  if (!sittings.some(({ seatId }) => seatId === chairSeatId)) reader.problems.push({ field: 'chair', say: say('chairIsAbsent') })
  if (reader.problems.length) throw wrongFields(reader.problems)
  return { sittings, chairSeatId }
}

/** The course of a meeting: opening it, who is there, its items, closing it. */
export const showRun: Handler<'forumRun'> = async (visit) => {
  const { found, seats } = await readRun(visit)
  const attendance = await attendanceOf(visit.house.db, found.meeting.id)
  const stored = attendance.length
    ? Object.assign(
        {},
        ...attendance.map(({ seatId, termId, fromItem, untilItem }) => ({
          [`seat.${seatId}.term`]: [String(termId)],
          [`seat.${seatId}.from`]: [String(fromItem)],
          [`seat.${seatId}.until`]: [untilItem === null ? '' : String(untilItem)],
        })),
      )
    : Object.fromEntries(
        // Most come: it is quicker to mark who does not.
        seats.map((one) => [`seat.${one.seat.id}.term`, [String(sittersOn(one, found.meeting.startsOn)[0]?.id ?? '')]]),
      )
  return drawRun(visit, opened({ ...stored, chair: [String(found.meeting.chairSeatId ?? '')] }))
}

export const sendRun: Handler<'forumRun'> = async (visit) => {
  const { known, found, seats } = await readRun(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const of = { forumId: known.forum.id, id: found.meeting.id, version: new FormReader(fields).version() }
      const action = fields.trimmed('action')
      if (action === 'open' || action === 'closed') await turnMeeting(house, visit.actor, of, action)
      else await noteAttendance(house, visit.actor, of, readSittings(fields, seats))
      const values = { forum: of.forumId, meeting: of.id }
      return `${address(visit.language, action === 'closed' ? 'forumMinutesEdit' : 'forumRun', values)}?done=saved`
    },
    (drawn) => drawRun(visit, drawn),
  )
}

async function drawRun(visit: Visit<'forumRun'>, drawn: Drawn): Promise<Response> {
  const { language, house } = visit
  const t = editTexts[language]
  const { known, found, items, seats } = await readRun(visit)
  const { meeting } = found
  if (meeting.state === 'closed') throw new Refusal(409, say('noLongerChanged'))
  const decisions = await decisionsOn(
    house.db,
    items.map(({ id }) => id),
  )
  const values = { forum: known.forum.id, meeting: meeting.id }
  const action = address(language, 'forumRun', values)
  const numbers = items.map(({ position }) => ({ value: String(position), label: String(position) }))
  const turn = (to: 'open' | 'closed', words: string) => (
    <form method="post" action={action} class="gap">
      <HiddenFields form={stateOf(visit, opened())} version={meeting.version} />
      {to === 'closed' ? <p class="note">{t.closeNote}</p> : null}
      <button type="submit" class="ds-button" {...(to === 'closed' ? { 'data-variant': 'secondary' } : {})} name="action" value={to}>
        {words}
      </button>
    </form>
  )
  const agenda = (
    <Section id="punkti" label={t.items}>
      <ol class="num-list">
        {items.map((item) => {
          const decision = decisions.find(({ itemId }) => itemId === item.id)
          return (
            <li key={item.id}>
              <div>
                <Local content={item.title} language={language} />
                <p>
                  {decision ? (
                    <a href={address(language, 'forumDecision', { forum: known.forum.id, decision: decision.number })}>
                      {forumTexts[language].decision(decision.number)}
                    </a>
                  ) : meeting.state === 'open' && meeting.chairSeatId !== null ? (
                    <a href={address(language, 'forumDecide', { ...values, item: item.position })}>{t.decideTitle(item.position)}</a>
                  ) : null}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
  return formPage(visit, drawn, {
    title: t.run,
    heading: t.run,
    lead: t.attendanceLead,
    section: 'manage',
    path: pathToMeeting(visit, known, found),
    action,
    version: versionIn(drawn, meeting.version),
    ...(meeting.state === 'announced' ? { above: turn('open', t.open) } : {}),
    more: (form) => (
      <>
        <Select
          form={form}
          name="chair"
          label={t.chairSeat}
          empty={t.choose}
          choices={seats.map((one) => ({
            value: String(one.seat.id),
            label: forumTexts[language].ofSeat(one.seat.code, sittersOn(one, meeting.startsOn)[0]?.name ?? '–'),
          }))}
        />
        {seats.map((one) => (
          <fieldset class="group" key={one.seat.id}>
            <legend>{t.sits(one.seat.code)}</legend>
            <Select
              form={form}
              name={`seat.${one.seat.id}.term`}
              label={t.sits(one.seat.code)}
              empty={t.nobody}
              choices={sittersOn(one, meeting.startsOn).map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            {items.length > 1 ? (
              <div class="pair">
                <Select form={form} name={`seat.${one.seat.id}.from`} label={t.fromItem(one.seat.code)} choices={numbers} />
                <Select
                  form={form}
                  name={`seat.${one.seat.id}.until`}
                  label={t.untilItem(one.seat.code)}
                  empty={t.toEnd}
                  choices={numbers}
                />
              </div>
            ) : null}
          </fieldset>
        ))}
      </>
    ),
    submit: t.saveAttendance,
    back: address(language, 'forumMeeting', values),
    below: (
      <>
        {agenda}
        {meeting.state === 'open' ? turn('closed', t.close) : null}
      </>
    ),
  })
}

/** The number of an item in an address. */
export const itemNumber = (visit: AnyVisit): number => idInAddress(visit.values['item'])
