import type { House } from '../../src/platform/house.ts'
import type { OpenDatabase } from './database.ts'
import { appendTestAct } from './record.ts'

/**
 * What has to differ in a copy of a row, as SQL of its number `k`; a column that counts by itself
 * gets its next number. Parents stand after their children, so that each parent of the
 * demonstration has three times as many, and the copies of parents have none.
 */
const differs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organisation: { id: "id || '-' || k" },
  organisation_name: { organisation_id: "organisation_id || '-' || k" },
  person: { id: "id || '-' || k", email: 'k || email' },
  role_assignment: { person_id: "person_id || '-' || k" },
  evidence: {},
  update_version: { number: 'number + 30 * k' },
  update: { organisation_id: "organisation_id || '-' || k" },
  assessment_version: { number: 'number + 30 * k' },
  assessment: { organisation_id: "organisation_id || '-' || k" },
  opportunity: { number: 'number + 100 * k' },
  notice_version: { number: 'number + 30 * k', reason: 'coalesce(reason, title)' },
  notice: {},
  task_assignment: { task: "task || '-' || k" },
  easy_text: { version: 'version + 30 * k' },
  accessibility_statement: { version: 'version + 30 * k' },
  survey_text: { id: "id || '-' || k" },
  survey_answer: { id: "id || '-' || k" },
  survey: {},
  reminder: {},
  mail: { id: "id || '-' || k" },
  source_state: {},
  change: {},
  milestone: { number: 'number + 30 * k' },
  commitment_party: { organisation_id: "organisation_id || '-' || k" },
  commitment_link: {},
  commitment_fact: {},
  finding: {},
  commitment: { number: 'number + 100 * k' },
  document_version: { number: 'number + 30 * k' },
  document: {},
  deadline_change: {},
  extension_request: {},
  deadline: {},
  phase: { position: 'position + 100 * k' },
  reporting_period: { position: 'position + 100 * k' },
}

/** Makes three rows of each row, so that a page whose queries grow with its rows is found. */
export async function growThreefold(house: House, execute: OpenDatabase['execute']): Promise<void> {
  for (const [table, changed] of Object.entries(differs)) {
    const { rows } = await execute(
      `select column_name as name from information_schema.columns where table_name = '${table}' and coalesce(column_default, '') not like 'nextval(%'`,
    )
    const columns = (rows as { name: string }[]).map(({ name }) => name)
    await execute(
      `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
       select ${columns.map((name) => changed[name] ?? `t."${name}"`).join(', ')} from "${table}" t, generate_series(1, 2) k`,
    )
  }
  const { rows } = await execute('select object from record_entry order by seq')
  for (const { object } of [...rows, ...rows] as { object: string }[]) await appendTestAct(house, object)
}
