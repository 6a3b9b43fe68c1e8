import type { ComponentChildren } from 'preact'

/** Names and values; what has no value is left out, unless it is to be shown as not known. */
export function NewsList({ rows }: { rows: readonly (readonly [name: string, value: ComponentChildren] | null)[] }) {
  const shown = rows.filter((row) => row !== null)
  return shown.length ? (
    <dl>
      {shown.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ) : null
}
