import { certaintyWords } from '../../../cycle/plan/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { recordAbout } from '../../recordAbout.ts'
import { SourceLine } from '../parts.tsx'
import { Approval, periodText } from '../planFacts.tsx'
import type { PlanNow } from '../planNow.ts'
import { planTexts } from '../planTexts.ts'
import { plansTexts } from './texts.ts'

/** The facts of a plan: title, period, approval, oversight, how sure they are and where they come from. */
export function AboutPlan({ now, language }: { now: PlanNow; language: Language }) {
  const t = plansTexts[language]
  const p = planTexts[language]
  const { plan } = now
  return (
    <Section id="par-planu" label={t.aboutPlan}>
      <dl class="facts long">
        <FactRow name={t.officialTitle}>
          <Local content={plan.title} language={language} />
        </FactRow>
        <FactRow name={p.period}>
          {periodText(language, plan)}
          {plan.periodNote ? (
            <small class="remark under">
              {plan.sources.length ? `${t.periodUnclear} ` : ''}
              <Local content={plan.periodNote} language={language} />
            </small>
          ) : null}
        </FactRow>
        <FactRow name={plan.approvedOn ? p.approved : p.approval}>
          <Approval plan={plan} language={language} />
        </FactRow>
        {plan.unansweredIdeas ? (
          <FactRow name={t.unanswered}>
            {t.unansweredIdeas(plan.unansweredIdeas)} <Local content={plan.unansweredReason} language={language} />
          </FactRow>
        ) : null}
        <FactRow name={p.oversight}>
          <Local content={plan.oversight} language={language} />
        </FactRow>
        <FactRow name={t.howSure}>{certaintyWords[language][plan.certainty] ?? (plan.sources.length ? t.seen : t.entered)}</FactRow>
      </dl>
      <p class="gap">
        <SourceLine sources={plan.sources} language={language} />
      </p>
      <p class="gap">
        <a href={recordAbout(language, `/plans/${plan.id}`)}>{t.inRecord}</a>
      </p>
    </Section>
  )
}
