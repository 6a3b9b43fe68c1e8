/** A row with its number in the sheet, and its cells' texts; a formula is never computed, it stands as `=` and its words. */
export type SheetRow = { row: number; cells: string[] }

/** Why a table can't be read. */
export type SheetProblem = 'too-many-rows' | 'too-many-columns' | 'wrong-encoding' | 'broken' | 'too-heavy' | 'empty'

/** What is wrong with a table as a whole. */
export class UnreadableSheet extends Error {
  readonly problem: SheetProblem
  constructor(problem: SheetProblem) {
    super(problem)
    this.problem = problem
  }
}

/** A table of ours has about ten columns; what has many more is something else. */
export const MOST_COLUMNS = 50
