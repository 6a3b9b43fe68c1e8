import { forgetRegistrations } from '../cycle/events/index.ts'
import { forgetPerson } from '../cycle/ideas/index.ts'
import { forgetVoter } from '../cycle/selection/index.ts'
import { leaveAll } from '../follow/index.ts'
import { forgetInForums } from '../forum/index.ts'
import type { AlsoForget } from '../people/index.ts'

/** What the rest of the house keeps about a person goes, or is cut from them, when their account goes. */
export const forgetEverywhere: AlsoForget = async (house, { id, email }) => {
  await forgetPerson(house.db, id)
  await forgetRegistrations(house, id)
  await forgetVoter(house.db, email)
  await forgetInForums(house.db, id)
  await leaveAll(house, { email })
}
