import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { timesOf } from '../../../record/index.ts'
import { calendarAnswer } from '../../../web/calendarAnswer.ts'
import { fileAnswer } from '../../../web/fileAnswer.ts'
import type { Handler } from '../../../web/visit.ts'
import { eventFile } from '../eventCalendar.ts'
import { eventById, photographById } from '../queries.ts'
import { eventTexts } from './eventTexts.ts'

/** One event as a file for a calendar. */
export const eventCalendar: Handler<'eventCalendar'> = async ({ house, language, today, values }) => {
  const found = await eventById(house.db, idInAddress(values.event), today)
  const version = found?.versions.at(-1)
  if (!found || !version) throw notFound()
  const times = await timesOf(house.db, [version.recordSeq])
  const modified = new Date(times.get(version.recordSeq) ?? 0)
  return calendarAnswer(language, {
    content: eventFile(house, language, { event: found.event, version, modified }),
    name: plainText(version.title, language).slice(0, 80),
    method: 'PUBLISH',
  })
}

/** A picture of an event. Of one that was taken out the reason is told instead, with 410. */
export const eventPhotograph: Handler<'eventPhotograph'> = async (visit) => {
  const { house, today, values } = visit
  const found = await photographById(house.db, idInAddress(values.event), idInAddress(values.photograph), today)
  if (!found) throw notFound()
  const { withdrawalReason } = found
  if (withdrawalReason) throw new Refusal(410, (language) => eventTexts[language].photographTakenOut(withdrawalReason))
  return fileAnswer(visit, found, 'public')
}
