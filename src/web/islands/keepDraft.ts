/** So long after the last key a draft is saved. */
const QUIET_MILLISECONDS = 2000

/** Saves a form's draft while someone types, as its own button does: to the same address, without files. */
export function keepDraft(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-keep-draft]')
  if (!form) return
  const told = form.querySelector<HTMLElement>('[data-draft-state]')
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = async (): Promise<void> => {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('action', 'keep')
    // Letting go of a file is done by a button alone, where it can be seen.
    body.delete('drop')
    // Not `form.action`: the buttons are called so, and hide it.
    const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body }).catch(() => null)
    if (told) told.textContent = (answer?.ok ? form.dataset.keepDraft : form.dataset.draftNotKept) ?? ''
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), QUIET_MILLISECONDS)
  })
  // A save on its way must not come after what the button does.
  form.addEventListener('submit', () => clearTimeout(timer))
}
