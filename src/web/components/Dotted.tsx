import { bare, langOf, type Named } from '../named.ts'

/** Short facts in one line with dots between them; what is null is left out. A name in another language carries its own. */
export function Dotted({ facts }: { facts: readonly (Named | null)[] }) {
  return (
    <>
      {facts
        .filter((fact) => fact !== null)
        .map((fact, index) => (
          <span key={index} {...langOf(fact)}>
            {index ? ' · ' : ''}
            {bare(fact)}
          </span>
        ))}
    </>
  )
}
