import { allow } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { Local } from '../../../web/components/Local.tsx'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { readWithdrawal } from '../documentInput.ts'
import { documentsPolicy } from '../policy.ts'
import { sameFileElsewhere } from '../queries.ts'
import { withdrawVersion } from '../withdrawVersion.ts'
import { aboutIt, type EditedDocument, editedDocument, savedPage } from './editedDocument.tsx'
import { formPage } from './FormPage.tsx'
import { formTexts } from './formTexts.ts'

/** The form that takes a version out of view. */
export const showDocumentWithdrawal: Handler<'documentWithdraw'> = async (visit) => {
  allow(documentsPolicy.withdrawVersion, visit.actor, undefined)
  return drawWithdrawal(visit, await editedDocument(visit), opened())
}

export const sendDocumentWithdrawal: Handler<'documentWithdraw'> = async (visit) => {
  allow(documentsPolicy.withdrawVersion, visit.actor, undefined)
  const facts = await editedDocument(visit)
  const number = idInAddress(visit.values.version)
  return answerForm(
    visit,
    async (house, fields) => {
      await withdrawVersion(house, visit.actor, facts.plan.id, facts.document.id, number, readWithdrawal(fields))
      return savedPage(visit, facts)
    },
    async (drawn) => drawWithdrawal(visit, await editedDocument(visit), drawn),
  )
}

async function drawWithdrawal(visit: AnyVisit, facts: EditedDocument, drawn: Drawn): Promise<Response> {
  const { house, language, today } = visit
  const t = formTexts[language]
  const { plan, document } = facts
  const number = idInAddress(visit.values.version)
  const version = facts.versions.find((one) => one.number === number)
  if (!version || version.withdrawal) throw notFound()
  const elsewhere = await sameFileElsewhere(house.db, version, today)
  const reason = { kind: 'text', name: 'reason', label: t.withdrawalReason, hint: t.withdrawalHint } as const
  return formPage(visit, plan, drawn, {
    title: t.withdraw(number),
    about: aboutIt(visit, facts),
    form: (
      <SecretariatForm
        form={stateOf(visit, drawn)}
        action={address(language, 'documentWithdraw', { plan: plan.id, document: document.id, version: number })}
        parts={[{ title: null, specs: [reason] }]}
        version={null}
        submit={t.takeOut}
      >
        {elsewhere.length ? (
          <>
            <p>{t.sameFile}</p>
            <ul class="link-list">
              {elsewhere.map((other) => (
                <li key={other.version.id}>
                  <a
                    href={`${address(language, 'document', { plan: other.document.planId, document: other.document.id })}#red-${other.version.number}`}
                  >
                    <Local content={other.document.title} language={language} quiet />
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </SecretariatForm>
    ),
    notes: [t.withdrawalNote],
  })
}
