import { allow } from '../../../../people/index.ts'
import { Fields } from '../../../../platform/http/fields.ts'
import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { onDate } from '../../../../platform/languages/dates.ts'
import { languages } from '../../../../platform/languages/languages.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { DraftButtons } from '../../../../web/components/DraftActs.tsx'
import { ErrorSummary } from '../../../../web/components/form.tsx'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { Local } from '../../../../web/components/Local.tsx'
import { TwoVersions } from '../../../../web/components/TwoVersions.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import { AskedField, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { FormReader, type TypedText } from '../../../plan/index.ts'
import { discardBatch, saveBatch } from '../../answers/answerBatches.ts'
import { type Surroundings, surroundingsOf } from '../../answers/answerInput.ts'
import { AnswerStatus } from '../../answers/answerWords.tsx'
import { type AnswerBatch, type BatchIdea, batchById, ideasIn, ownersOf } from '../../answers/queries.ts'
import type { AnswerDraft } from '../../answers/tables.ts'
import { ideasPolicy } from '../../policy.ts'
import { ideaRowTexts } from '../ideaRowTexts.ts'
import { answerQuestions } from './answerQuestions.ts'
import { answerPageTexts } from './texts.ts'

/** A draft for several ideas as those who answer work on it. */
export type BatchFacts = { batch: AnswerBatch; rows: BatchIdea[]; surroundings: Surroundings }

/** The draft at an address, for those alone who prepare it. */
export async function readBatch({ house, actor, values, today }: AnyVisit): Promise<BatchFacts> {
  const batch = await batchById(house.db, idInAddress(values.batch))
  allow(ideasPolicy.answerIdeas, actor, batch ? ownersOf(batch) : { institutions: [] })
  if (!batch || batch.planId !== values.plan || batch.publishedOn !== null) throw notFound()
  return { batch, rows: await ideasIn(house.db, batch.id), surroundings: await surroundingsOf(house.db, actor, batch, today) }
}

const sentenceField = (id: number): string => `sentence.${id}`
const shared = /^(?:state|into|institution|(?:reasons)\.(?:lv|en|checked))$/

/** What a draft's form shows when it is opened. */
const storedFields = ({ batch, rows }: BatchFacts): AnswerDraft => ({
  ...batch.draft,
  ...Object.assign({}, ...rows.map(({ idea, sentence }) => localFields(sentenceField(idea.id), sentence))),
})

/** The form of a draft for several ideas: the shared answer, and each idea with a sentence of its own. */
export const showBatch: Handler<'answerBatch'> = async (visit) => {
  const facts = await readBatch(visit)
  return draw(visit, facts, opened(storedFields(facts)))
}

export const sendBatch: Handler<'answerBatch'> = async (visit) => {
  const { batch, rows } = await readBatch(visit)
  const { language, actor } = visit
  const values = { plan: batch.planId, batch: batch.id }
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const version = reader.version()
      const action = fields.trimmed('action')
      if (action === 'discard') {
        await discardBatch(house, actor, batch.id, { version })
        return address(language, 'answersToGive', { plan: batch.planId })
      }
      const preview = action !== 'save'
      const sentences = new Map<number, TypedText>(
        rows.flatMap(({ idea }) => {
          const name = sentenceField(idea.id)
          return languages.some((of) => fields.has(`${name}.${of}`)) ? [[idea.id, reader.local(name, 1_000)] as const] : []
        }),
      )
      const draft = Object.fromEntries(Object.entries(fields.toRecord()).filter(([name]) => shared.test(name)))
      const removed = fields.all('removed').flatMap((value) => (/^\d{1,9}$/.test(value) ? [Number(value)] : []))
      await saveBatch(house, actor, batch.id, reader.done({ version, draft, sentences, removed, preview }))
      return preview ? address(language, 'answerBatchPreview', values) : `${address(language, 'answerBatch', values)}?done=saved`
    },
    async (drawn) => draw(visit, await readBatch(visit), drawn),
  )
}

