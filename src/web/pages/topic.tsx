import { standingOf } from '../../cycle/monitoring/index.ts'
import type { CommitmentWithParts, Plan } from '../../cycle/plan/index.ts'
import { oneTopic } from '../../follow/index.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import { Follow } from '../components/Follow.tsx'
import { Local } from '../components/Local.tsx'
import { newsLinks, scopeKey } from '../feeds.ts'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { CommitmentIndex } from './commitmentIndex.tsx'
import { readOrganisations } from './organisationNames.ts'
import { Section } from './parts.tsx'
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

/** One OGP value or grand challenge: the commitments of every plan that serve it, and how they stand. */
export const topicPage: Handler<'topic'> = async (visit) => {
  const { house, language, today, values } = visit
  const t = texts[language]
  const { name, plans, commitments } = await oneTopic(house, values.topic)
  const standing = await standingOf(house.db, commitments, today)
  const organisations = await readOrganisations(
    house.db,
    commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId)),
  )
  const byPlan = groupBy(commitments, ({ commitment }) => commitment.planId)
  const withCommitments = plans.flatMap((plan): { plan: Plan; some: CommitmentWithParts[] }[] => {
    const some = byPlan.get(plan.id)
    return some ? [{ plan, some }] : []
  })
  const feeds = newsLinks(language, 'topicNews', { topic: values.topic })
  return page(visit, {
    title: plainText(name, language),
    feeds,
    section: 'commitments',
    children: (
      <>
        <div class="head">
          <p class="eyebrow">{t.eyebrow}</p>
          <h1>{plainText(name, language)}</h1>
          <p class="lead">{commitments.length ? t.lead(commitments.length) : t.none}</p>
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
        <Follow what={scopeKey.topic(values.topic)} links={feeds} language={language} />
      </>
    ),
  })
}
