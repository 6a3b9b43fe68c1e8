import type { Database } from '../../platform/database/database.ts'
import { localText } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../../platform/task.ts'
import { address } from '../../web/addresses.ts'
import { noticeKindNames } from './noticeWords.ts'
import { draftedNotices } from './queries.ts'

const texts = defineTexts({
  lv: { notPublished: 'ieplānotajā dienā nav publicēts' },
  en: { notPublished: 'was not published on its day' },
})

/** What the secretariat has begun to tell and not yet published, the latest drafts; what waits for its day needs nobody. One query. */
export async function noticeTasks(db: Database, { house, today }: TasksAsked): Promise<Task[]> {
  if (!house.includes('secretariat')) return []
  const { notices } = await draftedNotices(db, 1)
  return notices
    .filter(({ scheduledFor }) => scheduledFor === null || scheduledFor < today)
    .map(
      ({ id, planId, kind, draft, scheduledFor }): Task => ({
        id: `notice.${id}`,
        kind: 'notice-draft',
        planId,
        place: '',
        title: localText(draft?.['title.lv']?.[0]?.trim() || undefined, draft?.['title.en']?.[0]?.trim() || undefined),
        within: localText(noticeKindNames.lv[kind], noticeKindNames.en[kind]),
        doer: { role: 'secretariat', organisationId: null },
        legal: null,
        working: scheduledFor,
        workingAtFirst: null,
        begunAt: null,
        remark: scheduledFor ? (language) => texts[language].notPublished : null,
        href: (language) => address(language, 'noticeEdit', { notice: id }),
        publicHref: null,
      }),
    )
}
