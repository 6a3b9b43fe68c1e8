import { documentsPolicy, type ListFilter } from '../../cycle/documents/index.ts'
import { type Plan, planById } from '../../cycle/plan/index.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Icon } from '../components/Icon.tsx'
import { Pages } from '../components/Pages.tsx'
import { Section } from '../components/Section.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { isNarrowed, queryOf, readAsked } from './documents/asked.ts'
import { FilterForm, Sorting } from './documents/FilterForm.tsx'
import { ListTable } from './documents/ListTable.tsx'
import { deadIn, type Listed, lastAdded, pageOfList, yearsOfList } from './documents/listing.ts'
import { listTexts } from './documents/listTexts.ts'
import { readOrganisations } from './organisationNames.ts'
import { pathBelowPlan } from './plan/facts.ts'
import { planName } from './planName.ts'

/** So many stand on one page. */
const PAGE = 50

/** The repository of a plan: everything in it, with the day it was added. */
export const documentsPage: Handler<'documents'> = async (visit) => {
  const plan = await planById(visit.house.db, visit.values.plan, visit.today)
  if (!plan) throw notFound()
  const { language } = visit
  return draw(visit, {
    plan,
    title: listTexts[language].titleOfPlan(planName(language, plan, 'genitive')),
    here: address(language, 'documents', { plan: plan.id }),
    csv: address(language, 'documentsCsv', { plan: plan.id }),
  })
}

/** The repositories of all plans as one list. */
export const allDocumentsPage: Handler<'allDocuments'> = (visit) =>
  draw(visit, {
    plan: null,
    title: listTexts[visit.language].titleOfAll,
    here: address(visit.language, 'allDocuments'),
    csv: address(visit.language, 'allDocumentsCsv'),
  })

type About = { plan: Plan | null; title: string; here: string; csv: string }

async function draw(visit: AnyVisit, { plan, title, here, csv }: About): Promise<Response> {
  const { house, language, today, recall } = visit
  const t = listTexts[language]
  const { filter, ignored } = readAsked(visit.query, plan?.id ?? null, today)
  const number = pageInQuery(visit.query)
  const { rows, total, last, years, organisations, dead } = await recall(
    `documents ${plan?.id ?? ''}${queryOf(filter, number)}`,
    async () => {
      const found = await pageOfList(house.db, filter, number, PAGE)
      return {
        ...found,
        last: await lastAdded(house.db, filter),
        years: await yearsOfList(house.db, filter),
        organisations: await readOrganisations(house.db, publishersOf(found.rows)),
        dead: await deadIn(house, found.rows),
      }
    },
  )
  const pages = Math.max(1, Math.ceil(total / PAGE))
  if (number > pages) throw notFound()
  const planTitles = new Map(visit.frame.plans.map((one) => [one.id, one.title]))
  return page(visit, {
    title,
    section: 'documents',
    path: plan ? pathBelowPlan(plan, language) : [],
    search: queryOf(filter, number),
    children: (
      <>
        <div class="head">
          <h1>{title}</h1>
          <p class="lead">
            {last ? (isNarrowed(filter) ? t.last(shortDate(language, last)) : t.lead(total, shortDate(language, last))) : t.empty}
          </p>
          <ForSecretariat visit={visit} plan={plan} />
        </div>
        {last ? (
          <>
            <Section id="atlase" label={t.choose}>
              <FilterForm here={here} filter={filter} years={years} language={language} />
            </Section>
            <Section id="saraksts" label={t.list}>
              {ignored ? <p class="filter-line">{t.ignored}</p> : null}
              <Found here={here} filter={filter} total={total} visit={visit} />
              {rows.length ? (
                <>
                  <Sorting here={here} filter={filter} language={language} />
                  <ListTable
                    rows={rows}
                    organisations={organisations}
                    dead={dead}
                    planTitle={(id) => (plan ? null : (planTitles.get(id) ?? id))}
                    language={language}
                  />
                  <Pages language={language} number={number} pages={pages} href={(to) => `${here}${queryOf(filter, to)}`} />
                </>
              ) : null}
              <p class="acts">
                <a href={`${csv}${queryOf(filter)}`}>
                  <Icon name="table" /> {t.csv}
                </a>
                {plan ? <a href={address(language, 'allDocuments')}>{t.allPlans}</a> : null}
              </p>
              <p class="note">{t.csvNote}</p>
            </Section>
          </>
        ) : null}
      </>
    ),
  })
}

const publishersOf = (rows: readonly Listed[]): string[] =>
  rows.flatMap((row) => (row.kind === 'evidence' ? row.organisationId : (row.version.organisationId ?? [])))

type FoundProps = { here: string; filter: ListFilter; total: number; visit: AnyVisit }

/** How much a narrowed list has, and the way back to the whole. */
function Found({ here, filter, total, visit }: FoundProps) {
  const t = listTexts[visit.language]
  if (!isNarrowed(filter)) return null
  return (
    <p class="filter-line">
      {total ? `${t.found(total)}.` : t.noneMatch}{' '}
      <a href={`${here}${queryOf({ ...filter, kind: null, language: null, year: null })}`}>{t.showAll}</a>
    </p>
  )
}

/** What was just published, and the ways to the secretariat's forms. */
function ForSecretariat({ visit, plan }: { visit: AnyVisit; plan: Plan | null }) {
  const { language, actor } = visit
  const t = listTexts[language]
  if (!plan || !documentsPolicy.publishDocument(actor, undefined)) return null
  const published = /^[1-9]\d?$/.exec(visit.query.get('done') ?? '')
  return (
    <>
      {published ? (
        <p class="lead" role="status">
          {t.published(Number(published[0]))}
        </p>
      ) : null}
      <p class="acts">
        <a class="ds-button" href={address(language, 'documentNew', { plan: plan.id })}>
          {t.add}
        </a>
        <a class="ds-button" data-variant="secondary" href={address(language, 'uploadNew', { plan: plan.id })}>
          {t.addMany}
        </a>
      </p>
    </>
  )
}
