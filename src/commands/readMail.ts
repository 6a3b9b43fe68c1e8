import type { Values } from '../platform/control.ts'
import type { Returned } from '../platform/mail/returned.ts'
import type { HouseCommand } from './command.ts'

export const readMail: HouseCommand = {
  name: 'mail read',
  says: 'Read a message that came to KOPRADE_MAIL_RETURN from the standard input.',
  more: 'For a pipe of the mail server. A report that a letter could not be delivered counts against its address, which rests after the third; a wish to unsubscribe is fulfilled. Everything else changes nothing.',
  options: {},
  read: async (input) => {
    const { MOST_RETURNED_BYTES, readReturned } = await import('../platform/mail/returned.ts')
    const pieces: Uint8Array[] = []
    let bytes = 0
    // Read to its end, so that the mail server does not take it for a fault.
    for await (const piece of input) {
      if (bytes < MOST_RETURNED_BYTES) pieces.push(piece)
      bytes += piece.length
    }
    return { ...(await readReturned(Buffer.concat(pieces).subarray(0, MOST_RETURNED_BYTES))) }
  },
  work: async (house, values, output) => {
    const returned = returnedIn(values)
    const { takeReturned } = await import('../follow/index.ts')
    const taken = returned !== null && (await takeReturned(house, returned))
    await output.out(taken ? 'Noted.\n' : 'This is about no letter of ours. Nothing was changed.\n')
    return 0
  },
}

function returnedIn({ kind, letter, status }: Values): Returned | null {
  if (typeof letter !== 'string') return null
  if (kind === 'unsubscribe') return { kind, letter }
  return kind === 'bounced' && typeof status === 'string' ? { kind, letter, status } : null
}
