import { allow } from '../../../../people/index.ts'
import { Fields } from '../../../../platform/http/fields.ts'
import { pageInQuery } from '../../../../platform/http/numberInAddress.ts'
import { shortDate } from '../../../../platform/languages/dates.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../../web/answerForm.ts'
import { ErrorSummary, type FormState, TextField } from '../../../../web/components/form.tsx'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { Local } from '../../../../web/components/Local.tsx'
import { Pages } from '../../../../web/components/Pages.tsx'
import { Status } from '../../../../web/components/Status.tsx'
import { AskedField } from '../../../../web/forms/fieldSpec.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { FormReader, type Plan } from '../../../plan/index.ts'
import { ideasPolicy } from '../../policy.ts'
import { ideasOf } from '../../themes/ideasToSort.ts'
import {
  chosenIdeas,
  type ListedMerge,
  MOST_MERGED,
  mergeIdeas,
  mergesOf,
  readMerge,
  readReason,
  undoMerge,
} from '../../themes/mergeIdeas.ts'
import { IdeaRows } from '../IdeaRows.tsx'
import { pathToGroups, planToGroup } from './ideasGroup.tsx'
import { groupTexts } from './texts.ts'

/** The form of a merge of the ideas that the address names, and the log of merges, each with its undoing. */
export const showMerging: Handler<'ideasMerge'> = async (visit) => {
  allow(ideasPolicy.mergeIdeas, visit.actor, undefined)
  const plan = await planToGroup(visit)
  return draw(visit, plan, opened({ idea: visit.query.getAll('idea').slice(0, MOST_MERGED) }))
}

export const sendMerging: Handler<'ideasMerge'> = async (visit) => {
  allow(ideasPolicy.mergeIdeas, visit.actor, undefined)
  const plan = await planToGroup(visit)
  const { actor, language } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const undone = undoneIn(fields)
      if (undone) {
        const reader = new FormReader(fields)
        await undoMerge(house, actor, undone, reader.done({ reason: readReason(reader) }))
      } else await mergeIdeas(house, actor, plan.id, readMerge(fields))
      return `${address(language, 'ideasMerge', { plan: plan.id })}?done=yes`
    },
    (drawn) => draw(visit, plan, drawn),
  )
}

/** The merge that a form undoes; null when it merges. */
const undoneIn = (fields: Fields): number | null => (/^\d{1,9}$/.test(fields.trimmed('undo')) ? Number(fields.trimmed('undo')) : null)

