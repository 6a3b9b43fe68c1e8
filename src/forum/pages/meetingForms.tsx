import { FormReader } from '../../cycle/plan/index.ts'
import { allow } from '../../people/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { fullDay, hoursOfDay } from '../../platform/languages/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../web/answerForm.ts'
import { FileField } from '../../web/components/FileField.tsx'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { AskedField, type FieldSpec } from '../../web/forms/fieldSpec.tsx'
import { around, named } from '../../web/named.ts'
import type { AnyVisit, Handler, Visit } from '../../web/visit.ts'
import { announceMeeting, cancelMeeting, changeMeeting } from '../meetings/announceMeeting.ts'
import { agendaFields, meetingFields, readAgenda, readMeeting, readReason } from '../meetings/meetingInput.ts'
import { itemsOf, type MeetingVersion } from '../meetings/queries.ts'
import { addPaper, setAgenda } from '../meetings/setAgenda.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { proposalsOf } from '../queries.ts'
import { hrefOfThing } from '../things.ts'
import { editTexts } from './editTexts.ts'
import { pathToForum, pathToMeeting, readForum, readMeetingAt } from './facts.tsx'
import { formPage } from './form.tsx'

/** An agenda's form has so many empty rows after those that are filled. */
const EMPTY_ROWS = 3

function questions({ language }: AnyVisit, last: MeetingVersion | null): FieldSpec[] {
  const t = editTexts[language]
  return [
    { kind: 'day', name: 'startsOn', label: t.day },
    { kind: 'line', name: 'hours', label: t.hours, hint: t.hoursHint },
    { kind: 'lines', name: 'place', label: t.place, hint: t.placeHint, stored: last?.place ?? null },
    { kind: 'url', name: 'streamUrl', label: t.stream, optional: true },
    { kind: 'texts', name: 'note', label: t.note, stored: last?.note ?? null, optional: true },
    ...(last ? [{ kind: 'texts', name: 'reason', label: t.changeReason, stored: null } as const] : []),
  ]
}

/** How the meeting in a form would be told. */
function Preview({ visit, drawn, announced }: { visit: AnyVisit; drawn: Drawn; announced: boolean }) {
  const { language, today } = visit
  const input = readMeeting(drawn.fields, today, announced)
  return (
    <div class="told">
      <p>
        <b>{editTexts[language].previewTitle}</b>
      </p>
      <p>
        {fullDay(language, input.startsOn)}, {hoursOfDay(language, input.hours)}
      </p>
      <p>{input.place.texts[language] ?? Object.values(input.place.texts)[0]}</p>
    </div>
  )
}

/** A form that only wants to be looked at comes back whole, with what it would say. */
const looks = (drawn: Drawn): boolean => drawn.fields.trimmed('action') === 'preview' && !drawn.problems.length

/** Stops a form that was sent to be looked at: nothing is stored, and its page is drawn with everything that was typed. */
export const onlyLooks = (): Refusal => new Refusal(422)

export const showMeetingNew: Handler<'forumMeetingNew'> = async (visit) => drawNew(visit, opened())

export const sendMeetingNew: Handler<'forumMeetingNew'> = async (visit) => {
  allow(forumPolicy.holdMeetings, visit.actor, undefined)
  const { forum } = await readForum(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const input = readMeeting(fields, visit.today, false)
      if (fields.trimmed('action') === 'preview') throw onlyLooks()
      const meeting = await announceMeeting(house, visit.actor, forum.id, input)
      return `${address(visit.language, 'forumAgenda', { forum: forum.id, meeting })}?done=saved`
    },
    (drawn) => drawNew(visit, drawn),
  )
}

async function drawNew(visit: Visit<'forumMeetingNew'>, drawn: Drawn): Promise<Response> {
  const { language, actor } = visit
  allow(forumPolicy.holdMeetings, actor, undefined)
  const t = editTexts[language]
  const known = await readForum(visit)
  return formPage(visit, drawn, {
    title: t.meetingNew,
    heading: t.meetingNew,
    lead: t.meetingLead,
    section: 'manage',
    path: pathToForum(visit, known),
    action: address(language, 'forumMeetingNew', { forum: known.forum.id }),
    version: null,
    groups: [{ title: null, specs: questions(visit, null) }],
    submit: t.announce,
    second: { value: 'preview', text: t.preview },
    back: address(language, 'forum', { forum: known.forum.id }),
    above: looks(drawn) ? <Preview visit={visit} drawn={drawn} announced={false} /> : null,
  })
}

