import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { saveUpdateDraft } from '../cycle/monitoring/saveUpdateDraft.ts'
import { aDraft, aKey, aReportableCommitment, aReportablePlan, refusalOf } from '../cycle/monitoring/testSupport.ts'
import { type Actor, person, roleAssignment, visitor } from '../people/index.ts'
import { countQueries } from '../platform/database/countQueries.ts'
import { mail } from '../platform/tables.ts'
import { delegateTasks, type SeenTask } from './delegateTasks.ts'
import { type DeskTask, readDesk } from './desk.ts'
import { forgetEndedAssignments } from './forgetAssignments.ts'

let house: TestHouse
const acting = (
  id: string,
  role: 'officer' | 'representative' | 'secretariat' | 'administrator',
  organisationId: string | null,
): Actor => ({
  personId: id,
  name: id,
  roles: [{ role, organisationId }],
})
const ilze = acting('ilze', 'officer', 'vk')
const otra = acting('otra', 'officer', 'vk')
const fricis = acting('fricis', 'officer', 'fm')
const pauls = acting('pauls', 'representative', 'providus')
const secretary = acting('skaidra', 'secretariat', null)
const everyone = [ilze, otra, fricis, pauls, secretary]

beforeAll(async () => {
  house = await openTestHouse()
  await aReportablePlan(house)
  await aReportableCommitment(house, 1)
  const now = new Date()
  for (const { personId, roles } of everyone) {
    const id = personId ?? ''
    await house.db.insert(person).values({ id, name: id, email: `${id}@example.org`, createdAt: now, updatedAt: now })
    for (const { role, organisationId } of roles)
      await house.db.insert(roleAssignment).values({ personId: id, role: role as 'officer', organisationId, givenAt: now })
  }
})
afterAll(() => house.close())
beforeEach(async () => {
  house.letters.length = 0
  await house.open.execute('delete from task_assignment')
})

const deskOf = async (actor: Actor) => (await readDesk(house, actor)).tasks
const short = (tasks: readonly DeskTask[]) =>
  tasks.map(({ group, place, kind, doer, holder }) => [group, place, kind, doer.organisationId, ...(holder ? [holder.name] : [])].join(' '))
const find = async (actor: Actor, place: string, organisationId: string): Promise<DeskTask> => {
  const found = (await deskOf(actor)).find((task) => task.place === place && task.doer.organisationId === organisationId)
  if (!found) throw new Error('there is no such task')
  return found
}
const seen = ({ id, holder }: DeskTask): SeenTask => ({ id, heldBy: holder?.personId ?? null })
const hand = (actor: Actor, tasks: readonly SeenTask[], to: string | null) => delegateTasks(house, actor, { tasks, to, language: 'lv' })
const assignments = async () => (await house.open.execute('select task, person_id as who from task_assignment order by task')).rows

