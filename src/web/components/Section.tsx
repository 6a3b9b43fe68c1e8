import type { ComponentChildren } from 'preact'

/** A section of a page with its heading in the margin. */
export function Section({ id, label, children }: { id: string; label: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <div>{children}</div>
    </section>
  )
}

/** A fact's name and value. */
export function FactRow({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
