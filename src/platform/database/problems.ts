type DatabaseProblem = { code?: string; constraint?: string; cause?: unknown }

function chain(error: unknown): DatabaseProblem[] {
  const found: DatabaseProblem[] = []
  let at = error
  while (at && typeof at === 'object' && found.length < 5) {
    found.push(at as DatabaseProblem)
    at = (at as DatabaseProblem).cause
  }
  return found
}

/** The name of the constraint that refused a change, or null when the error is another. */
export const violatedConstraint = (error: unknown): string | null =>
  chain(error).find((e) => typeof e.code === 'string' && e.code.startsWith('23'))?.constraint ?? null
