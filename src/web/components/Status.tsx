import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon.tsx'

export type StatusColour = 'good' | 'go' | 'mid' | 'bad' | ''

/** A status: icon, word and colour; the word alone is enough. */
export function Status({
  icon,
  colour,
  word,
  extra,
}: {
  icon: IconName
  colour: StatusColour
  word: ComponentChildren
  extra?: ComponentChildren
}) {
  return (
    <span class={`st ${colour}`.trim()}>
      <Icon name={icon} />
      <span>
        {word}
        {extra ? <small> {extra}</small> : null}
      </span>
    </span>
  )
}
