import { addressesOf, organisationNamesAt, peopleActingFor } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import { address } from '../../../web/addresses.ts'
import type { Extendable } from './lockExtendable.ts'

const texts = defineTexts({
  lv: {
    greeting: 'Labdien!',
    extendedSubject: (until: string) => `Darba termiņš ir pagarināts līdz ${until}`,
    refusedSubject: 'Darba termiņš nav pagarināts',
    askedSubject: (who: string) => `Lūgums pagarināt termiņu: ${who}`,
    extended: (title: string, plan: string, until: string) =>
      `Darba termiņš „${title}” (${plan}) ir pagarināts: to, ko no Jums gaidām, varat iesniegt līdz ${until}`,
    granted: (title: string, plan: string, until: string) =>
      `Sekretariāts izpildīja Jūsu lūgumu. Darba termiņš „${title}” (${plan}) Jums ir pagarināts līdz ${until}`,
    refused: (title: string, plan: string, until: string) =>
      `Jūs lūdzāt pagarināt darba termiņu „${title}” (${plan}) līdz ${until} Sekretariāts to nepagarināja.`,
    asked: (who: string, title: string, plan: string, until: string) =>
      `${who} lūdz pagarināt darba termiņu „${title}” (${plan}) līdz ${until}`,
    reason: (reason: string) => `Pamatojums: ${reason}`,
    legal: (date: string) => `Tiesību aktā noteiktais termiņš ${date} nemainās, un pēc tā joprojām vērtē, vai ziņas iesniegtas laikā.`,
    desk: (url: string) => `Kas vēl jāiesniedz, redzams sadaļā „Mani darbi”: ${url}`,
    answerHere: (url: string) => `Atbildiet šeit: ${url}`,
    goodbye: 'Rīcības plāna sekretariāts',
  },
  en: {
    greeting: 'Good day,',
    extendedSubject: (until: string) => `The working deadline has been extended until ${until}`,
    refusedSubject: 'The working deadline has not been extended',
    askedSubject: (who: string) => `A deadline is asked to be extended: ${who}`,
    extended: (title: string, plan: string, until: string) =>
      `The working deadline “${title}” (${plan}) has been extended: you can hand in what is awaited from you until ${until}.`,
    granted: (title: string, plan: string, until: string) =>
      `The secretariat has granted your request. The working deadline “${title}” (${plan}) has been extended for you until ${until}.`,
    refused: (title: string, plan: string, until: string) =>
      `You asked for the working deadline “${title}” (${plan}) to be extended until ${until}. The secretariat has not extended it.`,
    asked: (who: string, title: string, plan: string, until: string) =>
      `${who} asks for the working deadline “${title}” (${plan}) to be extended until ${until}.`,
    reason: (reason: string) => `Reason: ${reason}`,
    legal: (date: string) => `The deadline set by law, ${date}, stays as it is, and whether reports came in time is still judged by it.`,
    desk: (url: string) => `What is still due from you stands under “My tasks”: ${url}`,
    answerHere: (url: string) => `Answer here: ${url}`,
    goodbye: 'The action plan’s secretariat',
  },
})

type Told = { until: Day; reason: string; language: Language }

/** Tells everyone who acts for these that a deadline was moved for them, or that their wish was refused: one letter a person. */
export async function tellOfExtension(
  house: House,
  tx: Database,
  extendable: Extendable,
  told: Told & { kind: 'extended' | 'granted' | 'refused'; to: readonly string[] },
): Promise<void> {
  const { language, kind } = told
  const t = texts[language]
  const { title, plan, until, reason, legal } = inWords(extendable, told)
  const body = paragraphs([
    t.greeting,
    t[kind](title, plan, until),
    reason,
    legal,
    t.desk(house.configuration.url + address(language, 'desk')),
    t.goodbye,
  ])
  const subject = kind === 'refused' ? t.refusedSubject : t.extendedSubject(until)
  const people = await peopleActingFor(tx, told.to, ['officer', 'representative'])
  for (const to of new Set(people.map(({ email }) => email))) await house.mailer.queue(tx, { to, language, subject, body })
}

/** Tells the secretariat of a wish that waits for its answer. */
export async function tellOfRequest(
  house: House,
  tx: Database,
  extendable: Extendable,
  asked: Told & { requestId: number; organisationId: string },
): Promise<void> {
  const { language, requestId, organisationId } = asked
  const t = texts[language]
  const { title, plan, until, reason, legal } = inWords(extendable, asked)
  const names = await organisationNamesAt(tx, [organisationId], house.clock.today())
  const who = plainText(names.get(organisationId), language) || organisationId
  const body = paragraphs([
    t.greeting,
    t.asked(who, title, plan, until),
    reason,
    legal,
    t.answerHere(house.configuration.url + address(language, 'extensionAnswer', { request: requestId })),
  ])
  for (const to of await addressesOf(tx, 'secretariat')) await house.mailer.queue(tx, { to, language, subject: t.askedSubject(who), body })
}

function inWords({ plan, deadline, others }: Extendable, { until, reason, language }: Told) {
  const t = texts[language]
  const legal = others.find(
    ({ kind, duty, periodId, due }) => kind === 'legal' && duty === deadline.duty && periodId === deadline.periodId && due,
  )
  return {
    title: plainText(deadline.title, language),
    plan: plainText(plan.shortTitle, language),
    until: shortDate(language, until),
    reason: t.reason(reason),
    legal: legal?.due ? t.legal(shortDate(language, legal.due)) : null,
  }
}

const paragraphs = (all: readonly (string | null)[]): string => all.filter((one) => one !== null).join('\n\n')
