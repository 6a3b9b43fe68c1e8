import { assetUrl } from '../assets.ts'

/** The names of the drawn icons: src/web/styles/icons.svg. */
export type IconName =
  | 'mark'
  | 'done'
  | 'part'
  | 'half'
  | 'wait'
  | 'none'
  | 'late'
  | 'clock'
  | 'stop'
  | 'answer'
  | 'search'
  | 'user'
  | 'arrow'
  | 'doc'
  | 'table'
  | 'link'
  | 'cal'
  | 'feed'
  | 'mail'
  | 'x'
  | 'plus'
  | 'seal'
  | 'yes'
  | 'no'
  | 'abst'

/** An icon beside a word; never alone. */
export function Icon({ name, class: className = 'i' }: { name: IconName; class?: string }) {
  return (
    <svg class={className} aria-hidden="true" focusable="false">
      <use href={`${assetUrl('icons.svg')}#i-${name}`} />
    </svg>
  )
}
