import type { Database } from '../../../platform/database/database.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../../../platform/task.ts'
import { address } from '../../../web/addresses.ts'
import { lateDrafts } from './queries.ts'

const texts = defineTexts({
  lv: { startHasCome: 'sākuma diena ir klāt, bet aicinājums nav atvērts', call: 'Aicinājums' },
  en: { startHasCome: 'its first day has come, but the call is not open', call: 'Call' },
})

/** Calls that are still drafts on the day on which they were to start. One query. */
export async function callTasks(db: Database, { house, today }: TasksAsked): Promise<Task[]> {
  if (!house.includes('secretariat')) return []
  return (await lateDrafts(db, today)).map(
    ({ id, planId, title, startsOn }): Task => ({
      id: `call.${id}`,
      kind: 'call-draft',
      planId,
      place: '',
      title,
      within: localText(texts.lv.call, texts.en.call),
      doer: { role: 'secretariat', organisationId: null },
      legal: null,
      working: startsOn,
      workingAtFirst: null,
      begunAt: null,
      remark: (language) => texts[language].startHasCome,
      href: (language) => address(language, 'callEdit', { plan: planId, call: id }),
      publicHref: null,
    }),
  )
}
