import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Actor } from '../../../people/index.ts'
import { recordOf } from '../../../people/testSupport.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { recordState } from '../../../record/index.ts'
import { findTexts } from '../../../search/findTexts.ts'
import { keepUp } from '../../../search/keepUp.ts'
import { readSought } from '../../../search/readSought.ts'
import { refusalOf } from '../../plan/testSupport.ts'
import { addComment } from '../discussion/addComment.ts'
import { countsByState } from '../reading/listIdeas.ts'
import { ideaTexts } from '../reading/publicTexts.ts'
import { similarTo } from '../similar/similarTo.ts'
import { aCall, anIdea, anotherCall, aPerson, type Call, storedComment, storedIdea } from '../testSupport.ts'
import { answerAppeal } from './answerAppeal.ts'
import { BLACKED, blackOut } from './blackOut.ts'
import { moderate } from './moderate.ts'
import { historyOf, moderationLog, moderationQueue, openReportsOf } from './queries.ts'
import { MOST_REPORTS, reportThing } from './reportThing.ts'
import { sendAppeal } from './sendAppeal.ts'
import { moderationAppeal } from './tables.ts'
import { moderationTasks } from './tasks.ts'
import type { Why } from './writeEntry.ts'

let house: TestHouse
let call: Call
let moderator: Actor & { personId: string }
let other: Actor & { personId: string }
let author: Actor & { personId: string }
beforeAll(async () => {
  house = await openTestHouse()
  call = await aCall(house)
  moderator = await aPerson(house, 'Moderatore', 'moderator')
  other = await aPerson(house, 'Otra moderatore', 'moderator')
  author = await aPerson(house, 'Autors')
})
afterAll(() => house.close())
beforeEach(() => {
  house.letters.length = 0
})

const insult: Why = { reason: 'insult', explanation: 'Aizskar cilvēku.', language: 'lv' }
const nothing: Why = { reason: null, explanation: null, language: 'lv' }
const total = async (): Promise<number> => (await countsByState(house.db, 'lv-5')).reduce((sum, one) => sum + one.ideas, 0)
const ofIdea = (ideaId: number) => ({ ideaId, commentId: null })

