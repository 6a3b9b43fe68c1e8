import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { bare } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { Handler } from '../../../web/visit.ts'
import { moderationLog } from '../moderation/queries.ts'
import { LogTable } from './LogTable.tsx'
import { moderationTexts } from './moderationTexts.ts'

/** The public log of moderation, of all plans or of one. */
export const moderationLogPage: Handler<'moderationLog'> = async (visit) => {
  const { house, language, query, frame } = visit
  const t = moderationTexts[language]
  const planId = query.get('plan')
  const plan = planId === null ? null : frame.plans.find((one) => one.id === planId)
  const before = query.get('before')
  if (plan === undefined || (before !== null && !/^[1-9]\d{0,8}$/.test(before))) throw notFound()
  const { entries, more } = await moderationLog(house.db, { planId, before: before === null ? null : Number(before) })
  const here = address(language, 'moderationLog')
  const ofPlan = planId === null ? [] : [['plan', planId]]
  const last = entries.at(-1)?.entry.id
  const queryWith = (more: string[][]): string => {
    const text = new URLSearchParams([...ofPlan, ...more]).toString()
    return text ? `?${text}` : ''
  }
  return page(visit, {
    title: t.log,
    section: 'ideas',
    path: [{ title: t.title, href: address(language, 'moderationRules') }],
    search: queryWith(before === null ? [] : [['before', before]]),
    children: (
      <>
        <div class="head tight">
          <h1>{t.log}</h1>
          <p class="lead">{t.logLead}</p>
        </div>
        {plan ? (
          <p class="filter-line">
            {t.ofPlan(bare(plan.title))} <a href={here}>{t.allPlans}</a>
          </p>
        ) : null}
        {entries.length ? <LogTable entries={entries} language={language} /> : <p>{t.noEntries}</p>}
        {more || before !== null ? (
          <nav class="ds-pagination gap" aria-label={t.log}>
            <ul>
              {before === null ? null : (
                <li>
                  <a href={`${here}${queryWith([])}`}>{t.newest}</a>
                </li>
              )}
              {more ? (
                <li>
                  <a rel="next" href={`${here}${queryWith([['before', String(last)]])}`}>
                    {t.older}
                  </a>
                </li>
              ) : null}
            </ul>
          </nav>
        ) : null}
      </>
    ),
  })
}
