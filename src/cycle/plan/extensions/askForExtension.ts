import { type Actor, allow, isInstitution, organisationsInTime } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { inOneTransaction } from '../inOneTransaction.ts'
import { planPolicy } from '../policy.ts'
import { contributorIds } from '../queries.ts'
import { deadlineFor } from './deadlineFor.ts'
import { tellOfRequest } from './extensionLetters.ts'
import { checkLater, lockExtendable } from './lockExtendable.ts'
import { extensionRequest } from './tables.ts'

/** Until when someone wishes to hand in, why, and in which language that is written. */
export type ExtensionWish = { until: Day; reason: string; language: Language }

/** Asks the secretariat, in public, to let one who takes part hand in later. One wish at a time; the secretariat is told by letter. */
export async function askForExtension(
  house: House,
  actor: Actor,
  about: { planId: string; deadlineId: number; organisationId: string },
  wish: ExtensionWish,
): Promise<void> {
  allow(planPolicy.askForExtension, actor, about)
  const { planId, deadlineId, organisationId } = about
  const { until, reason, language } = wish
  const today = house.clock.today()
  await inOneTransaction(house, async (tx) => {
    const extendable = await lockExtendable(tx, planId, deadlineId, today)
    const sector = (await organisationsInTime(tx, [organisationId])).get(organisationId)?.sector
    if (!sector || !(await contributorIds(tx, planId, today)).includes(organisationId)) throw notFound()
    checkLater(until, deadlineFor(extendable.deadline, organisationId), today)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: isInstitution(sector) ? 'officer' : 'representative', for: organisationId },
      act: 'askForExtension',
      object: `/plans/${planId}/deadlines/${deadlineId}`,
      content: { organisation: organisationId, until, reason },
    })
    const [made] = await tx
      .insert(extensionRequest)
      .values({ deadlineId, organisationId, wishedUntil: until, reason, language, askedOn: today, recordSeq })
      .returning({ id: extensionRequest.id })
    if (!made) throw new Error('the request was not stored')
    await tellOfRequest(house, tx, extendable, { ...wish, requestId: made.id, organisationId })
  })
}
