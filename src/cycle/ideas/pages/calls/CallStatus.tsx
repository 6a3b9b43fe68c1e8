import type { Language } from '../../../../platform/languages/languages.ts'
import { Status } from '../../../../web/components/Status.tsx'
import type { CallState } from '../../calls/callState.ts'
import { callStateNames } from './callFormTexts.ts'

const marks = {
  draft: { icon: 'none', colour: '' },
  coming: { icon: 'wait', colour: '' },
  open: { icon: 'half', colour: 'go' },
  closed: { icon: 'stop', colour: '' },
} as const

/** How a call stands, by an icon and a word. */
export const CallStatus = ({ state, language }: { state: CallState; language: Language }) => (
  <Status {...marks[state]} word={callStateNames[language][state]} />
)
