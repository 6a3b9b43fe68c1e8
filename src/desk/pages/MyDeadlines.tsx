import { DueDates, deadlinesFor, deadlinesOfOne } from '../../cycle/monitoring/index.ts'
import { AnswerGiven, type ExtensionRequest, extensionTexts, isExtendable, isPeriodClosed } from '../../cycle/plan/index.ts'
import { dateRange, shortDate } from '../../platform/languages/dates.ts'
import { address } from '../../web/addresses.ts'
import { Name } from '../../web/components/Name.tsx'
import { named } from '../../web/named.ts'
import type { AnyVisit } from '../../web/visit.ts'
import type { Desk } from '../desk.ts'

type Props = { visit: AnyVisit; desk: Desk; requests: readonly ExtensionRequest[] }

/** Until when one has to hand in, by law and by the working plan, and what became of a wish for more time. */
export function MyDeadlines({ visit, desk, requests }: Props) {
  const { language, today } = visit
  const { at, mine } = desk
  const [only] = mine.length === 1 ? mine : []
  const e = extensionTexts[language]
  const plans = at.plans.filter(({ id }) =>
    at.commitments.some(
      ({ commitment, parties }) => commitment.planId === id && parties.some(({ organisationId }) => mine.includes(organisationId)),
    ),
  )
  const rows = plans.flatMap((plan) =>
    at.periods
      .filter((period) => period.planId === plan.id && !isPeriodClosed(period, at, today))
      .map((period) => {
        const general = deadlinesFor(period, at.deadlines)
        return { plan, period, deadlines: only ? deadlinesOfOne(general, only) : general }
      })
      .filter(({ deadlines }) => deadlines.legal || deadlines.working),
  )
  if (!rows.length) return null
  return (
    <dl class="facts desk-facts">
      {rows.map(({ plan, period, deadlines }) => {
        const { working } = deadlines
        const asked = requests.filter(({ deadlineId }) => deadlineId === working?.id)
        const isOpen = (id: string): boolean => asked.some(({ organisationId, decision }) => organisationId === id && decision === null)
        return (
          <div key={period.id}>
            <dt>
              <Name of={named(plan.shortTitle, language)} />
              <span class="meta block">{dateRange(language, period.startsOn, period.referenceDay)}</span>
            </dt>
            <dd>
              <DueDates deadlines={deadlines} today={today} language={language} />
              {asked.map((request) => (
                <div key={request.id} class="request">
                  <p>
                    {only ? null : (
                      <>
                        <Name of={named(at.organisations.get(request.organisationId)?.nameOn(today), language)} />
                        {': '}
                      </>
                    )}
                    {e.asked(shortDate(language, request.wishedUntil), shortDate(language, request.askedOn))}
                  </p>
                  <AnswerGiven request={request} language={language} />
                </div>
              ))}
              {working && isExtendable(working) && !mine.every(isOpen) ? (
                <p>
                  <a href={address(language, 'extensionAsk', { plan: plan.id, deadline: working.id })}>{e.askLink}</a>
                </p>
              ) : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