describe('a moderator', () => {
  it('lets a waiting idea be seen: it is counted, its author is told, the record has an entry', async () => {
    const before = await total()
    const { id } = await anIdea(house, await anotherCall(house, { moderation: 'before' }), { authorId: author.personId })
    expect(await total()).toBe(before)
    await moderate(house, moderator, ofIdea(id), { act: 'publish', was: 'waiting', why: nothing })
    const row = await storedIdea(house, id)
    expect([row.visibility, row.publishedOn, await total()]).toEqual(['published', '2019-09-10', before + 1])
    expect(house.letters.map(({ to }) => to)).toEqual([`${author.personId}@example.org`])
    expect((await recordOf(house)).at(-1)).toMatchObject({ act: 'publishContribution', actor: { role: 'moderator' } })
  })

  it('hides an idea with a reason and shows it again: nothing is deleted, and it is found no more meanwhile', async () => {
    const before = await total()
    const { id, number } = await anIdea(house, call, { authorId: author.personId, title: localText('Muļķa ideja') })
    await moderate(house, moderator, ofIdea(id), { act: 'hide', was: 'published', why: insult })
    const hidden = await storedIdea(house, id)
    expect([hidden.visibility, hidden.title.lv?.text, await total()]).toEqual(['hidden', 'Muļķa ideja', before])
    const texts = await ideaTexts(house.db, { after: hidden.recordSeq - 1, upTo: hidden.recordSeq })
    expect(texts.map(({ object, title, body }) => [object, title, body])).toEqual([[`idea:lv-5/${number}`, {}, {}]])
    expect(house.letters[0]?.body).toContain('Aizskar cilvēku.')
    expect(house.letters[0]?.body).toMatch(/\/lv\/moderacija\/iebildumi\/\d+\?token=/)
    const entry = JSON.stringify((await recordOf(house)).at(-1))
    expect(entry).toContain('hideContribution')
    expect(entry).not.toContain('Muļķa')
    expect(entry).not.toContain('Aizskar')
    await moderate(house, moderator, ofIdea(id), { act: 'restore', was: 'hidden', why: nothing })
    expect([(await storedIdea(house, id)).visibility, await total()]).toEqual(['published', before + 1])
    expect((await historyOf(house.db, ofIdea(id))).map(({ entry: one }) => one.act)).toEqual(['restore', 'hide'])
  })

  it('hides a comment: its idea counts one less', async () => {
    const { id, number } = await anIdea(house, call)
    const said = await addComment(
      house,
      author,
      { planId: 'lv-5', number, language: 'lv' },
      { kind: 'against', body: 'Tu esi nelga.', replyTo: null, as: 'person', displayName: null, sector: 'resident' },
    )
    await moderate(house, moderator, { ideaId: id, commentId: said.id }, { act: 'hide', was: 'published', why: insult })
    expect([(await storedComment(house, said.id)).visibility, (await storedIdea(house, id)).comments]).toEqual(['hidden', 0])
    await moderate(house, other, { ideaId: id, commentId: said.id }, { act: 'restore', was: 'hidden', why: nothing })
    expect((await storedIdea(house, id)).comments).toBe(1)
  })

  it('who was slower is refused, and nothing happens twice', async () => {
    const { id } = await anIdea(house, call)
    const both = await Promise.allSettled(
      [moderator, other].map((one) => moderate(house, one, ofIdea(id), { act: 'hide', was: 'published', why: insult })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await historyOf(house.db, ofIdea(id))).length).toBe(1)
  })

  it('is nobody else', async () => {
    const { id } = await anIdea(house, call)
    const refused = [
      () => moderate(house, author, ofIdea(id), { act: 'hide', was: 'published', why: insult }),
      () => blackOut(house, author, ofIdea(id), { typed: new Map(), why: insult }),
      () => answerAppeal(house, author, 1, { outcome: 'upheld', answer: 'Jā', language: 'lv' }),
    ]
    for (const work of refused) expect((await refusalOf(work)).status).toBe(403)
  })
})

