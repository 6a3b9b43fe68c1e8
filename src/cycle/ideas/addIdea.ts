import { createHash } from 'node:crypto'
import { eq, max } from 'drizzle-orm'
import { stemsIn } from '../../methods/words.ts'
import type { ParticipantSector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { append, canonical, type PublicAct } from '../../record/index.ts'
import { type GrandChallenge, type OgpValue, plan } from '../plan/index.ts'
import { countIdea } from './countIdea.ts'
import { countStems } from './similar/countStems.ts'
import { type AuthorKind, type Channel, type ContributionKind, type call, idea, ideaFile, type Visibility } from './tables.ts'

/** How an idea is called in the record. */
export const ideaObject = (planId: string, number: number): string => `/plans/${planId}/ideas/${number}`

/** Who sends or says something, as everyone sees it, and whose it is. */
export type Author = {
  authorKind: AuthorKind
  authorName: string | null
  authorId: string | null
  organisationId: string | null
  sector: ParticipantSector
}

/** What is said in an idea, a wish for data or a burden (tables.ts tells what each field holds in which). */
export type IdeaContent = {
  kind: ContributionKind
  title: LocalText
  problem: LocalText
  proposal: LocalText
  subject: LocalText | null
  doer: LocalText | null
  doerId: string | null
  values: OgpValue[]
  challenges: GrandChallenge[]
  place: string | null
}

/** Something that was sent to a call, with how and by whom. */
export type NewIdea = IdeaContent &
  Author & {
    channel: Channel
    language: Language
    sentOn: Day
    files: readonly { hash: string; name: string; mediaType: string; bytes: number }[]
  }

/** A stored idea's row and its number in its plan. */
export type AddedIdea = { id: number; planId: string; number: number; visibility: Visibility }

/** The stems of what an idea says, in both languages: the title's and those of the rest. */
export function ideaStems({
  title,
  problem,
  proposal,
  subject,
  doer,
}: Pick<IdeaContent, 'title' | 'problem' | 'proposal' | 'subject' | 'doer'>): { inTitle: Set<string>; all: Set<string> } {
  const inTitle = stemsIn(title)
  return { inTitle, all: new Set([...inTitle, ...[problem, proposal, subject, doer].flatMap((content) => [...stemsIn(content ?? {})])]) }
}

/** The same as a tsvector's text: the title's with weight A. */
export function ideaWords(content: Parameters<typeof ideaStems>[0]): string {
  const quoted = (stem: string): string => `'${stem.replace(/['\\]/g, '$&$&')}'`
  const { inTitle, all } = ideaStems(content)
  return [...all].map((stem) => (inTitle.has(stem) ? `${quoted(stem)}:1A` : quoted(stem))).join(' ')
}

/**
 * What the record holds of a text: a fingerprint, not the text, which its author or a moderator may have to take
 * back. The number of its row makes equal texts of two people differ.
 */
export const fingerprint = (id: number, content: unknown): string =>
  createHash('sha256')
    .update(`${id}\n${canonical(content)}`, 'utf8')
    .digest('hex')

/** Locks a plan's ideas for a moment: numbers have no gaps, however many send at once. */
async function nextNumber(tx: Database, planId: string): Promise<number> {
  await tx.select({ id: plan.id }).from(plan).where(eq(plan.id, planId)).for('no key update')
  const [row] = await tx
    .select({ last: max(idea.number) })
    .from(idea)
    .where(eq(idea.planId, planId))
  return (row?.last ?? 0) + 1
}

/**
 * Stores what was sent to a call, in the transaction of who lets it in: whether the call takes it is theirs to check.
 * Everyone sees it at once, or after a moderator has looked at it, as one that is `held` always does; the record tells only the kind, the way and a fingerprint.
 */
export async function addIdea(
  tx: Database,
  house: House,
  to: typeof call.$inferSelect,
  sent: NewIdea,
  by: PublicAct['actor'],
  { held = false }: { held?: boolean } = {},
): Promise<AddedIdea> {
  const { files, ...columns } = sent
  const now = house.clock.now()
  const today = house.clock.today()
  const number = await nextNumber(tx, to.planId)
  const visibility = held || to.moderation === 'before' ? 'waiting' : 'published'
  const [row] = await tx
    .insert(idea)
    .values({
      ...columns,
      planId: to.planId,
      callId: to.id,
      number,
      sentAt: now,
      visibility,
      publishedOn: visibility === 'published' ? today : null,
      answerDue: addDays(to.endsOn, to.answerDays),
      words: ideaWords(sent),
      demonstration: house.demonstration !== null,
      recordSeq: 0,
    })
    .returning()
  if (!row) throw new Error('the idea was not stored')
  if (files.length) await tx.insert(ideaFile).values(files.map((file) => ({ ...file, ideaId: row.id })))
  const recordSeq = await append(tx, now, {
    actor: by,
    act: 'sendIdea',
    object: ideaObject(to.planId, number),
    content: {
      ...(house.demonstration ? { demonstration: true } : {}),
      kind: sent.kind,
      channel: sent.channel,
      sector: sent.sector,
      sentOn: sent.sentOn,
      visibility,
      fingerprint: fingerprint(row.id, [sent.title, sent.problem, sent.proposal, sent.subject, sent.doer]),
    },
  })
  await tx.update(idea).set({ recordSeq }).where(eq(idea.id, row.id))
  await countStems(tx, ideaStems(sent).all)
  if (visibility === 'published') await countIdea(tx, row, 1)
  return { id: row.id, planId: to.planId, number, visibility }
}
