import { type Actor, allow, organisationsInTime, type ParticipantSector, participantSectors } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { StoredFile } from '../../../platform/files/files.ts'
import type { House } from '../../../platform/house.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { isLanguage, type Language } from '../../../platform/languages/languages.ts'
import { type Problem, wrongFields } from '../../../platform/refusal.ts'
import { FormReader } from '../../plan/index.ts'
import { type AddedIdea, addIdea, type IdeaContent, type NewIdea } from '../addIdea.ts'
import { type Call, callState } from '../calls/callState.ts'
import { refuseUnlessOpen, shareCall } from '../calls/takesNow.ts'
import { ideasPolicy } from '../policy.ts'
import type { Channel, ContributionKind } from '../tables.ts'
import { limits, readContent, sendingProblem } from './ideaInput.ts'
import { sendingProblems } from './sendingProblems.ts'

/** In which ways something comes in that the secretariat enters. */
export const enteredChannels = ['paper', 'email', 'event'] as const satisfies readonly Channel[]

/** What the secretariat enters in a sender's name. A name that its bearer did not want shown is not kept at all. */
export type EnteredIdea = {
  content: IdeaContent
  language: Language
  channel: Channel
  receivedOn: Day
  name: string | null
  organisationId: string | null
  sector: ParticipantSector
}

/** Reads the form in which the secretariat enters something; refuses with all that is wrong. */
export function readEntered(fields: Fields, kind: ContributionKind): EnteredIdea {
  const typed = fields.trimmed('language')
  const language: Language = isLanguage(typed) ? typed : 'lv'
  const { content, problems } = readContent(fields, kind, language)
  const reader = new FormReader(fields)
  const receivedOn = reader.day('receivedOn')
  const channel = enteredChannels.find((one) => one === fields.trimmed('channel'))
  const name = fields.trimmed('name').replaceAll('\n', ' ')
  const more: Problem[] = [
    ...reader.problems,
    ...(receivedOn || reader.problems.length ? [] : [sendingProblem('receivedOn', 'giveDay')]),
    ...(channel ? [] : [sendingProblem('channel', 'required')]),
    ...([...name].length > limits.name
      ? [{ field: 'name', say: (of: Language) => sendingProblems[of].tooLong(limits.name, [...name].length) }]
      : []),
  ]
  const all = [...problems, ...more]
  if (all.length || !receivedOn || !channel) throw wrongFields(all)
  return {
    content,
    language,
    channel,
    receivedOn,
    name: fields.all('consent').includes('yes') && name ? name : null,
    organisationId: fields.trimmed('organisation') || null,
    sector: participantSectors.find((one) => one === fields.trimmed('sector')) ?? 'resident',
  }
}

/** Did it arrive while the call was open? What came in time may be entered after the end. */
export const cameInTime = (call: Call, receivedOn: Day, today: Day): boolean =>
  receivedOn <= today && callState(call, receivedOn) === 'open'

/** What is stored of something entered in a sender's name, for a call that takes it. */
export function asNewIdea(
  { content, language, channel, receivedOn, name, organisationId, sector }: EnteredIdea,
  files: readonly StoredFile[],
): NewIdea {
  return {
    ...content,
    authorKind: organisationId ? 'organisation' : 'person',
    authorName: organisationId ? null : name,
    authorId: null,
    organisationId,
    sector,
    channel,
    language,
    sentOn: receivedOn,
    files,
  }
}

/** The call of this number, held open, when it may take something of this kind that arrived on that day. */
export async function callForEntering(tx: Database, house: House, planId: string, callId: number): Promise<Call> {
  const call = await shareCall(tx, planId, callId)
  // A draft, or one that has not begun, takes nothing in any way.
  if (['draft', 'coming'].includes(callState(call, house.clock.today())))
    refuseUnlessOpen(call, call.kinds[0] ?? 'idea', house.clock.today())
  return call
}

/** Enters what came on paper, by e-mail or at an event, in its sender's name. */
export async function enterIdea(
  house: House,
  actor: Actor,
  { planId, callId, files, ...entered }: EnteredIdea & { planId: string; callId: number; files: readonly StoredFile[] },
): Promise<AddedIdea> {
  allow(ideasPolicy.enterForOthers, actor, undefined)
  return house.db.transaction(async (tx) => {
    const call = await callForEntering(tx, house, planId, callId)
    if (!call.kinds.includes(entered.content.kind)) refuseUnlessOpen(call, entered.content.kind, house.clock.today())
    if (!cameInTime(call, entered.receivedOn, house.clock.today())) throw wrongFields([sendingProblem('receivedOn', 'outsideTheCall')])
    const { organisationId } = entered
    const found = organisationId ? (await organisationsInTime(tx, [organisationId])).get(organisationId) : null
    if (organisationId && !found) throw wrongFields([sendingProblem('organisation', 'unknownOrganisation')])
    const sent = asNewIdea({ ...entered, ...(found ? { sector: found.sector } : {}) }, files)
    return addIdea(tx, house, call, sent, { role: 'secretariat', for: null })
  })
}
