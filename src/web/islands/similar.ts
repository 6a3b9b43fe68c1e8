import type { SimilarAnswer } from '../similarAnswer.ts'

/** Asked is after a pause of so many milliseconds: a text is written in longer breaths than a search. */
const PAUSE = 600
/** Fewer letters say nothing yet. */
const SHORTEST = 8

/**
 * Shows what is similar to an idea while it is being written (`data-similar="address"`, drawn by SimilarPlace): after a pause,
 * one question at a time, and only when something was changed. A reader's voice hears how many were found, politely;
 * the list itself is not read out over what one writes.
 */
export function showSimilar(place: HTMLElement): void {
  const address = place.dataset.similar
  const form = place.closest('form') ?? document
  const parts = ['title', 'problem', 'proposal'] as const
  const fields = parts.flatMap((part) => {
    const field = document.getElementById(place.dataset[part] ?? '')
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? [{ part, field }] : []
  })
  if (!address || !fields.length) return
  const said = document.createElement('p')
  const list = document.createElement('div')
  said.className = 'sr'
  said.setAttribute('role', 'status')
  said.setAttribute('aria-live', 'polite')
  // Outside of what is hidden, else nothing is said.
  place.after(said)
  place.append(list)

  let timer = 0
  let asking: AbortController | null = null
  let askedFor = ''
  const ask = async (): Promise<void> => {
    const typed = new URLSearchParams(fields.map(({ part, field }) => [part, field.value.trim()]))
    if (typed.toString() === askedFor) return
    askedFor = typed.toString()
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    if ([...typed.values()].join('').length < SHORTEST) return show({ say: '', html: '' })
    // Without an answer one writes on as before.
    const answer = await fetch(address, { method: 'POST', body: typed, signal: mine.signal })
      .then((response) => (response.ok ? (response.json() as Promise<SimilarAnswer>) : null))
      .catch(() => null)
    if (answer && !mine.signal.aborted) show(answer)
  }
  const show = ({ say, html }: SimilarAnswer): void => {
    list.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
    place.hidden = html === ''
    if (said.textContent !== say) said.textContent = say
  }
  form.addEventListener('input', (event) => {
    if (!fields.some(({ field }) => field === event.target)) return
    window.clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE)
  })
  // A form that is drawn again has its text already.
  ask()
}
