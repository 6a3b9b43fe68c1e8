import { type Actor, holds, listOrganisations } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { type LocalText, languages } from '../../../platform/languages/languages.ts'
import { localFields } from '../../../web/forms/fieldSpec.tsx'
import { type CommitmentWithParts, commitmentsOf, FormReader, type TypedText } from '../../plan/index.ts'
import { type Theme, themesOf } from '../themes/themeQueries.ts'
import { answerTexts } from './answerTexts.ts'
import type { Answer } from './queries.ts'
import { type AnswerDraft, type GivenState, givenStates, SHORTEST_REASONS } from './tables.ts'

/** A reason of a correction says something. */
const SHORTEST_WHY = 10

/** What an answer can name: the institutions in whose name it may be given, and where an idea can have gone. */
export type Surroundings = {
  institutions: { id: string; name: LocalText }[]
  commitments: CommitmentWithParts['commitment'][]
  themes: Theme[]
}

/** An answer as it can be published. */
export type AnswerInput = {
  state: GivenState
  reasons: TypedText
  institutionId: string
  commitmentId: number | null
  themeId: number | null
}

/**
 * Reads what an answer can name. Officers answer in the name of their institution that is asked, the secretariat in
 * that of any. Five queries.
 */
export async function surroundingsOf(
  db: Database,
  actor: Actor,
  { planId, ownerId }: { planId: string; ownerId: string | null },
  today: Day,
): Promise<Surroundings> {
  const all = await listOrganisations(db, today, 'institution')
  return {
    institutions: holds(actor, 'secretariat') ? all : all.filter(({ id }) => id === ownerId),
    commitments: (await commitmentsOf(db, [planId], today)).map(({ commitment }) => commitment),
    themes: await themesOf(db, planId),
  }
}

/** States that tell where an idea went. */
const goesSomewhere: readonly GivenState[] = ['accepted', 'partly', 'already-done']

function read(reader: FormReader, { institutions, commitments, themes }: Surroundings): AnswerInput {
  const tell = (field: string, key: 'reasonsTooShort' | 'sayWhere' | 'wentNowhere' | 'unknownInstitution' | 'unknownPlace'): void =>
    void reader.problems.push({ field, say: (language) => answerTexts[language][key] })
  const state = reader.requiredChoice('state', givenStates as [GivenState, ...GivenState[]])
  const reasons = reader.local('reasons', TEXT_LIMIT)
  const longest = Math.max(0, ...Object.values(reasons.texts).map((text) => [...text].length))
  if (longest < SHORTEST_REASONS) tell(`reasons.${languages[0]}`, 'reasonsTooShort')
  const institutionId = reader.requiredLine('institution', 64)
  if (institutionId && !institutions.some(({ id }) => id === institutionId)) tell('institution', 'unknownInstitution')
  const into = reader.fields.trimmed('into')
  const [, kind = '', id = ''] = /^(commitment|theme)-(\d{1,9})$/.exec(into) ?? []
  const commitmentId = kind === 'commitment' ? (commitments.find((one) => one.id === Number(id))?.id ?? null) : null
  const themeId = kind === 'theme' ? (themes.find((one) => one.id === Number(id))?.id ?? null) : null
  if (into && commitmentId === null && themeId === null) tell('into', 'unknownPlace')
  const chosen = reader.fields.trimmed('state')
  if (!into && chosen === 'accepted') tell('into', 'sayWhere')
  if (into && chosen && !goesSomewhere.some((one) => one === chosen)) tell('into', 'wentNowhere')
  return { state, reasons, institutionId, commitmentId, themeId }
}

/** Reads an answer that several ideas get. Refuses it with everything that is wrong or missing. */
export function readSharedAnswer(fields: Fields, surroundings: Surroundings): AnswerInput {
  const reader = new FormReader(fields)
  return reader.done(read(reader, surroundings))
}

/** The answer to one idea, or its correction, with the idea's version that the form was drawn from. */
export type SingleAnswer = AnswerInput & {
  version: number
  /** What an answer to several ideas said of this one alone. */
  sentence: TypedText
  reason: TypedText
}

const nothing: TypedText = { texts: {}, checked: false }

/** Reads the answer to one idea; a correction needs its reason. */
export function readAnswer(fields: Fields, surroundings: Surroundings, { corrects }: { corrects: boolean }): SingleAnswer {
  const reader = new FormReader(fields)
  const version = reader.version()
  const input = read(reader, surroundings)
  const [sentence, reason] = ['sentence', 'reason'].map((name) => (corrects ? reader.local(name, TEXT_LIMIT) : nothing)) as [
    TypedText,
    TypedText,
  ]
  if (corrects && !Object.values(reason.texts).some((text) => [...text].length >= SHORTEST_WHY))
    reader.problems.push({ field: `reason.${languages[0]}`, say: (language) => answerTexts[language].sayWhyCorrected(SHORTEST_WHY) })
  return reader.done({ version, ...input, sentence, reason })
}

/** The form's fields of a published answer, for correcting it; the reason is to be written anew. */
export const answerFields = ({ state, reasons, sentence, institutionId, commitmentId, themeId }: Answer): AnswerDraft => ({
  state: [state],
  ...localFields('reasons', reasons),
  ...localFields('sentence', sentence),
  institution: [institutionId],
  into: [commitmentId ? `commitment-${commitmentId}` : themeId ? `theme-${themeId}` : ''],
})
