/** Lets an impatient second press of a button wait for the first one's answer. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    // What another island has held back is not sent yet.
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
  })
  // A page that comes back from the browser's memory may be sent again.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent
  })
}
