import { PassThrough, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { Files } from '../files/files.ts'
import { fileTexts } from '../files/fileTexts.ts'
import type { House } from '../house.ts'
import { type Problem, Refusal } from '../refusal.ts'
import { Fields } from './fields.ts'
import { type SentFile, SentFiles } from './sentFiles.ts'

/** A form as it was sent. `problems` tell of files that were not taken; the fields and the other files are there all the same. */
export type SentForm = {
  fields: Fields
  /** Files that were taken, by the field's name. */
  files: SentFiles
  problems: readonly Problem[]
  /** The status of an answer that shows the problems: 413 when a file was too big, 503 when the storage is away, else 422. */
  status: 413 | 422 | 503
}

/** All typed texts together: no form of ours comes near, and a title of a megabyte still gets its own message. */
const MOST_TEXT_BYTES = 4_000_000
/** More parts that claim to be files are not even looked at. */
const limits = { fieldNameSize: 200, fieldSize: MOST_TEXT_BYTES, fields: 3_000, files: 1_000, headerPairs: 50 }
/** So many files a form may bring when its page does not say otherwise. */
const MOST_FILES = 5
/** So many times the limit of a file is read to its end, so that the browser hears the answer; what is bigger is cut off. */
const PATIENCE = 20

/**
 * Reads a form that was sent, plain or with files. Files are streamed into the house's files; one
 * that is refused leaves the rest of the form as it was typed. Throws Refusal 400 for what is no
 * form and 413 for what is too big to be read to its end.
 */
export async function readForm(
  request: Request,
  house: Pick<House, 'files' | 'configuration'>,
  mostFiles: number = MOST_FILES,
): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw new Refusal(400)
  const reading = new Reading(house, mostFiles)
  const parser = parserOf(type)
  parser.on('field', (name: string | undefined, value, nameCut, valueCut) => reading.field(name ?? '', value, nameCut || valueCut))
  parser.on('file', (name, stream, fileName) => reading.file(name, stream, fileName))
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(limit, () => reading.tooMuch())
  if (request.body) {
    const most = /^multipart/i.test(type) ? MOST_TEXT_BYTES + PATIENCE * house.configuration.fileLimitBytes : MOST_TEXT_BYTES
    try {
      await pipeline(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), atMost(most), parser)
    } catch (error) {
      await reading.abandon()
      throw error instanceof Refusal ? error : new Refusal(400)
    }
  }
  return reading.done()
}

const noFiles: Files = {
  take: () => Promise.reject(new Refusal(422, (language) => fileTexts[language].notHere)),
  open: async () => null,
  bytesOf: async () => null,
}

/** The same for forms that anyone may send: nothing a stranger attaches is written to the disk. */
export const readFormWithoutFiles = (request: Request, house: Pick<House, 'configuration'>): Promise<SentForm> =>
  readForm(request, { configuration: house.configuration, files: noFiles })

function parserOf(type: string) {
  try {
    return new Busboy({ headers: { 'content-type': type } as BusboyHeaders, limits })
  } catch {
    // A multipart form without a boundary, for example.
    throw new Refusal(400)
  }
}

function atMost(bytes: number): Transform {
  let read = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      read += chunk.length
      if (read > bytes) done(new Refusal(413))
      else done(null, chunk)
    },
  })
}

/** What has been read so far. */
class Reading {
  private readonly house: Pick<House, 'files'>
  private readonly mostFiles: number
  private readonly values = new Map<string, string[]>()
  /** In the order in which they came; places of those that were refused stay empty. */
  private readonly taken: (SentFile | undefined)[] = []
  private readonly problems: Problem[] = []
  private readonly taking: Promise<void>[] = []
  private readonly contents: PassThrough[] = []
  private bytes = 0
  private count = 0
  private broken = false
  private status: 413 | 422 | 503 = 422
  private tooMany = false
  private fault: unknown = null
  constructor(house: Pick<House, 'files'>, mostFiles: number) {
    this.house = house
    this.mostFiles = mostFiles
  }

  field(name: string, value: string, cut: boolean): void {
    this.bytes += name.length + value.length
    // What is too much is not kept either: it could be as big as all files together.
    this.count += 1
    // Of a plain form the parser drops what is beyond its limit without a word.
    if (cut || this.bytes > MOST_TEXT_BYTES || this.count >= limits.fields) this.broken = true
    if (this.broken) return
    const values = this.values.get(name)
    if (values) values.push(value)
    else this.values.set(name, [value])
  }

  /** A file field that was left empty comes without a name. */
  file(name: string, stream: Readable, fileName: string | undefined): void {
    // A body that ends in the middle of a file tells the file's stream first, whoever listens.
    const content = new PassThrough()
    content.on('error', () => undefined)
    stream.on('error', (error) => content.destroy(error))
    const tooMany = fileName !== undefined && fileName !== '' && this.taking.length >= this.mostFiles
    if (tooMany && !this.tooMany) this.problems.push({ field: name, say: (language) => fileTexts[language].tooMany(this.mostFiles) })
    this.tooMany ||= tooMany
    if (!fileName || tooMany) {
      stream.resume()
      return
    }
    stream.pipe(content)
    this.contents.push(content)
    // Browsers write a quotation mark in a file's name like this (HTML, multipart/form-data encoding algorithm).
    const taking = this.take(this.taking.length, name, content, fileName.replaceAll('%22', '"')).finally(() => {
      // What was refused is read to its end, so that the fields behind it arrive.
      stream.unpipe(content)
      stream.resume()
    })
    this.taking.push(taking)
  }

  /** Never rejects: a fault is kept for the end, while the rest of the form is read. */
  private async take(place: number, name: string, content: Readable, fileName: string): Promise<void> {
    try {
      this.taken[place] = { field: name, file: await this.house.files.take(fileName, content) }
    } catch (error) {
      if (!(error instanceof Refusal) || !error.say) {
        this.fault ??= error
        return
      }
      if (error.status === 413 || error.status === 503) this.status = error.status
      const { say } = error
      this.problems.push({ field: name, say: (language) => fileTexts[language].refused(fileName, say(language)) })
    }
  }

  /** The form ended before its end: lets go of the files that were on their way, and of what was written of them. */
  async abandon(): Promise<void> {
    for (const content of this.contents) content.destroy(new Error('the form was cut off'))
    await Promise.all(this.taking)
  }

  tooMuch(): void {
    this.broken = true
  }

  async done(): Promise<SentForm> {
    await Promise.all(this.taking)
    if (this.fault) throw this.fault
    if (this.broken) throw new Refusal(413)
    const files = new SentFiles(this.taken.filter((sent) => sent !== undefined))
    return { fields: new Fields(this.values), files, problems: this.problems, status: this.status }
  }
}
