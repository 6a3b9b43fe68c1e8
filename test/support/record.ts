import type { House } from '../../src/platform/house.ts'
import { append } from '../../src/record/index.ts'

/** One more public act on a thing: what a test has changed by SQL becomes visible with it, as after every real act. */
export async function appendTestAct(house: House, object = '/plans'): Promise<number> {
  return house.db.transaction((tx) =>
    append(tx, house.clock.now(), { actor: { role: 'secretariat', for: null }, act: 'tested', object, content: { test: true } }),
  )
}
