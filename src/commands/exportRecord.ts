import type { HouseCommand } from './command.ts'

export const exportRecord: HouseCommand = {
  name: 'export record',
  says: 'Print the public record, one entry a line (NDJSON).',
  more: 'Each line is the RFC 8785 canonical JSON of an entry. The hash of an entry is SHA-256 over the same JSON without “hash”.',
  options: {},
  work: async (house, _values, output) => {
    const { exportRecord: lines } = await import('../record/index.ts')
    for await (const piece of lines(house.db)) await output.out(piece)
    return 0
  },
}
