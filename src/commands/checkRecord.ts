import type { RecordProblem } from '../record/index.ts'
import type { HouseCommand } from './command.ts'

/** What is wrong, in a sentence. */
function sentence(problem: RecordProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return `entry ${problem.seq} can't be read`
    case 'not-canonical':
      return `entry ${problem.seq} is not written in the canonical form`
    case 'wrong-columns':
      return `entry ${problem.seq} is filed under another act or object than it names`
    case 'wrong-hash':
      return `entry ${problem.seq} was changed: its hash is wrong`
    case 'wrong-prev':
      return `entry ${problem.seq} does not follow the entry before it: one of them was changed or put there`
    case 'double':
      return `entry ${problem.seq} is there more than once`
    case 'after-the-end':
      return `entry ${problem.seq} stands after the end of the record`
    case 'wrong-place':
      return `entry ${problem.seq} is out of order: it says of itself that it is ${problem.saysOfItself}`
    case 'gap':
      return problem.from === problem.to ? `entry ${problem.from} is missing` : `entries ${problem.from} to ${problem.to} are missing`
    case 'cut-tail':
      return `the record was cut: it ends with entry ${problem.last} and should end with ${problem.head}`
    case 'wrong-head':
      return `the last entry, ${problem.head}, has another hash than the record remembers`
    case 'no-head':
      return 'the record does not know where it ends'
    case 'row-without-entry':
      return `the table ${problem.table} names entry ${problem.seq}, which does not exist`
  }
}

export const checkRecord: HouseCommand = {
  name: 'check record',
  says: 'Verify the public record: hashes, order, and that nothing is missing.',
  more: 'Prints each problem on a line of its own. Exit code 1 when there is one.',
  options: {},
  work: async (house, _values, output) => {
    const { verifyRecord } = await import('../record/index.ts')
    const waiting: string[] = []
    const verified = await verifyRecord(house.db, (problem) => waiting.push(`${sentence(problem)}\n`))
    if (waiting.length) await output.err(waiting.join(''))
    const count = `${verified.entries} ${verified.entries === 1 ? 'entry' : 'entries'}`
    if (verified.problems) {
      await output.err(`The record is NOT sound: ${verified.problems} ${verified.problems === 1 ? 'problem' : 'problems'} in ${count}.\n`)
      return 1
    }
    await output.out(`The record is sound: ${count}, the last hash ${verified.head}\n`)
    return 0
  },
}
