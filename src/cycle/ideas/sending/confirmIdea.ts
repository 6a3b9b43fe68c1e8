import { z } from 'zod'
import { awaitConfirmation, type ConfirmableAct, visitor } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { once } from '../../../platform/http/receipts.ts'
import { isLanguage, type Language, plainText } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import type { Call } from '../calls/callState.ts'
import { anyCallById } from '../calls/queries.ts'
import { refuseUnlessOpen } from '../calls/takesNow.ts'
import { contributionKinds } from '../tables.ts'
import { discardSent, type IdeaDraft } from './ideaDrafts.ts'
import { type IdeaToSend, readIdea } from './ideaInput.ts'
import { confirmSubjects, letterTexts, sendingWords } from './letterTexts.ts'
import { sendIdea } from './sendIdea.ts'

/** The name under which ideas wait for their senders' addresses to be confirmed. */
export const SEND_IDEA = 'sendIdea'

const awaited = z.object({
  planId: z.string(),
  callId: z.number().int(),
  kind: z.enum(contributionKinds),
  language: z.string().refine(isLanguage),
  fields: z.record(z.string(), z.array(z.string())),
  files: z.array(z.object({ hash: z.string(), bytes: z.number(), mediaType: z.string(), name: z.string() })),
  sending: z.string(),
})
type Awaited = z.infer<typeof awaited>

/** Asks a visitor's address to confirm what they send to an open call; it is kept until then, and nothing of it is public. */
export async function askToConfirm(house: House, call: Call, draft: IdeaDraft, { content, sender, language }: IdeaToSend): Promise<void> {
  const { kind } = content
  refuseUnlessOpen(call, kind, house.clock.today())
  const t = letterTexts[language]
  const title = plainText(content.title, language)
  await awaitConfirmation(house, {
    email: sender.email ?? '',
    name: sender.name ?? '',
    language,
    act: SEND_IDEA,
    content: {
      planId: call.planId,
      callId: call.id,
      kind,
      language,
      fields: draft.fields,
      files: draft.files,
      sending: draft.sending,
    } satisfies Awaited,
    subject: confirmSubjects[language][kind],
    letter: (link, days) => t.confirm(title, plainText(call.title, language), link, days),
  })
}

async function stillOpen(house: House, { planId, callId, kind }: Awaited): Promise<Call> {
  const call = await anyCallById(house.db, planId, callId)
  if (!call) throw notFound()
  refuseUnlessOpen(call, kind, house.clock.today())
  return call
}

const readAwaited = (found: Awaited): IdeaToSend =>
  readIdea(new Fields(found.fields), {
    kind: found.kind,
    language: found.language as Language,
    actor: visitor,
    sectorsOf: new Map(),
  })

/** Sending an idea by a link in a letter: looked at again when the link is opened, as the call may be closed by then. */
export const sendIdeaByLetter: ConfirmableAct = {
  describe: async (house, content, language) => {
    const found = awaited.parse(content)
    const call = await stillOpen(house, found)
    const t = letterTexts[language]
    const { content: said } = readAwaited(found)
    return t.describing(sendingWords[language][found.kind], plainText(said.title, language), plainText(call.title, language))
  },
  perform: async (house, actor, content, language) => {
    const found = awaited.parse(content)
    // Two letters about the same text, both confirmed, are one idea.
    return once(house.db, { formId: `confirm-${found.sending}`, personId: actor.personId ?? '', now: house.clock.now() }, async () => {
      const { planId, callId, files } = found
      const { number } = await sendIdea(house, actor, { ...readAwaited(found), planId, callId, files })
      await discardSent(house.db, found.sending)
      return address(language, 'ideaReceipt', { plan: planId, idea: number })
    })
  },
}
