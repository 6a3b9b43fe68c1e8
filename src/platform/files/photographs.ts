import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { defineTexts } from '../languages/texts.ts'
import { Refusal } from '../refusal.ts'
import type { Files } from './files.ts'
import { fileTexts } from './fileTexts.ts'

const texts = defineTexts({
  lv: {
    onlyPhotographs: 'Der attēli JPEG, PNG vai WebP formātā.',
    broken: 'Attēlu neizdevās nolasīt. Pamēģiniet to saglabāt no jauna un pievienot vēlreiz.',
  },
  en: {
    onlyPhotographs: 'Pictures in JPEG, PNG or WebP will do.',
    broken: 'The picture could not be read. Try to save it anew and add it again.',
  },
})

/** How big a picture is drawn. */
export type PictureSize = { width: number; height: number }

/** Big enough for a page and for print, small enough for a phone. */
const LONGEST_SIDE = 2000
/** No camera makes more; a small file that unfolds to more is meant to break something. */
const MOST_PIXELS = 120_000_000

const kinds: Readonly<Record<string, readonly string[]>> = { jpeg: ['jpg', 'jpeg'], png: ['png'], webp: ['webp'] }

/**
 * Files that take pictures alone, drawn anew: what a camera writes into them (the place, the time, the device) never
 * reaches the storage, nor does anything else that hides in a picture. They stand upright, and are no bigger than needed.
 */
export const photographsInto = (files: Files, limitBytes: number): Files => ({
  ...files,
  take: async (name, content) => files.take(name, Readable.from([await drawnAnew(name, await whole(content, limitBytes))])),
})

/** How big a stored picture is. */
export async function sizeOfPicture(files: Files, hash: string): Promise<PictureSize> {
  const file = await files.open(hash)
  if (!file) throw new Refusal(503, (language) => fileTexts[language].away)
  const { width, height } = await sharp(await buffer(file.stream)).metadata()
  return { width, height }
}

async function drawnAnew(name: string, bytes: Buffer): Promise<Buffer> {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { format } = await picture.metadata()
    if (!kinds[format ?? '']?.includes(ending)) throw new Refusal(422, (language) => texts[language].onlyPhotographs)
    // Without keepMetadata nothing but the picture is written; what the camera says of “up” is applied first.
    return await picture.rotate().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true }).toBuffer()
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(422, (language) => texts[language].broken)
  }
}

async function whole(content: Readable, limitBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of content) {
    pieces.push(piece as Buffer)
    bytes += (piece as Buffer).length
    if (bytes > limitBytes) throw new Refusal(413, (language) => fileTexts[language].tooBig(limitBytes))
  }
  if (!bytes) throw new Refusal(422, (language) => fileTexts[language].empty)
  return Buffer.concat(pieces)
}
