import { createHash, randomBytes } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { recoveryCode } from '../tables.ts'

/** So many are printed on a sheet; each opens once. */
const CODES = 10
/** Crockford's base32: nothing that looks like something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 80 bits: too many to try out even with the hashes in hand. */
const LENGTH = 16

const newCode = (): string => Array.from(randomBytes(LENGTH), (byte) => alphabet[byte % alphabet.length]).join('')

const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** A recovery code as it was typed, in any spelling, as it is compared; null when it can be none. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === LENGTH && [...code].every((character) => alphabet.includes(character)) ? code : null
}

const hashOf = (personId: string, code: string): string => createHash('sha256').update(`recovery code\n${personId}\n${code}`).digest('hex')

/** Gives a person new recovery codes, for this one moment readable; earlier ones end. */
export async function renewRecoveryCodes(tx: Database, personId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
  await tx.insert(recoveryCode).values(codes.map((code) => ({ hash: hashOf(personId, code), personId })))
  return codes.map(inGroups)
}

/** Uses a recovery code up. Of two who come with it at once, one gets in. */
export async function spendRecoveryCode(tx: Database, personId: string, code: string): Promise<boolean> {
  const used = await tx
    .delete(recoveryCode)
    .where(and(eq(recoveryCode.hash, hashOf(personId, code)), eq(recoveryCode.personId, personId)))
    .returning({ hash: recoveryCode.hash })
  return used.length > 0
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(db: Database, personId: string): Promise<number> {
  const [row] = await db.select({ left: count() }).from(recoveryCode).where(eq(recoveryCode.personId, personId))
  return row?.left ?? 0
}
