import { actsFor, allow, holds, listOrganisations, organisationNamesAt } from '../../../../people/index.ts'
import type { Fields } from '../../../../platform/http/fields.ts'
import { byDateShort, onDate } from '../../../../platform/languages/dates.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../../web/answerForm.ts'
import { FilterChoice, Options } from '../../../../web/components/FilterChoice.tsx'
import { ErrorSummary, Select } from '../../../../web/components/form.tsx'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { Name } from '../../../../web/components/Name.tsx'
import { around, named } from '../../../../web/named.ts'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { type Plan, planById } from '../../../plan/index.ts'
import { addToBatch, beginBatch, MOST_IN_BATCH } from '../../answers/answerBatches.ts'
import { assignAnswers } from '../../answers/assignAnswers.ts'
import { openBatches } from '../../answers/queries.ts'
import { SECRETARIAT } from '../../answers/tables.ts'
import { ideasPolicy } from '../../policy.ts'
import { ideasToSort, placeIn, placeText, type SortFilter, waitingByAnswerer } from '../../themes/ideasToSort.ts'
import { chosenIdeas } from '../../themes/mergeIdeas.ts'
import { themesOf } from '../../themes/themeQueries.ts'
import { IdeaRows } from '../IdeaRows.tsx'
import { answerPageTexts } from './texts.ts'

/** Who looks at what: the plan, whose draft it becomes, and what is listed. */
type Asked = { plan: Plan; ownerId: string | null; filter: SortFilter; query: URLSearchParams }

const SECRETARIATS = 'sekretariats'

/** Reads who asks for what. Officers see what their institution is to answer, the secretariat everything. */
async function askedIn(visit: AnyVisit): Promise<Asked> {
  const { house, actor, values, query, today } = visit
  const secretariat = holds(actor, 'secretariat')
  const mine = actsFor(actor, 'officer')
  const asked = query.get('for')
  const ownerId = secretariat ? null : (mine.find((id) => id === asked) ?? mine[0] ?? null)
  allow(ideasPolicy.answerIdeas, actor, { institutions: ownerId === null ? [] : [ownerId] })
  const plan = await planById(house.db, values.plan ?? '', today)
  if (!plan) throw notFound()
  const theme = query.get('theme') ?? ''
  const answerer = query.get('answerer') ?? ''
  return {
    plan,
    ownerId,
    query,
    filter: {
      planId: plan.id,
      theme: theme === 'none' ? 'none' : /^\d{1,9}$/.test(theme) ? Number(theme) : null,
      answerer: ownerId ?? (answerer === SECRETARIATS ? SECRETARIAT : answerer || null),
      waiting: true,
      tag: '',
      words: (query.get('q') ?? '').trim(),
    },
  }
}

/** Ideas that await an answer, for those who give it. */
export const showAnswersToGive: Handler<'answersToGive'> = async (visit) => draw(visit, await askedIn(visit), opened())

/** Begins an answer to those that were marked or listed, adds them to a draft, or names who is to answer them. */
export const sendAnswersToGive: Handler<'answersToGive'> = async (visit) => {
  const asked = await askedIn(visit)
  const { plan, ownerId, filter } = asked
  const { actor, language } = visit
  const batchAt = (batch: number): string => address(language, 'answerBatch', { plan: plan.id, batch })
  return answerForm(
    visit,
    async (house, fields) => {
      const ideaIds = chosenIdeas(fields)
      switch (fields.trimmed('action')) {
        case 'assign': {
          const institutionId = fields.trimmed('to')
          const to = institutionId === SECRETARIATS ? null : institutionId
          const changed = await assignAnswers(house, actor, { planId: plan.id, ideaIds, institutionId: to })
          return `${hereOf(visit, asked)}${hereOf(visit, asked).includes('?') ? '&' : '?'}assigned=${changed}`
        }
        case 'add': {
          const batch = Number(fields.trimmed('batch'))
          if (!Number.isInteger(batch) || batch < 1) throw new Refusal(400)
          await addToBatch(house, actor, batch, ideaIds)
          return batchAt(batch)
        }
        case 'beginAll': {
          const { ideas } = await ideasToSort(house.db, filter, null, MOST_IN_BATCH)
          return batchAt(await beginBatch(house, actor, { planId: plan.id, ownerId, ideaIds: ideas.map(({ id }) => id) }))
        }
        default:
          return batchAt(await beginBatch(house, actor, { planId: plan.id, ownerId, ideaIds }))
      }
    },
    (drawn) => draw(visit, asked, drawn),
  )
}

/** The address of the list as it is narrowed, at its beginning. */
function hereOf({ language }: AnyVisit, { plan, query }: Asked, after?: string): string {
  const kept = new URLSearchParams([...query].filter(([name, value]) => ['for', 'theme', 'answerer', 'q'].includes(name) && value))
  if (after) kept.set('after', after)
  const text = kept.toString()
  return address(language, 'answersToGive', { plan: plan.id }) + (text ? `?${text}` : '')
}

