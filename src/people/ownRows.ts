import { eq, sql } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../platform/ownRows.ts'
import {
  account,
  authenticatorApp,
  awaitedAct,
  heldLetter,
  letterWish,
  linkedIdentity,
  passkey,
  person,
  recoveryCode,
  roleAssignment,
  session,
  verification,
} from './tables.ts'

/** A person's account, ways in, roles and wishes. */
export const peopleOwnRows: readonly OwnRows[] = [
  ownRows(person, ({ id }) => eq(person.id, id), ['recordSalt']),
  ownRows(roleAssignment, ({ id }) => eq(roleAssignment.personId, id)),
  ownRows(session, ({ id }) => eq(session.userId, id), ['id', 'token']),
  ownRows(account, ({ id }) => eq(account.userId, id), ['accessToken', 'refreshToken', 'idToken', 'password']),
  // The value of a sign-in link is JSON with the address in it.
  ownRows(verification, ({ email }) => sql`strpos(${verification.value}, ${JSON.stringify(email)}) > 0`, ['id', 'identifier']),
  ownRows(passkey, ({ id }) => eq(passkey.personId, id)),
  ownRows(authenticatorApp, ({ id }) => eq(authenticatorApp.personId, id), ['secret', 'pendingSecret']),
  ownRows(recoveryCode, ({ id }) => eq(recoveryCode.personId, id), ['hash']),
  ownRows(linkedIdentity, ({ id }) => eq(linkedIdentity.personId, id), ['subjectHash']),
  ownRows(letterWish, ({ id }) => eq(letterWish.personId, id)),
  ownRows(heldLetter, ({ id }) => eq(heldLetter.personId, id)),
  ownRows(awaitedAct, ({ email }) => eq(awaitedAct.email, email), ['id']),
]
