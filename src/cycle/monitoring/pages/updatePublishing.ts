import type { Actor } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { publishUpdate } from '../publishUpdate.ts'
import type { PublishedUpdate } from '../queries.ts'
import { checkUpdate } from '../updateInput.ts'
import type { UpdateKey } from '../updateSubject.ts'
import type { UpdateFacts } from './updateFacts.ts'

/** The draft as the version it would become today; null when there is none or it can't be published yet. */
export function readPublishable({ today }: AnyVisit, { subject, stored }: UpdateFacts): PublishedUpdate | null {
  const { update, versions, evidence } = stored
  const { input } = checkUpdate(update?.draft, { plannedEnd: subject.plannedEnd, evidence: evidence.length, today })
  if (!update || !input) return null
  return {
    ...input,
    id: 0,
    updateId: update.id,
    number: (versions[0]?.number ?? 0) + 1,
    evidenceIds: evidence.map((item) => item.id),
    publishedOn: today,
    recordSeq: 0,
    milestoneId: subject.milestone.id,
    organisationId: subject.organisationId,
    periodId: subject.period.id,
    demonstration: update.demonstration,
    evidence,
  }
}

/** Publishes what the preview showed: the form carries which draft and which evidence that was. */
export async function publishFromForm(house: House, actor: Actor, key: UpdateKey, fields: Fields): Promise<void> {
  const version = fields.trimmed('version')
  const evidence = fields.trimmed('evidence').split(',').filter(Boolean)
  if (![version, ...evidence].every((text) => /^\d{1,9}$/.test(text))) throw new Refusal(400)
  await publishUpdate(house, actor, key, { version: Number(version), evidenceIds: evidence.map(Number) })
}
