import type { Database } from '../platform/database/database.ts'
import { localText } from '../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../platform/task.ts'
import { address } from '../web/addresses.ts'
import { countFeedback } from './queries.ts'

const texts = defineTexts({
  lv: {
    title: 'Ziņojumi par piekļūstamību, kas gaida atbildi',
    waiting: (messages: number) => `${messages} ${pluralLv(messages, { zero: 'jaunu', one: 'jauns', other: 'jauni' })}`,
  },
  en: {
    title: 'Messages about accessibility that await an answer',
    waiting: (messages: number) => `${messages} new ${pluralEn(messages, { one: 'message', other: 'messages' })}`,
  },
})

/** Messages about barriers that nobody has answered or closed are one task of the secretariat. One query. */
export async function feedbackTasks(db: Database, { house }: TasksAsked): Promise<Task[]> {
  if (!house.includes('secretariat')) return []
  const { new: waiting } = await countFeedback(db)
  if (!waiting) return []
  return [
    {
      id: 'accessibility',
      kind: 'accessibility-messages',
      planId: null,
      place: '',
      title: localText(texts.lv.title, texts.en.title),
      within: null,
      doer: { role: 'secretariat', organisationId: null },
      legal: null,
      working: null,
      workingAtFirst: null,
      begunAt: null,
      remark: (language) => texts[language].waiting(waiting),
      href: (language) => address(language, 'accessibilityMessages'),
      publicHref: null,
    },
  ]
}
