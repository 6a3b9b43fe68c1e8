import { type Actor, actsForAny, type ParticipantSector, participantSectors, readEmail, type Sector } from '../../../people/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import type { Language, LocalText } from '../../../platform/languages/languages.ts'
import { type Problem, wrongFields } from '../../../platform/refusal.ts'
import { grandChallenges, ogpValues } from '../../plan/index.ts'
import type { Author, IdeaContent } from '../addIdea.ts'
import type { ContributionKind } from '../tables.ts'
import { type AskedField, askedFields, mayStayEmpty } from './questionTexts.ts'
import { type SendingProblem, sendingProblems } from './sendingProblems.ts'

/** The most characters of a title, of a longer answer, of a place and of a name. */
export const limits = { title: 150, text: 5_000, place: 150, name: 100 } as const

/** So many files may come with an idea. */
export const MOST_FILES = 5

/** With more links than these a moderator looks at it before everyone sees it: advertising is full of them. */
const MOST_LINKS = 3

/** The field that no person sees: programs that fill in everything fill it in. */
export const TRAP = 'website'

/** What of a form is kept in a draft: nothing that only belongs to one sending. */
export const draftFields: readonly string[] = [
  ...['title', 'problem', 'proposal', 'subject', 'doer', 'values', 'challenges', 'place'],
  ...['as', 'displayName', 'sector', 'name', 'email'],
]

/** A mistake in a field. */
export const sendingProblem = (field: string, key: SendingProblem): Problem => ({
  field,
  say: (language) => sendingProblems[language][key],
})

const limitOf = (field: AskedField): number => (field === 'title' || field === 'doer' ? limits.title : limits.text)

const tooLong = (field: string, text: string, limit: number): Problem[] => {
  const count = [...text].length
  return count > limit ? [{ field, say: (language) => sendingProblems[language].tooLong(limit, count) }] : []
}

/** Reads what an idea, a wish or a burden says, written in this language; what is wrong with it is told all at once. */
export function readContent(fields: Fields, kind: ContributionKind, language: Language): { content: IdeaContent; problems: Problem[] } {
  const problems: Problem[] = []
  const read = (field: AskedField): LocalText | null => {
    if (!(askedFields[kind] as readonly AskedField[]).includes(field)) return null
    const typed = fields.trimmed(field)
    const text = limitOf(field) === limits.title ? typed.replaceAll('\n', ' ') : typed
    problems.push(...tooLong(field, text, limitOf(field)))
    if (!text && !mayStayEmpty[kind].includes(field)) problems.push(sendingProblem(field, 'required'))
    return text ? { [language]: { text, state: 'original' } } : null
  }
  const chosen = <T extends string>(name: string, allowed: readonly T[]): T[] => {
    const values = fields.all(name)
    if (values.some((value) => !allowed.some((known) => known === value))) problems.push(sendingProblem(name, 'unknownValue'))
    return allowed.filter((value) => values.includes(value))
  }
  const place = fields.trimmed('place').replaceAll('\n', ' ')
  // In the order in which they are asked, so that the summary of mistakes follows the form.
  const said = new Map(askedFields[kind].map((field): [AskedField, LocalText | null] => [field, read(field)]))
  const content: IdeaContent = {
    kind,
    title: said.get('title') ?? {},
    problem: said.get('problem') ?? {},
    proposal: said.get('proposal') ?? {},
    subject: said.get('subject') ?? null,
    doer: said.get('doer') ?? null,
    doerId: null,
    values: chosen('values', ogpValues),
    challenges: chosen('challenges', grandChallenges),
    place: place || null,
  }
  problems.push(...tooLong('place', place, limits.place))
  return { content, problems }
}

/** How the field begins that says: for this organisation. */
export const FOR_ORGANISATION = 'organisation:'

/** Who sends it, as everyone will see it, and where the letter goes that a visitor confirms by. */
export type Sender = { author: Omit<Author, 'authorId'>; email: string | null; name: string | null }

/**
 * Reads in whose name something is sent: one's own, that of an organisation one acts for, or under a name to show.
 * A visitor also gives a name and an address, which is asked to confirm.
 */
export function readSender(fields: Fields, actor: Actor, sectorsOf: ReadonlyMap<string, Sector>): { sender: Sender; problems: Problem[] } {
  const problems: Problem[] = []
  const visitor = actor.personId === null
  const name = fields.trimmed('name').replaceAll('\n', ' ')
  const email = readEmail(fields.trimmed('email'))
  if (visitor) {
    if (!name) problems.push(sendingProblem('name', 'giveName'))
    problems.push(...tooLong('name', name, limits.name))
    if (!email) problems.push(sendingProblem('email', 'giveEmail'))
  }
  const sector: ParticipantSector = participantSectors.find((one) => one === fields.trimmed('sector')) ?? 'resident'
  const as = fields.trimmed('as') || 'person'
  const sender = (author: Omit<Author, 'authorId'>): { sender: Sender; problems: Problem[] } => ({
    sender: { author, email: visitor ? email : null, name: visitor ? name : null },
    problems,
  })
  if (as.startsWith(FOR_ORGANISATION)) {
    const organisationId = as.slice(FOR_ORGANISATION.length)
    if (!actsForAny(actor).includes(organisationId)) problems.push(sendingProblem('as', 'notYourOrganisation'))
    return sender({ authorKind: 'organisation', authorName: null, organisationId, sector: sectorsOf.get(organisationId) ?? sector })
  }
  if (as === 'display-name') {
    const displayName = fields.trimmed('displayName').replaceAll('\n', ' ')
    if (!displayName) problems.push(sendingProblem('displayName', 'giveDisplayName'))
    problems.push(...tooLong('displayName', displayName, limits.name))
    return sender({ authorKind: 'display-name', authorName: displayName, organisationId: null, sector })
  }
  if (as !== 'person') problems.push(sendingProblem('as', 'chooseAs'))
  return sender({ authorKind: 'person', authorName: visitor ? name : actor.name, organisationId: null, sector })
}

/** What can be sent: read from a form or a draft by both readers; refuses when anything is wrong. */
export type IdeaToSend = { content: IdeaContent; sender: Sender; language: Language }

export function readIdea(
  fields: Fields,
  {
    kind,
    language,
    actor,
    sectorsOf,
  }: { kind: ContributionKind; language: Language; actor: Actor; sectorsOf: ReadonlyMap<string, Sector> },
): IdeaToSend {
  const { content, problems } = readContent(fields, kind, language)
  const { sender, problems: more } = readSender(fields, actor, sectorsOf)
  const trapped = fields.trimmed(TRAP) ? [sendingProblem(TRAP, 'leaveEmpty')] : []
  const all = [...problems, ...more, ...trapped]
  if (all.length) throw wrongFields(all)
  return { content, sender, language }
}

/** Has a text more links than people write? Then a moderator looks at it first; nobody is refused for it. */
export function hasManyLinks({ title, problem, proposal, subject, doer, place }: IdeaContent): boolean {
  const texts = [title, problem, proposal, subject, doer].flatMap((one) => Object.values(one ?? {}).map(({ text }) => text))
  const links = [...texts, place ?? ''].join('\n').match(/https?:\/\/|\bwww\./gi) ?? []
  return links.length > MOST_LINKS
}
