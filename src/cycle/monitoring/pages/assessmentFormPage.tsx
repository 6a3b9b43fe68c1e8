import { Fields } from '../../../platform/http/fields.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened } from '../../../web/answerForm.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { assessmentFields, checkAssessment, publishedFields, readAssessment, readAssessmentDraft } from '../assessmentInput.ts'
import { saveAssessmentDraft } from '../saveAssessmentDraft.ts'
import { DueDates } from './AboutMilestone.tsx'
import { AssessmentForm } from './AssessmentForm.tsx'
import { type AssessmentFacts, assessmentAddress, pathToAssessment, placeOf, readAssessmentFacts, readSubject } from './assessmentFacts.ts'
import { assessmentTexts } from './assessmentTexts.ts'

/** The form of an assessment: with the shared draft, with what was published, or empty. */
export const showAssessmentForm: Handler<'assessmentForm'> = async (visit) => {
  const facts = await readAssessmentFacts(visit)
  const problems = visit.query.has('check') ? checkAssessment(facts.stored.assessment?.draft, facts.subject).problems : []
  return draw(visit, facts, { ...opened(storedFields(visit, facts)), problems })
}

/** Takes the form: saves the draft, and leads on to the preview when everything is there. */
export const sendAssessmentForm: Handler<'assessmentForm'> = async (visit) => {
  const { key, subject } = await readSubject(visit)
  const { language } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const input = readAssessmentDraft(fields, language, subject)
      const isPreview = fields.trimmed('action') !== 'save'
      if (isPreview) readAssessment(input.draft, subject)
      await saveAssessmentDraft(house, visit.actor, key, input)
      return isPreview
        ? address(language, 'assessmentPreview', assessmentAddress(key))
        : `${address(language, 'assessmentForm', assessmentAddress(key))}?done=saved`
    },
    async (drawn) => draw(visit, await readAssessmentFacts(visit), drawn),
  )
}

/** What the form shows when it is opened: the draft, else what was published, else nothing. */
function storedFields({ language }: AnyVisit, { stored, subject }: AssessmentFacts): Record<string, string[]> {
  const { assessment, published } = stored
  if (assessment?.draft) return assessmentFields(assessment.draft)
  if (published) return publishedFields(published, subject.milestones)
  const milestones = Object.fromEntries(subject.milestones.map(({ number }) => [number, { verdict: '', reason: '' }]))
  return assessmentFields({ language, state: '', verdict: '', text: '', lessons: '', signers: [], milestones })
}

function draw(visit: AnyVisit, facts: AssessmentFacts, drawn: Drawn): Response {
  const { language } = visit
  const t = assessmentTexts[language]
  const { subject } = facts
  const isSelf = subject.voice === 'self'
  const title = isSelf ? t.selfTitle : t.partnerTitle
  return page(
    visit,
    {
      title: `${title} · ${placeOf(facts, visit)}`,
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      path: pathToAssessment(facts, visit),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">{placeOf(facts, visit)}</p>
            <h1>{title}</h1>
            <p class="lead">{isSelf ? t.selfLead : t.partnerLead}</p>
            {visit.query.get('done') === 'saved' && drawn.status === 200 ? (
              <p class="note" role="status">
                {t.saved}
              </p>
            ) : null}
            <About visit={visit} facts={facts} />
          </div>
          <AssessmentForm visit={visit} facts={facts} drawn={drawn} stored={new Fields(storedFields(visit, facts))} />
        </>
      ),
    },
    drawn.status,
  )
}

/** What is assessed, as of which day, until when, and what was published before. */
function About({ visit, facts }: { visit: AnyVisit; facts: AssessmentFacts }) {
  const { language, today } = visit
  const t = assessmentTexts[language]
  const { subject, stored, deadlines, key } = facts
  return (
    <dl class="facts assessed">
      <div>
        <dt>{t.commitment}</dt>
        <dd>
          <a href={address(language, 'commitment', { plan: key.planId, number: key.number })}>
            <Local content={subject.commitment.title} language={language} />
          </a>
        </dd>
      </div>
      <div>
        <dt>{t.stateOn}</dt>
        <dd>
          <DateTime date={subject.period.referenceDay} language={language} />
        </dd>
      </div>
      <div>
        <dt>{t.dueBy}</dt>
        <dd>
          <DueDates deadlines={deadlines} today={today} language={language} />
        </dd>
      </div>
      {stored.published ? (
        <div>
          <dt>{t.published}</dt>
          <dd>{t.publishedVersion(stored.published.number, shortDate(language, stored.published.publishedOn))}</dd>
        </div>
      ) : null}
    </dl>
  )
}
