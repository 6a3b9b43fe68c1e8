import type { Day } from '../../platform/dates/partialDate.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { Status } from './Status.tsx'

const texts = defineTexts({
  lv: { dead: (day: string) => `Saite nedarbojas kopš ${day}` },
  en: { dead: (day: string) => `Link dead since ${day}` },
})

/** Says of a link that nothing is there any more, and since when; nothing when it is not known to be dead. */
export function DeadLink({ since, language }: { since: Day | null | undefined; language: Language }) {
  if (!since) return null
  return <Status icon="stop" colour="bad" word={texts[language].dead(shortDate(language, since))} />
}
