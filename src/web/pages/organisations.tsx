import { partsTaken } from '../../cycle/plan/index.ts'
import { listOrganisations, sectors } from '../../people/index.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { Pages } from '../components/Pages.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { sectorNames } from './factTexts.ts'
import { organisationTexts } from './organisation/texts.ts'
import { Section } from './parts.tsx'

/** So many stand on one page. */
const ON_A_PAGE = 200

/** All institutions that take part in a plan, by sector and name. */
export const institutionsPage: Handler<'institutions'> = (visit) => listPage(visit, 'institution')

/** All organisations that take part in a plan, by sector and name. */
export const organisationsPage: Handler<'organisations'> = (visit) => listPage(visit, 'organisation')

async function listPage(visit: AnyVisit, kind: 'institution' | 'organisation'): Promise<Response> {
  const { language } = visit
  const t = organisationTexts[language]
  const institutions = kind === 'institution'
  const title = institutions ? t.institutions : t.organisations
  const { listed, parts } = await readParts(visit, kind)
  const number = pageInQuery(visit.query)
  const pages = Math.max(1, Math.ceil(listed.length / ON_A_PAGE))
  if (number > pages) throw notFound()
  const bySector = groupBy(listed.slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE), ({ sector }) => sector)
  const here = address(language, institutions ? 'institutions' : 'organisations')
  return page(visit, {
    title,
    section: institutions ? 'institutions' : 'organisations',
    children: (
      <>
        <div class="head">
          <h1>{title}</h1>
          <p class="lead">{institutions ? t.institutionsLead : t.organisationsLead}</p>
        </div>
        {[...bySector].map(([sector, ofSector]) => (
          <Section key={sector} id={sector} label={capital(sectorNames[language][sector], language)}>
            <ul class="names-list">
              {ofSector.map(({ id, name }) => (
                <li key={id}>
                  <a href={address(language, kind, { id })}>
                    <Local content={name} language={language} quiet />
                  </a>
                  <span class="meta">{partsText(parts.get(id), language)}</span>
                </li>
              ))}
            </ul>
          </Section>
        ))}
        <Pages language={language} number={number} pages={pages} href={(page) => (page === 1 ? here : `${here}?page=${page}`)} />
        {listed.length ? null : <p class="prose">{t.noneYet}</p>}
      </>
    ),
  })
}

/**
 * Those who take part in a commitment known by today, by sector and in it by name, as they are called today. Who is
 * in the data for a plan that is still to come is not told yet. Two queries.
 */
const readParts = ({ house: { db }, language, today, recall }: AnyVisit, kind: 'institution' | 'organisation') =>
  recall(`${kind}s in ${language}`, async () => {
    const parts = await partsTaken(db, today)
    const listed = (await listOrganisations(db, today, kind, language)).filter(({ id }) => parts.has(id))
    return { listed: sectors.flatMap((sector) => listed.filter((one) => one.sector === sector)), parts }
  })

function partsText(parts: { leads: number; takesPart: number } | undefined, language: Language): string {
  const t = organisationTexts[language]
  if (!parts) return ''
  return [parts.leads ? t.leads(parts.leads) : '', parts.takesPart ? t.takesPart(parts.takesPart) : ''].filter(Boolean).join(', ')
}

const capital = (text: string, language: Language): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
