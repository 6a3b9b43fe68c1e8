import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { Refusal } from '../refusal.ts'
import { fileTexts } from './fileTexts.ts'

const openXml = 'application/vnd.openxmlformats-officedocument'

/** Kinds whose content tells what they are: the extension, and the media type that the content must have. */
const recognised: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: `${openXml}.wordprocessingml.document`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  pptx: `${openXml}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}
/** Kinds that are plain text: nothing in them tells which. */
const plain: Readonly<Record<string, string>> = { csv: 'text/csv', txt: 'text/plain' }

/** What a file field may offer to choose from. */
export const acceptedExtensions: readonly string[] = [...Object.keys(recognised), ...Object.keys(plain)].map((extension) => `.${extension}`)

/**
 * The media type of a file by its content, which must be what its name says. Refuses with 422 a
 * kind that is not taken and a content that belies the name.
 */
export async function kindOf(path: string, name: string): Promise<string> {
  const extension = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const expected = recognised[extension]
  const asText = plain[extension]
  if (!expected && !asText) throw new Refusal(422, (language) => fileTexts[language].unknownKind)
  const belied = new Refusal(422, (language) => fileTexts[language].belied(extension))
  // A file that breaks the reader of its own kind is not of that kind.
  const found = await fileTypeFromFile(path).catch(() => null)
  if (expected) {
    if (found?.mime !== expected) throw belied
    return expected
  }
  if (!asText || found || !(await isText(path))) throw belied
  return asText
}

/** No control characters but tabs, line ends and a form feed; in whichever encoding that keeps ASCII. */
async function isText(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    for await (const piece of handle.createReadStream({ autoClose: false }))
      if ((piece as Buffer).some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false
    return true
  } finally {
    await handle.close()
  }
}
