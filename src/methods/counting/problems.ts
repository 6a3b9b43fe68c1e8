/** A file of ballots that can't be read as what it says it is: where (lines counted from 1), and why, in words for whoever sent it. */
export class BadElectionFile extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'BadElectionFile'
    this.line = line
  }
}

/** A count that was asked for and has no meaning for this election: money to share where there is none, for example. */
export class CannotCount extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CannotCount'
  }
}