async function draw(visit: AnyVisit, asked: Asked, drawn: Drawn): Promise<Response> {
  const { house, language, today, query } = visit
  const t = answerPageTexts[language]
  const { plan, ownerId, filter } = asked
  const secretariat = ownerId === null
  const { ideas, next } = await ideasToSort(house.db, filter, placeIn(query))
  const themes = await themesOf(house.db, plan.id)
  const batches = await openBatches(house.db, { planId: plan.id, ownerId })
  const waiting = secretariat ? await waitingByAnswerer(house.db, plan.id) : new Map<string, number>()
  const institutions = secretariat ? await listOrganisations(house.db, today, 'institution', language) : []
  const names = await organisationNamesAt(house.db, [...new Set([...waiting.keys(), ownerId ?? ''])].filter(Boolean), today)
  const form = stateOf(visit, drawn)
  const assigned = /^\d{1,6}$/.exec(query.get('assigned') ?? '')?.[0]
  return page(
    visit,
    {
      title: t.title,
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      search: hereOf(visit, asked, query.get('after') ?? undefined).replace(/^[^?]*/, ''),
      path: [{ title: t.desk, href: address(language, 'desk') }],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Name of={ownerId ? named(names.get(ownerId), language, ownerId) : named(plan.shortTitle, language)} />
            </p>
            <h1>{t.title}</h1>
            <p class="lead">{t.lead}</p>
            {assigned ? (
              <p class="told" role="status">
                {t.assigned(Number(assigned))}
              </p>
            ) : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
            <ErrorSummary form={form} />
          </div>
          {batches.length ? (
            <section class="sec" aria-labelledby="melnraksti">
              <h2 id="melnraksti">{t.drafts}</h2>
              <ul class="link-list">
                {batches.map((batch) => (
                  <li key={batch.id}>
                    <a href={address(language, 'answerBatch', { plan: plan.id, batch: batch.id })}>{t.draftOf(batch.ideas)}</a>{' '}
                    <span class="meta">
                      {batch.scheduledFor ? t.scheduledFor(onDate(language, batch.scheduledFor)) : null}
                      {batch.heldBackOn ? t.heldBack(onDate(language, batch.heldBackOn)) : null}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section class="sec" aria-labelledby="atlase">
            <h2 id="atlase">{t.narrow}</h2>
            <form method="get" class="filters" action={address(language, 'answersToGive', { plan: plan.id })}>
              {query.get('for') ? <input type="hidden" name="for" value={query.get('for') ?? ''} /> : null}
              <div>
                <label class="lab" for="q">
                  {t.words}
                </label>
                <input class="ds-input" id="q" name="q" type="search" value={filter.words} />
              </div>
              {secretariat ? (
                <FilterChoice name="answerer" label={t.answerer} all={t.everyone}>
                  <Options
                    choices={[...waiting].map(([id, count]) => ({
                      value: id === SECRETARIAT ? SECRETARIATS : id,
                      label:
                        id === SECRETARIAT
                          ? t.secretariatWith(count)
                          : around(named(names.get(id), language, id), (name) => `${name} (${count})`),
                    }))}
                    chosen={query.get('answerer')}
                  />
                </FilterChoice>
              ) : null}
              <FilterChoice name="theme" label={t.theme} all={t.everyTheme}>
                <Options
                  choices={[
                    { value: 'none', label: t.noTheme },
                    ...themes.map((one) => ({ value: String(one.id), label: named(one.title, language) })),
                  ]}
                  chosen={query.get('theme')}
                />
              </FilterChoice>
              <button type="submit" class="ds-button" data-variant="secondary">
                {t.show}
              </button>
            </form>
          </section>
          <section class="sec" aria-labelledby="gaida">
            <h2 id="gaida">{t.waiting}</h2>
            <div>
              {ideas.length ? (
                <form method="post" action={hereOf(visit, asked)} noValidate>
                  <HiddenFields form={form} version={null} />
                  <IdeaRows
                    ideas={ideas}
                    chosen={chosenIdeas(form.fields)}
                    visit={visit}
                    href={(one) => address(language, 'ideaAnswer', { plan: plan.id, idea: one.number })}
                    about={(one) => [t.due(byDateShort(language, one.answerDue)), t.supports(one.supports)].join(' · ')}
                  />
                  {next ? (
                    <p class="gap">
                      <a rel="next" href={hereOf(visit, asked, placeText(next))}>
                        {t.next}
                      </a>
                    </p>
                  ) : null}
                  <fieldset class="group">
                    <legend class="title2">{t.chosen}</legend>
                    <p class="acts">
                      <button type="submit" class="ds-button" name="action" value="begin">
                        {t.begin}
                      </button>
                      <button type="submit" class="ds-button" data-variant="secondary" name="action" value="beginAll">
                        {t.beginAll}
                      </button>
                    </p>
                    {batches.length ? <AddToDraft form={form} batches={batches} language={language} /> : null}
                    {secretariat ? (
                      <>
                        <Select
                          form={form}
                          name="to"
                          label={t.assignTo}
                          choices={[
                            { value: SECRETARIATS, label: t.secretariat },
                            ...institutions.map(({ id, name }) => ({ value: id, label: named(name, language, id) })),
                          ]}
                        />
                        <p class="acts">
                          <button type="submit" class="ds-button" data-variant="secondary" name="action" value="assign">
                            {t.assign}
                          </button>
                        </p>
                      </>
                    ) : null}
                  </fieldset>
                </form>
              ) : (
                <p>{t.nothingWaits}</p>
              )}
            </div>
          </section>
        </>
      ),
    },
    drawn.status,
  )
}

type Batches = Awaited<ReturnType<typeof openBatches>>
type AddProps = {
  form: { fields: Fields; problems: Drawn['problems']; language: AnyVisit['language'] }
  batches: Batches
  language: AnyVisit['language']
}

function AddToDraft({ form, batches, language }: AddProps) {
  const t = answerPageTexts[language]
  return (
    <>
      <Select
        form={form}
        name="batch"
        label={t.addTo}
        choices={batches.map((batch) => ({ value: String(batch.id), label: `${t.draftOf(batch.ideas)} (${batch.id})` }))}
      />
      <p class="acts">
        <button type="submit" class="ds-button" data-variant="secondary" name="action" value="add">
          {t.add}
        </button>
      </p>
    </>
  )
}
