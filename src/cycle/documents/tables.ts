import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
import { organisation } from '../../people/index.ts'
import { dayColumn, localTextColumn, momentColumn, partialDateColumn } from '../../platform/database/columns.ts'
import { orderingDay } from '../../platform/database/dayList.ts'
import { type Certainty, plan } from '../plan/index.ts'

/** What a document is, in the order in which forms offer it: roughly that of a plan's life. */
export const documentKinds = [
  'notice',
  'discussion-paper',
  'draft',
  'opinion',
  'agenda',
  'minutes',
  'act',
  'gazette',
  'report',
  'evidence',
  'reviewer-report',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Languages that documents are written in, by BCP 47. */
export const documentLanguages = ['lv', 'en', 'ru', 'lt', 'et', 'de', 'fr'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]

/** Is it the text that counts, or a translation made as a courtesy? */
export const standings = ['official', 'courtesy'] as const
export type Standing = (typeof standings)[number]

/** Under which terms a document may be used again; `official` = not protected by copyright (Copyright Law of Latvia, section 6). */
export const licences = ['official', 'cc0-1.0', 'cc-by-4.0', 'cc-by-sa-4.0'] as const
export type Licence = (typeof licences)[number]

const recordSeq = () => bigint('record_seq', { mode: 'number' }).notNull()
const oneOf = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(',')})`)

/** A document in a plan's repository: what is said of it. What it holds stands in its versions. */
export const document = pgTable(
  'document',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    kind: text('kind').$type<DocumentKind>().notNull(),
    title: localTextColumn('title').notNull(),
    /** The day, month or year the document itself bears. */
    dated: partialDateColumn('dated'),
    /** The plan's day it came into the repository: it shows from this day on. */
    addedOn: dayColumn('added_on').notNull(),
    /** Null = not stated, as for the two that follow. */
    language: text('language').$type<DocumentLanguage>(),
    standing: text('standing').$type<Standing>(),
    licence: text('licence').$type<Licence>(),
    certainty: text('certainty').$type<Certainty>().notNull(),
    sources: text('sources').array().notNull().default(sql`'{}'`),
    /** Rises with each correction and each version; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('document_by_plan_and_day').on(t.planId, t.addedOn, t.id),
    index('document_by_day').on(t.addedOn, t.id),
    index('document_by_plan_and_date').on(t.planId, orderingDay(t.dated), t.id),
    index('document_by_date').on(orderingDay(t.dated), t.id),
    index('document_by_record').on(t.recordSeq),
    check('document_kind_is_known', sql`${t.kind} in ${oneOf(documentKinds)}`),
    check('document_language_is_known', sql`${t.language} in ${oneOf(documentLanguages)}`),
    check('document_standing_is_known', sql`${t.standing} in ${oneOf(standings)}`),
    check('document_licence_is_known', sql`${t.licence} in ${oneOf(licences)}`),
  ],
)

/** One version of a document. Rows are never changed: a correction of the content is the next number. */
export const documentVersion = pgTable(
  'document_version',
  {
    id: serial('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
    number: integer('number').notNull(),
    /** What changed and why; null in the first. */
    reason: text('reason'),
    /** Whose publication it is; null = not stated. */
    organisationId: text('organisation_id').references(() => organisation.id),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('document_version_number_is_used_once').on(t.documentId, t.number),
    index('document_version_by_day').on(t.publishedOn, t.recordSeq, t.id),
    index('document_version_by_record').on(t.recordSeq),
    check('document_version_after_the_first_has_a_reason', sql`${t.number} = 1 or length(trim(${t.reason})) >= 10`),
  ],
)

/** A version is itself, and may have an alternative for those who can't read it. */
export const contentParts = ['main', 'alternative'] as const
export type ContentPart = (typeof contentParts)[number]

/** What a version holds: a file, a text that was typed, or an address elsewhere. A version without any is only known to exist. */
export const documentContent = pgTable(
  'document_content',
  {
    versionId: integer('version_id')
      .notNull()
      .references(() => documentVersion.id),
    part: text('part').$type<ContentPart>().notNull(),
    url: text('url'),
    text: text('text'),
    /** SHA-256 of the file, lower-case hex; where it lies, see platform/files. */
    fileHash: text('file_hash'),
    fileName: text('file_name'),
    mediaType: text('media_type'),
    bytes: integer('bytes'),
  },
  (t) => [
    primaryKey({ name: 'document_content_is_one_per_part', columns: [t.versionId, t.part] }),
    index('document_content_by_file').on(t.fileHash),
    check('document_content_part_is_known', sql`${t.part} in ${oneOf(contentParts)}`),
    check('document_content_is_one_thing', sql`num_nonnulls(${t.url}, ${t.text}, ${t.fileHash}) = 1`),
    check('document_content_file_is_described', sql`num_nonnulls(${t.fileHash}, ${t.fileName}, ${t.mediaType}, ${t.bytes}) in (0, 4)`),
  ],
)

/** A version whose content was taken out of view, with the reason that everyone reads. */
export const documentWithdrawal = pgTable(
  'document_withdrawal',
  {
    versionId: integer('version_id')
      .primaryKey()
      .references(() => documentVersion.id),
    reason: text('reason').notNull(),
    withdrawnOn: dayColumn('withdrawn_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('document_withdrawal_by_record').on(t.recordSeq),
    check('document_withdrawal_has_a_reason', sql`length(trim(${t.reason})) >= 10`),
  ],
)

/** What was corrected in what is said of a document: the changed values before and after. */
export const documentCorrection = pgTable(
  'document_correction',
  {
    id: serial('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    after: jsonb('after').$type<Record<string, unknown>>().notNull(),
    reason: text('reason'),
    correctedOn: dayColumn('corrected_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [index('document_correction_by_document').on(t.documentId, t.id)],
)

/** Files that were sent together and wait until what is said of each is put right. Not public; shared by the secretariat. */
export const documentUpload = pgTable(
  'document_upload',
  {
    /** The number of the form that brought them. */
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    /** What was typed so far, word for word, right or wrong, by the form's fields. */
    fields: jsonb('fields').$type<Record<string, string[]>>().notNull(),
    /** Rises with each save; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [index('document_upload_by_plan').on(t.planId, t.createdAt), index('document_upload_by_time').on(t.createdAt)],
)

/** A file of an upload; its place is part of its fields' names and never changes. */
export const documentUploadFile = pgTable(
  'document_upload_file',
  {
    uploadId: text('upload_id')
      .notNull()
      .references(() => documentUpload.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
  },
  (t) => [primaryKey({ name: 'document_upload_file_has_one_place', columns: [t.uploadId, t.place] })],
)
