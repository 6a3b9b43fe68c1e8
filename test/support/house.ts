import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, demonstrationClock } from '../../src/platform/clock.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import type { OpenDatabase } from '../../src/platform/database/database.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import type { House } from '../../src/platform/house.ts'
import type { Letter } from '../../src/platform/mail/mailer.ts'
import { openTestDatabase } from './database.ts'

export { openTestDatabase }

/** A house for tests, on a real database of its own, with a clock that the test sets. */
export type TestHouse = House & { open: OpenDatabase; letters: Letter[]; setToday: (text: string) => void; close: () => Promise<void> }

/** A house with an empty database on 10 September 2019. */
export async function openTestHouse(): Promise<TestHouse> {
  const open = await openTestDatabase()
  const letters: Letter[] = []
  const directory = mkdtempSync(join(tmpdir(), 'koprade-house-'))
  let today = day('2019-09-10')
  const clock: Clock = { today: () => today, now: () => new Date() }
  return {
    open,
    letters,
    db: open.db,
    engine: open.engine,
    clock,
    files: { take: () => Promise.reject(new Error('no files in this test')), open: async () => null, bytesOf: async () => null },
    mailer: {
      queue: async (_tx, letter) => void letters.push(letter),
      queueCircular: async (_tx, { language, subject, text }, to) =>
        void letters.push(...to.map((letter) => ({ to: letter.to, language, subject, body: text + letter.text }))),
    },
    configuration: readConfiguration({ KOPRADE_DATA: directory, KOPRADE_LOG: 'silent' }),
    demonstration: { clock: await demonstrationClock(open.db, today) },
    setToday: (text) => {
      today = day(text)
    },
    close: async () => {
      await open.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
