import { asc, eq, inArray } from 'drizzle-orm'
import { belongingNowhere, joined, namedIn, type PublicText, type PublicTexts } from '../../platform/publicText.ts'
import { event, eventMinutesVersion, eventVersion } from './tables.ts'

/** The announced events in all their versions, and their published minutes. Drafts and who comes are not read. */
export const eventTexts: PublicTexts = async (db, stretch) => {
  const changed = db
    .select({ id: eventVersion.eventId })
    .from(eventVersion)
    .where(namedIn(eventVersion.recordSeq, stretch))
    .union(db.select({ id: eventMinutesVersion.eventId }).from(eventMinutesVersion).where(namedIn(eventMinutesVersion.recordSeq, stretch)))
  const rows = await db
    .select({ event, version: eventVersion })
    .from(eventVersion)
    .innerJoin(event, eq(event.id, eventVersion.eventId))
    .where(inArray(event.id, changed))
    .orderBy(asc(event.id), asc(eventVersion.number))
  const ids = [...new Set(rows.map((row) => row.event.id))]
  const minutes = ids.length
    ? await db
        .select()
        .from(eventMinutesVersion)
        .where(inArray(eventMinutesVersion.eventId, ids))
        .orderBy(asc(eventMinutesVersion.eventId), asc(eventMinutesVersion.number))
    : []
  const announced = rows.map(({ event: about, version }, index): PublicText => {
    const next = rows[index + 1]
    return {
      ...belongingNowhere,
      object: `event:${about.id}`,
      part: `version:${version.number}`,
      kind: 'event',
      planId: about.planId,
      title: version.title,
      body: joined([
        version.body,
        version.place,
        version.accessibility,
        ...version.agenda.flatMap(({ title, by }) => [title, by]),
        version.contact,
        version.reason,
      ]),
      knownFrom: version.publishedOn,
      knownUntil: next?.event.id === about.id ? next.version.publishedOn : null,
      demonstration: about.demonstration,
    }
  })
  return [
    ...announced,
    ...minutes.flatMap((version, index): PublicText[] => {
      const about = rows.findLast((row) => row.event.id === version.eventId)
      const next = minutes[index + 1]
      if (!about) return []
      return [
        {
          ...belongingNowhere,
          object: `event:${version.eventId}`,
          part: `minutes:${version.number}`,
          kind: 'event',
          planId: about.event.planId,
          title: about.version.title,
          body: joined([
            version.summary,
            ...version.items.map(({ text }) => text),
            ...version.conclusions.flatMap(({ title, text }) => [title, text]),
          ]),
          knownFrom: version.publishedOn,
          knownUntil: next?.eventId === version.eventId ? next.publishedOn : null,
          demonstration: about.event.demonstration,
        },
      ]
    }),
  ]
}