describe('blacking out', () => {
  it('takes passages out of the text, the words and the search for good, and tells where and why', async () => {
    const { id } = await anIdea(house, call, {
      authorId: author.personId,
      problem: localText('Zvaniet Kalniņam pa tālruni 29123456, viņš zina.'),
    })
    const marked = 'Zvaniet [[Kalniņam]] pa tālruni [[29123456]], viņš zina.'
    await blackOut(house, moderator, ofIdea(id), { typed: new Map([['problem.lv', marked]]), why: { ...insult, reason: 'personal-data' } })
    const row = await storedIdea(house, id)
    expect(row.problem.lv?.text).toBe(`Zvaniet ${BLACKED} pa tālruni ${BLACKED}, viņš zina.`)
    expect(row.words).not.toContain('29123456')
    expect(row.words).not.toContain('kalnin')
    const [text] = await ideaTexts(house.db, { after: row.recordSeq - 1, upTo: row.recordSeq })
    expect(JSON.stringify(text)).not.toContain('Kalniņam')
    const [entry] = await historyOf(house.db, ofIdea(id))
    expect([entry?.entry.act, entry?.passages, row.visibility]).toEqual(['black-out', 2, 'published'])
    const everything = JSON.stringify([await recordOf(house), house.letters])
    expect(everything).not.toContain('29123456')
  })

  it('reaches the author’s name, and every word made of a text: neither the search nor similar ideas know it any more', async () => {
    const { id } = await anIdea(house, call, {
      authorName: 'Zigfrīds Ozollapsis',
      title: localText('Pastnieka Kvēlspārņa maršruts'),
      proposal: localText('Rakstīt Kvēlspārnim uz ielas.'),
    })
    const stems = async (): Promise<string[]> => {
      const rows = await house.open.execute(`select stem from search_word union all select stem from idea_stem`)
      return (rows.rows as { stem: string }[]).map(({ stem }) => stem).filter((stem) => stem.startsWith('kvel'))
    }
    const found = async (word: string): Promise<number> => {
      const { entries } = await recordState(house.db)
      await keepUp(house.db, entries, () => false)
      const sought = await readSought(house.db, word)
      const narrowed = { today: house.clock.today(), planId: null, organisationIds: [], takesPart: null, from: null, to: null }
      const kinds = sought ? await findTexts(house.db, sought, { ...narrowed, kind: null, page: 1 }) : []
      return kinds.reduce((sum, kind) => sum + kind.count, 0)
    }
    const similar = async (title: string): Promise<number[]> =>
      (await similarTo(house, 'lv-5', { title, problem: '', proposal: '' }, 'lv')).ideas.map((one) => one.number)
    expect([await found('Kvēlspārnis'), (await similar('Kvēlspārnis')).length]).toEqual([1, 1])
    expect(await stems()).toHaveLength(2)
    const typed = new Map([
      ['title.lv', 'Pastnieka [[Kvēlspārņa]] maršruts'],
      ['proposal.lv', 'Rakstīt [[Kvēlspārnim]] uz ielas.'],
      ['author', 'Zigfrīds [[Ozollapsis]]'],
    ])
    await blackOut(house, moderator, ofIdea(id), { typed, why: { ...insult, reason: 'personal-data' } })
    const row = await storedIdea(house, id)
    expect([row.title.lv?.text, row.authorName]).toEqual([`Pastnieka ${BLACKED} maršruts`, `Zigfrīds ${BLACKED}`])
    for (const word of ['Kvēlspārnis', 'kvelsparnim', 'Kvēlspārniz']) expect([await found(word), await similar(word)]).toEqual([0, []])
    expect(await stems()).toEqual([])
    // The other words of the title are found as before.
    expect(await found('pastnieki')).toBe(1)
  })

  it('reaches the name under which somebody commented', async () => {
    const { id, number } = await anIdea(house, call)
    const { id: said } = await addComment(
      house,
      author,
      { planId: 'lv-5', number, language: 'lv' },
      { kind: 'question', body: 'Kad?', replyTo: null, as: 'display-name', displayName: 'Kalniņu ģimene', sector: 'resident' },
    )
    const typed = new Map([['author', '[[Kalniņu ģimene]]']])
    await blackOut(house, moderator, { ideaId: id, commentId: said }, { typed, why: { ...insult, reason: 'personal-data' } })
    expect(await storedComment(house, said)).toMatchObject({ authorName: BLACKED })
  })

  it('refuses any other change, and a form in which nothing is marked', async () => {
    const { id } = await anIdea(house, call)
    const fieldsOf = async (typed: [string, string][]) =>
      (await refusalOf(() => blackOut(house, moderator, ofIdea(id), { typed: new Map(typed), why: insult }))).fields
    expect(Object.keys(await fieldsOf([['problem.lv', 'Pavisam [[cits]] teksts.']]))).toEqual(['problem.lv'])
    expect(Object.keys(await fieldsOf([]))).toEqual(['title.lv'])
    expect((await storedIdea(house, id)).problem.lv?.text).toBe('Cilvēki nezina, cik ilgi jāgaida.')
  })
})

describe('reports', () => {
  it('of one thing are one case, the first ones kept with their words; an act of a moderator closes it', async () => {
    const { id } = await anIdea(house, call)
    await Promise.all(
      Array.from({ length: MOST_REPORTS + 5 }, (_, n) =>
        reportThing(house, author, ofIdea(id), { reason: 'spam', text: `Reklāma ${n}`, language: 'lv' }),
      ),
    )
    const open = await openReportsOf(house.db, ofIdea(id))
    expect([open.reports, open.kept.length]).toEqual([MOST_REPORTS + 5, MOST_REPORTS])
    expect((await moderationQueue(house.db)).reported.map((one) => one.ideaId)).toContain(id)
    const [task] = await moderationTasks(house.db, { today: house.clock.today(), organisations: [], house: ['moderator'] })
    expect(task?.doer).toEqual({ role: 'moderator', organisationId: null })
    await moderate(house, moderator, ofIdea(id), { act: 'keep', was: 'published', why: nothing })
    expect((await openReportsOf(house.db, ofIdea(id))).reports).toBe(0)
    expect(house.letters).toEqual([])
    await reportThing(house, author, ofIdea(id), { reason: 'hate', text: null, language: 'en' })
    expect((await openReportsOf(house.db, ofIdea(id))).reports).toBe(1)
  })

  it('of what is hidden or waiting are refused', async () => {
    const hidden = await anIdea(house, call)
    await moderate(house, moderator, ofIdea(hidden.id), { act: 'hide', was: 'published', why: insult })
    const waiting = await anIdea(house, await anotherCall(house, { moderation: 'before' }))
    const report = { reason: 'spam' as const, text: null, language: 'lv' as const }
    expect((await refusalOf(() => reportThing(house, author, ofIdea(hidden.id), report))).status).toBe(409)
    expect((await refusalOf(() => reportThing(house, author, ofIdea(waiting.id), report))).status).toBe(404)
  })
})

