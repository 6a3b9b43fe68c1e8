import { type Actor, allow, awaitConfirmation, type ConfirmableAct } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { letterTexts } from './letterTexts.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { eventById } from './queries.ts'
import { register, whyClosed } from './register.ts'
import { awaitedRegistration, type RegistrationInput } from './registrationInput.ts'
import { timeOf } from './words.ts'

/** The act by which a letter's link registers. */
export const REGISTER = 'registerForEvent'

const texts = defineTexts({
  lv: { describe: (title: string, when: string) => `Pieteikties pasākumam „${title}” (${when})` },
  en: { describe: (title, when) => `Register for the event “${title}” (${when})` },
})

async function openEvent(house: House, id: number) {
  const today = house.clock.today()
  const found = await eventById(house.db, id, today)
  const version = found?.versions.at(-1)
  if (!found || !version) throw notFound()
  const closed = whyClosed(found.event, today)
  if (closed) throw new Refusal(422, say(closed))
  return { event: found.event, version }
}

/** Takes a registration of someone who has not signed in, and asks their address to confirm it. No seat is taken before. */
export async function askToRegister(
  house: House,
  actor: Actor,
  eventId: number,
  { email, language, ...input }: RegistrationInput & { email: string; language: Language },
): Promise<void> {
  allow(eventsPolicy.askToRegister, actor, undefined)
  const { version } = await openEvent(house, eventId)
  const t = letterTexts[language]
  const title = plainText(version.title, language)
  await awaitConfirmation(house, {
    email,
    name: input.name,
    language,
    act: REGISTER,
    content: { ...input, event: eventId },
    subject: t.askSubject(title),
    letter: (link, days) => t.ask(title, timeOf(language, version), link, days),
  })
}

/** Registering by a link in a letter. */
export const registerForEvent: ConfirmableAct = {
  describe: async (house, content, language) => {
    const { version } = await openEvent(house, awaitedRegistration.parse(content).event)
    return texts[language].describe(plainText(version.title, language), timeOf(language, version))
  },
  perform: async (house, actor, content, language) => {
    const { event, ...input } = awaitedRegistration.parse(content)
    const state = await register(house, actor, event, { ...input, version: null, language })
    return `${address(language, 'event', { event })}?done=${state}`
  },
}
