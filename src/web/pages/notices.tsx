import { listNotices, type NoticeKind, noticeKindNames, noticeKinds, yearsOfNotices } from '../../cycle/inform/index.ts'
import { planById } from '../../cycle/plan/index.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Follow } from '../components/Follow.tsx'
import { Name } from '../components/Name.tsx'
import { Pages } from '../components/Pages.tsx'
import { Section } from '../components/Section.tsx'
import { type FeedLink, newsLinks, scopeKey } from '../feeds.ts'
import type { PathStep } from '../Layout.tsx'
import { around, type Named, named } from '../named.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { NoticeRows } from './notice/NoticeRows.tsx'
import { noticePageTexts } from './notice/texts.ts'
import { pathBelowPlan } from './plan/facts.ts'

/** News and notices of everything. */
export const noticesPage: Handler<'notices'> = (visit) =>
  listPage(visit, null, { title: noticePageTexts[visit.language].title, path: [], feeds: newsLinks(visit.language, 'news') })

/** News and notices of one plan. */
export const planNoticesPage: Handler<'planNotices'> = async (visit) => {
  const { house, language, today } = visit
  const plan = await planById(house.db, visit.values.plan, today)
  if (!plan) throw notFound()
  return listPage(visit, plan.id, {
    title: around(named(plan.shortTitle, language), noticePageTexts[language].titleOf),
    path: pathBelowPlan(plan, language),
    feeds: newsLinks(language, 'planNews', { plan: plan.id }),
  })
}

type About = { title: Named; path: readonly PathStep[]; feeds: readonly FeedLink[] }

async function listPage(visit: AnyVisit, planId: string | null, { title, path, feeds }: About): Promise<Response> {
  const { house, language, today, query } = visit
  const t = noticePageTexts[language]
  const number = pageInQuery(query)
  const years = await yearsOfNotices(house.db, planId, today)
  const { kind, year, ignored } = readFilter(query, years)
  const { notices, older } = await listNotices(house.db, { planId, kind, year }, today, number)
  if (number > 1 && !notices.length) throw notFound()
  const here = planId === null ? address(language, 'notices') : address(language, 'planNotices', { plan: planId })
  return page(visit, {
    title,
    section: 'notices',
    path,
    search: queryOf(kind, year, number),
    feeds,
    children: (
      <>
        <div class="head">
          <h1 class="long">
            <Name of={title} />
          </h1>
          <p class="lead">{t.lead}</p>
          <p class="acts">
            <a href={address(language, 'events')}>{t.events}</a>
          </p>
        </div>
        {years.length ? (
          <Section id="atlase" label={t.choose}>
            <FilterForm visit={visit} kind={kind} year={year} years={years} />
          </Section>
        ) : null}
        <Section id="jaunumi" label={t.latest}>
          {ignored ? <p class="filter-line">{t.ignored}</p> : null}
          {notices.length ? (
            <NoticeRows visit={visit} notices={notices} plans={planId === null} />
          ) : (
            <p class="prose">
              {years.length ? t.noneMatch : t.none} {years.length ? <a href={here}>{t.showAll}</a> : null}
            </p>
          )}
          <Pages
            language={language}
            number={number}
            pages={older ? 'more' : 'no more'}
            href={(n) => here + queryOf(kind, year, n)}
            previous={t.newer}
            next={t.older}
          />
        </Section>
        <Follow what={planId === null ? scopeKey.everything : scopeKey.plan(planId)} links={feeds} language={language} />
      </>
    ),
  })
}

/** The filter an address asks for. What fits nothing is left out, and `ignored` says so. */
function readFilter(query: URLSearchParams, years: readonly number[]): { kind: NoticeKind | null; year: number | null; ignored: boolean } {
  const [askedKind, askedYear] = [query.get('kind') || null, query.get('year') || null]
  const kind = noticeKinds.find((one) => one === askedKind) ?? null
  const year = years.find((one) => String(one) === askedYear) ?? null
  return { kind, year, ignored: (askedKind !== null && kind === null) || (askedYear !== null && year === null) }
}

/** The query string of a list, so that it can be shared. */
function queryOf(kind: NoticeKind | null, year: number | null, number: number): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', kind)
  if (year) query.set('year', String(year))
  if (number > 1) query.set('page', String(number))
  const text = query.toString()
  return text ? `?${text}` : ''
}

type FilterProps = { visit: AnyVisit; kind: NoticeKind | null; year: number | null; years: readonly number[] }

/** Chooses notices by address alone: a plain form that any browser sends. */
function FilterForm({ visit: { language }, kind, year, years }: FilterProps) {
  const t = noticePageTexts[language]
  return (
    <form method="get" class="filters notices-filter">
      <div>
        <label class="lab" for="kind">
          {t.kind}
        </label>
        <select class="ds-input" id="kind" name="kind">
          <option value="">{t.everyKind}</option>
          {noticeKinds.map((one) => (
            <option key={one} value={one} selected={one === kind}>
              {noticeKindNames[language][one]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label class="lab" for="year">
          {t.year}
        </label>
        <select class="ds-input" id="year" name="year">
          <option value="">{t.everyYear}</option>
          {years.map((one) => (
            <option key={one} value={one} selected={one === year}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="ds-button">
        {t.show}
      </button>
    </form>
  )
}
