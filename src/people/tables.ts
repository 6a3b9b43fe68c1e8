import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgTable, serial, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn, momentColumn } from '../platform/database/columns.ts'

/** OGP's sectors, as in the data. */
export const sectors = ['government', 'parliament', 'municipality', 'civil-society', 'social-partner', 'business', 'academia'] as const
export type Sector = (typeof sectors)[number]

/** What a person may be; visitor is nobody's row, participant is everybody's who has signed in. */
export const assignableRoles = ['representative', 'officer', 'forum-member', 'moderator', 'secretariat', 'administrator'] as const
export type AssignableRole = (typeof assignableRoles)[number]
export type Role = 'visitor' | 'participant' | AssignableRole

/** An institution (government, parliament, municipality) or an organisation (all other sectors). */
export const organisation = pgTable(
  'organisation',
  {
    id: text('id').primaryKey(),
    sector: text('sector').$type<Sector>().notNull(),
    note: localTextColumn('note'),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('organisation_by_record').on(t.recordSeq),
    check(
      'organisation_sector_is_known',
      sql`${t.sector} in ('government','parliament','municipality','civil-society','social-partner','business','academia')`,
    ),
    check('organisation_id_is_readable', sql`${t.id} ~ '^[a-z0-9][a-z0-9-]{0,63}$'`),
  ],
)

/** The names an organisation has had; `validFrom` and `validTo` null mean "since ever" and "until now". */
export const organisationName = pgTable(
  'organisation_name',
  {
    id: serial('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    name: localTextColumn('name').notNull(),
    validFrom: dayColumn('valid_from'),
    validTo: dayColumn('valid_to'),
    /** How sure the name and its days are, or what happened with it; told with the name, not before. */
    note: localTextColumn('note'),
  },
  (t) => [
    index('organisation_name_by_organisation').on(t.organisationId),
    check('organisation_name_ends_after_it_starts', sql`${t.validFrom} is null or ${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
)

/** A person with an account. The shape is better-auth's `user`, with three columns of ours at the end. */
export const person = pgTable('person', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: momentColumn('created_at').notNull(),
  updatedAt: momentColumn('updated_at').notNull(),
  /** Secret from which the record's reference to this person is made; erasing it cuts the link. */
  recordSalt: text('record_salt').notNull().default(sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`),
  /** Made up for the demonstration. */
  demonstration: boolean('demonstration').notNull().default(false),
  removedAt: momentColumn('removed_at'),
})

/** better-auth's sessions. */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    expiresAt: momentColumn('expires_at').notNull(),
    token: text('token').notNull().unique(),
    createdAt: momentColumn('created_at').notNull(),
    updatedAt: momentColumn('updated_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
  },
  (t) => [index('session_by_person').on(t.userId)],
)

/** better-auth's linked accounts (national identity comes with the next step). */
export const account = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: momentColumn('access_token_expires_at'),
    refreshTokenExpiresAt: momentColumn('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: momentColumn('created_at').notNull(),
    updatedAt: momentColumn('updated_at').notNull(),
  },
  (t) => [index('account_by_person').on(t.userId)],
)

/** better-auth's one-time values, among them the sign-in links. */
export const verification = pgTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: momentColumn('expires_at').notNull(),
    createdAt: momentColumn('created_at').notNull(),
    updatedAt: momentColumn('updated_at').notNull(),
  },
  (t) => [index('verification_by_identifier').on(t.identifier)],
)

/** A role a person holds, for an institution or organisation where the role needs one. */
export const roleAssignment = pgTable(
  'role_assignment',
  {
    id: serial('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    role: text('role').$type<AssignableRole>().notNull(),
    organisationId: text('organisation_id').references(() => organisation.id),
    givenAt: momentColumn('given_at').notNull(),
    endedAt: momentColumn('ended_at'),
  },
  (t) => [
    uniqueIndex('role_assignment_is_held_once')
      .on(t.personId, t.role, sql`coalesce(${t.organisationId}, '')`)
      .where(sql`${t.endedAt} is null`),
    index('role_assignment_by_organisation').on(t.organisationId),
    check(
      'role_assignment_role_is_known',
      sql`${t.role} in ('representative','officer','forum-member','moderator','secretariat','administrator')`,
    ),
    check('role_assignment_acts_for_someone', sql`${t.role} not in ('representative','officer') or ${t.organisationId} is not null`),
  ],
)
