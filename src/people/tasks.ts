import type { Database } from '../platform/database/database.ts'
import { localText } from '../platform/languages/languages.ts'
import { defineTexts, pluralEn } from '../platform/languages/texts.ts'
import { countStuck } from '../platform/mail/letters.ts'
import type { Task, TasksAsked } from '../platform/task.ts'
import { address } from '../web/addresses.ts'

const texts = defineTexts({
  lv: {
    title: 'Vēstules, kas nav nosūtītas',
    failed: (letters: number) => `${letters} neizdevās nosūtīt`,
    waiting: (letters: number) => `${letters} gaida ilgāk par stundu`,
  },
  en: {
    title: 'Letters that have not gone out',
    failed: (letters: number) => `${letters} ${pluralEn(letters, { one: 'has failed', other: 'have failed' })}`,
    waiting: (letters: number) => `${letters} ${pluralEn(letters, { one: 'waits', other: 'wait' })} for more than an hour`,
  },
})

const HOUR = 60 * 60 * 1000

/** Letters that have failed or wait too long are the administrator's task. One query. */
export async function letterTasks(db: Database, now: Date, { house }: TasksAsked): Promise<Task[]> {
  if (!house.includes('administrator')) return []
  const { failed, waiting } = await countStuck(db, new Date(now.getTime() - HOUR))
  if (!failed && !waiting) return []
  return [
    {
      id: 'letters',
      kind: 'letters',
      planId: null,
      place: '',
      title: localText(texts.lv.title, texts.en.title),
      within: null,
      doer: { role: 'administrator', organisationId: null },
      legal: null,
      working: null,
      workingAtFirst: null,
      begunAt: null,
      remark: (language) =>
        [...(failed ? [texts[language].failed(failed)] : []), ...(waiting ? [texts[language].waiting(waiting)] : [])].join('; '),
      href: (language) => address(language, 'jobs'),
      publicHref: null,
    },
  ]
}
