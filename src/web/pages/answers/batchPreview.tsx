import {
  type Answer,
  changedSince,
  publishBatch,
  readSharedAnswer,
  saveBatch,
  scheduleBatch,
  unscheduleBatch,
} from '../../../cycle/ideas/index.ts'
import { type BatchFacts, pathToAnswers, readBatch } from '../../../cycle/ideas/pages/answers/batchForm.tsx'
import { answerPageTexts } from '../../../cycle/ideas/pages/answers/texts.ts'
import { editedTitle, FormReader } from '../../../cycle/plan/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { onDate } from '../../../platform/languages/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { address } from '../../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../answerForm.ts'
import { DateField, ErrorSummary } from '../../components/form.tsx'
import { HiddenFields } from '../../components/HiddenFields.tsx'
import { Local } from '../../components/Local.tsx'
import { Section } from '../../components/Section.tsx'
import { page, seeOther } from '../../render.tsx'
import type { AnyVisit, Handler } from '../../visit.ts'
import { readOrganisations } from '../organisationNames.ts'
import { OneAnswer } from './AnswerBlock.tsx'
import { placesOf } from './answerFacts.ts'
import { answersTexts } from './texts.ts'

/** The answer as everyone will read it, and exactly the ideas that will get it. What is not ready leads back to its form. */
export const showBatchPreview: Handler<'answerBatchPreview'> = async (visit) => draw(visit, await readBatch(visit), opened())

/** Publishes what was previewed, now or on a day to come, takes that day back, or looks again at what the ideas are now. */
export const sendBatchPreview: Handler<'answerBatchPreview'> = async (visit) => {
  const { batch } = await readBatch(visit)
  const { language, actor } = visit
  const values = { plan: batch.planId, batch: batch.id }
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const version = reader.version()
      switch (fields.trimmed('action')) {
        case 'unschedule':
          await unscheduleBatch(house, actor, batch.id, { version })
          return address(language, 'answerBatchPreview', values)
        case 'schedule':
          await scheduleBatch(house, actor, batch.id, { version, day: reader.done(reader.day('scheduledFor')) })
          return address(language, 'answersToGive', { plan: batch.planId })
        case 'again':
          await saveBatch(house, actor, batch.id, { version, draft: batch.draft, sentences: new Map(), removed: [], preview: true })
          return address(language, 'answerBatchPreview', values)
        default: {
          const entry = await publishBatch(house, actor, batch.id, { version })
          return address(language, 'recordEntry', { seq: entry })
        }
      }
    },
    async (drawn) => draw(visit, await readBatch(visit), drawn),
  )
}

/** The shared answer as it would be published; null when the draft is not ready. */
function asPublished({ batch, surroundings }: BatchFacts, visit: AnyVisit): Answer | null {
  try {
    const { reasons, ...input } = readSharedAnswer(new Fields(batch.draft), surroundings)
    return {
      ...input,
      id: 0,
      ideaId: 0,
      number: 1,
      reasons: editedTitle(null, reasons),
      sentence: null,
      reason: null,
      batchId: batch.id,
      answeredOn: batch.scheduledFor ?? visit.today,
      demonstration: batch.demonstration,
      recordSeq: 0,
    }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function draw(visit: AnyVisit, facts: BatchFacts, drawn: Drawn): Promise<Response> {
  const { house, language } = visit
  const t = answerPageTexts[language]
  const { batch, rows, surroundings } = facts
  const values = { plan: batch.planId, batch: batch.id }
  const answer = batch.previewedVersion === batch.version ? asPublished(facts, visit) : null
  if (!answer) return seeOther(address(language, 'answerBatch', values))
  const shown = {
    organisations: await readOrganisations(house.db, [answer.institutionId]),
    commitments: await placesOf(house.db, answer.commitmentId ? [answer.commitmentId] : []),
    themes: new Map(surroundings.themes.map((theme) => [theme.id, theme])),
  }
  const form = stateOf(visit, drawn)
  const hidden = <HiddenFields form={stateOf(visit, opened())} version={batch.version} />
  const action = address(language, 'answerBatchPreview', values)
  const changed = changedSince(batch, rows)
  return page(
    visit,
    {
      title: t.previewTitle,
      hasErrors: drawn.status !== 200,
      section: 'desk',
      path: [...pathToAnswers(visit, batch.planId), { title: t.batchTitle, href: address(language, 'answerBatch', values) }],
      children: (
        <>
          <div class="head tight">
            <h1>{t.previewTitle}</h1>
            <p class="lead">{t.previewLead(rows.length)}</p>
            {batch.scheduledFor ? <p>{t.willBePublished(onDate(language, batch.scheduledFor))}</p> : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
            <ErrorSummary form={form} />
          </div>
          <Section id="kopigi" label={t.shared}>
            <OneAnswer answer={answer} facts={shown} language={language} />
          </Section>
          <Section id="idejas" label={t.ideasInIt(rows.length)}>
            <ol class="plain-list">
              {rows.map(({ idea, sentence }) => (
                <li key={idea.id}>
                  <a href={address(language, 'idea', { plan: idea.planId, idea: idea.number })}>
                    {answersTexts[language].numbered(idea.number)}, <Local content={idea.title} language={language} quiet />
                  </a>
                  {sentence ? (
                    <p>
                      <Local content={sentence} language={language} />
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
          </Section>
          <form method="post" action={action}>
            {hidden}
            <div class="acts">
              {changed.length ? (
                <button type="submit" class="ds-button" name="action" value="again">
                  {t.lookAgain}
                </button>
              ) : (
                <button type="submit" class="ds-button" name="action" value="publish">
                  {t.publishAll(rows.length)}
                </button>
              )}
              {batch.scheduledFor ? (
                <button type="submit" class="ds-button" data-variant="secondary" name="action" value="unschedule">
                  {t.unschedule}
                </button>
              ) : null}
              <a href={address(language, 'answerBatch', values)}>{t.edit}</a>
            </div>
          </form>
          {/* A form of its own: Enter in the day must not publish at once. */}
          <details class="ds-details" open={drawn.problems.length > 0}>
            <summary>{t.later}</summary>
            <form method="post" action={action} noValidate>
              <HiddenFields form={stateOf(visit, opened())} version={batch.version} />
              <DateField form={form} name="scheduledFor" label={t.day} hint={t.dayHint} dayOnly />
              <button type="submit" class="ds-button" data-variant="secondary" name="action" value="schedule">
                {t.schedule}
              </button>
            </form>
          </details>
        </>
      ),
    },
    drawn.status,
  )
}
