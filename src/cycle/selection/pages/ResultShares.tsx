import { formatNumber } from '../../../platform/languages/numbers.ts'
import type { ShareRow, SharesExplained } from '../explainShares.ts'
import { ChoiceDrawing } from './ChoiceDrawing.tsx'
import { type CountedBallot, titleOf } from './counted.ts'
import { OptionName, Outcome } from './OptionName.tsx'
import { resultTexts } from './resultTexts.ts'

/** A rounded sum: tenths where it is small. */
function sum(value: number, language: CountedBallot['language']): string {
  return formatNumber(language, value < 1000 ? Math.round(value * 10) / 10 : Math.round(value))
}

/** An option whose outcome its number of votes alone does not tell: chosen behind one that was not, or the other way. */
export function surprises({ rows }: SharesExplained): { passedOver: ShareRow[]; liftedUp: ShareRow[] } {
  const chosen = rows.filter(({ chosen: place }) => place !== null)
  const others = rows.filter(({ chosen: place }) => place === null)
  const fewest = Math.min(...chosen.map(({ supporters }) => supporters))
  const most = Math.max(0, ...others.map(({ supporters }) => supporters))
  return {
    passedOver: others.filter(({ supporters }) => supporters > fewest),
    liftedUp: chosen.filter(({ supporters, filled }) => supporters < most && !filled),
  }
}

/** How the shares paid for each option: supporters, and whether what they had was enough. */
export function ResultShares({ of, shares }: { of: CountedBallot; shares: SharesExplained }) {
  const { language, votes } = of
  const t = resultTexts[language]
  const { passedOver, liftedUp } = surprises(shares)
  const strong = new Set([...passedOver, ...liftedUp].map(({ option }) => option))
  const words = ({ chosen, most, held, filled }: ShareRow): string =>
    chosen === null
      ? t.noLeft(sum(held, language))
      : filled || most === null
        ? t.filledUp(sum(held, language))
        : t.yesUpTo(sum(most, language))
  return (
    <>
      <ChoiceDrawing
        id="dalas"
        title={t.sharesTitle}
        chosenHeading={t.chosenInOrder}
        othersHeading={t.notChosen}
        first={{ heading: t.supporters, under: t.ofVoters(votes.length) }}
        second={{ heading: t.wasEnough, under: shares.cost === null ? t.needsItsCost : t.needs(sum(shares.cost, language)), needed: 1 }}
        rows={shares.rows.map((row) => ({
          title: titleOf(of, row.option),
          chosen: row.chosen,
          strong: strong.has(row.option),
          first: { value: row.supporters, words: formatNumber(language, row.supporters) },
          second: { value: row.cost ? row.held / row.cost : 1, words: words(row) },
        }))}
      />
      <table class="ds-table stack gap">
        <caption>{t.sameInTable}</caption>
        <thead>
          <tr>
            <th scope="col">{t.option}</th>
            <th scope="col" class="n">
              {t.supporters}
            </th>
            <th scope="col" class="n">
              {t.placeByVotes}
            </th>
            <th scope="col" class="n">
              {shares.inPoints ? t.held : t.heldMoney}
            </th>
            <th scope="col" class="n">
              {t.upTo}
            </th>
            <th scope="col">{t.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {shares.rows.map((row) => (
            <tr key={row.option}>
              <th scope="row">
                <OptionName of={of} option={row.option} />
              </th>
              <td class="n" data-l={t.supporters}>
                {formatNumber(language, row.supporters)}
              </td>
              <td class="n" data-l={t.placeByVotes}>
                {row.place}.
              </td>
              <td class="n" data-l={shares.inPoints ? t.held : t.heldMoney}>
                {formatNumber(language, Math.round(row.held))}
              </td>
              <td class="n" data-l={t.upTo}>
                {row.most === null ? '–' : sum(row.most, language)}
              </td>
              <td data-l={t.outcome}>
                <Outcome of={of} option={row.option} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