describe('a desk', () => {
  it('tells an officer what is hers to do, and what others have to do on the same commitments', async () => {
    expect(short(await deskOf(ilze))).toEqual([
      'others 1 partner-assessment providus',
      'mine 1 self-assessment vk',
      'others 1.1 update fm',
      'mine 1.1 update vk',
      'others 1.2 update fm',
      'mine 1.2 update vk',
    ])
    expect(short(await deskOf(pauls)).filter((line) => line.startsWith('mine'))).toEqual(['mine 1 partner-assessment providus'])
    expect(await deskOf(visitor)).toEqual([])
    expect(await deskOf(acting('x', 'officer', 'tm'))).toEqual([])
  })

  it('tells the secretariat everything, and its own: what is not written or translated', async () => {
    const lines = short(await deskOf(secretary))
    expect(lines.filter((line) => line.startsWith('others'))).toHaveLength(6)
    expect(lines).toContain('mine 1 missing-text ')
    expect(lines).toContain('mine 1 translation ')
    expect(lines.filter((line) => line.includes('report-text'))).toHaveLength(3)
    expect(lines.some((line) => line.includes('letters'))).toBe(false)
  })

  it('tells the administrator of letters that do not go out', async () => {
    const administrator = acting('a', 'administrator', null)
    expect(await deskOf(administrator)).toEqual([])
    const now = new Date()
    const letter = { recipient: 'x@example.org', language: 'lv' as const, subject: 'S', nextTryAt: now }
    await house.db.insert(mail).values([
      { ...letter, id: 'failed', state: 'failed', createdAt: now },
      { ...letter, id: 'waits', state: 'waiting', createdAt: new Date(now.getTime() - 2 * 60 * 60 * 1000) },
      { ...letter, id: 'young', state: 'waiting', createdAt: now },
    ])
    const [task] = await deskOf(administrator)
    expect([task?.kind, task?.remark?.('en')]).toEqual(['letters', '1 has failed; 1 waits for more than an hour'])
    await house.db.delete(mail)
  })

  it('does not tell others that somebody has begun', async () => {
    await saveUpdateDraft(house, ilze, aKey({ milestone: 2 }), { version: 0, draft: aDraft() })
    expect((await find(otra, '1.2', 'vk')).begunAt).toBeInstanceOf(Date)
    for (const other of [fricis, pauls, secretary]) expect((await find(other, '1.2', 'vk')).begunAt).toBe(null)
  })
})