async function draw(visit: AnyVisit, plan: Plan, drawn: Drawn): Promise<Response> {
  const { house, language, query } = visit
  const t = groupTexts[language]
  const number = pageInQuery(query)
  const { merges, more } = await mergesOf(house.db, plan.id, number)
  const undone = undoneIn(drawn.fields)
  const chosen = undone ? [] : chosenIdeas(drawn.fields)
  const ideas = await ideasOf(house.db, plan.id, chosen)
  const form = stateOf(visit, drawn)
  const action = address(language, 'ideasMerge', { plan: plan.id })
  return page(
    visit,
    {
      title: t.mergeTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToGroups(visit, plan),
      children: (
        <>
          <div class="head tight">
            <h1>{t.mergeTitle}</h1>
            <p class="lead">{t.mergeLead}</p>
            {query.has('done') && drawn.status === 200 ? (
              <p class="told" role="status">
                {t.done}
              </p>
            ) : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
            <ErrorSummary form={form} />
          </div>
          <section class="sec" aria-labelledby="idea">
            <h2 id="idea" tabIndex={-1}>
              {t.mergeThese}
            </h2>
            <div>
              {ideas.length ? (
                <form method="post" action={action} noValidate>
                  <HiddenFields form={form} version={null} />
                  <IdeaRows
                    ideas={ideas}
                    chosen={chosen}
                    visit={visit}
                    href={(one) => address(language, 'idea', { plan: plan.id, idea: one.number })}
                    about={(one) => t.supports(one.supports)}
                  />
                  <TextField form={form} name="into" label={t.into} hint={t.intoHint} type="number" short />
                  <AskedField spec={{ kind: 'texts', name: 'reason', label: t.reason, hint: t.reasonHint, stored: null }} form={form} />
                  <div class="acts">
                    <button type="submit" class="ds-button">
                      {t.doMerge}
                    </button>
                  </div>
                </form>
              ) : (
                <p>
                  {t.chooseFirst} <a href={address(language, 'ideasGroup', { plan: plan.id })}>{t.back}</a>
                </p>
              )}
            </div>
          </section>
          <section class="sec" aria-labelledby="zurnals">
            <h2 id="zurnals">{t.log}</h2>
            <div>
              {merges.length ? (
                <ul class="rows">
                  {merges.map((listed) => (
                    <MergeRow
                      key={listed.merge.id}
                      listed={listed}
                      visit={visit}
                      plan={plan}
                      form={undone === listed.merge.id ? form : null}
                    />
                  ))}
                </ul>
              ) : (
                <p>{t.noMerges}</p>
              )}
              <Pages language={language} number={number} pages={more ? 'more' : 'no more'} href={(n) => `${action}?page=${n}`} />
            </div>
          </section>
        </>
      ),
    },
    drawn.status,
  )
}

type RowProps = {
  listed: ListedMerge
  visit: AnyVisit
  plan: Plan /** What was typed to undo this one, when it was refused. */
  form: FormState | null
}

function MergeRow({ listed: { merge, source, target }, visit, plan, form }: RowProps) {
  const { language } = visit
  const t = groupTexts[language]
  const at = (number: number): string => address(language, 'idea', { plan: plan.id, idea: number })
  const own: FormState = form ?? { fields: new Fields(), problems: [], language }
  return (
    <li>
      <p class="when">
        <b>{shortDate(language, merge.mergedOn)}</b>
      </p>
      <div>
        <h3>{t.mergedInto(source.number, target.number)}</h3>
        <p>
          <a href={at(source.number)}>
            <Local content={source.title} language={language} quiet />
          </a>{' '}
          →{' '}
          <a href={at(target.number)}>
            <Local content={target.title} language={language} quiet />
          </a>
        </p>
        <p>
          <Local content={merge.reason} language={language} />
        </p>
        {merge.objectedOn ? (
          <>
            <p>
              <Status icon="late" colour="bad" word={t.objected} extra={shortDate(language, merge.objectedOn)} />
            </p>
            {merge.objection ? (
              <blockquote class="typed" lang={source.language}>
                {merge.objection}
              </blockquote>
            ) : null}
          </>
        ) : null}
        {merge.undoneOn ? (
          <p>
            <Status icon="x" colour="" word={t.undone(shortDate(language, merge.undoneOn))} />{' '}
            <Local content={merge.undoneReason} language={language} />
          </p>
        ) : (
          <details class="ds-details" open={form !== null}>
            <summary>{t.undo}</summary>
            <form method="post" action={address(language, 'ideasMerge', { plan: plan.id })} noValidate>
              <HiddenFields form={{ ...own, fields: new Fields() }} version={null} />
              <input type="hidden" name="undo" value={merge.id} />
              <UndoReason form={own} id={merge.id} shown={form !== null} />
              <div class="acts">
                <button type="submit" class="ds-button" data-variant="secondary">
                  {t.undo}
                </button>
              </div>
            </form>
          </details>
        )}
      </div>
    </li>
  )
}

/** The reason of an undoing; only the one that was refused carries the ids to which the summary of mistakes leads. */
function UndoReason({ form, id, shown }: { form: FormState; id: number; shown: boolean }) {
  const t = groupTexts[form.language]
  if (shown)
    return <AskedField spec={{ kind: 'texts', name: 'reason', label: t.undoReason, hint: t.reasonHint, stored: null }} form={form} />
  const field = `iemesls-${id}`
  return (
    <div class="field">
      <label class="ds-label" for={field}>
        {t.undoReason}
      </label>
      <p class="hint">{t.reasonHint}</p>
      <textarea class="ds-input" id={field} name={`reason.${form.language}`} rows={2} />
    </div>
  )
}
