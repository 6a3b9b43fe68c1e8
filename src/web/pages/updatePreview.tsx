import { type PublishedUpdate, UpdateText } from '../../cycle/monitoring/index.ts'
import { addressValues, pathToUpdate, placeOf, readUpdateFacts, type UpdateFacts } from '../../cycle/monitoring/pages/updateFacts.ts'
import { publishFromForm, readPublishable } from '../../cycle/monitoring/pages/updatePublishing.ts'
import { updateFormTexts } from '../../cycle/monitoring/pages/updateTexts.ts'
import { onDate, shortDate } from '../../platform/languages/dates.ts'
import { inLanguage, plainText } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened } from '../answerForm.ts'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { Local } from '../components/Local.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { page, seeOther } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { EvidenceList } from './commitment/EvidenceList.tsx'

/*
 * The preview is drawn from the same parts as the milestone's public page, which joins stages: it stands
 * here so that it can't show anything else than what everyone will see.
 */

/** The draft of an update as everyone will see it. A draft that lacks something leads back to the form, which says what. */
export const showUpdatePreview: Handler<'updatePreview'> = async (visit) => {
  const facts = await readUpdateFacts(visit)
  if (!facts.withdrawn && readPublishable(visit, facts)) return draw(visit, facts, opened())
  const check = facts.stored.update?.draft ? '?check=yes' : ''
  return seeOther(address(visit.language, 'updateForm', addressValues(facts)) + check)
}

/** Publishes what was previewed and leads to the milestone's public page. */
export const sendUpdatePreview: Handler<'updatePreview'> = async (visit) => {
  const { key } = await readUpdateFacts(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await publishFromForm(house, visit.actor, key, fields)
      const { planId: plan, number, milestone } = key
      return `${address(visit.language, 'updates', { plan, number, milestone })}?done=published`
    },
    async (drawn) => draw(visit, await readUpdateFacts(visit), drawn),
  )
}

function draw(visit: AnyVisit, facts: UpdateFacts, drawn: Drawn): Response {
  const { language } = visit
  const t = updateFormTexts[language]
  const form = address(language, 'updateForm', addressValues(facts))
  const shown = facts.withdrawn ? null : readPublishable(visit, facts)
  const wrong = drawn.problems.map((problem) => problem.say(language))
  return page(
    visit,
    {
      title: `${t.previewTitle}: ${plainText(facts.subject.milestone.title, language)}`,
      hasErrors: drawn.status !== 200,
      section: 'desk',
      path: [...pathToUpdate(facts, visit), { title: facts.stored.versions.length ? t.correct : t.report, href: form }],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">{placeOf(facts, visit)}</p>
            <h1>{t.previewTitle}</h1>
            <p class="lead">{t.previewLead}</p>
          </div>
          {drawn.conflict || wrong.length ? (
            <div class="ds-error-summary" role="alert" tabIndex={-1}>
              {(wrong.length ? wrong : [t.changedMeanwhile]).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          ) : null}
          <section class="sec" aria-labelledby="prieksskatijums">
            <h2 id="prieksskatijums">{t.milestoneNumbered(facts.subject.milestone.number)}</h2>
            <div>
              {shown ? <AsPublished visit={visit} facts={facts} update={shown} /> : null}
              <form method="post" action={address(language, 'updatePreview', addressValues(facts))} class="preview-acts">
                <HiddenFields form={{ fields: opened().fields, problems: [], language }} version={facts.stored.update?.draftVersion ?? 0} />
                <input type="hidden" name="evidence" value={facts.stored.evidence.map((item) => item.id).join()} />
                <div class="acts">
                  {shown ? (
                    <button type="submit" class="ds-button">
                      {facts.stored.versions.length ? t.publishCorrection : t.publish}
                    </button>
                  ) : null}
                  <a href={form}>{t.edit}</a>
                </div>
                <p class="note gap">{t.publishNote}</p>
              </form>
            </div>
          </section>
        </>
      ),
    },
    drawn.status,
  )
}

/** The update as the milestone's page will show it. */
function AsPublished({ visit, facts, update }: { visit: AnyVisit; facts: UpdateFacts; update: PublishedUpdate }) {
  const { language } = visit
  const t = updateFormTexts[language]
  const { subject, institution } = facts
  const name = inLanguage(institution, language)
  return (
    <>
      <p class="lead">
        <Local content={subject.milestone.title} language={language} />
      </p>
      <article class="report" aria-labelledby="zinas">
        <h3 class="title2" id="zinas">
          <span {...(name?.missing ? { lang: name.language } : {})}>{name?.text ?? subject.organisationId}</span>,{' '}
          {t.stateThen(shortDate(language, subject.period.referenceDay))}
        </h3>
        <p class="meta">
          {t.willBePublished(onDate(language, update.publishedOn))}
          <MadeUp when={update.demonstration} language={language} />
        </p>
        <UpdateText update={update} end={subject.plannedEnd} language={language} />
        {update.actualStart || update.actualEnd ? (
          <dl class="facts">
            <div>
              <dt>{t.startedOn}</dt>
              <dd>{update.actualStart ? shortDate(language, update.actualStart) : t.notKnown}</dd>
            </div>
            {update.actualEnd ? (
              <div>
                <dt>{t.finishedOn}</dt>
                <dd>{shortDate(language, update.actualEnd)}</dd>
              </div>
            ) : null}
          </dl>
        ) : null}
        {update.evidence.length ? (
          <>
            <h4>{t.evidence}</h4>
            <EvidenceList
              dead={new Map()}
              language={language}
              items={update.evidence.map((item) => ({
                item,
                milestone: subject.milestone.number,
                who: name?.text ?? subject.organisationId,
                written: update.language,
              }))}
            />
          </>
        ) : null}
      </article>
    </>
  )
}