export const showMeetingEdit: Handler<'forumMeetingEdit'> = async (visit) => {
  allow(forumPolicy.holdMeetings, visit.actor, undefined)
  const { found } = await readMeetingAt(visit)
  return drawEdit(visit, opened(meetingFields(found.now)))
}

export const sendMeetingEdit: Handler<'forumMeetingEdit'> = async (visit) => {
  allow(forumPolicy.holdMeetings, visit.actor, undefined)
  const { known, found } = await readMeetingAt(visit)
  const of = { forumId: known.forum.id, id: found.meeting.id }
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const version = reader.version()
      if (fields.trimmed('action') === 'cancel') {
        const reason = reader.done(readReason(reader, 'why'))
        await cancelMeeting(house, visit.actor, { ...of, version, reason })
      } else {
        const input = readMeeting(fields, visit.today, true)
        if (fields.trimmed('action') === 'preview') throw onlyLooks()
        await changeMeeting(house, visit.actor, { ...of, version, input })
      }
      return `${address(visit.language, 'forumMeeting', { forum: of.forumId, meeting: of.id })}?done=saved`
    },
    async (drawn) => {
      // The small form sends no questions: they are drawn from what is stored, beside what it brought.
      const cancels = drawn.fields.trimmed('action') === 'cancel'
      const fields = cancels ? new Fields({ ...meetingFields(found.now), ...drawn.fields.toRecord() }) : drawn.fields
      return drawEdit(visit, { ...drawn, fields })
    },
  )
}

async function drawEdit(visit: Visit<'forumMeetingEdit'>, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = editTexts[language]
  const { known, found } = await readMeetingAt(visit)
  const { meeting, now } = found
  if (meeting.state !== 'announced') throw new Refusal(409, say('noLongerChanged'))
  const values = { forum: known.forum.id, meeting: meeting.id }
  const action = address(language, 'forumMeetingEdit', values)
  return formPage(visit, drawn, {
    title: t.meetingEdit,
    heading: t.meetingEdit,
    lead: t.meetingLead,
    section: 'manage',
    path: pathToMeeting(visit, known, found),
    action,
    version: versionIn(drawn, meeting.version),
    groups: [{ title: null, specs: questions(visit, now) }],
    submit: t.publishChange,
    second: { value: 'preview', text: t.preview },
    back: address(language, 'forumMeeting', values),
    above: looks(drawn) ? <Preview visit={visit} drawn={drawn} announced /> : null,
    below: (
      <form method="post" action={action} noValidate class="group">
        <h2 class="h3">{t.cancelTitle}</h2>
        <HiddenFields form={stateOf(visit, opened())} version={meeting.version} />
        <AskedField spec={{ kind: 'texts', name: 'why', label: t.reason, stored: null }} form={stateOf(visit, drawn)} />
        <div class="acts">
          <button type="submit" class="ds-button" data-variant="secondary" name="action" value="cancel">
            {t.cancel}
          </button>
        </div>
      </form>
    ),
  })
}

/** The agenda's form. */
export const showAgenda: Handler<'forumAgenda'> = async (visit) => {
  allow(forumPolicy.holdMeetings, visit.actor, undefined)
  const { found } = await readMeetingAt(visit)
  const items = await itemsOf(visit.house.db, found.meeting.id)
  return drawAgenda(visit, opened(agendaFields(items, (thing) => hrefOfThing(visit.language, thing))))
}

export const sendAgenda: Handler<'forumAgenda'> = async (visit) => {
  allow(forumPolicy.holdMeetings, visit.actor, undefined)
  const { known, found } = await readMeetingAt(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const items = readAgenda(fields, house.configuration.url)
      await setAgenda(house, visit.actor, {
        forumId: known.forum.id,
        id: found.meeting.id,
        version: new FormReader(fields).version(),
        items,
      })
      return `${address(visit.language, 'forumMeeting', { forum: known.forum.id, meeting: found.meeting.id })}?done=saved`
    },
    (drawn) => drawAgenda(visit, drawn),
  )
}

