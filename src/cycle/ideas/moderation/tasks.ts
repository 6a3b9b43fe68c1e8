import type { Database } from '../../../platform/database/database.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn } from '../../../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../../../platform/task.ts'
import { address } from '../../../web/addresses.ts'
import { countQueue } from './queries.ts'

const texts = defineTexts({
  lv: {
    title: 'Moderācijas rinda: teksti, ziņojumi un iebildumi',
    waiting: (n: number) => `${formatNumber('lv', n)} gaida`,
  },
  en: {
    title: 'Moderation queue: texts, reports and appeals',
    waiting: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'waits', other: 'wait' })}`,
  },
})

/** What waits for a moderator is one task of the moderators and the secretariat. One query. */
export async function moderationTasks(db: Database, { house }: TasksAsked): Promise<Task[]> {
  const role = (['moderator', 'secretariat'] as const).find((one) => house.includes(one))
  if (!role) return []
  const waiting = await countQueue(db)
  if (!waiting) return []
  return [
    {
      id: 'moderation',
      kind: 'moderation',
      planId: null,
      place: '',
      title: localText(texts.lv.title, texts.en.title),
      within: null,
      doer: { role, organisationId: null },
      legal: null,
      working: null,
      workingAtFirst: null,
      begunAt: null,
      remark: (language) => texts[language].waiting(waiting),
      href: (language) => address(language, 'moderationQueue'),
      publicHref: null,
    },
  ]
}
