import { FormReader } from '../../cycle/plan/index.ts'
import { allow } from '../../people/index.ts'
import { type Day, day } from '../../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, versionIn } from '../../web/answerForm.ts'
import { Radios, TextField } from '../../web/components/form.tsx'
import { Status } from '../../web/components/Status.tsx'
import { AskedField, type FieldSpec, localFields } from '../../web/forms/fieldSpec.tsx'
import type { AnyVisit, Handler, Visit } from '../../web/visit.ts'
import { countMotion, type DecisionInput, decide, type TaskInput } from '../meetings/decide.ts'
import { inOne, readThing } from '../meetings/meetingInput.ts'
import { placesAt } from '../meetings/places.ts'
import { attendanceOf, type Item, itemsOf } from '../meetings/queries.ts'
import { ways } from '../meetings/tables.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { seatsOf } from '../queries.ts'
import { choices } from '../rules/count.ts'
import { seatsWithTerms } from '../seatNames.ts'
import { hrefOfThing } from '../things.ts'
import { editTexts } from './editTexts.ts'
import { pathToMeeting, readMeetingAt } from './facts.tsx'
import { formPage } from './form.tsx'
import { forumTexts } from './forumTexts.ts'
import { onlyLooks } from './meetingForms.tsx'
import { itemNumber } from './runForms.tsx'
import { voteName } from './VotesDrawing.tsx'

/** So many tasks can be set with a decision. */
const TASKS = 4

async function readItem(visit: AnyVisit) {
  allow(forumPolicy.recordDecisions, visit.actor, undefined)
  const { known, found } = await readMeetingAt(visit)
  const item = (await itemsOf(visit.house.db, found.meeting.id)).find(({ position }) => position === itemNumber(visit))
  if (!item) throw notFound()
  if (found.meeting.state !== 'open') throw new Refusal(409, say('notOpenYet'))
  return { known, found, item }
}

function readDecision(visit: AnyVisit, fields: Fields, item: Item): DecisionInput {
  const reader = new FormReader(fields)
  const { language } = visit
  const way = reader.requiredChoice('way', ways)
  const title = reader.requiredLocal('title')
  const text = reader.requiredLocal('text', TEXT_LIMIT)
  const reasons = reader.requiredLocal('reasons', TEXT_LIMIT)
  const about = readThing(reader, 'about', visit.house.configuration.url)
  const seatIds = Object.keys(fields.toRecord()).flatMap((name) => /^vote\.([1-9]\d{0,8})$/.exec(name)?.[1] ?? [])
  const seatChoices = seatIds.flatMap((id) => {
    const choice = reader.choice(`vote.${id}`, choices)
    const reason = reader.line(`reason.${id}`, 1000)
    return choice ? [{ seatId: Number(id), choice, reason: reason ? inOne(language, reason) : null }] : []
  })
  const tasks = Array.from({ length: TASKS }, (_, index) => index + 1).flatMap((number): TaskInput[] => {
    const [taskTitle, doer] = [reader.local(`task.${number}.title`), reader.local(`task.${number}.doer`)]
    const dueOn: Day | null = reader.day(`task.${number}.due`)
    const said = [taskTitle, doer].map(({ texts }) => Object.keys(texts).length > 0)
    if (!said.some(Boolean) && !dueOn) return []
    if (!said.every(Boolean) || !dueOn) reader.problems.push({ field: `task.${number}.title.lv`, say: say('taskNeedsAll') })
    return [{ title: taskTitle, doer, dueOn: dueOn ?? day('2000-01-01') }]
  })
  const consensusFailed = fields.all('consensusFailed').includes('yes')
  return reader.done({ itemId: item.id, way, consensusFailed, title, text, reasons, about, choices: seatChoices, tasks })
}

/** The form of a decision on an item. */
export const showDecide: Handler<'forumDecide'> = async (visit) => {
  const { item, known } = await readItem(visit)
  const start = known.now.rules.consensusFirst ? 'consensus' : 'vote'
  return drawDecide(
    visit,
    opened({
      ...localFields('title', item.title),
      way: [item.consent ? 'consent' : start],
      about: [item.about ? hrefOfThing(visit.language, item.about) : ''],
    }),
  )
}

