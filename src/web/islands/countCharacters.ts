/** Keeps the line under a long text field (`data-count="id of the field"`) counting while one types. */
export function countCharacters(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const field = document.getElementById(line.dataset.count ?? '')
    if (!(field instanceof HTMLTextAreaElement)) continue
    const words = line.textContent ?? ''
    const show = () => {
      line.textContent = words.replace(/^\d[\d\s]*/, `${[...field.value].length} `)
    }
    field.addEventListener('input', show)
  }
}
