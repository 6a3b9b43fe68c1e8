import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { person } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { openSigning } from '../../platform/signing.ts'
import { address } from '../../web/addresses.ts'
import { eventFile } from './eventCalendar.ts'
import { letterTexts } from './letterTexts.ts'
import { leaveLink } from './links.ts'
import type { Event, EventVersion, Registration } from './queries.ts'
import { eventRegistration } from './tables.ts'
import { timeOf } from './words.ts'

/** What a letter about a registration tells. */
export type Occasion = 'registered' | 'waiting' | 'seat' | 'left' | 'changed' | 'cancelled' | 'reminder'

/** An event as it reads now. */
export type Announced = { event: Event; version: EventVersion }

/** So many registrations are read at once. */
const AT_ONCE = 500

function subjectAndLead(language: Language, occasion: Occasion, { version }: Announced): { subject: string; lead: string } {
  const t = letterTexts[language]
  const title = plainText(version.title, language)
  const subject = t[`${occasion}Subject`](title)
  if (occasion === 'changed' || occasion === 'cancelled') return { subject, lead: t[occasion](plainText(version.reason, language)) }
  return { subject, lead: t[occasion] }
}

function bodyOf(house: House, language: Language, occasion: Occasion, told: Announced, leave: string): string {
  const t = letterTexts[language]
  const { event, version } = told
  const { title, place, accessibility, streamUrl } = version
  const gone = occasion === 'left' || occasion === 'cancelled'
  return [
    t.greeting,
    subjectAndLead(language, occasion, told).lead,
    [
      plainText(title, language),
      `${t.when}: ${timeOf(language, version)}`,
      `${t.place}: ${plainText(place, language)}`,
      ...(accessibility && !gone ? [`${t.accessibility}: ${plainText(accessibility, language)}`] : []),
      ...(streamUrl && !gone ? [`${t.stream}: ${streamUrl}`] : []),
    ].join('\n'),
    `${t.more}\n${house.configuration.url}${address(language, 'event', { event: event.id })}`,
    ...(gone ? [] : [`${t.leave}\n${leave}`]),
  ].join('\n\n')
}

/** Writes to these people about their registrations, each in their own language; whoever has no address gets nothing. */
export async function writeTo(
  tx: Database,
  house: House,
  occasion: Occasion,
  told: Announced,
  registrations: readonly Pick<Registration, 'id' | 'eventId' | 'personId' | 'language' | 'state'>[],
): Promise<void> {
  const ids = registrations.flatMap(({ personId }) => personId ?? [])
  if (!ids.length) return
  const rows = await tx
    .select({ id: person.id, email: person.email })
    .from(person)
    .where(and(inArray(person.id, ids), isNull(person.removedAt)))
  const addresses = new Map(rows.map(({ id, email }) => [id, email]))
  const sign = await openSigning({ ...house, db: tx })
  const modified = house.clock.now()
  for (const registration of registrations) {
    const to = addresses.get(registration.personId ?? '')
    if (!to) continue
    const { language } = registration
    // Who waits has no date yet to put into a calendar.
    const dated = registration.state !== 'waiting'
    await house.mailer.queue(tx, {
      to,
      language,
      subject: subjectAndLead(language, occasion, told).subject,
      body: `${bodyOf(house, language, occasion, told, leaveLink(house, sign, language, registration))}\n`,
      ...(dated ? { calendar: eventFile(house, language, { ...told, modified, leaving: occasion === 'left' }) } : {}),
    })
  }
}

/** Writes to everyone who has a seat or waits for one. */
export async function writeToAll(tx: Database, house: House, occasion: 'changed' | 'cancelled', told: Announced): Promise<void> {
  for (let last = 0; ; ) {
    const some = await tx
      .select()
      .from(eventRegistration)
      .where(
        and(
          eq(eventRegistration.eventId, told.event.id),
          inArray(eventRegistration.state, ['registered', 'waiting']),
          gt(eventRegistration.id, last),
        ),
      )
      .orderBy(asc(eventRegistration.id))
      .limit(AT_ONCE)
    await writeTo(tx, house, occasion, told, some)
    if (some.length < AT_ONCE) return
    last = some.at(-1)?.id ?? last
  }
}
