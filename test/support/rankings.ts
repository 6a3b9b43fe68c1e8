import type { Ballot, Election } from '../../src/methods/counting/election.ts'
import { readBlt } from '../../src/methods/counting/readBlt.ts'
import type { CountSettings } from '../../src/methods/counting/settings.ts'

/** An election from the text of a `.blt` file. */
export const blt = (text: string): Election => readBlt(new TextEncoder().encode(text))

/** An election of candidates `1`, `2` … and these ballots: `ranks[0]` holds the places of those ranked first. */
export const rankings = (candidates: number, ballots: readonly { weight?: number; ranks: Ballot['ranks'] }[]): Election => ({
  options: Array.from({ length: candidates }, (_, index) => ({ id: `${index + 1}`, name: `Candidate ${index + 1}`, cost: 1n })),
  ballots: ballots.map(({ weight = 1, ranks }) => ({ weight, ranks, points: null, columns: {} })),
  form: 'ranking',
  budget: null,
  moneyUnit: 1n,
  pointUnit: 1,
  seats: null,
  idOrder: 'listed',
})

/** What the command takes where nothing is said. */
export const plainly: CountSettings = {
  utility: 'cost',
  completion: 'none',
  seats: null,
  strength: 'winning-votes',
  tieRule: { rule: 'id' },
  parity: null,
}
