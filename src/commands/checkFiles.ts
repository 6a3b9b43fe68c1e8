import type { NamedFile } from '../platform/files/checkFile.ts'
import type { HouseCommand } from './command.ts'

/** So many files are asked for at once: a storage far away takes some time for each. */
const AT_ONCE = 8

export const checkFiles: HouseCommand = {
  name: 'check files',
  says: 'Verify that every file the database names is there, as long as it should be.',
  more: 'Prints each file that is not, by its checksum. Exit code 1 when there is one. With --content each file is read and its checksum made anew, which takes its time.',
  options: { content: { type: 'boolean', says: 'read each file and make its checksum anew' } },
  work: async (house, values, output) => {
    const { namedFiles } = await import('./namedFiles.ts')
    const { problemWith } = await import('../platform/files/checkFile.ts')
    const { Refusal } = await import('../platform/refusal.ts')
    const counts = { checked: 0, problems: 0 }
    const check = async (file: NamedFile): Promise<void> => {
      const problem = await problemWith(house.files, file, values.content === true)
      counts.checked += 1
      if (!problem) return
      counts.problems += 1
      await output.err(`${file.hash} ${problem}\n`)
    }
    try {
      // All of a batch are asked for once it is whole: a question that fails while the next file is read from the database
      // would have nobody waiting for it, and end the process.
      let batch: NamedFile[] = []
      for await (const file of namedFiles(house.db)) {
        batch.push(file)
        if (batch.length < AT_ONCE) continue
        await Promise.all(batch.map(check))
        batch = []
      }
      await Promise.all(batch.map(check))
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 503) throw error
      await output.err('The storage of files can’t be reached: nothing is known about the rest. Do the settings KOPRADE_S3_… fit?\n')
      return 1
    }
    const many = `${counts.checked} ${counts.checked === 1 ? 'file' : 'files'}`
    if (counts.problems) {
      await output.err(`Of ${many}, ${counts.problems} ${counts.problems === 1 ? 'is' : 'are'} not as they should be.\n`)
      return 1
    }
    await output.out(`${many} checked: all are there.\n`)
    return 0
  },
}
