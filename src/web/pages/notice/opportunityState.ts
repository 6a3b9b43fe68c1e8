import type { Opportunity } from '../../../cycle/inform/index.ts'
import { type Day, firstDay, hasPassed } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import type { Status } from '../../components/Status.tsx'
import { noticePageTexts } from './texts.ts'

/** How an opportunity stands on a day, in words. */
export function opportunityWords(
  language: Language,
  { startsOn, endsOn, cancelled }: Pick<Opportunity, 'startsOn' | 'endsOn' | 'cancelled'>,
  today: Day,
): Parameters<typeof Status>[0] {
  const t = noticePageTexts[language]
  if (cancelled) return { icon: 'stop', colour: '', word: t.cancelled }
  if (hasPassed(endsOn ?? startsOn, today)) return { icon: 'clock', colour: '', word: t.over }
  if (firstDay(startsOn) <= today) return { icon: 'half', colour: 'go', word: t.open }
  return { icon: 'none', colour: '', word: t.toCome }
}
