import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { ListFilter } from '../../cycle/documents/index.ts'
import { planById } from '../../cycle/plan/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { attachment } from '../fileAnswer.ts'
import type { AnyVisit, Handler } from '../visit.ts'
import { readAsked } from './documents/asked.ts'
import { addressIn, deadIn, type Listed, wholeList } from './documents/listing.ts'

/** The list of a plan's repository as it is narrowed by the address, for spreadsheets and programs. */
export const documentsCsv: Handler<'documentsCsv'> = async (visit) => {
  const plan = await planById(visit.house.db, visit.values.plan, visit.today)
  if (!plan) throw notFound()
  return written(visit, plan.id)
}

/** The list of all repositories. */
export const allDocumentsCsv: Handler<'allDocumentsCsv'> = async (visit) => written(visit, null)

function written(visit: AnyVisit, planId: string | null): Response {
  const { language, today, query } = visit
  const { filter } = readAsked(query, planId, today)
  const lines = stringify({
    header: true,
    columns: [...columns],
    record_delimiter: '\r\n',
    // Spreadsheets take a file without it for one in an old code page.
    bom: true,
    // A title from outside must not become a formula in someone's spreadsheet.
    escape_formulas: true,
  })
  // Who goes away in the middle ends the reading too; a fault breaks the answer off.
  pipeline(Readable.from(rowsOf(visit, filter)), lines, () => undefined)
  const name = `${language === 'lv' ? 'dokumenti' : 'documents'}${planId ? `-${planId}` : ''}-${today}.csv`
  return new Response(Readable.toWeb(lines) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachment(name),
      'Cache-Control': 'public, no-cache',
      'Content-Language': language,
    },
  })
}

async function* rowsOf(visit: AnyVisit, filter: ListFilter): AsyncGenerator<Row> {
  const { language, house } = visit
  const { url } = house.configuration
  for await (const part of wholeList(house.db, filter)) {
    const dead = await deadIn(house, part)
    for (const listed of part)
      yield {
        ...(listed.kind === 'document' ? documentRow(listed, language, url) : evidenceRow(listed, language, url)),
        link_dead_since: dead.get(addressIn(listed) ?? '') ?? null,
      }
  }
}

/** The columns in their order. What each means, and which values it takes: docs/data-dictionary.md. */
const columns = [
  'source',
  'id',
  'plan',
  'kind',
  'title_lv',
  'title_en',
  'document_date',
  'added_on',
  'version',
  'version_on',
  'language',
  'standing',
  'licence',
  'organisation',
  'commitment',
  'milestone',
  'content',
  'file_name',
  'media_type',
  'bytes',
  'sha256',
  'address',
  'link_dead_since',
  'alternative',
  'withdrawn_on',
  'certainty',
  'page',
] as const
type Row = Record<(typeof columns)[number], string | number | null>
type RowOfThing = Omit<Row, 'link_dead_since'>

type ListedAs<Kind extends Listed['kind']> = Extract<Listed, { kind: Kind }>

function documentRow({ document, version }: ListedAs<'document'>, language: Language, url: string): RowOfThing {
  const { main, alternative, withdrawal } = version
  const contentOf = (content: typeof main) => (content === null ? 'none' : content.url ? 'address' : content.fileHash ? 'file' : 'text')
  return {
    source: 'document',
    id: document.id,
    plan: document.planId,
    kind: document.kind,
    title_lv: document.title.lv?.text ?? null,
    title_en: document.title.en?.text ?? null,
    document_date: document.dated,
    added_on: document.addedOn,
    version: version.number,
    version_on: version.publishedOn,
    language: document.language,
    standing: document.standing,
    licence: document.licence,
    organisation: version.organisationId,
    commitment: null,
    milestone: null,
    content: withdrawal ? 'withdrawn' : contentOf(main),
    file_name: main?.fileName ?? null,
    media_type: main?.mediaType ?? null,
    bytes: main?.bytes ?? null,
    sha256: main?.fileHash ?? null,
    address: main?.url ?? null,
    alternative: contentOf(alternative),
    withdrawn_on: withdrawal?.withdrawnOn ?? null,
    certainty: document.certainty,
    page: url + address(language, 'document', { plan: document.planId, document: document.id }),
  }
}

function evidenceRow({ item, ...place }: ListedAs<'evidence'>, language: Language, url: string): RowOfThing {
  const { planId, commitmentNumber, milestoneNumber, organisationId, written } = place
  return {
    source: 'evidence',
    id: item.id,
    plan: planId,
    kind: 'evidence',
    title_lv: written === 'lv' ? item.title : null,
    title_en: written === 'en' ? item.title : null,
    document_date: item.dated,
    added_on: item.publishedOn,
    version: null,
    version_on: null,
    language: null,
    standing: null,
    licence: null,
    organisation: organisationId,
    commitment: commitmentNumber,
    milestone: milestoneNumber,
    content: item.withdrawal ? 'withdrawn' : item.url ? 'address' : 'file',
    file_name: item.fileName,
    media_type: item.mediaType,
    bytes: item.bytes,
    sha256: item.fileHash,
    address: item.url,
    alternative: null,
    withdrawn_on: item.withdrawal?.withdrawnOn ?? null,
    certainty: item.demonstration ? 'demonstration' : null,
    page: url + address(language, 'updates', { plan: planId, number: commitmentNumber, milestone: milestoneNumber }),
  }
}
