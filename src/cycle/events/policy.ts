import { anyone, everyoneSignedIn, type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with events: the secretariat holds them, everyone comes. */
export const eventsPolicy = {
  writeEvents: theSecretariat,
  publishEvents: theSecretariat,
  cancelEvents: theSecretariat,
  /** By a link in a letter where one has not signed in. */
  askToRegister: anyone,
  register: everyoneSignedIn,
  leave: everyoneSignedIn,
  keepTheDoor: theSecretariat,
  writeMinutes: theSecretariat,
  publishMinutes: theSecretariat,
  handConclusionsOn: theSecretariat,
  publishPhotographs: theSecretariat,
} satisfies Policy
