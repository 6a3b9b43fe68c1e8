/** An address of which its owner recognises enough, and nobody else. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@')
  return at > 0 ? `${email.charAt(0)}…@${email.slice(at + 1)}` : '…'
}
