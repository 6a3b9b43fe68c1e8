import { FormReader } from '../../cycle/plan/index.ts'
import { allow, sectors } from '../../people/index.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../web/answerForm.ts'
import { Select } from '../../web/components/form.tsx'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { Local } from '../../web/components/Local.tsx'
import { AskedField } from '../../web/forms/fieldSpec.tsx'
import type { Handler, Visit } from '../../web/visit.ts'
import { comingMeetings, itemsOf, minutesOf, pastMeetings } from '../meetings/queries.ts'
import {
  approveMinutes,
  minutesFields,
  NOTES_AN_ITEM,
  publishMinutes,
  readMinutes,
  readMinutesDraft,
  saveMinutes,
} from '../meetings/writeMinutes.ts'
import { forumPolicy } from '../policy.ts'
import { sectorNames } from '../words.ts'
import { editTexts } from './editTexts.ts'
import { pathToMeeting, readMeetingAt } from './facts.tsx'
import { formPage } from './form.tsx'
import { forumTexts } from './forumTexts.ts'

async function readFacts(visit: Visit<'forumMinutesEdit'>) {
  allow(forumPolicy.publishMinutes, visit.actor, undefined)
  const { known, found } = await readMeetingAt(visit)
  if (found.meeting.state !== 'closed') throw notFound()
  const items = await itemsOf(visit.house.db, found.meeting.id)
  const last = (await minutesOf(visit.house.db, found.meeting.id, visit.today)).at(-1) ?? null
  return { known, found, items, last }
}

/** The minutes' form; below it, once they are published, their approval. */
export const showMinutesEdit: Handler<'forumMinutesEdit'> = async (visit) => {
  const { found, items, last } = await readFacts(visit)
  return draw(visit, opened(found.meeting.minutesDraft ?? (last ? minutesFields(last, items) : {})))
}

export const sendMinutesEdit: Handler<'forumMinutesEdit'> = async (visit) => {
  const { known, found, items, last } = await readFacts(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const of = { forumId: known.forum.id, id: found.meeting.id, version: reader.version() }
      const values = { forum: of.forumId, meeting: of.id }
      const action = fields.trimmed('action')
      if (action === 'save') {
        await saveMinutes(house, visit.actor, of, readMinutesDraft(fields))
        return `${address(visit.language, 'forumMinutesEdit', values)}?done=saved`
      }
      if (action === 'approve') await approveMinutes(house, visit.actor, of, reader.requiredNumber('meeting', 0, 999_999_999))
      else {
        readMinutes(fields, items, last !== null)
        await publishMinutes(house, visit.actor, of, fields)
      }
      return `${address(visit.language, 'forumMeeting', values)}?done=saved#protokols`
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: Visit<'forumMinutesEdit'>, drawn: Drawn): Promise<Response> {
  const { language, house, today } = visit
  const t = editTexts[language]
  const { known, found, items, last } = await readFacts(visit)
  const { meeting } = found
  const later = last
    ? [
        ...(await comingMeetings(house.db, known.forum.id, today)).filter((one) => one.meeting.state === 'open'),
        ...(await pastMeetings(house.db, known.forum.id, today)).meetings,
      ].filter((one) => one.version.startsOn > meeting.startsOn)
    : []
  const values = { forum: known.forum.id, meeting: meeting.id }
  const action = address(language, 'forumMinutesEdit', values)
  const choicesOfSectors = sectors.map((sector) => ({ value: sector, label: sectorNames[language][sector] }))
  return formPage(visit, drawn, {
    title: t.minutes,
    heading: t.minutes,
    lead: t.minutesLead,
    section: 'manage',
    path: pathToMeeting(visit, known, found),
    action,
    version: versionIn(drawn, meeting.version),
    groups: [
      {
        title: null,
        specs: [
          { kind: 'texts', name: 'summary', label: t.summary, stored: last?.summary ?? null },
          ...(last ? [{ kind: 'texts', name: 'reason', label: t.correctionReason, stored: null } as const] : []),
        ],
      },
    ],
    more: (form) =>
      items.map((item) => (
        <fieldset class="group" key={item.id}>
          <legend>
            {item.position}. <Local content={item.title} language={language} quiet />
          </legend>
          {Array.from({ length: NOTES_AN_ITEM }, (_, index) => index + 1).map((number) => (
            <div key={number}>
              <Select
                form={form}
                name={`note.${item.id}.${number}.sector`}
                label={t.bySector(number)}
                empty={t.choose}
                choices={choicesOfSectors}
                optional
              />
              <AskedField
                spec={{ kind: 'texts', name: `note.${item.id}.${number}.text`, label: t.said(number), stored: null, optional: true }}
                form={form}
              />
            </div>
          ))}
        </fieldset>
      )),
    submit: t.publishMinutes,
    second: { value: 'save', text: t.saveDraft },
    back: address(language, 'forumMeeting', values),
    below:
      last && meeting.approvedOn === null && later.length ? (
        <form method="post" action={action} noValidate class="group">
          <h2 class="h3">{t.approveTitle}</h2>
          <HiddenFields form={stateOf(visit, opened())} version={meeting.version} />
          <Select
            form={stateOf(visit, drawn)}
            name="meeting"
            label={t.approveAt}
            empty={t.choose}
            choices={later.map((one) => ({
              value: String(one.meeting.id),
              label: forumTexts[language].meeting(shortDate(language, one.version.startsOn)),
            }))}
          />
          <div class="acts">
            <button type="submit" class="ds-button" data-variant="secondary" name="action" value="approve">
              {t.approve}
            </button>
          </div>
        </form>
      ) : null,
  })
}
