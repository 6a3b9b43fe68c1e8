import { eq, inArray } from 'drizzle-orm'
import { keepText, putOff, takeWaiting } from '../platform/files/text/fileTexts.ts'
import type { ReadText } from '../platform/files/text/limits.ts'
import { readFile } from '../platform/files/text/readFile.ts'
import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { recordState } from '../record/index.ts'
import { keepUp, lockState } from './keepUp.ts'
import { searchText } from './tables.ts'
import { takeIn } from './takeIn.ts'

/**
 * Brings what can be found up to date without anyone searching, and reads the files that public texts name,
 * one after the other, until none waits. Of several processes each takes others.
 */
export async function readFiles({ db, files, clock }: Pick<House, 'db' | 'files' | 'clock'>, isStopping: () => boolean): Promise<void> {
  await keepUp(db, (await recordState(db)).entries, isStopping)
  while (!isStopping()) {
    const taken = await takeWaiting(db, clock.now())
    if (!taken) return
    const { hash } = taken
    try {
      const read = taken.tooOften ? unreadable('gave-up') : await readOne(files, hash)
      await db.transaction(async (tx) => {
        // First the lock: whoever brings texts in meanwhile has done so before, or finds the text after.
        await lockState(tx)
        await keepText(tx, hash, read, clock.now())
        // Each thing as a whole, as it is taken in: another text of it may have another file.
        const things = tx.select({ object: searchText.object }).from(searchText).where(eq(searchText.fileHash, hash))
        await takeIn(tx, await tx.select().from(searchText).where(inArray(searchText.object, things)))
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await putOff(db, hash, clock.now())
      return
    }
  }
}

const unreadable = (problem: NonNullable<ReadText['problem']>): ReadText => ({ text: '', pages: null, problem })

async function readOne(files: House['files'], hash: string): Promise<ReadText> {
  const opened = await files.open(hash)
  return opened ? readFile(opened) : unreadable('missing')
}
