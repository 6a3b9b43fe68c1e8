import { expect, vi } from 'vitest'
import { readFiles } from '../../src/search/index.ts'
import type { Site } from './site.ts'

/** Waits until all files have been read for the search, by us or by the site's own job: what is found does not change under a test. */
export async function filesRead({ house, execute }: Site): Promise<void> {
  await readFiles(house, () => false)
  await vi.waitFor(
    async () => {
      const { rows } = await execute(`select hash from file_text where state = 'waiting'`)
      expect(rows).toEqual([])
    },
    { timeout: 20_000 },
  )
}