describe('handing a task over', () => {
  it('moves it to the colleague’s desk, tells the colleague by letter, and leaves no trace in the record', async () => {
    const before = (await house.open.execute('select 1 from record_entry')).rows.length
    await hand(ilze, [seen(await find(ilze, '1.1', 'vk')), seen(await find(ilze, '1.2', 'vk'))], 'otra')
    expect([(await find(ilze, '1.1', 'vk')).group, (await find(otra, '1.1', 'vk')).group]).toEqual(['ours', 'mine'])
    expect((await find(ilze, '1.1', 'vk')).holder).toMatchObject({ name: 'otra', on: '2019-09-10' })
    expect(house.letters).toMatchObject([{ to: 'otra@example.org', subject: 'Jums nodoti 2 darbi' }])
    expect(house.letters[0]?.body).toContain('– 1.1. Pirmais')
    expect((await find(secretary, '1.1', 'vk')).holder?.name).toBe('otra')
    for (const other of [fricis, pauls]) expect((await find(other, '1.1', 'vk')).holder).toBe(null)
    expect((await house.open.execute('select 1 from record_entry')).rows).toHaveLength(before)
  })

  it('is taken back, or passed on, and whoever had it is told', async () => {
    await hand(ilze, [seen(await find(ilze, '1.1', 'vk'))], 'otra')
    house.letters.length = 0
    await hand(ilze, [seen(await find(ilze, '1.1', 'vk'))], null)
    expect(house.letters).toMatchObject([{ to: 'otra@example.org', subject: 'Vairs nav jādara: 1 darbs' }])
    expect([await assignments(), (await find(ilze, '1.1', 'vk')).group]).toEqual([[], 'mine'])
    await hand(secretary, [seen(await find(secretary, '1.1', 'vk'))], 'otra')
    house.letters.length = 0
    await hand(secretary, [seen(await find(secretary, '1.1', 'vk'))], 'ilze')
    expect(house.letters.map(({ to }) => to).sort()).toEqual(['ilze@example.org', 'otra@example.org'])
    house.letters.length = 0
    // Who takes it over writes no letter to themselves.
    await hand(otra, [seen(await find(otra, '1.1', 'vk'))], 'otra')
    expect(house.letters.map(({ to }) => to)).toEqual(['ilze@example.org'])
  })

  it('is refused for another institution, to another’s officer, of what is not there; nothing changes', async () => {
    const mine = seen(await find(ilze, '1.1', 'vk'))
    const theirs = seen(await find(ilze, '1.1', 'fm'))
    const house1 = (await deskOf(secretary)).find(({ kind }) => kind === 'translation')
    expect(await refusalOf(hand(fricis, [mine], 'fricis'))).toMatchObject({ status: 403 })
    expect(await refusalOf(hand(ilze, [theirs], 'otra'))).toMatchObject({ status: 403 })
    expect(await refusalOf(hand(ilze, [mine], 'fricis'))).toMatchObject({ status: 422, fields: { to: expect.anything() } })
    expect(await refusalOf(hand(ilze, [mine], 'nobody-there'))).toMatchObject({ status: 422 })
    expect(await refusalOf(hand(ilze, [mine, theirs], 'otra'))).toMatchObject({ status: 422, fields: { task: expect.anything() } })
    for (const id of ['update.1.1.vk', "'; drop table person; --", '../../etc/passwd', '', house1?.id ?? ''])
      expect(await refusalOf(hand(secretary, [{ id, heldBy: null }], 'otra'))).toMatchObject({ status: 404 })
    expect(await refusalOf(hand(visitor, [mine], 'otra'))).toMatchObject({ status: 404 })
    expect([await assignments(), house.letters]).toEqual([[], []])
  })

  it('is refused when the task has changed hands since, also when two press at once', async () => {
    const before = seen(await find(ilze, '1.1', 'vk'))
    const two = await Promise.allSettled([hand(ilze, [before], 'otra'), hand(otra, [before], 'ilze')])
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await assignments()).toHaveLength(1)
    expect(await refusalOf(hand(secretary, [before], 'otra'))).toMatchObject({ status: 409 })
    const other = seen(await find(ilze, '1.2', 'vk'))
    // All or nothing: of two tasks one has changed hands.
    expect(await refusalOf(hand(secretary, [other, before], 'otra'))).toMatchObject({ status: 409 })
    expect(await assignments()).toHaveLength(1)
  })

  it('counts for nothing once the person no longer acts there, and can be done anew', async () => {
    await hand(ilze, [seen(await find(ilze, '1.1', 'vk'))], 'otra')
    await house.db.update(roleAssignment).set({ endedAt: new Date() }).where(eq(roleAssignment.personId, 'otra'))
    const freed = await find(ilze, '1.1', 'vk')
    expect([freed.group, freed.holder]).toEqual(['mine', null])
    await hand(secretary, [seen(freed)], 'ilze')
    expect(await assignments()).toMatchObject([{ who: 'ilze' }])
    await house.db.update(roleAssignment).set({ endedAt: null }).where(eq(roleAssignment.personId, 'otra'))
    await hand(ilze, [seen(await find(ilze, '1.2', 'vk'))], 'otra')
    await house.db.update(roleAssignment).set({ endedAt: new Date() }).where(eq(roleAssignment.personId, 'otra'))
    await forgetEndedAssignments(house.db)
    expect(await assignments()).toMatchObject([{ who: 'ilze' }])
    await house.db.update(roleAssignment).set({ endedAt: null }).where(eq(roleAssignment.personId, 'otra'))
  })
})

describe('a long desk', () => {
  it('of two thousand tasks is read in as many queries as a short one', async () => {
    const few = await countQueries(() => readDesk(house, secretary))
    await house.open.execute(`
      insert into commitment (plan_id, number, title, certainty, record_seq)
        select plan_id, n, title, certainty, 0 from commitment, generate_series(2, 200) n where number = 1;
      insert into commitment_party (commitment_id, organisation_id, part, position, certainty)
        select c.id, p.organisation_id, p.part, p.position, p.certainty
        from commitment c, commitment_party p join commitment one on one.id = p.commitment_id and one.number = 1 where c.number > 1;
      insert into milestone (commitment_id, number, title, certainty, record_seq)
        select c.id, m.number + 10 * n, m.title, m.certainty, 0
        from commitment c, generate_series(0, 1) n, milestone m join commitment one on one.id = m.commitment_id and one.number = 1
        where c.number > 1;`)
    const many = await countQueries(() => readDesk(house, secretary))
    expect(many.result.tasks.length).toBeGreaterThan(2000)
    expect(many.queries).toBe(few.queries)
    expect(many.queries).toBeLessThan(30)
  })
})