export const sendDecide: Handler<'forumDecide'> = async (visit) => {
  const { known, found, item } = await readItem(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const input = readDecision(visit, fields, item)
      const version = new FormReader(fields).version()
      if (fields.trimmed('action') === 'preview') {
        await countMotion(house.db, found.meeting, item, input)
        throw onlyLooks()
      }
      const decision = await decide(house, visit.actor, { forumId: known.forum.id, id: found.meeting.id, version }, input)
      return `${address(visit.language, 'forumDecision', { forum: known.forum.id, decision })}?done=saved`
    },
    (drawn) => drawDecide(visit, drawn),
  )
}

async function drawDecide(visit: Visit<'forumDecide'>, drawn: Drawn): Promise<Response> {
  const { language, house } = visit
  const t = editTexts[language]
  const { known, found, item } = await readItem(visit)
  const { meeting } = found
  const places = placesAt(await seatsOf(house.db, known.forum.id, meeting.startsOn), await attendanceOf(house.db, meeting.id), {
    position: item.position,
    day: meeting.startsOn,
    chairSeatId: meeting.chairSeatId,
  }).filter(({ there }) => there)
  const { terms } = await seatsWithTerms(house.db, known.forum.id)
  const values = { forum: known.forum.id, meeting: meeting.id }
  const looks = drawn.fields.trimmed('action') === 'preview' && !drawn.problems.length && !drawn.say
  const preview = looks ? await countMotion(house.db, meeting, item, readDecision(visit, drawn.fields, item)) : null
  const specs: FieldSpec[] = [
    {
      kind: 'radios',
      name: 'way',
      label: t.way,
      choices: [
        { value: 'consensus', label: t.wayConsensus, hint: t.wayConsensusHint },
        { value: 'vote', label: t.wayVote },
        ...(item.consent ? [{ value: 'consent', label: t.wayConsent }] : []),
      ],
    },
    { kind: 'checks', name: 'consensusFailed', label: t.consensusFailed, choices: [{ value: 'yes', label: t.consensusFailedYes }] },
    { kind: 'lines', name: 'title', label: t.decisionTitle, stored: null },
    { kind: 'texts', name: 'text', label: t.decisionText, stored: null },
    { kind: 'texts', name: 'reasons', label: t.reasons, stored: null },
    { kind: 'line', name: 'about', label: t.about, hint: t.aboutHint, optional: true },
  ]
  return formPage(visit, drawn, {
    title: t.decideTitle(item.position),
    heading: t.decideTitle(item.position),
    lead: t.decideLead,
    section: 'manage',
    path: pathToMeeting(visit, known, found),
    action: address(language, 'forumDecide', { ...values, item: item.position }),
    version: versionIn(drawn, meeting.version),
    groups: [{ title: null, specs }],
    above: preview ? (
      <p class="told">
        {t.wouldBe}:{' '}
        <Status
          icon={preview.tally.adopted ? 'done' : 'stop'}
          colour={preview.tally.adopted ? 'good' : 'bad'}
          word={preview.tally.adopted ? forumTexts[language].adoptedWord : forumTexts[language].fellWord}
          extra={forumTexts[language].numbers(preview.tally.all.for, preview.tally.all.against, preview.tally.all.abstain)}
        />
      </p>
    ) : null,
    more: (form) => (
      <>
        {places.map(({ seat, termId }) => (
          <div class="group" key={seat.id}>
            <Radios
              form={form}
              name={`vote.${seat.id}`}
              label={t.voteOf(seat.code, (termId && terms.get(termId)?.name) || '–')}
              choices={choices.map((choice) => ({ value: choice, label: voteName(language, choice, 'vote') }))}
            />
            <TextField form={form} name={`reason.${seat.id}`} label={t.reasonOf(seat.code)} optional />
          </div>
        ))}
        {Array.from({ length: TASKS }, (_, index) => index + 1).map((number) => (
          <fieldset class="group" key={number}>
            <legend>{t.taskNumber(number)}</legend>
            <AskedField
              spec={{ kind: 'lines', name: `task.${number}.title`, label: t.taskTitle, stored: null, optional: true }}
              form={form}
            />
            <AskedField
              spec={{ kind: 'lines', name: `task.${number}.doer`, label: t.taskDoer, stored: null, optional: true }}
              form={form}
            />
            <AskedField spec={{ kind: 'day', name: `task.${number}.due`, label: t.taskDue, optional: true }} form={form} />
          </fieldset>
        ))}
      </>
    ),
    submit: t.publishDecision,
    second: { value: 'preview', text: t.preview },
    back: address(language, 'forumRun', values),
  })
}
