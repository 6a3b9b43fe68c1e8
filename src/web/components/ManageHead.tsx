import type { ComponentChildren } from 'preact'
import type { AnyVisit } from '../visit.ts'

type Props = { visit: AnyVisit; texts: { title: string; lead: string; discarded: string }; children?: ComponentChildren }

/** The head of one of the secretariat's lists; tells once that a draft was thrown away. */
export function ManageHead({ visit, texts, children }: Props) {
  return (
    <div class="head tight">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {visit.query.get('done') === 'discarded' ? (
        <p class="told" role="status">
          {texts.discarded}
        </p>
      ) : null}
      {children}
    </div>
  )
}

/** The first step from a list: beginning another of what it has. */
export function BeginLink({ href, text }: { href: string; text: string }) {
  return (
    <p class="acts">
      <a class="ds-button" href={href}>
        {text}
      </a>
    </p>
  )
}
