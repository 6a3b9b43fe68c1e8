import { standingOf } from '../../cycle/monitoring/index.ts'
import { type CommitmentWithParts, commitmentsOn, countCommitmentsOn, type Plan, plansById } from '../../cycle/plan/index.ts'
import { topicById } from '../../follow/index.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Follow } from '../components/Follow.tsx'
import { Local } from '../components/Local.tsx'
import { Pages } from '../components/Pages.tsx'
import { Section } from '../components/Section.tsx'
import { newsLinks, scopeKey } from '../feeds.ts'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { CommitmentIndex } from './commitmentIndex.tsx'
import { readOrganisations } from './organisationNames.ts'
import { planNamesDay } from './plan/facts.ts'

const texts = defineTexts({
  lv: {
    eyebrow: 'Tēma',
    lead: (n: number) =>
      `${n} ${pluralLv(n, { zero: 'apņemšanos, par kurām avotos teikts, ka tās', one: 'apņemšanās, par kuru avotos teikts, ka tā', other: 'apņemšanās, par kurām avotos teikts, ka tās' })} kalpo šim mērķim.`,
    none: 'Neviena zināma apņemšanās nav saistīta ar šo tēmu.',
  },
  en: {
    eyebrow: 'Topic',
    lead: (n: number) =>
      `${n} ${pluralEn(n, { one: 'commitment that the sources say serves', other: 'commitments that the sources say serve' })} this aim.`,
    none: 'No known commitment is about this topic.',
  },
})

/** So many commitments stand on one page. */
const ON_A_PAGE = 20

/** One OGP value or grand challenge: the commitments of every plan that serve it, the newest plan first, and how they stand. */
export const topicPage: Handler<'topic'> = async (visit) => {
  const { house, language, today, values } = visit
  const t = texts[language]
  const { topic, name } = topicById(values.topic)
  const number = pageInQuery(visit.query)
  const total = await countCommitmentsOn(house.db, topic, today)
  const pages = Math.max(1, Math.ceil(total / ON_A_PAGE))
  if (number > pages) throw notFound()
  const commitments = await commitmentsOn(house.db, topic, today, ON_A_PAGE, (number - 1) * ON_A_PAGE)
  const byPlan = groupBy(commitments, ({ commitment }) => commitment.planId)
  const plans = await plansById(house.db, [...byPlan.keys()], today)
  const standing = await standingOf(house.db, commitments, today)
  const organisations = await readOrganisations(
    house.db,
    commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId)),
  )
  const withCommitments = plans.flatMap((plan): { plan: Plan; some: CommitmentWithParts[] }[] => {
    const some = byPlan.get(plan.id)
    return some ? [{ plan, some }] : []
  })
  const feeds = newsLinks(language, 'topicNews', { topic })
  const here = address(language, 'topic', { topic })
  const search = (n: number): string => (n === 1 ? '' : `?page=${n}`)
  return page(visit, {
    title: plainText(name, language),
    feeds,
    section: 'commitments',
    search: search(number),
    children: (
      <>
        <div class="head">
          <p class="eyebrow">{t.eyebrow}</p>
          <h1>{plainText(name, language)}</h1>
          <p class="lead">{total ? t.lead(total) : t.none}</p>
        </div>
        {withCommitments.map(({ plan, some }) => (
          <Section key={plan.id} id={plan.id} label={<Local content={plan.shortTitle} language={language} quiet />}>
            <CommitmentIndex
              commitments={some}
              standing={plan.approvedOn ? standing : new Map()}
              names={organisations.namesOn(planNamesDay(plan, today))}
              language={language}
              today={today}
            />
          </Section>
        ))}
        <Pages language={language} number={number} pages={pages} href={(n) => here + search(n)} />
        <Follow what={scopeKey.topic(topic)} links={feeds} language={language} />
      </>
    ),
  })
}
