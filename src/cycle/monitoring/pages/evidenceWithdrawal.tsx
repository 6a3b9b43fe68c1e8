import { allow } from '../../../people/index.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { evidenceByIds, type ListedEvidence } from '../evidenceListing.ts'
import { monitoringPolicy } from '../policy.ts'
import { withdrawEvidence } from '../withdrawEvidence.ts'
import { withdrawalTexts } from './withdrawalTexts.ts'

const SHORTEST_REASON = 10

/** The form that takes published evidence out of view. */
export const showEvidenceWithdrawal: Handler<'evidenceWithdraw'> = async (visit) => {
  allow(monitoringPolicy.withdrawEvidence, visit.actor, undefined)
  return draw(visit, await evidenceOf(visit), opened())
}

export const sendEvidenceWithdrawal: Handler<'evidenceWithdraw'> = async (visit) => {
  allow(monitoringPolicy.withdrawEvidence, visit.actor, undefined)
  const found = await evidenceOf(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await withdrawEvidence(house, visit.actor, found.item.id, readReason(fields))
      return placeOf(visit, found)
    },
    (drawn) => draw(visit, found, drawn),
  )
}

async function evidenceOf({ house, values, today }: AnyVisit): Promise<ListedEvidence> {
  const [found] = await evidenceByIds(house.db, [idInAddress(values.id)], today)
  if (!found) throw notFound()
  return found
}

const placeOf = ({ language }: AnyVisit, { planId, commitmentNumber, milestoneNumber }: ListedEvidence): string =>
  address(language, 'updates', { plan: planId, number: commitmentNumber, milestone: milestoneNumber })

function readReason(fields: Fields): { reason: string } {
  const reader = new FormReader(fields)
  const reason = reader.text('reason', TEXT_LIMIT) ?? ''
  if ([...reason].length < SHORTEST_REASON)
    reader.problems.push({ field: 'reason', say: (language) => withdrawalTexts[language].reasonNeeded })
  return reader.done({ reason })
}

function draw(visit: AnyVisit, found: ListedEvidence, drawn: Drawn): Response {
  const { language } = visit
  const t = withdrawalTexts[language]
  const { item, written } = found
  return page(
    visit,
    {
      title: t.title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [{ title: t.manage, href: address(language, 'manage') }],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <a href={placeOf(visit, found)} {...(written === language ? {} : { lang: written })}>
                {item.title}
              </a>
            </p>
            <h1>{t.title}</h1>
          </div>
          <div class="form-grid wide">
            <div>
              <SecretariatForm
                form={stateOf(visit, drawn)}
                action={address(language, 'evidenceWithdraw', { id: item.id })}
                parts={[{ title: null, specs: [{ kind: 'text', name: 'reason', label: t.reason, hint: t.reasonHint }] }]}
                version={null}
                submit={t.takeOut}
              />
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <p class="prose">{t.note}</p>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
