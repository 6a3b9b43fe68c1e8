import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isHash, type Storage } from './files.ts'

/** Files in a directory: no name from outside ever becomes a path. */
export function diskStorage(directory: string): Storage {
  const placeOf = (hash: string): string => join(directory, hash.slice(0, 2), hash.slice(2))
  const bytesOf = async (hash: string): Promise<number | null> => {
    if (!isHash(hash)) return null
    const found = await stat(placeOf(hash)).catch(() => null)
    return found?.isFile() ? found.size : null
  }
  return {
    keep: async (path, { hash }) => {
      await mkdir(join(directory, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
      // On the disk before its name is told to anyone.
      const handle = await open(path, 'r+')
      await handle.sync().finally(() => handle.close())
      await rename(path, placeOf(hash))
    },
    open: async (hash) => {
      const bytes = await bytesOf(hash)
      return bytes === null ? null : { stream: createReadStream(placeOf(hash)), bytes }
    },
    bytesOf,
  }
}

/** Every file in such a directory with its path, in no order worth relying on. */
export async function* filesOnDisk(directory: string): AsyncGenerator<{ hash: string; path: string }> {
  for (const folder of await readdir(directory).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    for (const name of await readdir(join(directory, folder)))
      if (isHash(folder + name)) yield { hash: folder + name, path: join(directory, folder, name) }
  }
}