describe('an appeal', () => {
  const tokenIn = (body: string): string => /token=([\w-]+)/.exec(body)?.[1] ?? ''
  const hide = async () => {
    const { id } = await anIdea(house, call, { authorId: author.personId })
    const entry = await moderate(house, moderator, ofIdea(id), { act: 'hide', was: 'published', why: insult })
    return { id, entry, token: tokenIn(house.letters.at(-1)?.body ?? '') }
  }
  const stranger: Actor = { personId: null, name: null, roles: [] }

  it('is made once, by the letter or signed in, and decided by another moderator', async () => {
    const { id, entry, token } = await hide()
    expect((await refusalOf(() => sendAppeal(house, stranger, entry, { token: 'guessed', text: 'Nē', language: 'lv' }))).status).toBe(404)
    await sendAppeal(house, stranger, entry, { token, text: 'Tā ir kritika par ideju.', language: 'lv' })
    expect((await refusalOf(() => sendAppeal(house, author, entry, { token: '', text: 'Vēlreiz', language: 'lv' }))).status).toBe(409)
    const [appeal] = await house.db.select().from(moderationAppeal).where(eq(moderationAppeal.entryId, entry))
    const upheld = { outcome: 'upheld' as const, answer: 'Jums taisnība.', language: 'lv' as const }
    expect((await refusalOf(() => answerAppeal(house, moderator, appeal?.id ?? 0, upheld))).status).toBe(422)
    expect((await storedIdea(house, id)).visibility).toBe('hidden')
    await answerAppeal(house, other, appeal?.id ?? 0, upheld)
    expect((await storedIdea(house, id)).visibility).toBe('published')
    expect((await refusalOf(() => answerAppeal(house, other, appeal?.id ?? 0, upheld))).status).toBe(409)
    const log = (await moderationLog(house.db, { planId: 'lv-5', before: null })).entries.find((one) => one.entry.id === entry)
    expect([log?.appeal?.outcome, log?.appeal?.byAnother]).toEqual(['upheld', true])
    expect(JSON.stringify(await recordOf(house))).not.toContain('kritika par ideju')
  })

  it('is decided by the same moderator where there is no other, and the log says so', async () => {
    const { id, entry } = await hide()
    await sendAppeal(house, author, entry, { token: '', text: 'Nepiekrītu.', language: 'lv' })
    const [appeal] = await house.db.select().from(moderationAppeal).where(eq(moderationAppeal.entryId, entry))
    await house.open.execute(`update role_assignment set ended_at = now() where person_id = '${other.personId}'`)
    await answerAppeal(house, moderator, appeal?.id ?? 0, { outcome: 'rejected', answer: 'Lēmums paliek.', language: 'lv' })
    await house.open.execute(`update role_assignment set ended_at = null where person_id = '${other.personId}'`)
    const [hidden] = await historyOf(house.db, ofIdea(id))
    expect([hidden?.appeal?.outcome, hidden?.appeal?.byAnother, (await storedIdea(house, id)).visibility]).toEqual([
      'rejected',
      false,
      'hidden',
    ])
    expect(house.letters.at(-1)?.body).toContain('Lēmums paliek.')
  })
})
