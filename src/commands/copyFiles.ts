import { readConfiguration } from '../platform/configuration.ts'
import { type Command, Mistake } from './command.ts'

export const copyFiles: Command = {
  name: 'copy files',
  says: 'Copy the files on this disk into the S3 storage that the settings name.',
  more: 'What is there already is not sent again, so it may be run twice: before the change, and for what came in meanwhile. Nothing is removed from the disk. ./koprade check files tells whether all are there.',
  options: {},
  run: async (_values, output, environment) => {
    const configuration = readConfiguration(environment)
    if (!configuration.s3) throw new Mistake('The settings name no S3 storage: KOPRADE_S3_ENDPOINT and the others are missing.')
    const { stat } = await import('node:fs/promises')
    const { filesOnDisk } = await import('../platform/files/diskStorage.ts')
    const { filesDirectory } = await import('../platform/files/openFiles.ts')
    const { s3Storage } = await import('../platform/files/s3Storage.ts')
    const { openLog } = await import('../platform/log.ts')
    const { Refusal } = await import('../platform/refusal.ts')
    const storage = s3Storage(configuration.s3, openLog(configuration))
    let copied = 0
    try {
      for await (const { hash, path } of filesOnDisk(filesDirectory(configuration))) {
        await storage.keep(path, { hash, bytes: (await stat(path)).size })
        copied += 1
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw new Mistake(`After ${copied} files the storage was away or refused. What is copied stays; run it again.`)
    }
    await output.out(`${copied} ${copied === 1 ? 'file is' : 'files are'} in the storage.\n`)
    return 0
  },
}
