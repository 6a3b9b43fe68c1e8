import { addDays, type Day, day, parseDay } from '../../../../platform/dates/partialDate.ts'
import type { ContributionKind } from '../../tables.ts'

/** The columns of a table of ideas, and how their heads may be written, without regard to case, accents and spaces. */
export const importColumns = {
  kind: ['veids', 'kind'],
  title: ['nosaukums', 'virsraksts', 'title'],
  problem: ['problema', 'problem'],
  proposal: ['priekslikums', 'proposal'],
  subject: ['priekšmets', 'dati vai noteikums', 'subject', 'data or rule'],
  doer: ['kam jadara', 'who should do it', 'doer'],
  place: ['vieta', 'place'],
  name: ['vards', 'iesniedzejs', 'name', 'sender'],
  consent: ['vardu radit', 'piekrisana', 'show name', 'consent'],
  organisation: ['organizacija', 'organisation', 'organization'],
  sector: ['sektors', 'nozare', 'sector'],
  receivedOn: ['sanemts', 'received', 'received on'],
} as const

export type ImportColumn = keyof typeof importColumns

/** Without these nothing can be taken over. */
export const neededColumns = ['title', 'problem', 'proposal', 'receivedOn'] as const satisfies readonly ImportColumn[]

/** The same word however it is written. */
export const bareWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** Which column of ours each column of the table is; null for one that we do not know. */
export function columnsIn(heads: readonly string[]): (ImportColumn | null)[] {
  return heads.map((head) => {
    const word = bareWord(head)
    const found = Object.entries(importColumns).find(([, words]) => words.some((known) => bareWord(known) === word))
    return (found?.[0] as ImportColumn | undefined) ?? null
  })
}

const kindWords: Record<string, ContributionKind> = {
  '': 'idea',
  ideja: 'idea',
  idea: 'idea',
  'datu velme': 'data-wish',
  'datu kopas velme': 'data-wish',
  'data wish': 'data-wish',
  'wish for data': 'data-wish',
  slogs: 'burden',
  burden: 'burden',
}

/** The kind that a cell names; null for what is none. An empty cell is an idea. */
export const kindOf = (text: string): ContributionKind | null => kindWords[bareWord(text)] ?? null

const yes = ['ja', 'yes', 'y', 'j', '1', 'x', 'true']
/** Does a cell say yes? Only then a name is shown. */
export const saysYes = (text: string): boolean => yes.includes(bareWord(text))

/** Spreadsheets count days from here. */
const FIRST_DAY = day('1899-12-30')

/** The day that a cell names: `2019-09-20`, `20.09.2019` or a spreadsheet's own number. */
export function dayOf(text: string): Day | null {
  const bare = text.trim().replace(/\.$/, '')
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(bare)
  if (dotted) return parseDay(`${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`)
  if (/^\d{5}(\.\d+)?$/.test(bare)) return addDays(FIRST_DAY, Math.floor(Number(bare)))
  return parseDay(bare.slice(0, 10))
}
