import type { Language } from '../../platform/languages/languages.ts'
import type { Drawn } from '../answerForm.ts'

type Props = {
  title: string
  lead: string | null
  drawn: Pick<Drawn, 'say' | 'conflict'>
  language: Language
  /** What is said when another was faster. */
  changed: string
}

/** The head of a page with a form: what it is for, and why it was refused where no field tells it. */
export function FormHead({ title, lead, drawn, language, changed }: Props) {
  return (
    <div class="head tight">
      <h1>{title}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
      {drawn.conflict || drawn.say ? (
        <p class="note" role="alert">
          {drawn.say ? drawn.say(language) : changed}
        </p>
      ) : null}
    </div>
  )
}
