import { anyone, everyoneSignedIn, type Policy } from '../people/index.ts'

/** Who may follow by e-mail. What a letter's link or a confirming link lets its bearer do rests on the link alone. */
export const followPolicy = {
  subscribe: anyone,
  manageOwnSubscriptions: everyoneSignedIn,
} satisfies Policy
