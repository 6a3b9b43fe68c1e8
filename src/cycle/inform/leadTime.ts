import { type Day, daysBetween, firstDay, lastDay } from '../../platform/dates/partialDate.ts'
import type { Opportunity } from './queries.ts'

/**
 * OGP's Participation and Co-Creation Standards (2022), minimum requirement 3.1: the timeline and overview of
 * the opportunities to take part are published at least two weeks before co-creation starts.
 */
export const OGP_NOTICE_DAYS = 14

/** What a version of a notice says of its opportunities, and since when. */
export type Announcement = { publishedOn: Day; opportunities: readonly Pick<Opportunity, 'number' | 'startsOn' | 'cancelled'>[] }

/** How long before it starts something was announced. The two numbers differ where the first day is not known exactly. */
export type Lead = { announcedOn: Day; least: number; most: number }

/**
 * How long before its start an opportunity was announced, as the newest of these versions has it: since the first
 * version that named this start or an earlier one. So who puts off an opportunity loses nothing, and who brings it
 * forward announces it anew. Null when the newest version does not have it.
 */
export function leadOf(versions: readonly Announcement[], number: number): Lead | null {
  const startIn = (version: Announcement | undefined) => version?.opportunities.find((one) => one.number === number)?.startsOn
  const now = startIn(versions.at(-1))
  if (!now) return null
  const since = versions.find((version) => {
    const then = startIn(version)
    return then !== undefined && firstDay(then) <= firstDay(now)
  })
  if (!since) return null
  const { publishedOn } = since
  return { announcedOn: publishedOn, least: daysBetween(publishedOn, firstDay(now)), most: daysBetween(publishedOn, lastDay(now)) }
}

/**
 * How long before the first opportunity a notice told of it. Where a start is not known to the day, several may be
 * the first. Null when the newest version has no opportunity that is to take place.
 */
export function leadOfFirst(versions: readonly Announcement[]): (Lead & { numbers: number[] }) | null {
  const planned = versions.at(-1)?.opportunities.filter(({ cancelled }) => !cancelled) ?? []
  const [surelyBegun] = planned.map(({ startsOn }) => lastDay(startsOn)).sort()
  if (!surelyBegun) return null
  const candidates = planned.filter(({ startsOn }) => firstDay(startsOn) <= surelyBegun)
  const leads = candidates.flatMap(({ number }) => leadOf(versions, number) ?? [])
  const [first] = leads
  if (!first) return null
  return {
    numbers: candidates.map(({ number }) => number),
    announcedOn: leads.map(({ announcedOn }) => announcedOn).sort()[0] ?? first.announcedOn,
    least: Math.min(...leads.map(({ least }) => least)),
    most: Math.min(...leads.map(({ most }) => most)),
  }
}

/** Was it announced so many days before? `unclear` where the start is not known exactly enough to tell. */
export const judgeLead = ({ least, most }: Pick<Lead, 'least' | 'most'>, days: number): 'met' | 'missed' | 'unclear' =>
  least >= days ? 'met' : most < days ? 'missed' : 'unclear'
