import type { Suggestions } from '../suggestions.ts'

/** Who types goes on typing: asked is after a pause of so many milliseconds. */
const PAUSE = 180
const SHORTEST = 3

/**
 * Suggests things while one types in a search field (`data-suggest="address"`), as the WAI-ARIA combobox with a list does:
 * the arrow keys go through the list, Enter opens the thing, Escape closes the list. Without a choice, Enter searches as ever.
 */
export function suggestIn(field: HTMLInputElement): void {
  const address = field.dataset.suggest
  if (!address) return
  const list = document.createElement('ul')
  const said = document.createElement('p')
  list.id = `${field.id}-list`
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.labels?.[0]?.textContent?.trim() ?? '')
  said.className = 'sr'
  said.setAttribute('role', 'status')
  field.after(list, said)
  field.autocomplete = 'off'
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    field.setAttribute(name, value)

  let chosen = -1
  let timer = 0
  let asking: AbortController | null = null
  const options = (): HTMLElement[] => [...list.children] as HTMLElement[]
  const choose = (index: number): void => {
    chosen = index
    options().forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index))
      if (at === index) option.scrollIntoView({ block: 'nearest' })
    })
    const id = options()[index]?.id
    if (id) field.setAttribute('aria-activedescendant', id)
    else field.removeAttribute('aria-activedescendant')
  }
  const close = (): void => {
    window.clearTimeout(timer)
    asking?.abort()
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    choose(-1)
  }
  const show = ({ say, things }: Suggestions): void => {
    list.replaceChildren(...things.map((thing, at) => optionOf(thing, `${list.id}-${at}`)))
    list.hidden = things.length === 0
    field.setAttribute('aria-expanded', String(things.length > 0))
    said.textContent = say
    choose(-1)
  }
  const ask = async (): Promise<void> => {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const typed = field.value.trim()
    if (typed.length < SHORTEST) return close()
    // Without an answer one types on as before.
    const answer = await fetch(`${address}?${new URLSearchParams({ q: field.value })}`, { signal: mine.signal })
      .then((response) => (response.ok ? (response.json() as Promise<Suggestions>) : null))
      .catch(() => null)
    if (answer && !mine.signal.aborted && document.activeElement === field) show(answer)
  }
  field.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE)
  })
  field.addEventListener('keydown', (event) => {
    const count = options().length
    if (list.hidden || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    // One more place than options: the field itself, where what was typed is searched for.
    if (step) choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1)
    else if (event.key === 'Enter' && chosen >= 0) open(options()[chosen])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', close)
  // The field keeps the focus while one points at the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => open((event.target as Element).closest<HTMLElement>('[role=option]') ?? undefined))
}

function open(option: HTMLElement | undefined): void {
  if (option?.dataset.href) window.location.assign(option.dataset.href)
}

function optionOf({ title, lang, kind, href }: Suggestions['things'][number], id: string): HTMLElement {
  const option = document.createElement('li')
  const name = document.createElement('span')
  const what = document.createElement('span')
  option.id = id
  option.setAttribute('role', 'option')
  option.dataset.href = href
  name.textContent = title
  if (lang) name.lang = lang
  what.textContent = kind
  what.className = 'meta'
  option.append(name, what)
  return option
}
