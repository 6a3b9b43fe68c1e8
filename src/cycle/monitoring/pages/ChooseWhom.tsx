import { groupBy } from '../../../platform/groupBy.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { dateRange, shortDate } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { compareTexts } from '../../../platform/languages/numbers.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { Checkboxes, Radios } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { MOST_IN_A_WEEK, type Remindable } from '../remindable.ts'
import { choiceOf } from './reminderChoice.ts'
import { remindersTexts } from './remindersTexts.ts'

/** So many stand on one page: those that are marked there get their letters together. */
const PAGE = 100

type Props = { visit: AnyVisit; drawn: Drawn; all: readonly Remindable[] }

/** Everyone from whom something is awaited, to be marked; those who can't be reminded now are named with the reason. */
export function ChooseWhom({ visit, drawn, all }: Props) {
  const { language, today, query } = visit
  const t = remindersTexts[language]
  const nameOf = ({ organisation }: Remindable): string => plainText(organisation.nameOn(today), language)
  const sorted = [...all].sort((a, b) => compareTexts(language, nameOf(a), nameOf(b)))
  const reachable = sorted.filter(({ why }) => why === null)
  const resting = sorted.filter(({ why }) => why === 'today' || why === 'often')
  const silent = [...new Map(sorted.filter(({ why }) => why === 'nobody').map((one) => [one.organisationId, one])).values()]
  const number = pageInQuery(query)
  const pages = Math.max(1, Math.ceil(reachable.length / PAGE))
  if (number > pages) throw notFound()
  const shown = reachable.slice((number - 1) * PAGE, number * PAGE)
  const typed = drawn.fields.toRecord()
  // Opened without a choice, the page has everyone marked.
  const to = drawn.status === 200 && !typed.to?.length ? shown.map(choiceOf) : (typed.to ?? [])
  const form = stateOf(visit, { ...drawn, fields: opened({ letters: ['lv'], ...typed, to }).fields })
  const plan = query.get('plan')
  const at = (page: number): string =>
    `${address(language, 'reminders')}?${new URLSearchParams({ ...(plan ? { plan } : {}), page: String(page) })}`
  return (
    <>
      <form method="get" action={address(language, 'reminders')} class="measure">
        {[...groupBy(shown, ({ of }) => of.period)].map(([period, members]) => {
          const [first] = members
          return first ? (
            <Checkboxes
              key={period.id}
              form={form}
              name="to"
              label={t.whom(plainText(first.plan.shortTitle, language), dateRange(language, period.startsOn, period.referenceDay))}
              choices={members.map((one) => ({
                value: choiceOf(one),
                label: <Local content={one.organisation.nameOn(today)} language={language} />,
                hint: hintOf(one, language),
              }))}
            />
          ) : null
        })}
        {shown.length ? (
          <>
            <Radios
              form={form}
              name="letters"
              label={t.letters}
              choices={[
                { value: 'lv', label: t.latvian },
                { value: 'en', label: t.english },
              ]}
            />
            <div class="acts">
              <button type="submit" class="ds-button" name="preview" value="1">
                {t.preview}
              </button>
            </div>
          </>
        ) : null}
      </form>
      <Pages language={language} number={number} pages={pages} href={at} />
      {resting.length ? (
        <div class="prose gap">
          <h2 class="title2">{t.rests}</h2>
          <ul class="names">
            {resting.map((one) => (
              <li key={choiceOf(one)}>
                {nameOf(one)}: {reasonNotTo(one, language)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {silent.length ? (
        <div class="prose gap">
          <h2 class="title2">{t.nobody}</h2>
          <p>{t.nobodyText}</p>
          <ul class="names">
            {silent.map((one) => (
              <li key={one.organisationId}>
                <Local content={one.organisation.nameOn(today)} language={language} />
              </li>
            ))}
          </ul>
          <p>
            <a href={address(language, 'people')}>{t.invite}</a>
          </p>
        </div>
      ) : null}
    </>
  )
}

function hintOf({ missing, people, lastOn }: Remindable, language: Language): string {
  const t = remindersTexts[language]
  return [
    t.missing(missing.map(({ commitment }) => commitment.number)),
    t.people(people.length),
    ...(lastOn ? [t.reminded(shortDate(language, lastOn))] : []),
  ].join('; ')
}

/** Why someone is not reminded now. */
export function reasonNotTo({ why }: Remindable, language: Language): string {
  const t = remindersTexts[language]
  return why === 'nobody' ? t.nobody : why === 'today' ? t.today : t.often(MOST_IN_A_WEEK)
}
