import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { recordOf } from '../../../people/testSupport.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { refusalOf } from '../../plan/testSupport.ts'
import { comment, idea } from '../tables.ts'
import { aCall, anIdea, anotherCall, aPerson, type Call, storedIdea } from '../testSupport.ts'
import { addComment } from './addComment.ts'
import { type CommentInput, readComment } from './commentInput.ts'
import { COMMENTS_A_PAGE, oneThread, REPLIES_SHOWN, threadsOf } from './readComments.ts'

let house: TestHouse
let call: Call
beforeAll(async () => {
  house = await openTestHouse()
  call = await aCall(house)
})
afterAll(() => house.close())

const agreed: CommentInput = { kind: 'for', body: 'Labi, dariet tā.', replyTo: null, as: 'person', displayName: null, sector: 'resident' }
const to = (number: number) => ({ planId: 'lv-5', number, language: 'lv' as const })

describe('a comment', () => {
  it('is seen at once, counted, and told to the record without its words', async () => {
    const { id, number } = await anIdea(house, call)
    const anna = await aPerson(house, 'Anna Ābele')
    const added = await addComment(house, anna, to(number), agreed)
    expect(added.visibility).toBe('published')
    expect((await storedIdea(house, id)).comments).toBe(1)
    const entry = (await recordOf(house)).at(-1)
    expect(entry).toMatchObject({ act: 'comment', object: `/plans/lv-5/ideas/${number}/comments/${added.id}` })
    expect(JSON.stringify(entry)).not.toContain('dariet')
    expect(JSON.stringify(entry)).not.toContain('Anna')
    const { threads } = await threadsOf(house.db, id, null, house.clock.today())
    expect(threads.map(({ comment: said }) => [said.body, said.authorName])).toEqual([['Labi, dariet tā.', 'Anna Ābele']])
  })

  it('waits for a moderator where the call says so, and is not shown or counted until then', async () => {
    const { id, number } = await anIdea(house, await anotherCall(house, { moderation: 'before' }))
    await house.db.update(idea).set({ visibility: 'published', publishedOn: house.clock.today() }).where(eq(idea.id, id))
    const { visibility } = await addComment(house, await aPerson(house, 'Anna'), to(number), agreed)
    expect([visibility, (await storedIdea(house, id)).comments]).toEqual(['waiting', 0])
    expect((await threadsOf(house.db, id, null, house.clock.today())).threads).toEqual([])
  })

  it('of someone who replies to a reply stands in the same thread, one level deep', async () => {
    const { id, number } = await anIdea(house, call)
    const anna = await aPerson(house, 'Anna')
    const first = await addComment(house, anna, to(number), agreed)
    const reply = await addComment(house, anna, to(number), { ...agreed, kind: 'reply', replyTo: first.id })
    await addComment(house, anna, to(number), { ...agreed, kind: 'reply', replyTo: reply.id })
    const { threads } = await threadsOf(house.db, id, null, house.clock.today())
    expect(threads.map((thread) => thread.replies.length)).toEqual([2])
  })

  it('is refused on what is hidden or closed, and under what is hidden or of another idea', async () => {
    const anna = await aPerson(house, 'Anna')
    const open = await anIdea(house, call)
    const other = await anIdea(house, call)
    const hidden = await anIdea(house, call)
    await house.db.update(idea).set({ visibility: 'hidden' }).where(eq(idea.id, hidden.id))
    const late = await anIdea(house, await anotherCall(house, { closedOn: house.clock.today(), closingReason: {} }))
    const said = await addComment(house, anna, to(open.number), agreed)
    const statusOf = async (number: number, replyTo: number | null) =>
      (await refusalOf(() => addComment(house, anna, to(number), { ...agreed, kind: replyTo ? 'reply' : 'for', replyTo }))).status
    expect([await statusOf(hidden.number, null), await statusOf(late.number, null), await statusOf(other.number, said.id)]).toEqual([
      409, 409, 404,
    ])
    await house.db.update(comment).set({ visibility: 'hidden' }).where(eq(comment.id, said.id))
    expect(await statusOf(open.number, said.id)).toBe(409)
    expect((await storedIdea(house, other.id)).comments).toBe(0)
  })

  it('is not doubled or lost when thirty people write at once', async () => {
    const { id, number } = await anIdea(house, call)
    const people = []
    for (let n = 0; n < 30; n += 1) people.push(await aPerson(house, `Cilvēks ${n}`))
    await Promise.all(people.map((one) => addComment(house, one, to(number), { ...agreed, body: `Saka ${one.name}` })))
    const rows = await house.db.select().from(comment).where(eq(comment.ideaId, id))
    expect([(await storedIdea(house, id)).comments, new Set(rows.map((row) => row.body)).size, rows.length]).toEqual([30, 30, 30])
  })
})

describe('threads', () => {
  it('come a page at a time, each with its first replies; one thread shows all of its own', async () => {
    const { id, number } = await anIdea(house, call)
    const anna = await aPerson(house, 'Anna')
    const today = house.clock.today()
    for (let n = 0; n < COMMENTS_A_PAGE + 2; n += 1) await addComment(house, anna, to(number), { ...agreed, body: `Komentārs ${n}` })
    const first = await threadsOf(house.db, id, null, today)
    expect([first.threads.length, first.more]).toEqual([COMMENTS_A_PAGE, true])
    const last = first.threads.at(-1)?.comment.id ?? 0
    const second = await threadsOf(house.db, id, last, today)
    expect([second.threads.map(({ comment: said }) => said.body), second.more]).toEqual([['Komentārs 20', 'Komentārs 21'], false])
    for (let n = 0; n <= REPLIES_SHOWN; n += 1) await addComment(house, anna, to(number), { ...agreed, kind: 'reply', replyTo: last })
    const again = await threadsOf(house.db, id, null, today)
    expect([again.threads.at(-1)?.replies.length, again.threads.at(-1)?.moreReplies]).toEqual([REPLIES_SHOWN, true])
    expect((await oneThread(house.db, id, last, null, today))?.thread.replies.length).toBe(REPLIES_SHOWN + 1)
  })
})

describe('the form of a comment', () => {
  const form = (values: Record<string, string>) =>
    new Fields(Object.fromEntries(Object.entries({ kind: 'for', body: 'Labi.', sector: 'resident', ...values }).map(([k, v]) => [k, [v]])))
  const anna = { personId: 'a', name: 'Anna', roles: [] }

  it('names each mistake at its field', async () => {
    const wrong = async (values: Record<string, string>) => Object.keys((await refusalOf(() => readComment(form(values), anna))).fields)
    expect(await wrong({ kind: 'nope' })).toEqual(['kind'])
    expect(await wrong({ body: '  ' })).toEqual(['body'])
    expect(await wrong({ body: 'x'.repeat(2001) })).toEqual(['body'])
    expect(await wrong({ body: 'http://a.lv https://b.lv www.c.lv' })).toEqual(['body'])
    expect(await wrong({ as: 'display-name' })).toEqual(['displayName'])
    expect(await wrong({ sector: 'kings' })).toEqual(['sector'])
  })

  it('does not let anyone speak for an organisation they do not act for', () => {
    expect(readComment(form({ as: 'organisation' }), anna).as).toBe('person')
  })
})
