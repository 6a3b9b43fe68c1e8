import { suggestIn } from './suggest.ts'

/**
 * Opens a search field under the header where its link would lead to the search page (`data-search="label"`). Pressing it again
 * or Escape closes it. On the search page itself the link leads to the field that is there.
 */
export function searchInHeader(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search]')
  if (!link) return
  let form: HTMLFormElement | null = null
  const setOpen = (open: boolean): void => {
    form ??= formFor(link)
    form.hidden = !open
    link.setAttribute('aria-expanded', String(open))
    if (open) form.querySelector('input')?.focus()
  }
  link.addEventListener('click', (event) => {
    // With a key held down a link opens elsewhere: that stays so.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const there = document.querySelector<HTMLInputElement>('main input[type=search]')
    if (there) there.focus()
    else setOpen(form?.hidden !== false)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !form || form.hidden) return
    setOpen(false)
    link.focus()
  })
}

function formFor(link: HTMLAnchorElement): HTMLFormElement {
  const search = document.createElement('search')
  const form = document.createElement('form')
  const label = document.createElement('label')
  const field = document.createElement('input')
  const button = document.createElement('button')
  form.action = link.href
  form.className = 'quick'
  label.className = 'ds-label quick-label'
  label.htmlFor = 'quick-q'
  label.textContent = link.dataset.search ?? ''
  Object.assign(field, { id: 'quick-q', name: 'q', type: 'search', className: 'ds-input' })
  field.dataset.suggest = link.dataset.suggest ?? ''
  button.className = 'ds-button'
  button.textContent = link.textContent?.trim() ?? ''
  const place = document.createElement('div')
  place.className = 'with-list'
  place.append(field)
  form.append(label, place, button)
  search.append(form)
  link.closest('header')?.querySelector('.wrap')?.append(search)
  link.setAttribute('aria-controls', 'quick')
  form.id = 'quick'
  suggestIn(field)
  return form
}
