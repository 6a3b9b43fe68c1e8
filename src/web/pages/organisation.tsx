import { isInstitution, organisationObject } from '../../people/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Follow } from '../components/Follow.tsx'
import { Local } from '../components/Local.tsx'
import { Section } from '../components/Section.tsx'
import { newsLinks, scopeKey } from '../feeds.ts'
import { named } from '../named.ts'
import { recordAbout } from '../recordAbout.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { About } from './organisation/About.tsx'
import { type OrganisationFacts, readOrganisation } from './organisation/facts.ts'
import { PartIndex } from './organisation/PartIndex.tsx'
import { RecordTable } from './organisation/RecordTable.tsx'
import { organisationTexts } from './organisation/texts.ts'

/** One institution: what it answers for, what it has said, and whether in time. */
export const institutionPage: Handler<'institution'> = (visit) => organisationOf(visit, visit.values.id, 'institution')

/** One organisation: where it takes part, what it has said, and whether in time. */
export const organisationPage: Handler<'organisation'> = (visit) => organisationOf(visit, visit.values.id, 'organisation')

async function organisationOf(visit: AnyVisit, id: string, asked: 'institution' | 'organisation'): Promise<Response> {
  const { house, language, today } = visit
  const t = organisationTexts[language]
  const facts = await readOrganisation(visit, id)
  const { organisation, plans, record } = facts
  const institution = isInstitution(organisation.sector)
  const kind = institution ? 'institution' : 'organisation'
  if (kind !== asked) return new Response(null, { status: 301, headers: { Location: address(language, kind, { id: organisation.id }) } })
  const list = institution ? 'institutions' : 'organisations'
  const feeds = newsLinks(language, `${kind}News`, { id: organisation.id })
  return page(visit, {
    feeds,
    title: named(organisation.name, language, organisation.id),
    section: list,
    path: [{ title: t[list], href: address(language, list) }],
    children: (
      <>
        <div class="head">
          <h1 class="long">
            <Local content={organisation.name} language={language} />
          </h1>
          <p class="lead">{sum(facts, language)}</p>
        </div>
        {plans.map(({ plan, parts }) => (
          <Section key={plan.id} id={plan.id} label={<Local content={plan.shortTitle} language={language} quiet />}>
            <PartIndex plan={plan} parts={parts} language={language} today={today} />
          </Section>
        ))}
        {plans.length ? (
          <Section id="laika" label={t.record}>
            <RecordTable
              record={record}
              plans={plans.map(({ plan }) => plan)}
              language={language}
              today={today}
              notReal={house.demonstration !== null}
            />
          </Section>
        ) : null}
        <About organisation={organisation} label={institution ? t.aboutInstitution : t.aboutOrganisation} language={language} />
        <p>
          <a href={recordAbout(language, organisationObject(organisation.sector, id))}>{t.inRecord}</a>
        </p>
        <Follow what={scopeKey.organisation(organisation.id)} links={feeds} language={language} />
      </>
    ),
  })
}

/** For how much it answers, and in how much it takes part otherwise. */
function sum({ plans }: OrganisationFacts, language: Language): string {
  const t = organisationTexts[language]
  const parts = plans.flatMap((one) => one.parts)
  const leads = parts.filter(({ party }) => party.part === 'lead').length
  const others = parts.length - leads
  if (!parts.length) return t.noCommitments
  if (!leads) return t.sumOnlyTakesPart(others)
  return others ? `${t.sumLeads(leads)} ${t.sumTakesPart(others)}` : t.sumLeads(leads)
}
