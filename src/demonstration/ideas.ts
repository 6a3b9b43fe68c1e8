import { eq } from 'drizzle-orm'
import { addIdea, contributionKinds, countIdea, ideaObject } from '../cycle/ideas/index.ts'
import { moderationEntry } from '../cycle/ideas/moderation/tables.ts'
import { call, idea } from '../cycle/ideas/tables.ts'
import type { ParticipantSector } from '../people/index.ts'
import { person } from '../people/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { day } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import { type Language, type LocalText, localText } from '../platform/languages/languages.ts'
import { append } from '../record/index.ts'
import { answerIdeas } from './answers.ts'
import { writeComments } from './comments.ts'
import { type Guest, guests, inviteGuests } from './guests.ts'
import { wishesAndBurdens } from './ideasDataAndBurdens.ts'
import { ideasOnOpenness } from './ideasOpenness.ts'
import { ideasOnTakingPart } from './ideasTakingPart.ts'
import { callText, inSeptember, type WrittenIdea } from './ideasTexts.ts'
import type { TwoLanguages } from './noticesTexts.ts'
import { supportIdeas } from './supports.ts'

const PLAN = 'lv-4'

/** The day of September on which a moderator hid the advertisement. */
const HIDDEN_ON = 9

/** The made-up participant (people/demonstration.ts), so that there is something on her page. */
const PARTICIPANT = 'demonstration-participant'
const hers: ReadonlySet<string> = new Set(['reply-to-each', 'paper-residence'])

/** Ideas in the order in which they were sent. */
const ideaTexts = [...ideasOnOpenness, ...ideasOnTakingPart, ...wishesAndBurdens].sort((a, b) => a.on - b.on)

/**
 * Opens the made-up call for ideas on the fourth plan, and writes what came to it up to 10 September 2019. When the
 * call is there, nothing is written: what people did with it since must stay.
 */
export async function writeIdeas(house: House): Promise<void> {
  const [any] = await house.db.select({ id: call.id }).from(call).where(eq(call.demonstration, true)).limit(1)
  if (any) return
  await house.db.transaction(async (tx) => {
    await inviteGuests(tx, house.clock.now())
    const opened = await openCall(tx, house)
    const [participant] = await tx.select({ id: person.id }).from(person).where(eq(person.id, PARTICIPANT))
    const written = await sendIdeas(tx, house, opened, participant?.id ?? null)
    await supportIdeas(tx, house.clock.now(), written, participant?.id ?? null)
    await writeComments(tx, house.clock.now(), PLAN, written)
    await answerIdeas(tx, house.clock.now(), PLAN, written)
  })
}

const inBoth = ([lv, en]: TwoLanguages): LocalText => localText(lv, en)

async function openCall(tx: Database, house: House): Promise<typeof call.$inferSelect> {
  const { title, body, questions, whatNext, shortNoticeReason, answerDays } = callText
  const [startsOn, endsOn] = [day(callText.startsOn), day(callText.endsOn)]
  const said = {
    title: inBoth(title),
    body: inBoth(body),
    questions: questions.map(inBoth),
    whatNext: inBoth(whatNext),
    kinds: [...contributionKinds],
    startsOn,
    endsOn,
    answerDays,
    shortNoticeReason: inBoth(shortNoticeReason),
  }
  const [draft] = await tx
    .insert(call)
    .values({ ...said, planId: PLAN, demonstration: true })
    .returning({ id: call.id })
  if (!draft) throw new Error('the call was not stored')
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'secretariat', for: null },
    act: 'openCall',
    object: `/plans/${PLAN}/calls/${draft.id}`,
    content: { demonstration: true, publishedOn: startsOn, ...said },
  })
  const [opened] = await tx.update(call).set({ publishedOn: startsOn, recordSeq }).where(eq(call.id, draft.id)).returning()
  if (!opened) throw new Error('the call was not opened')
  return opened
}

/** A text in the language it was written in and its translation, which was checked or not. */
function written([lv, en]: TwoLanguages, language: Language, draft: boolean): LocalText {
  const translation = draft ? 'draft' : 'checked'
  const state = (of: Language) => (of === language ? 'original' : translation)
  return { lv: { text: lv, state: state('lv') }, en: { text: en, state: state('en') } }
}

async function sendIdeas(tx: Database, house: House, to: typeof call.$inferSelect, participant: string | null): Promise<WrittenIdea[]> {
  const all: WrittenIdea[] = []
  const waitingRoom = new Map<ParticipantSector, Guest[]>()
  for (const guest of guests) waitingRoom.set(guest.sector, [...(waitingRoom.get(guest.sector) ?? []), guest])
  for (const text of ideaTexts) {
    const { key, on, kind, by, visibility, language = 'lv', draft = false, channel = 'web' } = text
    const [authorName, sector] = by
    const authorId = participant && hers.has(key) ? participant : waitingRoom.get(sector)?.shift()?.id
    if (!authorId) throw new Error(`nobody is left who could send ${key}`)
    const sentOn = inSeptember(on)
    const local = (content: TwoLanguages): LocalText => written(content, language, draft)
    const { id, number } = await addIdea(
      tx,
      { ...house, clock: { ...house.clock, today: () => sentOn } },
      visibility === 'waiting' ? { ...to, moderation: 'before' } : to,
      {
        kind: kind ?? 'idea',
        title: local(text.title),
        problem: local(text.problem),
        proposal: local(text.proposal),
        subject: text.subject ? local(text.subject) : null,
        doer: text.doer ? local(text.doer) : null,
        doerId: text.doerId ?? null,
        values: [...text.values],
        challenges: [...(text.challenges ?? [])],
        place: text.place ?? null,
        authorKind: 'display-name',
        authorName,
        authorId,
        organisationId: null,
        sector,
        channel,
        language,
        sentOn,
        files: [],
      },
      channel === 'web' ? { role: 'participant', for: null } : { role: 'secretariat', for: null },
    )
    if (visibility === 'hidden') await hide(tx, house, id, number)
    all.push({ id, number, text, authorId })
  }
  return all
}

/** Nobody sees an idea any more; it is not deleted. */
async function hide(tx: Database, house: House, id: number, number: number): Promise<void> {
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'moderator', for: null },
    act: 'hideContribution',
    object: ideaObject(PLAN, number),
    content: { demonstration: true, reason: 'spam' },
  })
  await tx.insert(moderationEntry).values({
    planId: PLAN,
    ideaId: id,
    act: 'hide',
    reason: 'spam',
    explanation: 'Reklāma, kas ar plānu nav saistīta. (Izdomāts paraugs demonstrācijai.)',
    language: 'lv',
    role: 'moderator',
    actedOn: inSeptember(HIDDEN_ON),
    actedAt: house.clock.now(),
    demonstration: true,
    recordSeq,
  })
  const [hidden] = await tx.update(idea).set({ visibility: 'hidden', recordSeq }).where(eq(idea.id, id)).returning()
  if (hidden) await countIdea(tx, hidden, -1)
}
