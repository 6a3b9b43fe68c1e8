import type { ComponentChildren } from 'preact'

/** A part of a page, its heading in the margin. */
export function Part({ id, label, children }: { id: string; label: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <div>{children}</div>
    </section>
  )
}
