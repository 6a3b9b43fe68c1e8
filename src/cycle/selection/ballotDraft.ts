import { Fields } from '../../platform/http/fields.ts'
import { wrongField } from '../../platform/refusal.ts'
import { MOST_OPTIONS, saying } from './problemTexts.ts'
import type { TypedFields } from './tables.ts'

/* The draft of a ballot is a form: its options stand in the field `order`, as `o1 o3 o2`. */

const own =
  /^(?:order|method|seats|budget|utility|completion|strength|mostPoints|tieRule|parity|secrecy|quorum|binding|seed|organisations|voters|(?:opensAt|closesAt)\.(?:day|part|year|time)|(?:title|text)\.(?:lv|en|checked))$/
const ofOption = /^o([1-9]\d?)\.(?:cost|source|(?:title|text)\.(?:lv|en|checked))$/

/** The numbers of the options in their order. */
export function draftOptions(draft: TypedFields): number[] {
  const tokens = (draft['order']?.[0] ?? '').split(' ').filter((token) => /^o[1-9]\d?$/.test(token))
  return [...new Set(tokens)].map((token) => Number(token.slice(1)))
}

const withOrder = (draft: TypedFields, numbers: readonly number[]): TypedFields => ({
  ...draft,
  order: [numbers.map((number) => `o${number}`).join(' ')],
})

/** What was typed, without fields that the form does not have and without those of options that were taken out. */
export function draftOf(fields: Fields): TypedFields {
  const typed = fields.toRecord()
  const numbers = draftOptions(typed)
  const kept = Object.entries(typed).filter(([name]) => own.test(name) || numbers.includes(Number(ofOption.exec(name)?.[1] ?? 0)))
  return withOrder(Object.fromEntries(kept), numbers)
}

/** An option as it is put into the form: its source, its titles and texts. */
export type OfferedOption = { source: string; fields: TypedFields }

/** What a button of the form does to its options. The place that changed is given for the way back to it. */
export function changeOptions(draft: TypedFields, action: string, offered: OfferedOption | null): { draft: TypedFields; at: string } {
  const numbers = draftOptions(draft)
  const [what = '', target = ''] = action.split('.')
  if (what === 'add') {
    if (numbers.length >= MOST_OPTIONS) throw wrongField('order', saying('tooManyOptions'))
    const number = Math.max(0, ...numbers) + 1
    const filled = Object.fromEntries(Object.entries(offered?.fields ?? {}).map(([name, values]) => [`o${number}.${name}`, values]))
    const source: TypedFields = offered ? { [`o${number}.source`]: [offered.source] } : {}
    return { draft: withOrder({ ...draft, ...filled, ...source }, [...numbers, number]), at: `o${number}` }
  }
  const number = Number(target.slice(1))
  const at = numbers.indexOf(number)
  if (at < 0) return { draft, at: '' }
  numbers.splice(at, 1)
  if (what === 'remove') return { draft: draftOf(new Fields(withOrder(draft, numbers))), at: 'priekslikumi' }
  numbers.splice(what === 'up' ? Math.max(0, at - 1) : at + 1, 0, number)
  return { draft: withOrder(draft, numbers), at: target }
}
