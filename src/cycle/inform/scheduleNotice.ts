import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import { addDays, type Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { wrongField } from '../../platform/refusal.ts'
import { nextVersion } from './nextVersion.ts'
import { lockNoticeAt } from './noticeLock.ts'
import { informPolicy } from './policy.ts'
import { notice } from './tables.ts'

/** Nobody schedules further ahead; who seems to has mistyped the year. */
const MOST_DAYS_AHEAD = 366

const texts = defineTexts({
  lv: {
    needed: 'Norādiet dienu, kurā publicēt.',
    notAhead: 'Izvēlieties dienu pēc šodienas. Šodien var publicēt uzreiz.',
    tooFar: 'Tik tālu uz priekšu neplāno. Izvēlieties dienu gada laikā.',
  },
  en: {
    needed: 'Give the day on which to publish.',
    notAhead: 'Choose a day after today. Today it can be published at once.',
    tooFar: 'That is too far ahead. Choose a day within a year.',
  },
})

/**
 * Lets a draft be published by itself when the plan's day comes. It has to be ready now: what was previewed is what
 * will be published. Refuses with 409 when the draft has changed since.
 */
export async function scheduleNotice(
  house: House,
  actor: Actor,
  id: number,
  { version, day }: { version: number; day: Day | null },
): Promise<void> {
  allow(informPolicy.publishNotices, actor, undefined)
  const today = house.clock.today()
  const refuse = (key: keyof (typeof texts)['lv']) => wrongField('scheduledFor', (language) => texts[language][key])
  if (day === null) throw refuse('needed')
  if (day <= today) throw refuse('notAhead')
  if (day > addDays(today, MOST_DAYS_AHEAD)) throw refuse('tooFar')
  await house.db.transaction(async (tx) => {
    const row = await lockNoticeAt(tx, id, version)
    await nextVersion(tx, house, row)
    await tx
      .update(notice)
      .set({ scheduledFor: day, draftVersion: row.draftVersion + 1 })
      .where(eq(notice.id, id))
  })
}

/** Takes back the day on which a draft was to be published by itself; it stays a draft. */
export async function unscheduleNotice(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(informPolicy.publishNotices, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockNoticeAt(tx, id, version)
    await tx
      .update(notice)
      .set({ scheduledFor: null, draftVersion: row.draftVersion + 1 })
      .where(eq(notice.id, id))
  })
}
