import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** What the browser answers when it is asked to make a passkey or to use one; the options are the server's. */
function ask(form: HTMLFormElement): Promise<unknown> {
  const optionsJSON = JSON.parse(form.dataset.options ?? '{}')
  return form.dataset.passkey === 'make' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })
}

/* Completes forms with a passkey before they are sent: people/pages/PasskeyForm.tsx draws them, and loads this on their pages alone. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const answer = form.querySelector<HTMLInputElement>('input[name=credential]')
  const problem = form.querySelector<HTMLElement>('[data-passkey-problem]')
  if (!answer || !problem) continue
  form.addEventListener('submit', (event) => {
    // What is still to be filled in the server says first: no passkey is made for a form that comes back.
    if (answer.value || [...form.querySelectorAll<HTMLInputElement>('input[type=text]')].some((field) => !field.value.trim())) return
    event.preventDefault()
    problem.hidden = true
    ask(form).then(
      (made) => {
        answer.value = JSON.stringify(made)
        form.requestSubmit()
      },
      () => {
        problem.hidden = false
      },
    )
  })
  // A page that comes back from the browser's memory asks anew.
  window.addEventListener('pageshow', () => {
    answer.value = ''
  })
}
