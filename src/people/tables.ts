import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { bigint, boolean, check, index, jsonb, pgTable, primaryKey, serial, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn, momentColumn } from '../platform/database/columns.ts'
import type { Language } from '../platform/languages/languages.ts'

/** OGP's sectors, as in the data. */
export const sectors = ['government', 'parliament', 'municipality', 'civil-society', 'social-partner', 'business', 'academia'] as const
export type Sector = (typeof sectors)[number]

/** In which capacity someone takes part: for one of OGP's sectors, or as a resident for oneself. */
export const participantSectors = [...sectors, 'resident'] as const
export type ParticipantSector = (typeof participantSectors)[number]

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

/** A name as a language sorts it; each has an index. */
export const nameInOrder: Record<Language, (name: SQLWrapper) => SQL> = {
  lv: (name) => sql`coalesce(${name} -> 'lv' ->> 'text', ${name} -> 'en' ->> 'text') collate latvian`,
  en: (name) => sql`coalesce(${name} -> 'en' ->> 'text', ${name} -> 'lv' ->> 'text') collate "und-x-icu"`,
}

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
    index('organisation_name_in_latvian_order').on(sql`(${nameInOrder.lv(t.name)})`, t.organisationId),
    index('organisation_name_in_english_order').on(sql`(${nameInOrder.en(t.name)})`, t.organisationId),
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

/** How someone signed in. */
export const signInMethods = ['email', 'passkey', 'identity', 'demonstration'] as const
export type SignInMethod = (typeof signInMethods)[number]

/** better-auth's sessions, with four columns of ours at the end. */
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
    method: text('method').$type<SignInMethod>().notNull().default('email'),
    /** When it was last seen, to the hour. */
    seenAt: momentColumn('seen_at').notNull().default(sql`now()`),
    /** When the second step was done; null as long as it was not. */
    secondStepAt: momentColumn('second_step_at'),
    /** The institution or organisation the person has chosen to act for. */
    actingFor: text('acting_for').references(() => organisation.id),
  },
  (t) => [
    index('session_by_person').on(t.userId),
    check('session_method_is_known', sql`${t.method} in ('email','passkey','identity','demonstration')`),
  ],
)

/** better-auth's linked accounts, which its sign-in by link asks for. Empty: who is linked stands in linked_identity, by a keyed hash. */
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

/** A passkey (WebAuthn credential) by which a person signs in. */
export const passkey = pgTable(
  'passkey',
  {
    id: serial('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** What the person calls it. */
    name: text('name').notNull(),
    /** The authenticator's name for it, base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE public key, base64url. */
    publicKey: text('public_key').notNull(),
    /** How often the authenticator says it was used; one that goes back has been copied. Many always say 0. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    /** How the browser reaches it, such as usb or internal. */
    transports: text('transports').array().notNull(),
    createdAt: momentColumn('created_at').notNull(),
    usedAt: momentColumn('used_at'),
  },
  (t) => [index('passkey_by_person').on(t.personId)],
)

/** The authenticator app (TOTP, RFC 6238) of a person's second step. */
export const authenticatorApp = pgTable('authenticator_app', {
  personId: text('person_id')
    .primaryKey()
    .references(() => person.id, { onDelete: 'cascade' }),
  /** The secret in use, encrypted; null until a first code was right. */
  secret: text('secret'),
  /** A secret that was shown and waits for its first right code, encrypted. */
  pendingSecret: text('pending_secret'),
  /** The time step of the last code that was taken: none up to it is taken again. */
  lastStep: bigint('last_step', { mode: 'number' }),
  confirmedAt: momentColumn('confirmed_at'),
})

/** One-time codes for who has lost the second step, as hashes; a used one is deleted. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    hash: text('hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
  },
  (t) => [index('recovery_code_by_person').on(t.personId)],
)

/** The e-identity services that Koprade can speak with. */
export const identityProviderIds = ['oidc', 'eparaksts'] as const
export type IdentityProviderId = (typeof identityProviderIds)[number]

/** An e-identity by which a person signs in. Whose it is stands here as a keyed hash only. */
export const linkedIdentity = pgTable(
  'linked_identity',
  {
    id: serial('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    provider: text('provider').$type<IdentityProviderId>().notNull(),
    subjectHash: text('subject_hash').notNull(),
    linkedAt: momentColumn('linked_at').notNull(),
    usedAt: momentColumn('used_at'),
  },
  (t) => [
    unique('linked_identity_is_one_person').on(t.provider, t.subjectHash),
    index('linked_identity_by_person').on(t.personId),
    check('linked_identity_provider_is_known', sql`${t.provider} in ('oidc','eparaksts')`),
  ],
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
    index('role_assignment_by_role').on(t.role).where(sql`${t.endedAt} is null`),
    check(
      'role_assignment_role_is_known',
      sql`${t.role} in ('representative','officer','forum-member','moderator','secretariat','administrator')`,
    ),
    check('role_assignment_acts_for_someone', sql`${t.role} not in ('representative','officer') or ${t.organisationId} is not null`),
  ],
)

/**
 * What someone without an account wants to do (send an idea, support one, sign up …), until the link in a letter
 * to their address confirms it.
 */
export const awaitedAct = pgTable(
  'awaited_act',
  {
    /** SHA-256 of the token in the letter. */
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    /** What the person is called: their account's name, if there is none yet. */
    name: text('name').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** Which act, by the name under which routes/confirmableActs.ts knows it. */
    act: text('act').notNull(),
    /** What the act's module wants to know again; parsed by it when it is confirmed. */
    content: jsonb('content').notNull(),
    expiresAt: momentColumn('expires_at').notNull(),
  },
  (t) => [index('awaited_act_by_email').on(t.email), index('awaited_act_by_end').on(t.expiresAt)],
)

/** Letters that nobody has to get: what became of what one sent, what was said of it, and of what one supports. */
export const letterKinds = ['answer', 'comment', 'moderation', 'merge', 'supported'] as const
export type LetterKind = (typeof letterKinds)[number]

/** When a letter comes: at once, with others of the day or the week, or not at all. */
export const letterRhythms = ['immediate', 'daily', 'weekly', 'none'] as const
export type LetterRhythm = (typeof letterRhythms)[number]

/** When someone wants letters of a kind. Without a row they come at once. */
export const letterWish = pgTable(
  'letter_wish',
  {
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<LetterKind>().notNull(),
    rhythm: text('rhythm').$type<LetterRhythm>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'letter_wish_is_one', columns: [t.personId, t.kind] }),
    check('letter_wish_kind_is_known', sql`${t.kind} in ('answer','comment','moderation','merge','supported')`),
    check('letter_wish_rhythm_is_known', sql`${t.rhythm} in ('immediate','daily','weekly','none')`),
  ],
)

/** What waits to be told together with other things on its day. */
export const heldLetter = pgTable(
  'held_letter',
  {
    id: serial('id').primaryKey(),
    /** No key: who writes it must not wait for someone who is erasing themselves. It is told to nobody then. */
    personId: text('person_id').notNull(),
    kind: text('kind').$type<LetterKind>().notNull(),
    language: text('language').$type<Language>().notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** The plan's day on which it goes. */
    dueOn: dayColumn('due_on').notNull(),
  },
  (t) => [
    index('held_letter_by_person').on(t.personId, t.id),
    index('held_letter_by_day').on(t.dueOn, t.personId),
    check('held_letter_kind_is_known', sql`${t.kind} in ('answer','comment','moderation','merge','supported')`),
  ],
)