async function drawAgenda(visit: Visit<'forumAgenda'>, drawn: Drawn): Promise<Response> {
  const { language, house } = visit
  const t = editTexts[language]
  const { known, found } = await readMeetingAt(visit)
  const proposals = (await proposalsOf(house.db, known.forum.id, 'judged')).filter(({ state }) => state === 'accepted')
  const values = { forum: known.forum.id, meeting: found.meeting.id }
  const filled = Object.keys(drawn.fields.toRecord()).map((name) => Number(/^items\.(\d+)\./.exec(name)?.[1] ?? 0))
  const rows = Array.from({ length: Math.min(60, Math.max(0, ...filled) + EMPTY_ROWS) }, (_, index) => index + 1)
  const ofItem = (number: number): FieldSpec[] => [
    { kind: 'lines', name: `items.${number}.title`, label: t.itemTitle, stored: null },
    { kind: 'lines', name: `items.${number}.presenter`, label: t.presenter, stored: null, optional: true },
    { kind: 'line', name: `items.${number}.about`, label: t.about, hint: t.aboutHint, optional: true },
    { kind: 'checks', name: `items.${number}.consent`, label: t.consent, choices: [{ value: 'yes', label: t.consentYes }] },
    ...(proposals.length
      ? [
          {
            kind: 'select',
            name: `items.${number}.proposal`,
            label: t.proposal,
            empty: t.noProposal,
            choices: proposals.map(({ id, title }) => ({ value: String(id), label: title })),
          } as const,
        ]
      : []),
  ]
  return formPage(visit, drawn, {
    title: t.agenda,
    heading: t.agenda,
    lead: t.agendaLead,
    section: 'manage',
    path: pathToMeeting(visit, known, found),
    action: address(language, 'forumAgenda', values),
    version: versionIn(drawn, found.meeting.version),
    more: (form) =>
      rows.map((number) => (
        <fieldset class="group" key={number}>
          <legend>{t.itemNumber(number)}</legend>
          <input type="hidden" name={`items.${number}.id`} value={form.fields.trimmed(`items.${number}.id`)} />
          {ofItem(number).map((spec) => (
            <AskedField key={spec.name} spec={spec} form={form} />
          ))}
        </fieldset>
      )),
    submit: t.publishAgenda,
    back: address(language, 'forumMeeting', values),
  })
}

/** The form of a paper. */
export const showPaperNew: Handler<'forumPaperNew'> = async (visit) => drawPaper(visit, opened())

export const sendPaperNew: Handler<'forumPaperNew'> = async (visit) => {
  allow(forumPolicy.publishPapers, visit.actor, undefined)
  const { known, found } = await readMeetingAt(visit)
  return answerForm(
    visit,
    async (house, fields, files) => {
      const reader = new FormReader(fields)
      const items = await itemsOf(house.db, found.meeting.id)
      const item = reader.choice(
        'item',
        items.map(({ id }) => String(id)),
      )
      const title = reader.requiredLocal('title')
      const url = reader.url('url')
      const input = reader.done({ itemId: item ? Number(item) : null, title, file: files.get('file') ?? null, url })
      await addPaper(house, visit.actor, { forumId: known.forum.id, id: found.meeting.id, input })
      return `${address(visit.language, 'forumMeeting', { forum: known.forum.id, meeting: found.meeting.id })}?done=saved#materiali`
    },
    (drawn) => drawPaper(visit, drawn),
    { most: 1, keep: true },
  )
}

async function drawPaper(visit: Visit<'forumPaperNew'>, drawn: Drawn): Promise<Response> {
  const { language, house, actor } = visit
  allow(forumPolicy.publishPapers, actor, undefined)
  const t = editTexts[language]
  const { known, found } = await readMeetingAt(visit)
  const items = await itemsOf(house.db, found.meeting.id)
  const values = { forum: known.forum.id, meeting: found.meeting.id }
  return formPage(visit, drawn, {
    title: t.paperNew,
    heading: t.paperNew,
    lead: null,
    section: 'manage',
    path: pathToMeeting(visit, known, found),
    action: address(language, 'forumPaperNew', values),
    version: null,
    file: true,
    groups: [
      {
        title: null,
        specs: [
          { kind: 'lines', name: 'title', label: t.paperTitle, stored: null },
          {
            kind: 'select',
            name: 'item',
            label: t.paperItem,
            empty: t.wholeMeeting,
            choices: items.map(({ id, position, title }) => ({
              value: String(id),
              label: around(named(title, language), (words) => `${position}. ${words}`),
            })),
          },
        ],
      },
    ],
    more: (form) => (
      <>
        <FileField form={form} name="file" label={t.file} optional kept={drawn.files} fileLimitBytes={house.configuration.fileLimitBytes} />
        <AskedField spec={{ kind: 'url', name: 'url', label: t.url, optional: true }} form={form} />
      </>
    ),
    submit: t.publish,
    back: address(language, 'forumMeeting', values),
  })
}
