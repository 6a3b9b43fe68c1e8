import { PassThrough, pipeline, Readable } from 'node:stream'
import { getTableName } from 'drizzle-orm'
import { ZipFile } from 'yazl'
import { ideaFilesBy } from '../cycle/ideas/index.ts'
import type { DataMap } from '../platform/dataMap.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { Whose } from '../platform/ownRows.ts'
import { archiveTexts } from './archiveTexts.ts'
import { ownRowsOfAll } from './ownRows.ts'
import { ownTexts } from './ownTexts.ts'
import { rowsAsJson } from './rowsAsJson.ts'

/**
 * Everything that is kept about someone, as a ZIP archive that is written while it is read: a JSON file for each table
 * of the data map that holds rows of theirs, their texts for reading, their files, and what is what.
 */
export async function archiveOf(house: House, who: Whose, dataMap: DataMap, language: Language): Promise<Readable> {
  const { db } = house
  const t = archiveTexts[language]
  const files = await ideaFilesBy(db, who.id)
  const zip = new ZipFile()
  const out = new PassThrough()
  const mtime = house.clock.now()
  let reading: Readable | null = null
  const add = (path: string, open: () => Promise<Readable>): void =>
    zip.addReadStreamLazy(path, { mtime }, (give) => {
      open().then(
        (stream) => {
          reading = stream
          give(null, stream)
        },
        (error) => give(error, Readable.from([])),
      )
    })
  zip.addBuffer(Buffer.from(explained(dataMap, language), 'utf8'), t.readme, { mtime })
  for (const own of ownRowsOfAll) add(`${getTableName(own.table)}.json`, async () => Readable.from(rowsAsJson(db, own, who)))
  add(t.texts, async () => Readable.from(ownTexts(db, who.id, language)))
  for (const { id, hash, name } of files)
    add(`${t.files}/${id}-${name.replace(/[\\/]/g, '_')}`, async () => (await house.files.open(hash))?.stream ?? Readable.from([]))
  zip.on('error', (error) => out.destroy(error))
  zip.end()
  // Who goes away in the middle ends the reading too.
  pipeline(zip.outputStream, out, () => reading?.destroy())
  return out
}

/** What each file holds and why it is kept, in the words of the privacy page. */
function explained(dataMap: DataMap, language: Language): string {
  const t = archiveTexts[language]
  const own = new Set(ownRowsOfAll.map(({ table }) => getTableName(table)))
  const tables = dataMap.flatMap(({ table, personal }) => {
    const name = getTableName(table)
    return own.has(name) ? [`${name}.json\n${personal.map(({ what, why }) => `  ${what[language]} ${why[language]}`).join('\n')}`] : []
  })
  const rest = [`${t.texts}\n  ${t.textsAre}`, `${t.files}/\n  ${t.filesAre}`]
  return [t.title, t.about, ...tables, ...rest].join('\n\n').concat('\n')
}
