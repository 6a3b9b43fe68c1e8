import { allow } from '../../../people/index.ts'
import { type Language, type LocalText, languages, plainText } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { bare, langOf } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { commitmentsOf, planById } from '../../plan/index.ts'
import { type EasyText, easyTextsOf } from '../easyQueries.ts'
import { type EasyThing, objectOf } from '../easyThings.ts'
import { noticeKindNames } from '../noticeWords.ts'
import { informPolicy } from '../policy.ts'
import { listNotices } from '../queries.ts'
import { easyFormTexts } from './easyTexts.ts'
import { editAddress, listAddress } from './editAddress.ts'

/** A thing of the list: how it is called, and the entry of the record that wrote it last. */
type Row = { thing: EasyThing; label: string | null; title: LocalText; seq: number }

/** The things of a plan that can be told in easy language, its latest notices among them, each with how its texts stand; the current plan's unless the address names another. */
export const showEasyList: Handler<'easyList'> = async (visit) => {
  allow(informPolicy.writeEasyTexts, visit.actor, undefined)
  const { house, language, today, frame, query } = visit
  const t = easyFormTexts[language]
  const current = frame.plans.find((one) => one.current) ?? frame.plans[0]
  const id = query.get('plan') ?? current?.id
  const rows = id === undefined ? [] : await rowsOf(visit, id)
  const texts = await easyTextsOf(
    house.db,
    rows.map(({ thing }) => objectOf(thing)),
    today,
  )
  return page(visit, {
    title: t.list,
    section: 'manage',
    path: [{ title: t.manage, href: address(language, 'manage') }],
    search: query.has('plan') ? `?${new URLSearchParams({ plan: id ?? '' })}` : '',
    children: (
      <>
        <div class="head tight">
          <h1>{t.list}</h1>
          <p class="lead">{t.listLead}</p>
        </div>
        <nav aria-label={t.plans}>
          <p class="filter-line">
            {frame.plans.map((plan, index) => (
              <span key={plan.id}>
                {index ? ' · ' : ''}
                {plan.id === id ? (
                  <b aria-current="page" {...langOf(plan.title)}>
                    {bare(plan.title)}
                  </b>
                ) : (
                  <a href={listAddress(language, plan.id)} {...langOf(plan.title)}>
                    {bare(plan.title)}
                  </a>
                )}
              </span>
            ))}
          </p>
        </nav>
        <table class="ds-table stack">
          <thead>
            <tr>
              <th scope="col">{t.thing}</th>
              <th scope="col">{t.inLv}</th>
              <th scope="col">{t.inEn}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={objectOf(row.thing)}>
                <th scope="row">
                  {row.label} <Local content={row.title} language={language} quiet />
                </th>
                {languages.map((of) => (
                  <td key={of} data-l={of === 'lv' ? t.inLv : t.inEn}>
                    <Standing row={row} text={texts.get(objectOf(row.thing))?.get(of) ?? null} of={of} language={language} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ),
  })
}

async function rowsOf({ house, language, today }: AnyVisit, planId: string): Promise<Row[]> {
  const t = easyFormTexts[language]
  const plan = await planById(house.db, planId, today)
  if (!plan) throw notFound()
  const commitments = await commitmentsOf(house.db, [plan.id], today)
  const { notices } = await listNotices(house.db, { planId: plan.id, kind: null, year: null }, today, 1)
  return [
    { thing: { plan: plan.id }, label: `${t.plan}:`, title: plan.shortTitle, seq: plan.recordSeq },
    ...commitments.map(({ commitment }) => ({
      thing: { plan: plan.id, number: commitment.number },
      label: `${commitment.number}.`,
      title: commitment.title,
      seq: commitment.recordSeq,
    })),
    ...notices
      .filter(({ version }) => !version.withdrawn)
      .map(({ notice, version }) => ({
        thing: { notice: notice.id },
        label: `${noticeKindNames[language][notice.kind]}:`,
        title: version.title,
        seq: version.recordSeq,
      })),
  ]
}

/** How a thing's text in a language stands, and the way to write it. */
function Standing({ row, text, of, language }: { row: Row; text: EasyText | null; of: Language; language: Language }) {
  const t = easyFormTexts[language]
  const title = plainText(row.title, language)
  return (
    <>
      {!text ? (
        <Status icon="none" colour="" word={t.none} />
      ) : text.originalSeq < row.seq ? (
        <Status icon="late" colour="mid" word={t.outdated} extra={t.current(text.version)} />
      ) : (
        <Status icon="done" colour="good" word={t.current(text.version)} />
      )}{' '}
      <a href={editAddress(language, row.thing, of)} aria-label={text ? t.editThis(t[of], title) : t.writeThis(t[of], title)}>
        {text ? t.edit : t.write}
      </a>
    </>
  )
}
