import { completions, strengths, utilities } from '../../methods/counting/settings.ts'
import { Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { editedText, editedTitle, FormReader } from '../plan/index.ts'
import { draftOptions } from './ballotDraft.ts'
import { momentOf } from './ballotTime.ts'
import { type BallotContent, type BallotOption, type BallotSettings, ballotMethods, tieRules } from './content.ts'
import { saying } from './problemTexts.ts'
import { readSource, type Source, sourceKey } from './sources.ts'
import type { TypedFields } from './tables.ts'

/** A ballot that can be published. An empty seed is drawn when it is. */
export type BallotInput = { content: BallotContent; opensAt: Date; closesAt: Date; secret: boolean }

type ProblemKey = Parameters<typeof saying>[0]

/** A sum in euro with at most two decimals, with a point, or null. */
export function readMoney(text: string): string | null {
  const written = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^\d{1,12}(\.\d{1,2})?$/.test(written) ? written : null
}

/** A sum as cents. */
export function inCents(money: string): bigint {
  const [euro = '0', cents = ''] = money.split('.')
  return BigInt(euro) * 100n + BigInt(cents.padEnd(2, '0'))
}

class BallotReader {
  readonly reader: FormReader
  private readonly draft: TypedFields
  private readonly sources: ReadonlySet<string>
  constructor(draft: TypedFields, sources: readonly Source[]) {
    this.draft = draft
    this.reader = new FormReader(new Fields(draft))
    this.sources = new Set(sources.map(sourceKey))
  }

  tell(field: string, key: ProblemKey): void {
    this.reader.problems.push({ field, say: saying(key) })
  }

  title(name: string): LocalText {
    const typed = this.reader.requiredLocal(name)
    return Object.keys(typed.texts).length ? editedTitle(null, typed) : {}
  }

  moment(name: string): Date {
    const day = this.reader.day(name)
    const time = this.reader.fields.trimmed(`${name}.time`).replaceAll('.', ':')
    if (!day || !time) {
      if (!this.reader.problems.some(({ field }) => field === name)) this.tell(name, 'dayMissing')
      return new Date(0)
    }
    if (!/^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) {
      this.tell(`${name}.time`, 'notATime')
      return new Date(0)
    }
    return momentOf(day, time.padStart(time.length + Number(time.indexOf(':') === 1), '0'))
  }

  private money(name: string): string | null {
    const text = this.reader.fields.trimmed(name)
    const money = text ? readMoney(text) : null
    if (text && !money) this.tell(name, 'notMoney')
    return money
  }

  settings(options: number): BallotSettings {
    const { reader } = this
    const method = reader.requiredChoice('method', ballotMethods)
    const budget = this.money('budget')
    const typedSeats = reader.fields.trimmed('seats')
    const seats = method === 'majority' ? 1 : typedSeats ? reader.requiredNumber('seats', 1, 60) : null
    if ((seats === null) === (budget === null)) this.tell('seats', 'seatsOrBudget')
    else if (budget !== null && method !== 'equal-shares') this.tell('budget', 'budgetNeedsShares')
    if (seats !== null && options >= 2 && seats >= options) this.tell('seats', 'tooManySeats')
    const utility = reader.choice('utility', utilities) ?? 'cardinality'
    const asksForPoints = method === 'score' || (method === 'equal-shares' && utility === 'points')
    return {
      method,
      seats,
      budget,
      utility,
      completion: reader.choice('completion', completions) ?? 'add1u',
      strength: reader.choice('strength', strengths) ?? 'winning-votes',
      mostPoints: asksForPoints ? reader.requiredNumber('mostPoints', 1, 100) : 5,
      tieRule: reader.choice('tieRule', tieRules) ?? 'published',
      parity: reader.fields.all('parity').includes('yes'),
    }
  }

  options(): BallotOption[] {
    const { reader } = this
    const read = draftOptions(this.draft).map((number): BallotOption => {
      const name = (field: string): string => `o${number}.${field}`
      const typedSource = reader.fields.trimmed(name('source'))
      const source = typedSource ? readSource(typedSource) : null
      if (typedSource && !(source && this.sources.has(sourceKey(source)))) this.tell(name('source'), 'unknownSource')
      return {
        number,
        title: this.title(name('title')),
        text: editedText(null, reader.local(name('text'), TEXT_LIMIT)),
        source,
        cost: this.money(name('cost')),
      }
    })
    if (read.length < 2) this.tell('order', 'twoOptions')
    return read
  }

  checkCosts(options: readonly BallotOption[], { budget }: BallotSettings): void {
    if (budget === null) return
    for (const { number, cost } of options)
      if (cost === null) this.tell(`o${number}.cost`, 'costMissing')
      else if (inCents(cost) > inCents(budget)) this.tell(`o${number}.cost`, 'overBudget')
  }
}

/** Reads a draft as it is to be published and refuses it with everything that is wrong or missing. `more` are problems found beside. */
export function readBallot(
  draft: TypedFields,
  { sources, moment, more }: { sources: readonly Source[]; moment: Date; more: FormReader['problems'] },
): BallotInput {
  const ballot = new BallotReader(draft, sources)
  const { reader } = ballot
  const title = ballot.title('title')
  const text = editedText(null, reader.local('text', TEXT_LIMIT))
  const options = ballot.options()
  const settings = ballot.settings(options.length)
  ballot.checkCosts(options, settings)
  const [opensAt, closesAt] = [ballot.moment('opensAt'), ballot.moment('closesAt')]
  if (opensAt.getTime() && closesAt.getTime()) {
    if (closesAt <= opensAt) ballot.tell('closesAt', 'closesBeforeOpening')
    else if (closesAt <= moment) ballot.tell('closesAt', 'closedAlready')
  }
  const secrecy = reader.requiredChoice('secrecy', ['secret', 'open'])
  const quorum = reader.fields.trimmed('quorum') ? reader.requiredNumber('quorum', 1, 100) : null
  const content: BallotContent = {
    title,
    text,
    options,
    settings,
    quorum,
    binding: reader.fields.all('binding').includes('yes'),
    seed: reader.line('seed', 200) ?? '',
  }
  reader.problems.push(...more)
  return reader.done({ content, opensAt, closesAt, secret: secrecy === 'secret' })
}
