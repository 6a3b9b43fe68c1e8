import { formatNumber, formatPercent } from '../../../platform/languages/numbers.ts'
import { WideTable } from '../../../web/components/WideTable.tsx'
import { optionsLeft } from '../asElection.ts'
import { formOf } from '../content.ts'
import { LEAST_OF_A_SECTOR } from '../groups.ts'
import type { GroupSupport } from '../result.ts'
import { ballotTexts } from './ballotTexts.ts'
import { type CountedBallot, chosenAs, titlesOf } from './counted.ts'
import { OptionName } from './OptionName.tsx'
import { resultTexts } from './resultTexts.ts'
import { groupName, methodName } from './words.tsx'

/** The options that were left, the chosen ones first, as they were chosen. */
const inOrderOfChoice = (of: CountedBallot): number[] =>
  optionsLeft(of.ballot)
    .map(({ number }) => number)
    .sort((a, b) => (chosenAs(of, a) ?? 99) - (chosenAs(of, b) ?? 99) || a - b)

/** What each side and each sector supported. */
export function Groups({ of }: { of: CountedBallot }) {
  const { ballot, result, language } = of
  const t = resultTexts[language]
  const way = formOf(ballot.content.settings)
  const points = way === 'points'
  const options = inOrderOfChoice(of)
  const columns = [
    ...result.sides.map((group) => ({ group, by: 'side' as const })),
    ...result.sectors.map((group) => ({ group, by: 'sector' as const })),
  ].filter(({ group }) => group.votes < of.votes.length || result.sides.length < 2)
  const cell = ({ given, votes }: GroupSupport, option: number): string => {
    const of = given[option] ?? 0
    if (points) return formatNumber(language, Math.round((of / votes) * 10) / 10)
    return `${formatNumber(language, of)} (${formatPercent(language, Math.round((of * 100) / votes))})`
  }
  return (
    <>
      <p class="note">{points ? t.whoPointsNote : way === 'places' ? t.whoPlacesNote : t.whoNote}</p>
      {ballot.secret ? <p class="note">{t.smallGroups(LEAST_OF_A_SECTOR)}</p> : null}
      <WideTable label={t.tableOf(t.who)}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{t.option}</th>
              {columns.map(({ group, by }) => (
                <th scope="col" class="n" key={`${by} ${group.group}`}>
                  {t.groupVotes(groupName(group.group, by, language), group.votes)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option}>
                <th scope="row">
                  <OptionName of={of} option={option} />
                </th>
                {columns.map(({ group, by }) => (
                  <td class="n" key={`${by} ${group.group}`}>
                    {cell(group, option)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}

/** The same votes under the other methods: the whole list, and what differs from this ballot's. */
export function OtherMethods({ of }: { of: CountedBallot }) {
  const { ballot, count, result, language } = of
  const t = resultTexts[language]
  const { method } = ballot.content.settings
  const mine = new Set(count.winners)
  const difference = (winners: readonly string[]): string => {
    const plus = winners.filter((one) => !mine.has(one))
    const minus = count.winners.filter((one) => !winners.includes(one))
    return plus.length || minus.length ? t.differs(titlesOf(of, plus), titlesOf(of, minus)) : t.sameSet
  }
  const rows = [
    { method, winners: count.winners, words: t.thisMethod, tied: count.ties.length > 0 },
    ...result.others.map((other) => ({ ...other, words: difference(other.winners) })),
  ]
  return (
    <>
      <p class="note">{t.othersNote}</p>
      <WideTable label={t.tableOf(t.others)}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{t.option}</th>
              {rows.map((row) => (
                <th scope="col" key={row.method}>
                  {methodName(row.method, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrderOfChoice(of)
              .filter((number) => rows.some(({ winners }) => winners.includes(String(number))))
              .map((number) => (
                <tr key={number}>
                  <th scope="row">
                    <OptionName of={of} option={number} />
                  </th>
                  {rows.map(({ method: by, winners }) => {
                    const at = winners.indexOf(String(number))
                    return (
                      <td class={at < 0 ? '' : 'win'} key={by}>
                        {at < 0 ? '–' : `${at + 1}.`}
                      </td>
                    )
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      </WideTable>
      <dl class="facts gap">
        {rows.map((row) => (
          <div key={row.method}>
            <dt>{methodName(row.method, language)}</dt>
            <dd>
              {row.words}
              {row.tied ? ` (${t.tiedThere})` : ''}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Who was entitled and who voted, by sector. */
export function TurnoutTable({ of }: { of: Pick<CountedBallot, 'result' | 'language'> }) {
  const { result, language } = of
  const t = resultTexts[language]
  return (
    <>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.sector}</th>
            <th scope="col">{t.side}</th>
            <th scope="col" class="n">
              {t.entitled}
            </th>
            <th scope="col" class="n">
              {t.voted}
            </th>
            {result.recused ? (
              <th scope="col" class="n">
                {t.recused}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {result.turnout.map(({ sector, side, entitled, voted, recused }) => (
            <tr key={`${sector} ${side}`}>
              <th scope="row">{groupName(sector, 'sector', language)}</th>
              <td>{side === 'government' ? ballotTexts[language].sideGovernment : ballotTexts[language].sideOther}</td>
              <td class="n">{formatNumber(language, entitled)}</td>
              <td class="n">{formatNumber(language, voted)}</td>
              {result.recused ? <td class="n">{formatNumber(language, recused)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {result.blank ? <p class="gap">{t.blank(result.blank)}</p> : null}
    </>
  )
}
