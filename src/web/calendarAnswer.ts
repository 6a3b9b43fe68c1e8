import type { Language } from '../platform/languages/languages.ts'
import { attachment } from './fileAnswer.ts'

/** A calendar as a file to save or to open in a program of one's own. `method` is what RFC 5546 calls it, where the calendar has one. */
export const calendarAnswer = (language: Language, file: { content: string; name: string; method?: 'PUBLISH' }): Response =>
  new Response(file.content, {
    headers: {
      'Content-Type': `text/calendar; charset=utf-8${file.method ? `; method=${file.method}` : ''}`,
      'Content-Disposition': attachment(`${file.name}.ics`),
      'Content-Language': language,
      'Cache-Control': 'private, no-cache',
    },
  })
