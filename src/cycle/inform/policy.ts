import { type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with news and notices: the secretariat speaks, everyone reads. */
export const informPolicy = {
  writeNotices: theSecretariat,
  publishNotices: theSecretariat,
  withdrawNotices: theSecretariat,
} satisfies Policy
