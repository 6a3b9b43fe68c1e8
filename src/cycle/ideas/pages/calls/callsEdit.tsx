import { dateRange } from '../../../../platform/languages/dates.ts'
import { address } from '../../../../web/addresses.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import type { Plan } from '../../../plan/index.ts'
import { type Call, callState } from '../../calls/callState.ts'
import { allCallsOf } from '../../calls/queries.ts'
import { kindNames } from '../../kindWords.ts'
import { CallStatus } from './CallStatus.tsx'
import { pathToCalls, planOfCalls } from './callFacts.ts'
import { callFormTexts } from './callFormTexts.ts'

/** A plan's calls for the secretariat: what is being written, what is open, what is over. */
export const showCallsEdit: Handler<'callsEdit'> = async (visit) => {
  const plan = await planOfCalls(visit)
  const { language, house } = visit
  const t = callFormTexts[language]
  const calls = await allCallsOf(house.db, plan.id)
  return page(visit, {
    title: t.calls,
    section: 'manage',
    path: pathToCalls(visit, plan).slice(0, 2),
    children: (
      <>
        <div class="head tight">
          <p class="eyebrow">
            <Local content={plan.shortTitle} language={language} quiet />
          </p>
          <h1>{t.calls}</h1>
          <p class="lead">{t.lead}</p>
          <p class="acts">
            <a class="ds-button" href={address(language, 'callNew', { plan: plan.id })}>
              {t.newCall}
            </a>
          </p>
        </div>
        {calls.length ? (
          <ul class="rows">
            {calls.map((call) => (
              <CallRow key={call.id} visit={visit} plan={plan} call={call} />
            ))}
          </ul>
        ) : (
          <p>{t.none}</p>
        )}
      </>
    ),
  })
}

function CallRow({ visit, plan, call }: { visit: AnyVisit; plan: Plan; call: Call }) {
  const { language, today } = visit
  const t = callFormTexts[language]
  const state = callState(call, today)
  const at = { plan: plan.id, call: call.id }
  return (
    <li>
      <p class="when">
        <b>{dateRange(language, call.startsOn, call.endsOn)}</b>
        <span>
          <CallStatus state={state} language={language} />
        </span>
      </p>
      <div>
        <h2 class="title2">
          <a href={address(language, state === 'draft' ? 'callPreview' : 'call', at)}>
            <Local content={call.title} language={language} />
          </a>
        </h2>
        <p class="acts">
          <a href={address(language, 'callEdit', at)}>{t.edit}</a>
          {state === 'coming' || state === 'open' ? <a href={address(language, 'callClose', at)}>{t.close}</a> : null}
          {state === 'draft' || state === 'coming' ? null : (
            <>
              {call.kinds.map((kind) => (
                <a key={kind} href={address(language, 'ideaEnter', { ...at, kind })}>
                  {t.enter}: {kindNames[language][kind].toLocaleLowerCase(language)}
                </a>
              ))}
              <a href={address(language, 'importNew', at)}>{t.import}</a>
            </>
          )}
        </p>
      </div>
    </li>
  )
}
