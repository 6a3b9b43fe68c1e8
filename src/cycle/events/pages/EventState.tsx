import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Status } from '../../../web/components/Status.tsx'
import type { Event } from '../queries.ts'
import { eventTexts } from './eventTexts.ts'

/** How an announced event stands on a day: a sign and a word. */
export function EventState({ event, today, language }: { event: Event; today: Day; language: Language }) {
  const t = eventTexts[language]
  if (event.state === 'cancelled') return <Status icon="stop" colour="bad" word={t.cancelled} />
  if (event.state === 'held') return <Status icon="done" colour="good" word={t.held} />
  return event.startsOn !== null && event.startsOn < today ? (
    <Status icon="clock" colour="" word={t.over} />
  ) : (
    <Status icon="clock" colour="go" word={t.announced} />
  )
}
