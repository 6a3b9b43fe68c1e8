import { createHash } from 'node:crypto'
import type { StoredFile } from '../../platform/files/files.ts'
import { TITLE_LIMIT } from '../../platform/http/fields.ts'
import type { TypedText } from '../plan/index.ts'
import type { DocumentData, GivenContents } from './documentInput.ts'

/* What the tests of documents share. */

/** A title typed in these languages. */
export const titled = (lv: string, en?: string): TypedText => ({
  texts: { lv: lv.slice(0, TITLE_LIMIT), ...(en ? { en } : {}) },
  checked: false,
})

/** A stored file, as a form would bring it. */
export const file = (name: string, content = name): StoredFile => ({
  hash: createHash('sha256').update(content).digest('hex'),
  name,
  mediaType: 'application/pdf',
  bytes: content.length,
})

/** A document with a typed text, but for what a test says of it. */
export const minutes = (more: Partial<DocumentData & GivenContents> = {}): DocumentData & GivenContents => ({
  title: titled('Sēdes protokols', 'Minutes of the meeting'),
  kind: 'minutes',
  dated: null,
  language: 'lv',
  standing: 'official',
  licence: null,
  main: { text: 'Sēde sākas plkst. 14.30.' },
  alternative: null,
  organisationId: null,
  ...more,
})
