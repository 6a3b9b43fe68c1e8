/**
 * Lets files be dropped anywhere onto a file field (`data-drop` holds the words for it), and tells before sending
 * which were chosen and what is too much. Without it the field itself is there.
 */
export function dropFiles(): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-drop]')) {
    const input = field.querySelector<HTMLInputElement>('input[type=file]')
    if (input) enhance(field, input)
  }
}

function enhance(field: HTMLElement, input: HTMLInputElement): void {
  const words = document.createElement('p')
  words.className = 'note'
  words.textContent = field.dataset.drop ?? ''
  const chosen = document.createElement('ul')
  chosen.className = 'chosen'
  chosen.setAttribute('aria-live', 'polite')
  input.after(words, chosen)
  const tell = (): void => chosen.replaceChildren(...linesOf(field, [...(input.files ?? [])]))
  input.addEventListener('change', tell)
  for (const name of ['dragenter', 'dragover'])
    field.addEventListener(name, (event) => {
      event.preventDefault()
      field.classList.add('over')
    })
  field.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && field.contains(event.relatedTarget))) field.classList.remove('over')
  })
  field.addEventListener('drop', (event) => {
    event.preventDefault()
    field.classList.remove('over')
    const dropped = [...(event.dataTransfer?.files ?? [])]
    if (!dropped.length) return
    const files = new DataTransfer()
    // What was chosen before stays where several may be: dropping twice adds.
    for (const file of input.multiple ? [...(input.files ?? []), ...dropped] : dropped.slice(-1)) files.items.add(file)
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** A line a file, with what the server would say of its size; a last one when there are too many. */
function linesOf(field: HTMLElement, files: readonly File[]): HTMLLIElement[] {
  const { mostBytes, tooBig, most, tooMany } = field.dataset
  const line = (text: string): HTMLLIElement => {
    const item = document.createElement('li')
    item.textContent = text
    return item
  }
  const lines = files.map((file) => line(file.size > Number(mostBytes) ? `${file.name} – ${tooBig}` : file.name))
  return most && files.length > Number(most) ? [...lines, line(tooMany ?? '')] : lines
}
