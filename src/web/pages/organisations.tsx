import { participants, partsTaken } from '../../cycle/plan/index.ts'
import { institutionSectors, isInstitution, type Sector, sectors } from '../../people/index.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { FilterChoice, Options } from '../components/FilterChoice.tsx'
import { Local } from '../components/Local.tsx'
import { Pages } from '../components/Pages.tsx'
import { Section } from '../components/Section.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { sectorNames } from './factTexts.ts'
import { organisationTexts } from './organisation/texts.ts'

/** So many stand on one page. */
const ON_A_PAGE = 25

/** All institutions that take part in a plan, by name. */
export const institutionsPage: Handler<'institutions'> = (visit) => listPage(visit, 'institution')

/** All organisations that take part in a plan, by name. */
export const organisationsPage: Handler<'organisations'> = (visit) => listPage(visit, 'organisation')

const sectorsOf: Record<'institution' | 'organisation', readonly Sector[]> = {
  institution: institutionSectors,
  organisation: sectors.filter((sector) => !isInstitution(sector)),
}

async function listPage(visit: AnyVisit, kind: 'institution' | 'organisation'): Promise<Response> {
  const { language, query } = visit
  const t = organisationTexts[language]
  const title = kind === 'institution' ? t.institutions : t.organisations
  const sector = sectorsOf[kind].find((one) => one === query.get('sector')) ?? null
  const number = pageInQuery(query)
  const { listed, more, parts } = await readPage(visit, kind, sector, number)
  if (number > 1 && !listed.length) throw notFound()
  const here = address(language, kind === 'institution' ? 'institutions' : 'organisations')
  return page(visit, {
    title,
    section: kind === 'institution' ? 'institutions' : 'organisations',
    search: queryOf(sector, number),
    children: (
      <>
        <div class="head">
          <h1>{title}</h1>
          <p class="lead">{kind === 'institution' ? t.institutionsLead : t.organisationsLead}</p>
        </div>
        <Section id="atlase" label={t.choose}>
          <form method="get" class="filters">
            <FilterChoice name="sector" label={t.sector} all={t.allSectors}>
              <Options choices={sectorsOf[kind].map((value) => ({ value, label: sectorNames[language][value] }))} chosen={sector} />
            </FilterChoice>
            <button type="submit" class="ds-button">
              {t.show}
            </button>
            <p class="note">
              <a href={`${address(language, 'search')}?kind=${kind}`}>{t.searchByName}</a>
            </p>
          </form>
        </Section>
        <Section id="saraksts" label={t.byName}>
          <ul class="names-list">
            {listed.map(({ id, name, sector }) => (
              <li key={id}>
                <a href={address(language, kind, { id })}>
                  <Local content={name} language={language} quiet />
                </a>
                <span class="meta">{[...partWords(parts.get(id), language), sectorNames[language][sector]].join(', ')}</span>
              </li>
            ))}
          </ul>
          {listed.length ? null : <p class="prose">{t.noneYet}</p>}
          <Pages language={language} number={number} pages={more ? 'more' : 'no more'} href={(n) => here + queryOf(sector, n)} />
        </Section>
      </>
    ),
  })
}

/** The query string of a list, so that it can be shared. */
function queryOf(sector: Sector | null, number: number): string {
  const query = new URLSearchParams()
  if (sector) query.set('sector', sector)
  if (number > 1) query.set('page', String(number))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/**
 * One page of those who take part in a commitment known by today, as they are called today, and whether more follow.
 * Who is in the data for a plan that is still to come is not told yet. Two queries.
 */
const readPage = (
  { house: { db }, language, today, recall }: AnyVisit,
  kind: 'institution' | 'organisation',
  sector: Sector | null,
  number: number,
) =>
  recall(`${kind}s in ${language} of ${sector} ${number}`, async () => {
    const sectors = sector ? [sector] : sectorsOf[kind]
    const found = await participants(db, today, { language, sectors, limit: ON_A_PAGE + 1, offset: (number - 1) * ON_A_PAGE })
    const listed = found.slice(0, ON_A_PAGE)
    const ids = listed.map(({ id }) => id)
    return { listed, more: found.length > ON_A_PAGE, parts: await partsTaken(db, ids, today) }
  })

function partWords(parts: { leads: number; takesPart: number } | undefined, language: Language): string[] {
  const t = organisationTexts[language]
  return [...(parts?.leads ? [t.leads(parts.leads)] : []), ...(parts?.takesPart ? [t.takesPart(parts.takesPart)] : [])]
}
