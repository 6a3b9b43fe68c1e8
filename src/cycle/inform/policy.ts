import { type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with news, notices and texts in easy language: the secretariat speaks, everyone reads. */
export const informPolicy = {
  writeNotices: theSecretariat,
  publishNotices: theSecretariat,
  withdrawNotices: theSecretariat,
  writeEasyTexts: theSecretariat,
} satisfies Policy
