import { z } from 'zod'
import { type Actor, actsForAny, type ParticipantSector, participantSectors } from '../../../people/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { type Problem, wrongFields } from '../../../platform/refusal.ts'
import { type AuthorKind, authorKinds, type CommentKind, commentKinds } from '../tables.ts'
import { ideaRefusals } from '../words.ts'

/** The most characters and links of a comment, and the most characters of a name. */
export const COMMENT_LIMIT = 2_000
export const MOST_LINKS = 2
const NAME_LIMIT = 100

/** What a comment says, as its form sent it. */
export type CommentInput = {
  kind: CommentKind
  body: string
  /** The comment it replies to. */
  replyTo: number | null
  as: AuthorKind
  displayName: string | null
  sector: ParticipantSector
}

/** The same as it waits for a letter to be confirmed. */
export const awaitedComment = z.object({
  planId: z.string(),
  number: z.number(),
  kind: z.enum(commentKinds),
  body: z.string(),
  replyTo: z.number().nullable(),
  as: z.enum(authorKinds),
  displayName: z.string().nullable(),
  sector: z.enum(participantSectors),
  language: z.enum(['lv', 'en']),
})

const said = (field: string, key: 'kind' | 'body' | 'displayName' | 'sector'): Problem => ({
  field,
  say: (language) => ideaRefusals[language][key],
})

/** How many web addresses a text has, written as links or as people write them. */
const linksIn = (text: string): number => (text.match(/\b(?:https?:\/\/|www\.)\S/gi) ?? []).length

/** What is wrong with a name that is to be shown. */
export function nameProblems(field: string, name: string, key: 'name' | 'displayName'): Problem[] {
  if (!name) return [{ field, say: (language) => ideaRefusals[language][key] }]
  return [...name].length > NAME_LIMIT ? [{ field, say: (language) => ideaRefusals[language].tooLong(NAME_LIMIT) }] : []
}

/** Which sector was chosen, or what is wrong. */
export function readSector(fields: Fields): ParticipantSector | null {
  return participantSectors.find((one) => one === fields.trimmed('sector')) ?? null
}

/** Reads the form of a comment; `more` is what else is wrong with the form. */
export function readComment(fields: Fields, actor: Actor, more: readonly Problem[] = []): CommentInput {
  const reply = fields.trimmed('reply')
  const replyTo = /^[1-9]\d{0,8}$/.test(reply) ? Number(reply) : null
  const kind = replyTo === null ? commentKinds.find((one) => one !== 'reply' && one === fields.trimmed('kind')) : 'reply'
  const body = fields.trimmed('body')
  const asked = authorKinds.find((one) => one === fields.trimmed('as')) ?? 'person'
  const as = asked === 'organisation' && !actsForAny(actor).length ? 'person' : asked
  const displayName = fields.trimmed('displayName').replaceAll('\n', ' ')
  const sector = readSector(fields)
  const problems = [
    ...(kind ? [] : [said('kind', 'kind')]),
    ...(body ? [] : [said('body', 'body')]),
    ...([...body].length > COMMENT_LIMIT ? [{ field: 'body', say: say((t) => t.tooLong(COMMENT_LIMIT)) }] : []),
    ...(linksIn(body) > MOST_LINKS ? [{ field: 'body', say: say((t) => t.links(MOST_LINKS)) }] : []),
    ...(as === 'display-name' ? nameProblems('displayName', displayName, 'displayName') : []),
    ...(sector ? [] : [said('sector', 'sector')]),
    ...more,
  ]
  if (problems.length || !kind || !sector) throw wrongFields(problems)
  return { kind, body, replyTo, as, displayName: as === 'display-name' ? displayName : null, sector }
}

const say =
  (words: (t: (typeof ideaRefusals)['lv']) => string): Problem['say'] =>
  (language) =>
    words(ideaRefusals[language])
