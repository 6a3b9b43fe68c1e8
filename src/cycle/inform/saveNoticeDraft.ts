import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { planById } from '../plan/index.ts'
import { lockNoticeAt } from './noticeLock.ts'
import { informPolicy } from './policy.ts'
import { newestVersion } from './queries.ts'
import { type NoticeDraft, type NoticeKind, notice } from './tables.ts'

const texts = defineTexts({
  lv: { withdrawn: 'Paziņojums ir atsaukts, tāpēc to vairs nelabo.', unknownPlan: 'Tāda plāna nav. Izvēlieties citu.' },
  en: { withdrawn: 'The notice has been withdrawn, so it is no longer corrected.', unknownPlan: 'There is no such plan. Choose another.' },
})

/** The draft's own plan: null when the notice is about none in particular. */
async function planIn(tx: Database, house: House, draft: NoticeDraft): Promise<string | null> {
  const id = draft['plan']?.[0]?.trim()
  if (!id) return null
  if (!(await planById(tx, id, house.clock.today()))) throw wrongField('plan', (language) => texts[language].unknownPlan)
  return id
}

/** Begins a notice with what was typed so far, and returns its id. Nothing of it is public. */
export async function createNotice(house: House, actor: Actor, { kind, draft }: { kind: NoticeKind; draft: NoticeDraft }): Promise<number> {
  allow(informPolicy.writeNotices, actor, undefined)
  return house.db.transaction(async (tx) => {
    const planId = await planIn(tx, house, draft)
    const demonstration = house.demonstration !== null
    const [row] = await tx
      .insert(notice)
      .values({ kind, planId, draft, draftSavedAt: house.clock.now(), demonstration })
      .returning({ id: notice.id })
    if (!row) throw new Error('the notice was not stored')
    return row.id
  })
}

/**
 * Saves what was typed of a notice so far, right or wrong; of a published one it is the draft of a correction. A
 * draft that was to be published by itself no longer is: what has changed is to be looked at first. Refuses with
 * 409 when another has saved since the form was drawn.
 */
export async function saveNoticeDraft(
  house: House,
  actor: Actor,
  id: number,
  { version, draft }: { version: number; draft: NoticeDraft },
): Promise<void> {
  allow(informPolicy.writeNotices, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockNoticeAt(tx, id, version)
    const published = row.firstPublishedOn === null ? null : await newestVersion(tx, id)
    if (published?.withdrawn) throw new Refusal(422, (language) => texts[language].withdrawn)
    // Once published it stays where everyone has seen it.
    const planId = published ? row.planId : await planIn(tx, house, draft)
    await tx
      .update(notice)
      .set({ planId, draft, draftVersion: row.draftVersion + 1, draftSavedAt: house.clock.now(), scheduledFor: null })
      .where(eq(notice.id, id))
  })
}
