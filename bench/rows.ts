import type { OpenDatabase } from '../src/platform/database/database.ts'
import { groupBy } from '../src/platform/groupBy.ts'

type Execute = OpenDatabase['execute']

/** Commitment 1 of the third plan gets what the goal for its page names: 12 milestones with 60 updates, five on each. */
export async function fillCommitment(execute: Execute): Promise<void> {
  await execute(`
    insert into milestone (commitment_id, number, title, planned_start, planned_end, certainty, record_seq)
    select m.commitment_id, n, m.title, m.planned_start, m.planned_end, m.certainty, m.record_seq
    from milestone m join commitment c on c.id = m.commitment_id, generate_series(4, 12) n
    where c.plan_id = 'lv-3' and c.number = 1 and m.number = 3`)
  await execute(`
    insert into "update" (milestone_id, organisation_id, period_id, demonstration)
    select m.id, o.id, p.id, true
    from milestone m join commitment c on c.id = m.commitment_id, reporting_period p, (select organisation_id as id from commitment_party cp join commitment c on c.id = cp.commitment_id where c.plan_id = 'lv-3' and c.number = 1 order by position limit 3) o
    where c.plan_id = 'lv-3' and c.number = 1 and p.plan_id = 'lv-3' and (o.id <> 'sif' or p.position = 1)
    on conflict do nothing`)
  await execute(`
    insert into update_version (update_id, number, state, text, language, published_on, record_seq)
    select u.id, 1, 'limited', repeat('Mācības notika, un to norisi apkopojam kopā ar partneriem. ', 6), 'lv', '2019-08-28', 1
    from "update" u join milestone m on m.id = u.milestone_id join commitment c on c.id = m.commitment_id
    where c.plan_id = 'lv-3' and c.number = 1 and not exists (select from update_version v where v.update_id = u.id)`)
}

type Column = { table: string; column: string; type: string; own: boolean; refers: boolean; changes: boolean }

/**
 * Every column of every table, and whether a copy of its row needs another value in it: it counts by itself, refers
 * to a row that is copied too, or stands first in a key in which nothing else tells the copies apart.
 */
async function columns(execute: Execute): Promise<Column[]> {
  const { rows } = await execute(`
    with it as (
      select c.oid, a.attnum, c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
        coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as own,
        exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum]) as refers
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind = 'r' and a.attgenerated = '' and c.relnamespace = 'public'::regnamespace
    )
    select "table", "column", type, own, refers, own or refers or exists (
      select from pg_index i where i.indrelid = it.oid and i.indisunique and i.indkey[0] = it.attnum and not exists (
        select from it other where other.oid = it.oid and other.attnum = any(i.indkey) and (other.own or other.refers))
    ) as changes
    from it order by "table", attnum`)
  return rows as Column[]
}

/** Tables of one row, tables of the moment, and what is made anew from others. */
const notGrown = [
  'instance',
  'record_head',
  'record_entry',
  'search_state',
  'search_text',
  'search_word',
  'regular_job',
  'session',
  'verification',
]
/** Apart by so much, no two copies meet. */
const APART = 1_000_000

/**
 * Makes so many times the rows: each copy is a whole history of its own, with its own plans, organisations and people,
 * so that every table grows while what one page is about stays as it is. Reads the tables' own description, so a
 * table that comes later grows too.
 */
export async function growTo(execute: Execute, times: number): Promise<void> {
  if (times < 2) return
  const copies = `generate_series(1, ${times - 1}) k`
  const byTable = groupBy(await columns(execute), ({ table }) => table)
  const statements = [...byTable].flatMap(([table, all]) => {
    if (notGrown.includes(table)) return []
    const values = all.map(({ column, type, changes }) => {
      if (!changes) return `t."${column}"`
      return type === 'text' ? `t."${column}" || '-' || k` : `t."${column}" + k * ${APART}`
    })
    const names = all.map(({ column }) => `"${column}"`)
    return [`insert into "${table}" (${names.join(', ')}) select ${values.join(', ')} from "${table}" t, ${copies}`]
  })
  await execute(`
    begin;
    set local session_replication_role = replica;
    ${statements.join(';\n')};
    insert into record_entry (seq, object, act, entry)
      select t.seq + k * h.seq, t.object, t.act, t.entry from record_entry t, record_head h, ${copies};
    update record_head set seq = seq * ${times};
    commit`)
  await execute('vacuum analyze')
}
