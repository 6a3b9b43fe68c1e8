import { isDeepStrictEqual } from 'node:util'
import { desc } from 'drizzle-orm'
import { editedText } from '../cycle/plan/index.ts'
import { type Actor, allow, holds } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { append } from '../record/index.ts'
import { accessibilityPolicy } from './policy.ts'
import type { Statement } from './queries.ts'
import type { StatementInput } from './statementInput.ts'
import { accessibilityStatement } from './tables.ts'

/** The statement's address in the record. */
export const STATEMENT_OBJECT = '/accessibility'

/** Publishes the next version of what the institution says in the statement. What was left as it was leaves no trace. */
export async function publishStatement(house: House, actor: Actor, input: StatementInput): Promise<void> {
  allow(accessibilityPolicy.publishStatement, actor, undefined)
  await house.db.transaction(async (tx) => {
    const before = await newestStatement(tx)
    const [told, values] = [before && valuesOf(before), editedValues(before, input)]
    if (isDeepStrictEqual(told, values)) return
    if ((before?.version ?? 0) !== input.version) throw new Refusal(409)
    const version = input.version + 1
    const publishedOn = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: holds(actor, 'secretariat') ? 'secretariat' : 'administrator', for: null },
      act: 'publishAccessibilityStatement',
      object: STATEMENT_OBJECT,
      content: { version, publishedOn, before: told, after: values },
    })
    const made = await tx
      .insert(accessibilityStatement)
      .values({ ...values, version, publishedOn, demonstration: house.demonstration !== null, recordSeq })
      .onConflictDoNothing()
      .returning({ id: accessibilityStatement.id })
    // Two who publish for the first time at once stand in a queue at the record's head.
    if (!made.length) throw new Refusal(409)
  })
}

async function newestStatement(tx: Database): Promise<Statement | null> {
  const [row] = await tx.select().from(accessibilityStatement).orderBy(desc(accessibilityStatement.version)).limit(1)
  return row ?? null
}

/** What the institution says, without how and when it was published. */
function valuesOf({ id: _, version: __, publishedOn: ___, demonstration: ____, recordSeq: _____, ...values }: Statement) {
  return values
}

type StatementValues = ReturnType<typeof valuesOf>

function editedValues(before: Statement | null, { version: _, evaluatedOn, protocolUrl, ...texts }: StatementInput): StatementValues {
  const edited = (name: keyof typeof texts) => editedText(before?.[name] ?? null, texts[name])
  return {
    institution: edited('institution') ?? {},
    contact: edited('contact') ?? {},
    law: edited('law'),
    method: edited('method'),
    evaluator: edited('evaluator'),
    evaluatedOn,
    protocolUrl,
    limits: edited('limits'),
    burden: edited('burden'),
    alternatives: edited('alternatives'),
    complaint: edited('complaint'),
  }
}
