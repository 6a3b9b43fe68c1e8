import { eq } from 'drizzle-orm'
import { type Actor, allow, type ParticipantSector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { inLanguage, type Language, type LocalText, languages } from '../../platform/languages/languages.ts'
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { addIdea, call, fingerprint, ideaObject } from '../ideas/index.ts'
import { commitment } from '../plan/index.ts'
import { lockEvent } from './eventLock.ts'
import { minutesOf, outcomesOf } from './minutesQueries.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import type { Event } from './queries.ts'
import { type Conclusion, eventOutcome } from './tables.ts'
import { eventObject } from './words.ts'

const actor = { role: 'secretariat', for: null } as const

/** A conclusion of published minutes that nothing has come of yet, with its event locked. */
async function lockConclusion(
  tx: Database,
  house: House,
  eventId: number,
  number: number,
): Promise<{ row: Event; conclusion: Conclusion }> {
  const row = await lockEvent(tx, eventId)
  const today = house.clock.today()
  const conclusion = (await minutesOf(tx, eventId, today)).at(-1)?.conclusions.find((one) => one.number === number)
  if (!conclusion) throw notFound()
  if ((await outcomesOf(tx, eventId, today)).some(({ outcome }) => outcome.conclusion === number))
    throw new Refusal(422, say('handedOnAlready'))
  return { row, conclusion }
}

/** The language in which something was written first. */
const writtenIn = (content: LocalText): Language => {
  const original = languages.find((language) => content[language]?.state === 'original')
  return original ?? inLanguage(content, languages[0])?.language ?? languages[0]
}

/**
 * Makes an idea of a conclusion, in a call of the event's plan that is open or that has ended without being closed;
 * it is sent in the name of the meeting, with the words of where it
 * comes from, and counts for the sector that is named. Refuses a call that takes no ideas, and a conclusion that was handed on.
 */
export async function conclusionToIdea(
  house: House,
  by: Actor,
  {
    eventId,
    conclusion: number,
    callId,
    sector,
    authorName,
    origin,
  }: { eventId: number; conclusion: number; callId: number; sector: ParticipantSector; authorName: string; origin: LocalText },
): Promise<{ planId: string; number: number }> {
  allow(eventsPolicy.handConclusionsOn, by, undefined)
  return house.db.transaction(async (tx) => {
    const { row, conclusion } = await lockConclusion(tx, house, eventId, number)
    const [to] = await tx.select().from(call).where(eq(call.id, callId))
    const today = house.clock.today()
    if (!to || (row.planId !== null && to.planId !== row.planId)) throw wrongField('call', say('chooseACall'))
    if (to.publishedOn === null || to.closedOn !== null || to.startsOn > today || !to.kinds.includes('idea'))
      throw wrongField('call', say('callTakesNoIdeas'))
    const added = await addIdea(
      tx,
      house,
      to,
      {
        kind: 'idea',
        title: conclusion.title,
        problem: origin,
        proposal: conclusion.text,
        subject: null,
        doer: null,
        doerId: null,
        values: [],
        challenges: [],
        place: null,
        authorKind: 'display-name',
        authorName,
        authorId: null,
        organisationId: null,
        sector,
        channel: 'event',
        language: writtenIn(conclusion.text),
        sentOn: today,
        files: [],
      },
      actor,
    )
    await store(tx, house, row, conclusion, { ideaId: added.id, of: ideaObject(added.planId, added.number) })
    return { planId: added.planId, number: added.number }
  })
}

/** Notes a conclusion on a commitment: its page tells it from now on. */
export async function conclusionToNote(
  house: House,
  by: Actor,
  { eventId, conclusion: number, commitmentId }: { eventId: number; conclusion: number; commitmentId: number },
): Promise<void> {
  allow(eventsPolicy.handConclusionsOn, by, undefined)
  await house.db.transaction(async (tx) => {
    const { row, conclusion } = await lockConclusion(tx, house, eventId, number)
    const [about] = await tx.select().from(commitment).where(eq(commitment.id, commitmentId))
    if (!about) throw wrongField('commitment', say('chooseACommitment'))
    await store(tx, house, row, conclusion, { commitmentId, of: `/plans/${about.planId}/commitments/${about.number}` })
  })
}

async function store(
  tx: Database,
  house: House,
  row: Event,
  { number, title, text }: Conclusion,
  { of, ...about }: { of: string } & ({ ideaId: number } | { commitmentId: number }),
): Promise<void> {
  const publishedOn = house.clock.today()
  const isIdea = 'ideaId' in about
  const recordSeq = await append(tx, house.clock.now(), {
    actor,
    act: isIdea ? 'conclusionToIdea' : 'conclusionToNote',
    object: eventObject(row.id),
    content: {
      ...(row.demonstration ? { demonstration: true } : {}),
      conclusion: number,
      of,
      publishedOn,
      fingerprint: fingerprint(row.id, [title, text]),
    },
  })
  await tx
    .insert(eventOutcome)
    .values({ eventId: row.id, conclusion: number, title, text, ...about, publishedOn, demonstration: row.demonstration, recordSeq })
}
