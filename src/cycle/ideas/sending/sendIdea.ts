import { type Actor, allow, emailOf, holdPerson } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { StoredFile } from '../../../platform/files/files.ts'
import type { House } from '../../../platform/house.ts'
import type { PublicAct } from '../../../record/index.ts'
import { type AddedIdea, type Author, addIdea, type NewIdea } from '../addIdea.ts'
import { refuseUnlessOpen, shareCall } from '../calls/takesNow.ts'
import { ideasPolicy } from '../policy.ts'
import { hasManyLinks, type IdeaToSend } from './ideaInput.ts'
import { queueReceipt } from './receiptLetter.ts'

/** Where it is sent, and with which files. */
export type SendIdea = IdeaToSend & { planId: string; callId: number; files: readonly StoredFile[] }

/** Who sends, as the record tells it: by role and organisation, never by name. */
const inRecord = ({ organisationId }: Pick<Author, 'organisationId'>): PublicAct['actor'] =>
  organisationId ? { role: 'representative', for: organisationId } : { role: 'participant', for: null }

/**
 * Sends an idea, a wish or a burden to an open call, as someone whose address is confirmed; they get a receipt by
 * letter. One with many links waits for a moderator. Refuses with 422 when the call takes nothing more.
 */
export async function sendIdea(house: House, actor: Actor, input: SendIdea): Promise<AddedIdea> {
  allow(ideasPolicy.sendIdeas, actor, undefined)
  return house.db.transaction((tx) => sendIn(tx, house, actor, input))
}

async function sendIn(tx: Database, house: House, actor: Actor, input: SendIdea): Promise<AddedIdea> {
  const { content, sender, language, planId, callId, files } = input
  if (actor.personId !== null) await holdPerson(tx, actor.personId)
  const today = house.clock.today()
  const call = await shareCall(tx, planId, callId)
  refuseUnlessOpen(call, content.kind, today)
  const sent: NewIdea = {
    ...content,
    ...sender.author,
    authorId: actor.personId,
    channel: 'web',
    language,
    sentOn: today,
    files,
  }
  const added = await addIdea(tx, house, call, sent, inRecord(sender.author), { held: hasManyLinks(content) })
  const email = actor.personId === null ? null : await emailOf(tx, actor.personId)
  if (email) await queueReceipt(tx, house, { email, language }, { call, sent, added })
  return added
}
