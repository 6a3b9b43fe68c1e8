import { getTableName } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ownRowsOfAll } from '../../src/mine/index.ts'
import { dataMap } from '../../src/web/pages/privacy/dataMap.ts'

/** Tables that hold data about people, but no row of which can be told to be the asker's; and why. */
const nobodysOwn: Readonly<Record<string, string>> = {
  record_entry: 'names nobody',
  kept_form: 'its key is in a cookie of the browser alone',
  update: 'an institution’s',
  update_version: 'an institution’s',
  evidence: 'an institution’s',
  evidence_withdrawal: 'an institution’s',
  assessment: 'an institution’s or organisation’s',
  assessment_version: 'an institution’s or organisation’s',
  notice: 'the secretariat’s',
  notice_version: 'the secretariat’s',
  opportunity: 'the secretariat’s',
  document: 'the secretariat’s',
  document_version: 'the secretariat’s',
  document_content: 'the secretariat’s',
  document_upload: 'the secretariat’s',
  document_upload_file: 'the secretariat’s',
  document_withdrawal: 'the secretariat’s',
  document_correction: 'the secretariat’s',
  event: 'the secretariat’s',
  event_version: 'the secretariat’s',
  event_minutes: 'the secretariat’s',
  event_minutes_version: 'the secretariat’s',
  event_outcome: 'the secretariat’s',
  event_photograph: 'the secretariat’s',
  forum_meeting: 'the secretariat’s',
  forum_meeting_version: 'the secretariat’s',
  forum_paper: 'the secretariat’s',
  forum_decision: 'the forum’s',
  forum_task: 'the forum’s',
  forum_minutes: 'the forum’s',
  idea_draft: 'its key is in a cookie of the browser alone',
  idea_import: 'the secretariat’s',
  idea_import_row: 'the secretariat’s',
  moderation_report: 'who reported is not kept',
  ballot: 'the secretariat’s',
  ballot_vote: 'kept apart from who cast it, or an organisation’s',
  survey: 'the secretariat’s',
  survey_answer: 'kept apart from who gave it',
  survey_text: 'kept apart from who wrote it',
  survey_draft: 'its key is in a cookie of the browser or in a link alone',
  survey_link: 'the address is not kept',
  survey_participation: 'a mark that only the program can work out',
}

it('everyone gets their rows of every table that holds data about people, or it is said why there are none', () => {
  const personal = dataMap.filter((one) => one.personal.length).map(({ table }) => getTableName(table))
  const own = ownRowsOfAll.map(({ table }) => getTableName(table))
  expect([...own, ...Object.keys(nobodysOwn)].sort()).toEqual(personal.sort())
})
