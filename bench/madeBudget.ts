import { randomFrom } from './searchTexts.ts'

/** How large a made participatory budget is. */
export type MadeBudget = { voters: number; options: number; seed: number }

const BLOCS = 5
const BUDGET = 1_000_000

/**
 * A made election as a Pabulib file: voters and options belong to blocs; a voter approves an option of the own bloc with the
 * probability that the option has (0.25 to 0.85), one of another bloc with 0.03. Hardly two of many ballots are the same,
 * which is the worst case for a program that groups them.
 */
export function madeBudget({ voters, options, seed }: MadeBudget): string {
  const random = randomFrom(seed)
  const costs = Array.from({ length: options }, () => 1000 * (5 + Math.floor(random() * (BUDGET / 10_000))))
  const liked = costs.map(() => 0.25 + 0.6 * random())
  const votes = Array.from({ length: voters }, (_, voter) => {
    const bloc = Math.floor(random() * BLOCS)
    const approved = costs.flatMap((_cost, option) =>
      random() < (option % BLOCS === bloc ? (liked[option] ?? 0) : 0.03) ? [`p${option}`] : [],
    )
    return `${voter};${approved.join(',')}`
  })
  return [
    ...['META', 'key;value', `num_projects;${options}`, `num_votes;${voters}`, `budget;${BUDGET}`, 'vote_type;approval'],
    ...['PROJECTS', 'project_id;cost', ...costs.map((cost, option) => `p${option};${cost}`)],
    ...['VOTES', 'voter_id;vote', ...votes],
  ].join('\n')
}

/** The same with points from 1 to 5 for each approved option. */
export function withPoints(text: string, seed: number): string {
  const random = randomFrom(seed)
  const [head = '', votes = ''] = text.split('VOTES\nvoter_id;vote\n')
  const pointed = votes.split('\n').map(
    (line) =>
      `${line};${line
        .split(',')
        .map(() => 1 + Math.floor(random() * 5))
        .join(',')}`,
  )
  return [head.replace('vote_type;approval', 'vote_type;scoring').trimEnd(), 'VOTES', 'voter_id;vote;points', ...pointed].join('\n')
}
