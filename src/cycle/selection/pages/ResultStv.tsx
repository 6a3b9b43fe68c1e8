import type { MeekRound } from '../../../methods/counting/stvMeek.ts'
import type { ScottishRound } from '../../../methods/counting/stvScottish.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { WideTable } from '../../../web/components/WideTable.tsx'
import { optionsLeft } from '../asElection.ts'
import { ChoiceDrawing } from './ChoiceDrawing.tsx'
import { type CountedBallot, chosenAs, titleOf, titlesOf } from './counted.ts'
import { OptionName, Outcome } from './OptionName.tsx'
import { resultTexts } from './resultTexts.ts'

export type StvRound = ScottishRound | MeekRound

const votesIn = (round: StvRound, option: string): number | null => {
  const votes = round.votes[option]
  return votes === undefined ? null : Number(votes)
}

/** What happened to an option: in which round it was elected or excluded. */
function fateOf(of: CountedBallot, rounds: readonly StvRound[], option: string): string {
  const t = resultTexts[of.language]
  const elected = rounds.findIndex((round) => round.elected.includes(option) || round.filled.includes(option))
  if (elected >= 0) return t.electedIn(elected + 1)
  const excluded = rounds.findIndex((round) => round.excluded === option)
  return excluded >= 0 ? t.excludedIn(excluded + 1) : t.remained
}

/** The options in the order of their fate: the chosen first, then the last that was excluded. */
function ordered(of: CountedBallot, rounds: readonly StvRound[]): string[] {
  const lastRound = (option: string): number => rounds.findLastIndex((round) => votesIn(round, option) !== null)
  const best = (option: string): number => Math.max(0, ...rounds.map((round) => votesIn(round, option) ?? 0))
  return optionsLeft(of.ballot)
    .map(({ number }) => String(number))
    .sort(
      (a, b) =>
        (chosenAs(of, a) ?? 99) - (chosenAs(of, b) ?? 99) || lastRound(b) - lastRound(a) || best(b) - best(a) || Number(a) - Number(b),
    )
}

/** The rounds of a single transferable vote: a drawing against the quota, each round in words, and all numbers in a table. */
export function ResultStv({ of, rounds }: { of: CountedBallot; rounds: readonly StvRound[] }) {
  const { language } = of
  const t = resultTexts[language]
  const quota = Number(rounds[0]?.quota ?? 0)
  const number = (value: number): string => formatNumber(language, Math.round(value * 100) / 100)
  const options = ordered(of, rounds)
  const best = (option: string): number => Math.max(0, ...rounds.map((round) => votesIn(round, option) ?? 0))
  return (
    <>
      <ChoiceDrawing
        id="kartas"
        title={t.barsTitle(t.mostVotes)}
        chosenHeading={t.chosenInOrder}
        othersHeading={t.notChosen}
        first={{ heading: t.mostVotes, under: t.ofVoters(of.votes.length) }}
        second={null}
        line={{ at: quota, words: t.quota(number(quota)) }}
        rows={options.map((option) => ({
          title: titleOf(of, option),
          chosen: chosenAs(of, option),
          strong: false,
          first: { value: best(option), words: `${number(best(option))} · ${fateOf(of, rounds, option)}` },
          second: null,
        }))}
      />
      <h3 class="gap">{t.rounds}</h3>
      <ol class="num-list gap">
        {rounds.map((round) => (
          <li key={round.round}>
            <span>{inWords(of, round)}</span>
          </li>
        ))}
      </ol>
      <WideTable label={t.tableOf(t.rounds)} gap>
        <table class="ds-table">
          <caption>{t.sameInTable}</caption>
          <thead>
            <tr>
              <th scope="col">{t.option}</th>
              {rounds.map((round, index) => (
                <th scope="col" class="n" key={round.round}>
                  {t.round(index + 1)}
                </th>
              ))}
              <th scope="col">{t.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option}>
                <th scope="row">
                  <OptionName of={of} option={option} />
                </th>
                {rounds.map((round) => {
                  const votes = votesIn(round, option)
                  return (
                    <td class="n" key={round.round}>
                      {votes === null ? (
                        '–'
                      ) : round.elected.includes(option) || round.filled.includes(option) ? (
                        <b>{number(votes)}</b>
                      ) : (
                        number(votes)
                      )}
                    </td>
                  )
                })}
                <td>
                  <Outcome of={of} option={option} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t.nonTransferable}</th>
              {rounds.map((round) => (
                <td class="n" key={round.round}>
                  {number(Number(round.nonTransferable))}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </WideTable>
    </>
  )
}

function transferred(of: CountedBallot, { step, option }: ScottishRound): string {
  const t = resultTexts[of.language]
  if (option === null || step === 'first-preferences') return t.roundFirst
  return step === 'surplus' ? t.roundSurplus(titleOf(of, option)) : t.roundExclusion(titleOf(of, option))
}

/** What happened in a round, in sentences. */
function inWords(of: CountedBallot, round: StvRound): string {
  const t = resultTexts[of.language]
  const begin = 'iterations' in round ? (round.round === 1 ? t.roundFirst : null) : transferred(of, round)
  return [
    begin,
    round.elected.length ? t.roundElected(titlesOf(of, round.elected)) : null,
    round.filled.length ? t.roundFilled(titlesOf(of, round.filled)) : null,
    round.excluded ? t.roundExcluded(titleOf(of, round.excluded)) : null,
  ]
    .filter(Boolean)
    .join(' ')
}
