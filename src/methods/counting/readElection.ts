import type { Election } from './election.ts'
import { readBlt } from './readBlt.ts'
import { readPabulib } from './readPabulib.ts'
import { readPreflib } from './readPreflib.ts'

/** The kinds of files that are read, by the ending of their name. */
export const electionFiles = ['pb', 'soc', 'soi', 'toc', 'toi', 'blt'] as const
export type ElectionFile = (typeof electionFiles)[number]

/** Reads a file of ballots. Throws BadElectionFile where it is not what it says it is. */
export function readElection(bytes: Uint8Array, kind: ElectionFile): Election {
  if (kind === 'blt') return readBlt(bytes)
  const text = new TextDecoder().decode(bytes)
  return kind === 'pb' ? readPabulib(text) : readPreflib(text, kind)
}
