/**
 * Lets ideas be dragged onto a theme, beside the form that does the same (`form[data-sort-ideas]`): a drop marks the
 * idea, chooses the theme and sends the form as its button would. With several marked, all of them go.
 */
export function sortIdeas(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-sort-ideas]')
  const move = form?.querySelector<HTMLButtonElement>('button[value="move"]')
  const themes = form?.elements.namedItem('theme')
  if (!form || !move || !(themes instanceof HTMLSelectElement)) return
  for (const row of form.querySelectorAll<HTMLElement>('[data-idea]')) {
    row.draggable = true
    row.addEventListener('dragstart', (event) => {
      event.dataTransfer?.setData('text/plain', row.dataset.idea ?? '')
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
    })
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-theme-id]')) {
    const mark = (over: boolean) => place.classList.toggle('drop', over)
    place.addEventListener('dragover', (event) => {
      event.preventDefault()
      mark(true)
    })
    place.addEventListener('dragleave', () => mark(false))
    place.addEventListener('drop', (event) => {
      event.preventDefault()
      mark(false)
      const id = event.dataTransfer?.getData('text/plain') ?? ''
      const box = [...form.querySelectorAll<HTMLInputElement>('input[name="idea"]')].find(({ value }) => value === id)
      if (!box) return
      box.checked = true
      themes.value = place.dataset.themeId ?? ''
      form.requestSubmit(move)
    })
  }
}
