import type { Database } from '../../../platform/database/database.ts'
import { addDays } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { byDate } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { challengeNames, valueNames } from '../../plan/index.ts'
import type { AddedIdea, NewIdea } from '../addIdea.ts'
import type { Call } from '../calls/callState.ts'
import { letterTexts } from './letterTexts.ts'
import { askedFields, questions } from './questionTexts.ts'

/** Tells the sender by letter that it has arrived: its number, what happens next, and the whole text. */
export async function queueReceipt(
  tx: Database,
  house: House,
  to: { email: string; language: Language },
  { call, sent, added }: { call: Call; sent: NewIdea; added: AddedIdea },
): Promise<void> {
  const { language } = to
  const t = letterTexts[language]
  const page = house.configuration.url + address(language, 'idea', { plan: added.planId, idea: added.number })
  const q = questions[language][sent.kind]
  const parts: (readonly [string, string])[] = [
    ...askedFields[sent.kind].map((field) => [q[field].label, plainText(sent[field], language)] as const),
    [t.place, sent.place ?? ''],
    [t.values, sent.values.map((value) => valueNames[language][value]).join(', ')],
    [t.challenges, sent.challenges.map((challenge) => challengeNames[language][challenge]).join(', ')],
    [t.files, sent.files.map(({ name }) => name).join(', ')],
  ]
  const text = parts.flatMap(([label, said]) => (said ? [`${label}\n${said}`] : []))
  const body = [
    t.received(added.number, plainText(call.title, language)),
    added.visibility === 'published' ? t.published(page) : t.waiting,
    t.answer(byDate(language, addDays(call.endsOn, call.answerDays))),
    `${t.fullText}\n-----`,
    ...text,
  ].join('\n\n')
  await house.mailer.queue(tx, { to: to.email, language, subject: t.receivedSubject(added.number), body: `${body}\n` })
}
