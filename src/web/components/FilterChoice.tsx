import type { ComponentChildren } from 'preact'
import { bare, langOf, type Named } from '../named.ts'

/** What a list can be narrowed to by one of its filters; `all` is the choice that does not narrow. */
export function FilterChoice({ name, label, all, children }: { name: string; label: string; all: string; children: ComponentChildren }) {
  return (
    <div>
      <label class="lab" for={name}>
        {label}
      </label>
      <select class="ds-input" id={name} name={name}>
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  )
}

/** The values to choose from, each in words. */
export function Options({ choices, chosen }: { choices: readonly { value: string; label: Named }[]; chosen: string | null | undefined }) {
  return (
    <>
      {choices.map(({ value, label }) => (
        <option key={value} value={value} selected={value === chosen} {...langOf(label)}>
          {bare(label)}
        </option>
      ))}
    </>
  )
}
