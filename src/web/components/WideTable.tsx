import type { ComponentChildren } from 'preact'

/** A table that may be wider than a phone: it moves by itself, by touch and by keyboard, not the page. */
export function WideTable({ label, gap, children }: { label: string; gap?: boolean; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus (WCAG 2.1.1)
    <section class={gap ? 'wide-table gap' : 'wide-table'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
