/* A process that casts votes in a ballot, ten at a time, and tells each one that was taken: for a test that ends it. */

import { newToken, receiptOf } from '../../src/cycle/selection/receipts.ts'
import { choose } from '../../src/cycle/selection/testSupport.ts'
import { realClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import type { House } from '../../src/platform/house.ts'

const [url = '', ballot = '', many = ''] = process.argv.slice(2)
const { db, engine } = await openDatabase({ url })
const house = { db, engine, clock: { ...realClock, today: () => day('2019-09-10') } } as House

let next = 1
async function vote(): Promise<void> {
  for (let voter = next++; voter <= Number(many); voter = next++) {
    const token = newToken()
    await choose(house, Number(ballot), voter, [1], token)
    process.stdout.write(`${receiptOf(Number(ballot), token)}\n`)
  }
}
await Promise.all(Array.from({ length: 10 }, vote))
process.exit()
