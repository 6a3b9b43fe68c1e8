import { join } from 'node:path'
import type { Configuration } from '../configuration.ts'
import type { Log } from '../log.ts'
import { diskStorage } from './diskStorage.ts'
import type { Files } from './files.ts'
import { s3Storage } from './s3Storage.ts'
import { takeFiles } from './takeFiles.ts'

/** The directory of files in the data directory. */
export const filesDirectory = ({ dataDirectory }: Pick<Configuration, 'dataDirectory'>): string => join(dataDirectory, 'files')

/** The files of an instance, where its settings say. On S3 too they are written aside and checked on this disk first. */
export function openFiles(configuration: Configuration, log: Log): Files {
  const directory = filesDirectory(configuration)
  const storage = configuration.s3 ? s3Storage(configuration.s3, log) : diskStorage(directory)
  return takeFiles(storage, { incoming: join(directory, 'incoming'), limitBytes: configuration.fileLimitBytes })
}
