import { allow } from '../../people/index.ts'
import { partialDateFields } from '../../platform/http/fields.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../web/answerForm.ts'
import { compare } from '../../web/forms/comparing.ts'
import { type FieldSpec, type FormPart, localFields } from '../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../web/forms/SecretariatForm.tsx'
import { page } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { defaultTexts } from '../defaults.ts'
import { accessibilityPolicy } from '../policy.ts'
import { publishStatement } from '../publishStatement.ts'
import { currentStatement, type Statement } from '../queries.ts'
import { type OptionalText, optionalTexts, readStatement } from '../statementInput.ts'
import { statementFormTexts } from './statementFormTexts.ts'

/** The form of what the institution says in the statement, filled in with the text that comes with the program until something was published. */
export const showStatementForm: Handler<'accessibilityEdit'> = async (visit) => {
  allow(accessibilityPolicy.publishStatement, visit.actor, undefined)
  const stored = await currentStatement(visit.house.db, visit.today)
  return draw(visit, stored, opened(fieldsOf(stored)))
}

export const sendStatementForm: Handler<'accessibilityEdit'> = async (visit) => {
  allow(accessibilityPolicy.publishStatement, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      await publishStatement(house, visit.actor, readStatement(fields, visit.today))
      return `${address(visit.language, 'accessibilityEdit')}?done=saved`
    },
    async (drawn) => draw(visit, await currentStatement(visit.house.db, visit.today), drawn),
  )
}

function fieldsOf(stored: Statement | null): Record<string, string[]> {
  return {
    ...localFields('institution', stored?.institution ?? null),
    ...localFields('contact', stored?.contact ?? null),
    ...Object.assign({}, ...optionalTexts.map((name) => localFields(name, stored ? stored[name] : defaultTexts[name]))),
    ...partialDateFields('evaluatedOn', stored?.evaluatedOn ?? null),
    protocolUrl: [stored?.protocolUrl ?? ''],
  }
}

function partsOf(stored: Statement | null, language: Language): FormPart[] {
  const t = statementFormTexts[language]
  const texts = (name: OptionalText, hint?: string): FieldSpec => ({
    kind: 'texts',
    name,
    label: t[name],
    optional: true,
    stored: stored?.[name] ?? null,
    ...(hint ? { hint } : {}),
  })
  return [
    {
      title: t.who,
      specs: [
        { kind: 'lines', name: 'institution', label: t.institution, stored: stored?.institution ?? null },
        { kind: 'texts', name: 'contact', label: t.contact, hint: t.contactHint, stored: stored?.contact ?? null },
        texts('law'),
      ],
    },
    {
      title: t.evaluation,
      specs: [
        { kind: 'lines', name: 'method', label: t.method, optional: true, stored: stored?.method ?? null },
        { kind: 'day', name: 'evaluatedOn', label: t.evaluatedOn, hint: t.evaluatedOnHint, optional: true },
        { kind: 'lines', name: 'evaluator', label: t.evaluator, hint: t.evaluatorHint, optional: true, stored: stored?.evaluator ?? null },
        { kind: 'url', name: 'protocolUrl', label: t.protocolUrl, optional: true },
      ],
    },
    {
      title: t.limitations,
      specs: [texts('limits', t.limitsHint), texts('burden', t.burdenHint), texts('alternatives'), texts('complaint', t.complaintHint)],
    },
  ]
}

function draw(visit: AnyVisit, stored: Statement | null, drawn: Drawn): Response {
  const { language } = visit
  const t = statementFormTexts[language]
  const parts = partsOf(stored, language)
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
            <h1>{t.title}</h1>
            <p class="lead">{t.lead}</p>
            {visit.query.has('done') && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.saved} <a href={address(language, 'accessibility')}>{t.see}</a>
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              <SecretariatForm
                form={stateOf(visit, drawn)}
                action={address(language, 'accessibilityEdit')}
                parts={parts}
                version={versionIn(drawn, stored?.version ?? 0)}
                comparison={compare(drawn, fieldsOf(stored), parts, language)}
                submit={t.publish}
              />
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <div class="prose">
                {t.aboutText.split('\n').map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
