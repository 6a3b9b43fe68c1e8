import { type Actor, allow } from '../../../../people/index.ts'
import type { StoredFile } from '../../../../platform/files/files.ts'
import { UnreadableSheet } from '../../../../platform/files/sheetRows.ts'
import { readSheet } from '../../../../platform/files/sheets.ts'
import type { House } from '../../../../platform/house.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { type Say, wrongField } from '../../../../platform/refusal.ts'
import { ideasPolicy } from '../../policy.ts'
import { callForEntering } from '../enterIdea.ts'
import { ideaImport, ideaImportRow } from '../tables.ts'
import { columnsIn, type importColumns, neededColumns } from './columns.ts'
import { importProblems, MOST_BYTES, MOST_ROWS, sheetProblems } from './importProblems.ts'

const refuse = (say: Say) => wrongField('file', say)

/**
 * Reads a table of ideas and keeps its rows to be looked at; nothing is brought in yet. Refuses with 422 what can't be
 * read as a whole: what is wrong with single rows is told in the preview.
 */
export async function startImport(
  house: House,
  actor: Actor,
  { planId, callId, file, language }: { planId: string; callId: number; file: StoredFile | undefined; language: Language },
): Promise<number> {
  allow(ideasPolicy.enterForOthers, actor, undefined)
  if (!file) throw refuse((of) => importProblems[of].chooseAFile)
  const rows = await readTable(house, file)
  return house.db.transaction(async (tx) => {
    await callForEntering(tx, house, planId, callId)
    const [made] = await tx
      .insert(ideaImport)
      .values({ callId, fileName: file.name, language, createdAt: house.clock.now() })
      .returning({ id: ideaImport.id })
    if (!made) throw new Error('the import was not stored')
    await tx.insert(ideaImportRow).values(rows.map((row) => ({ importId: made.id, ...row })))
    return made.id
  })
}

/** The rows of a table by our columns, without its head. */
async function readTable(house: House, file: StoredFile): Promise<{ row: number; fields: Record<string, string> }[]> {
  const kind = /\.csv$/i.test(file.name) ? 'csv' : /\.xlsx$/i.test(file.name) ? 'xlsx' : null
  if (!kind) throw refuse((of) => importProblems[of].notATable)
  if (file.bytes > MOST_BYTES) throw refuse((of) => importProblems[of].tooBig)
  const [head, ...rows] = await readSheet(await bytesOf(house, file.hash), kind, MOST_ROWS + 1).catch((error: unknown) => {
    if (error instanceof UnreadableSheet) throw refuse((of) => sheetProblems[of][error.problem])
    throw error
  })
  const columns = columnsIn(head?.cells ?? [])
  const missing = neededColumns.filter((column) => !columns.includes(column))
  if (missing.length) throw refuse((of) => importProblems[of].missingColumns(missing.map((one) => columnName(one, of)).join(', ')))
  const twice = columns.find((column, at) => column && columns.indexOf(column) !== at)
  if (twice) throw refuse((of) => importProblems[of].twice(columnName(twice, of)))
  if (!rows.length) throw refuse((of) => sheetProblems[of].empty)
  return rows.map(({ row, cells }) => ({
    row,
    fields: Object.fromEntries(columns.flatMap((column, at): [string, string][] => (column && cells[at] ? [[column, cells[at]]] : []))),
  }))
}

/** How a column may be called in the language of who reads. */
export const columnName = (column: keyof typeof importColumns, language: Language): string => columnNames[language][column]

const columnNames: Record<Language, Record<keyof typeof importColumns, string>> = {
  lv: {
    kind: 'veids',
    title: 'nosaukums',
    problem: 'problēma',
    proposal: 'priekšlikums',
    subject: 'dati vai noteikums',
    doer: 'kam jādara',
    place: 'vieta',
    name: 'vārds',
    consent: 'vārdu rādīt',
    organisation: 'organizācija',
    sector: 'sektors',
    receivedOn: 'saņemts',
  },
  en: {
    kind: 'kind',
    title: 'title',
    problem: 'problem',
    proposal: 'proposal',
    subject: 'data or rule',
    doer: 'who should do it',
    place: 'place',
    name: 'name',
    consent: 'show name',
    organisation: 'organisation',
    sector: 'sector',
    receivedOn: 'received',
  },
}

async function bytesOf(house: House, hash: string): Promise<Buffer> {
  const opened = await house.files.open(hash)
  if (!opened) throw refuse((of) => sheetProblems[of].broken)
  const pieces: Buffer[] = []
  for await (const piece of opened.stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
