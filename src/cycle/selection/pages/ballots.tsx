import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { around, named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { Handler } from '../../../web/visit.ts'
import { planById } from '../../plan/index.ts'
import { ballotsOf } from '../queries.ts'
import { ballotTexts } from './ballotTexts.ts'
import { BallotStatus } from './words.tsx'

/** The ballots of a plan. */
export const ballotsPage: Handler<'ballots'> = async (visit) => {
  const { house, language, today } = visit
  const plan = await planById(house.db, visit.values.plan, today)
  if (!plan) throw notFound()
  const ballots = await ballotsOf(house.db, plan.id, house.clock)
  const t = ballotTexts[language]
  return page(visit, {
    title: around(named(plan.shortTitle, language), (name) => `${t.ballots}: ${name}`),
    path: [{ title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: plan.id }) }],
    children: (
      <>
        <div class="head tight">
          <h1>{t.ballots}</h1>
          <p class="lead">{t.ballotsLead}</p>
        </div>
        {ballots.length ? (
          <ul class="rows">
            {ballots.map((ballot) => (
              <li key={ballot.id}>
                <div>
                  <h2 class="title2">
                    <a href={address(language, 'ballot', { ballot: ballot.id })}>
                      <Local content={ballot.content.title} language={language} />
                    </a>
                    <MadeUp when={ballot.demonstration} language={language} />
                  </h2>
                  <p>
                    <BallotStatus ballot={ballot} language={language} />
                  </p>
                  {ballot.result ? (
                    <p>
                      <a href={address(language, 'ballotResult', { ballot: ballot.id })}>{t.seeResult}</a>
                    </p>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t.noBallots}</p>
        )}
      </>
    ),
  })
}
