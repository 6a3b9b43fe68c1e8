import { isDeepStrictEqual } from 'node:util'
import { compareDates } from '../../platform/dates/partialDate.ts'
import { originalText } from '../plan/index.ts'
import type { Opportunity, PublishedVersion } from './queries.ts'

/** An opportunity as it was announced first and as it stands now. */
export type TimelineEntry = {
  first: Opportunity
  firstVersion: PublishedVersion
  now: Opportunity
  /** Does it differ now from what was announced first? A new translation is no difference. */
  changed: boolean
  /** The later versions that changed what is announced of it, each with its reason. */
  changedIn: PublishedVersion[]
}

/** What an opportunity announces, in the words it was first written in. */
const announces = (one: Opportunity) => [
  one.kind,
  one.startsOn,
  one.endsOn,
  one.hours,
  one.url,
  one.cancelled,
  ...[one.title, one.place, one.how, one.outcome].map(originalText),
]

/** The opportunities of a notice's versions, the first version first, each as first announced and as now; by when they start now. */
export function timelineOf(versions: readonly PublishedVersion[]): TimelineEntry[] {
  const newest = versions.at(-1)
  if (!newest) return []
  return newest.opportunities
    .flatMap((now): TimelineEntry[] => {
      const told = versions.flatMap((version) => {
        const one = version.opportunities.find(({ number }) => number === now.number)
        return one ? [{ version, one, words: announces(one) }] : []
      })
      const [first] = told
      if (!first) return []
      const changedIn = told.flatMap(({ version, words }, index) => {
        const before = told[index - 1]
        return before && !isDeepStrictEqual(before.words, words) ? [version] : []
      })
      return [{ first: first.one, firstVersion: first.version, now, changed: !isDeepStrictEqual(first.words, announces(now)), changedIn }]
    })
    .sort((a, b) => compareDates(a.now.startsOn, b.now.startsOn) || a.now.number - b.now.number)
}
