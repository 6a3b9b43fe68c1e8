import { Refusal } from '../platform/refusal.ts'
import { type HouseCommand, Mistake } from './command.ts'

export const createAdministrator: HouseCommand = {
  name: 'admin create',
  says: 'Make someone an administrator and print an address that signs them in once.',
  more: 'Works without any mail server. Give the address to the person in a safe way; it works once and for a short time.',
  options: {
    email: { type: 'string', value: '<address>', says: 'the person’s e-mail address', required: true },
    name: { type: 'string', value: '<name>', says: 'the person’s name', required: true },
    'reset-second-step': {
      type: 'boolean',
      says: 'forget passkeys, authenticator app and recovery codes of an administrator who has lost them',
    },
  },
  work: async (house, values, output) => {
    const { createAdministrator: create } = await import('../people/index.ts')
    try {
      const input = { email: String(values.email).trim(), name: String(values.name).trim() }
      const { url } = await create(house, input, values['reset-second-step'] === true)
      await output.out(`${url}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const told = [error.say?.('en'), ...error.problems.map((problem) => problem.say('en'))].filter(Boolean)
      throw new Mistake(told.join(' ') || 'This can’t be done.')
    }
  },
}
