import { type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with documents: the secretariat keeps the repository, and everyone reads it. */
export const documentsPolicy = {
  publishDocument: theSecretariat,
  publishVersion: theSecretariat,
  correctDocument: theSecretariat,
  withdrawVersion: theSecretariat,
} satisfies Policy
