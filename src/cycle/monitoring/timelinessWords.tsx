import { type Day, daysBetween } from '../../platform/dates/partialDate.ts'
import { byDateShort } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import type { IconName } from '../../web/components/Icon.tsx'
import { Status, type StatusColour } from '../../web/components/Status.tsx'
import { lastDayOf, type PeriodDeadlines, type Timeliness } from './timeliness.ts'

const daysLv = (days: number): string => `${days} ${pluralLv(days, { zero: 'dienas', one: 'dienu', other: 'dienas' })}`
const daysEn = (days: number): string => `${days} ${pluralEn(days, { one: 'day', other: 'days' })}`

const texts = defineTexts({
  lv: {
    onTime: 'Laikā',
    withinWorking: 'Darba termiņā',
    late: 'Vēlāk',
    unjudged: 'Iesniegts',
    awaiting: 'Gaida ziņas',
    overdue: 'Kavējas',
    incomplete: 'Nepilnīgas ziņas',
    missing: 'Ziņu nav',
    afterLegal: (days: number) => `${daysLv(days)} pēc tiesību aktā noteiktā termiņa`,
    afterWorking: (days: number) => `${daysLv(days)} pēc termiņa`,
  },
  en: {
    onTime: 'On time',
    withinWorking: 'Within the working deadline',
    late: 'Late',
    unjudged: 'Handed in',
    awaiting: 'Awaiting report',
    overdue: 'Overdue',
    incomplete: 'Incomplete report',
    missing: 'No report',
    afterLegal: (days: number) => `${daysEn(days)} after the legal deadline`,
    afterWorking: (days: number) => `${daysEn(days)} after the deadline`,
  },
})

/** How a contribution stands to its deadlines, in words: icon, word, and by how many days. `on` is the day it was complete. */
export function TimelinessStatus({
  timeliness,
  on,
  deadlines,
  today,
  language,
}: {
  timeliness: Timeliness
  on: Day | null
  deadlines: PeriodDeadlines
  today: Day
  language: Language
}) {
  const t = texts[language]
  const legal = lastDayOf(deadlines.legal)
  const last =
    [legal, lastDayOf(deadlines.working)]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  const shown = (icon: IconName, colour: StatusColour, word: string, extra: string | null = null) => (
    <Status icon={icon} colour={colour} word={word} extra={extra} />
  )
  switch (timeliness) {
    case 'on-time':
      return shown('done', 'good', t.onTime)
    case 'within-working':
      return shown('done', 'mid', t.withinWorking, legal && on ? t.afterLegal(daysBetween(legal, on)) : null)
    case 'late':
      return shown('done', 'mid', t.late, last && on ? t.afterWorking(daysBetween(last, on)) : null)
    case 'unjudged':
      return shown('done', '', t.unjudged)
    case 'awaiting':
      // Late by law, although the working deadline is ahead: that one stands beside it.
      if (legal && legal < today) return shown('wait', '', t.awaiting, t.afterLegal(daysBetween(legal, today)))
      return shown('wait', '', t.awaiting, last ? byDateShort(language, last) : null)
    case 'overdue':
      return shown(
        'late',
        'bad',
        t.overdue,
        legal ? t.afterLegal(daysBetween(legal, today)) : last ? t.afterWorking(daysBetween(last, today)) : null,
      )
    case 'incomplete':
      return shown('half', '', t.incomplete)
    case 'missing':
      return shown('wait', '', t.missing)
  }
}
