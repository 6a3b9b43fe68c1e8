import { commitmentsOf, listPlans } from '../../cycle/plan/index.ts'
import { type ListedOrganisation, listOrganisations, sectors } from '../../people/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { sectorNames } from './factTexts.ts'
import { organisationTexts } from './organisation/texts.ts'
import { Section } from './parts.tsx'

/** In how many known commitments an organisation leads, and in how many it takes part otherwise. */
type Parts = { leads: number; takesPart: number }

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
  const bySector = sectors.flatMap((sector) => {
    const ofSector = listed.filter((one) => one.sector === sector)
    return ofSector.length ? [{ sector, ofSector }] : []
  })
  return page(visit, {
    title,
    section: institutions ? 'institutions' : 'organisations',
    children: (
      <>
        <div class="head">
          <h1>{title}</h1>
          <p class="lead">{institutions ? t.institutionsLead : t.organisationsLead}</p>
        </div>
        {bySector.map(({ sector, ofSector }) => (
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
        {bySector.length ? null : <p class="prose">{t.noneYet}</p>}
      </>
    ),
  })
}

/**
 * Those who take part in a commitment known by today, as they are called today. Who is in the data for a
 * plan that is still to come is not told yet. Six queries.
 */
async function readParts({ house: { db }, language, today }: AnyVisit, kind: 'institution' | 'organisation') {
  const plans = await listPlans(db, today)
  const commitments = await commitmentsOf(
    db,
    plans.map((plan) => plan.id),
    today,
  )
  const parts = new Map<string, Parts>()
  for (const { organisationId, part } of commitments.flatMap((one) => one.parties)) {
    const { leads, takesPart } = parts.get(organisationId) ?? { leads: 0, takesPart: 0 }
    parts.set(organisationId, part === 'lead' ? { leads: leads + 1, takesPart } : { leads, takesPart: takesPart + 1 })
  }
  const all: ListedOrganisation[] = await listOrganisations(db, today, kind, language)
  return { listed: all.filter(({ id }) => parts.has(id)), parts }
}

function partsText(parts: Parts | undefined, language: Language): string {
  const t = organisationTexts[language]
  if (!parts) return ''
  return [parts.leads ? t.leads(parts.leads) : '', parts.takesPart ? t.takesPart(parts.takesPart) : ''].filter(Boolean).join(', ')
}

const capital = (text: string, language: Language): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
