import { type Day, lastDay, type PartialDate } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import type { IconName } from '../../web/components/Icon.tsx'
import { Status, type StatusColour } from '../../web/components/Status.tsx'
import type { CommitmentStanding, MilestoneStanding } from './queries.ts'
import { type CommitmentState, daysLate } from './states.ts'
import type { ReportedState } from './tables.ts'

/** Words of states: look/LOOK.md §5. In Latvian a commitment is feminine, a milestone masculine. */
export const stateTexts = defineTexts({
  lv: {
    complete: (gender: 'f' | 'm') => (gender === 'f' ? 'Paveikta' : 'Paveikts'),
    completeInTime: 'Paveikts laikā',
    completeLater: 'Paveikts vēlāk',
    days: (days: number) => `${days} ${pluralLv(days, { zero: 'dienu', one: 'diena', other: 'dienas' })}`,
    substantial: (gender: 'f' | 'm') => (gender === 'f' ? 'Izpildīta būtiskā apjomā' : 'Izpildīts būtiskā apjomā'),
    partly: (gender: 'f' | 'm') => (gender === 'f' ? 'Daļēji paveikta' : 'Daļēji paveikts'),
    inProgress: 'Notiek',
    notStarted: (gender: 'f' | 'm') => (gender === 'f' ? 'Nav sākta' : 'Nav sākts'),
    awaiting: 'Gaida ziņas',
    late: 'Kavējas',
    withdrawn: (gender: 'f' | 'm') => (gender === 'f' ? 'Pārtraukta' : 'Pārtraukts'),
    of: (complete: number, total: number) => `${complete} no ${total}`,
  },
  en: {
    complete: (_gender: 'f' | 'm') => 'Done',
    completeInTime: 'Done on time',
    completeLater: 'Done late',
    days: (days: number) => `${days} ${pluralEn(days, { one: 'day', other: 'days' })}`,
    substantial: (_gender: 'f' | 'm') => 'Substantially completed',
    partly: (_gender: 'f' | 'm') => 'Partly done',
    inProgress: 'In progress',
    notStarted: (_gender: 'f' | 'm') => 'Not started',
    awaiting: 'Awaiting report',
    late: 'Late',
    withdrawn: (_gender: 'f' | 'm') => 'Stopped',
    of: (complete: number, total: number) => `${complete} of ${total}`,
  },
})

type Words = { icon: IconName; colour: StatusColour; word: string }

/** Icon, colour and word of a state. `ended`: has the time for it run out? Limited is then partly done, before it in progress. */
export function stateWords(language: Language, state: ReportedState | CommitmentState['state'], gender: 'f' | 'm', ended: boolean): Words {
  const t = stateTexts[language]
  switch (state) {
    case 'complete':
      return { icon: 'done', colour: 'good', word: t.complete(gender) }
    case 'substantial':
      return { icon: 'part', colour: 'good', word: t.substantial(gender) }
    case 'limited':
      return ended ? { icon: 'half', colour: 'mid', word: t.partly(gender) } : { icon: 'half', colour: 'go', word: t.inProgress }
    case 'not-started':
      return { icon: 'none', colour: '', word: t.notStarted(gender) }
    case 'awaiting':
      return { icon: 'wait', colour: '', word: t.awaiting }
    case 'late':
      return { icon: 'late', colour: 'bad', word: t.late }
    case 'withdrawn':
      return { icon: 'stop', colour: '', word: t.withdrawn(gender) }
  }
}

/** Has this end passed on that day? An unknown end has not. */
export const endedBy = (end: PartialDate | null, today: Day): boolean => end !== null && lastDay(end) < today

/** A commitment's status, with how many of its milestones are complete. */
export function CommitmentStatus({
  standing,
  periodEnd,
  today,
  language,
}: {
  standing: CommitmentStanding
  periodEnd: PartialDate | null
  today: Day
  language: Language
}) {
  const words = stateWords(language, standing.state, 'f', endedBy(periodEnd, today))
  return (
    <Status
      {...words}
      extra={standing.total > 0 && standing.state !== 'awaiting' ? stateTexts[language].of(standing.complete, standing.total) : null}
    />
  )
}

/** A milestone's status; a complete one says whether in time or how many days later, where both days are known. */
export function MilestoneStatus({
  standing,
  plannedEnd,
  language,
}: {
  standing: MilestoneStanding
  plannedEnd: PartialDate | null
  language: Language
}) {
  const t = stateTexts[language]
  const late = standing.state === 'complete' ? daysLate(plannedEnd, standing.update?.actualEnd ?? null) : null
  if (late === 0) return <Status icon="done" colour="good" word={t.completeInTime} />
  if (late) return <Status icon="done" colour="good" word={t.completeLater} extra={t.days(late)} />
  return <Status {...stateWords(language, standing.state, 'm', false)} />
}

/** A state as an institution reported it for a reference day. */
export function ReportedStatus({
  state,
  ended,
  language,
  gender = 'm',
}: {
  state: ReportedState
  ended: boolean
  language: Language
  gender?: 'f' | 'm'
}) {
  return <Status {...stateWords(language, state, gender, ended)} />
}
