import type { SchulzeRound } from '../../../methods/counting/schulze.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { WideTable } from '../../../web/components/WideTable.tsx'
import { optionsLeft } from '../asElection.ts'
import { ChoiceDrawing } from './ChoiceDrawing.tsx'
import { type CountedBallot, chosenAs, titleOf } from './counted.ts'
import { OptionName, Outcome } from './OptionName.tsx'
import { resultTexts } from './resultTexts.ts'

/** Options by what each has in sum: choices, points, or how many others it beats. */
export function ResultTotals({ of, totals, what }: { of: CountedBallot; totals: Readonly<Record<string, number>>; what: string }) {
  const { language } = of
  const t = resultTexts[language]
  const rows = optionsLeft(of.ballot)
    .map(({ number }) => ({ option: String(number), total: totals[number] ?? 0, chosen: chosenAs(of, number) }))
    .sort((a, b) => (a.chosen ?? 99) - (b.chosen ?? 99) || b.total - a.total || Number(a.option) - Number(b.option))
  return (
    <>
      <ChoiceDrawing
        id="sumas"
        title={t.barsTitle(what)}
        chosenHeading={t.chosenInOrder}
        othersHeading={t.notChosen}
        first={{ heading: what, under: t.ofVoters(of.votes.length) }}
        second={null}
        rows={rows.map(({ option, total, chosen }) => ({
          title: titleOf(of, option),
          chosen,
          strong: false,
          first: { value: total, words: formatNumber(language, total) },
          second: null,
        }))}
      />
      <table class="ds-table gap">
        <caption>{t.sameInTable}</caption>
        <thead>
          <tr>
            <th scope="col">{t.option}</th>
            <th scope="col" class="n">
              {what}
            </th>
            <th scope="col">{t.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ option, total }) => (
            <tr key={option}>
              <th scope="row">
                <OptionName of={of} option={option} />
              </th>
              <td class="n">{formatNumber(language, total)}</td>
              <td>
                <Outcome of={of} option={option} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The table of all pairs: how many voters rank the one above the other. */
export function Pairs({ of, round }: { of: CountedBallot; round: SchulzeRound }) {
  const { language } = of
  const t = resultTexts[language]
  const order = round.order.flat()
  const votes = (one: string, other: string): number => round.pairwise[one]?.[other] ?? 0
  return (
    <>
      <h3 class="gap">{t.pairs}</h3>
      <WideTable label={t.tableOf(t.pairs)} gap>
        <table class="ds-table ballot-pairs">
          <caption>{t.pairsNote}</caption>
          <thead>
            <tr>
              <th scope="col">{t.option}</th>
              {order.map((other, index) => (
                <th scope="col" class="n" key={other}>
                  <abbr title={titleOf(of, other)}>{index + 1}.</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((one, index) => (
              <tr key={one}>
                <th scope="row">
                  {index + 1}. <OptionName of={of} option={one} />
                </th>
                {order.map((other) => (
                  <td class={one !== other && votes(one, other) > votes(other, one) ? 'n win' : 'n'} key={other}>
                    {one === other ? '–' : votes(one, other) > votes(other, one) ? <b>{votes(one, other)}</b> : votes(one, other)}
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
