import { allow } from '../../../people/index.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { isTranslationOld, type Language, languages } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary, type FormState, TextArea } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { type Comparison, TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { labelIn } from '../../../web/forms/fieldSpec.tsx'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader, type Plan, planById } from '../../plan/index.ts'
import { editReportSection, type SectionInput } from '../editReportSection.ts'
import { reportingPolicy } from '../policy.ts'
import { type ReportSection, reportSectionsOf } from '../queries.ts'
import { sectionTexts } from '../sectionTexts.ts'
import { type SectionKind, sectionKinds } from '../tables.ts'
import { reportEditTexts } from './reportEditTexts.ts'

type Sections = ReadonlyMap<SectionKind, ReportSection>

/** The form of what people write in a report: introduction, process, lessons, each in both languages. */
export const showReportForm: Handler<'reportEdit'> = async (visit) => {
  allow(reportingPolicy.editReportTexts, visit.actor, undefined)
  const { plan, sections } = await about(visit)
  return draw(visit, plan, sections, opened(storedFields(sections)))
}

export const sendReportForm: Handler<'reportEdit'> = async (visit) => {
  allow(reportingPolicy.editReportTexts, visit.actor, undefined)
  const { plan } = await about(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      for (const section of readSections(fields)) await editReportSection(house, visit.actor, plan.id, section)
      return `${address(visit.language, 'reportEdit', { plan: plan.id })}?done=saved`
    },
    async (drawn) => {
      const now = await about(visit)
      return draw(visit, now.plan, now.sections, drawn)
    },
  )
}

async function about(visit: AnyVisit): Promise<{ plan: Plan; sections: Sections }> {
  const plan = await planById(visit.house.db, visit.values.plan ?? '', visit.today)
  if (!plan) throw notFound()
  return { plan, sections: await reportSectionsOf(visit.house.db, plan.id) }
}

function readSections(fields: Fields): SectionInput[] {
  const reader = new FormReader(fields)
  return reader.done(
    sectionKinds.map((kind) => {
      const version = fields.trimmed(`${kind}.version`)
      if (!/^\d{1,9}$/.test(version)) throw new Refusal(400)
      return { kind, version: Number(version), body: reader.local(kind, TEXT_LIMIT) }
    }),
  )
}

const storedFields = (sections: Sections): Record<string, string[]> =>
  Object.fromEntries(
    sectionKinds.flatMap((kind) => languages.map((of) => [`${kind}.${of}`, [sections.get(kind)?.body[of]?.text ?? '']] as const)),
  )

/** The version a part goes on from: after a mistake the one it was drawn from, after a conflict the stored one. */
function versionOf(drawn: Drawn, kind: SectionKind, sections: Sections): string {
  const typed = drawn.fields.trimmed(`${kind}.version`)
  return drawn.status === 422 && typed ? typed : String(sections.get(kind)?.version ?? 0)
}

const partIn = (kind: SectionKind, of: Language, language: Language): string => labelIn(sectionTexts[language][kind], of, language)

function comparison(drawn: Drawn, sections: Sections, language: Language): Comparison {
  const parts = sectionKinds.flatMap((kind) => languages.map((of) => ({ kind, of, label: partIn(kind, of, language) })))
  return {
    stored: parts.map(({ kind, of, label }) => ({ label, value: sections.get(kind)?.body[of]?.text ?? '' })),
    typed: parts.map(({ kind, of, label }) => ({ label, value: drawn.fields.trimmed(`${kind}.${of}`) })),
  }
}

function draw(visit: AnyVisit, plan: Plan, sections: Sections, drawn: Drawn): Response {
  const { language } = visit
  const t = reportEditTexts[language]
  const form = stateOf(visit, drawn)
  return page(
    visit,
    {
      title: t.title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [
        { title: t.manage, href: address(language, 'manage') },
        { title: named(plan.shortTitle, language), href: address(language, 'planEdit', { plan: plan.id }) },
      ],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={plan.shortTitle} language={language} quiet />
            </p>
            <h1>{t.title}</h1>
            <p class="lead">{t.lead}</p>
            {visit.query.get('done') === 'saved' && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.saved}
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              {drawn.conflict ? (
                <TwoVersions comparison={comparison(drawn, sections, language)} language={language} />
              ) : (
                <ErrorSummary form={form} />
              )}
              <form method="post" action={address(language, 'reportEdit', { plan: plan.id })} noValidate>
                <HiddenFields form={form} version={null} />
                {sectionKinds.map((kind) => (
                  <SectionFields
                    key={kind}
                    kind={kind}
                    stored={sections.get(kind) ?? null}
                    version={versionOf(drawn, kind, sections)}
                    form={form}
                  />
                ))}
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.save}
                  </button>
                  <a class="ds-button" data-variant="tertiary" href={address(language, 'report', { plan: plan.id })}>
                    {t.toReport}
                  </a>
                </div>
              </form>
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <div class="prose">
                <p>{t.hints}</p>
                <p>{t.aboutText}</p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}

/** One part in both languages; where a translation is out of date, the form asks whether its words still hold. */
function SectionFields({
  kind,
  stored,
  version,
  form,
}: {
  kind: SectionKind
  stored: ReportSection | null
  version: string
  form: FormState
}) {
  const { language } = form
  return (
    <div class="group">
      <h2 class="title2">{sectionTexts[language][kind]}</h2>
      <input type="hidden" name={`${kind}.version`} value={version} />
      <div class="pair">
        {languages.map((of) => (
          <TextArea key={of} form={form} name={`${kind}.${of}`} label={partIn(kind, of, language)} rows={12} limit={TEXT_LIMIT} lang={of} />
        ))}
      </div>
      {isTranslationOld(stored?.body) ? (
        <div class="field">
          <label class="opt">
            <input type="checkbox" name={`${kind}.checked`} value="yes" checked={form.fields.all(`${kind}.checked`).includes('yes')} />
            <span>{reportEditTexts[language].checked(sectionTexts[language][kind])}</span>
          </label>
        </div>
      ) : null}
    </div>
  )
}
