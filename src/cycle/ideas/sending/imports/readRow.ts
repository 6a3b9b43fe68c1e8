import { type ParticipantSector, participantSectors, type Sector } from '../../../../people/index.ts'
import { type Day, day } from '../../../../platform/dates/partialDate.ts'
import { Fields } from '../../../../platform/http/fields.ts'
import { type Language, languages } from '../../../../platform/languages/languages.ts'
import type { Say } from '../../../../platform/refusal.ts'
import type { Call } from '../../calls/callState.ts'
import { participantNames } from '../../kindWords.ts'
import { cameInTime, type EnteredIdea } from '../enterIdea.ts'
import { limits, readContent } from '../ideaInput.ts'
import { sendingProblems } from '../sendingProblems.ts'
import { bareWord, dayOf, type ImportColumn, kindOf, saysYes } from './columns.ts'
import { importProblems } from './importProblems.ts'

/** What is wrong in a cell of a row. */
export type CellProblem = { column: ImportColumn; say: Say }

/** What a row needs to be read: the call, the language of its texts, organisations by their words, and the day. */
export type RowSurroundings = {
  call: Call
  language: Language
  organisations: ReadonlyMap<string, { id: string; sector: Sector }>
  today: Day
}

/** The sector that a cell names; `resident` where it is empty, null for what is none. */
function sectorOf(text: string): ParticipantSector | null {
  const word = bareWord(text)
  if (!word) return 'resident'
  return (
    participantSectors.find(
      (sector) => bareWord(sector) === word || languages.some((language) => bareWord(participantNames[language][sector]) === word),
    ) ?? null
  )
}

/** What one row of a table would bring in, and what is wrong with it. Without problems it can be brought in. */
export function readRow(
  cells: Readonly<Record<string, string>>,
  { call, language, organisations, today }: RowSurroundings,
): { entered: EnteredIdea; problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const cell = (column: ImportColumn): string => cells[column] ?? ''
  const wrong = (column: ImportColumn, key: 'formula' | 'unknownKind' | 'kindNotAsked' | 'notADay' | 'unknownSector') =>
    problems.push({ column, say: (of) => importProblems[of][key] })
  for (const [column, text] of Object.entries(cells)) if (text.startsWith('=')) wrong(column as ImportColumn, 'formula')
  const kind = kindOf(cell('kind'))
  if (!kind) wrong('kind', 'unknownKind')
  else if (!call.kinds.includes(kind)) wrong('kind', 'kindNotAsked')
  const read = readContent(
    new Fields(Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, [text]]))),
    kind ?? 'idea',
    language,
  )
  problems.push(...read.problems.map(({ field, say }) => ({ column: field as ImportColumn, say })))
  const receivedOn = dayOf(cell('receivedOn'))
  if (!receivedOn) wrong('receivedOn', 'notADay')
  else if (!cameInTime(call, receivedOn, today)) problems.push({ column: 'receivedOn', say: (of) => sendingProblems[of].outsideTheCall })
  const name = cell('name').replaceAll('\n', ' ')
  if ([...name].length > limits.name)
    problems.push({ column: 'name', say: (of) => sendingProblems[of].tooLong(limits.name, [...name].length) })
  const organisation = cell('organisation') ? organisations.get(bareWord(cell('organisation'))) : null
  if (organisation === undefined) problems.push({ column: 'organisation', say: (of) => sendingProblems[of].unknownOrganisation })
  const sector = sectorOf(cell('sector'))
  if (!sector) wrong('sector', 'unknownSector')
  return {
    entered: {
      content: read.content,
      language,
      channel: 'import',
      receivedOn: receivedOn ?? day('2000-01-01'),
      name: name && saysYes(cell('consent')) ? name : null,
      organisationId: organisation?.id ?? null,
      sector: organisation?.sector ?? sector ?? 'resident',
    },
    problems,
  }
}
