import { type Policy, theSecretariat } from '../people/index.ts'

/** Who sees to links that lead nowhere: the secretariat. What is dead stands beside the link itself, for everyone. */
export const linksPolicy = {
  seeLinks: theSecretariat,
} satisfies Policy