function draw(visit: AnyVisit, facts: BatchFacts, drawn: Drawn): Response {
  const { language, today } = visit
  const t = answerPageTexts[language]
  const { batch, rows, surroundings } = facts
  const small = drawn.fields.trimmed('action') === 'discard'
  const form = stateOf(visit, small ? { ...drawn, fields: new Fields(storedFields(facts)) } : drawn)
  const questions = answerQuestions(language, surroundings, null)
  const comparison = small ? null : compare(drawn, storedFields(facts), [{ title: null, specs: questions }], language)
  const removed = form.fields.all('removed')
  const action = address(language, 'answerBatch', { plan: batch.planId, batch: batch.id })
  return page(
    visit,
    {
      title: t.batchTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      path: pathToAnswers(visit, batch.planId),
      children: (
        <>
          <div class="head tight">
            <h1>{t.batchTitle}</h1>
            {visit.query.get('done') === 'saved' && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.saved}
              </p>
            ) : null}
            {batch.heldBackOn ? <p class="note">{t.heldBack(onDate(language, batch.heldBackOn))}</p> : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
          </div>
          {comparison ? <TwoVersions comparison={comparison} language={language} /> : <ErrorSummary form={form} />}
          <form method="post" action={action} noValidate>
            <HiddenFields form={form} version={versionIn(drawn, batch.version)} />
            <section class="sec" aria-labelledby="kopigi">
              <h2 id="kopigi">{t.shared}</h2>
              <div>
                {questions.map((spec) => (
                  <AskedField key={spec.name} spec={spec} form={form} />
                ))}
              </div>
            </section>
            <section class="sec" aria-labelledby="idejas">
              <h2 id="idejas">{t.ideasInIt(rows.length)}</h2>
              <div>
                {rows.length ? (
                  <ul class="idea-rows">
                    {rows.map(({ idea, sentence }) => (
                      <li key={idea.id} class="with-sentence">
                        <p>
                          <span class="meta">{ideaRowTexts[language].numbered(idea.number)}</span>{' '}
                          <a href={address(language, 'idea', { plan: idea.planId, idea: idea.number })}>
                            <Local content={idea.title} language={language} quiet />
                          </a>{' '}
                          <AnswerStatus state={idea.answerState} due={idea.answerDue} today={today} language={language} />
                        </p>
                        <details class="ds-details" open={sentence !== null}>
                          <summary>{t.ownSentence}</summary>
                          <AskedField
                            spec={{ kind: 'texts', name: sentenceField(idea.id), label: t.ownSentence, optional: true, stored: sentence }}
                            form={form}
                          />
                        </details>
                        <label class="opt">
                          <input type="checkbox" name="removed" value={idea.id} checked={removed.includes(String(idea.id))} />
                          <span>{t.takeOut(idea.number)}</span>
                        </label>
                      </li>
                    ))}
                  </ul>
                ) : (
                  <p>{t.noIdeas}</p>
                )}
                <p>
                  <a href={address(language, 'answersToGive', { plan: batch.planId })}>{t.addMore}</a>
                </p>
                <DraftButtons texts={t} />
              </div>
            </section>
          </form>
          <form method="post" action={action} class="gap">
            <HiddenFields form={stateOf(visit, opened())} version={batch.version} />
            <p class="note">{t.discardNote}</p>
            <button type="submit" class="ds-button" data-variant="secondary" name="action" value="discard">
              {t.discard}
            </button>
          </form>
        </>
      ),
    },
    drawn.status,
  )
}

/** The way to what lies below the list of ideas to answer. */
export const pathToAnswers = ({ language }: AnyVisit, plan: string) => [
  { title: answerPageTexts[language].desk, href: address(language, 'desk') },
  { title: answerPageTexts[language].title, href: address(language, 'answersToGive', { plan }) },
]
