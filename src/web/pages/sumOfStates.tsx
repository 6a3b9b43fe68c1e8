import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import type { ShownState } from './commitmentStates.ts'

type Counts = readonly { state: ShownState; count: number }[]

const nominativeLv = ['', 'Viena', 'Divas', 'Trīs', 'Četras', 'Piecas', 'Sešas', 'Septiņas', 'Astoņas', 'Deviņas', 'Desmit']
/** After „par”: one in the accusative, more in the dative. */
const afterParLv = ['', 'vienu', 'divām', 'trim', 'četrām', 'piecām', 'sešām', 'septiņām', 'astoņām', 'deviņām', 'desmit']
const wordsEn = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

const texts = defineTexts({
  lv: {
    of: (total: number) => `No ${total} ${pluralLv(total, { zero: 'apņemšanām', one: 'apņemšanās', other: 'apņemšanām' })}`,
    complete: (n: number) =>
      n === 0 ? 'vēl nav paveikta neviena' : `${n} ${pluralLv(n, { zero: 'ir paveiktas', one: 'ir paveikta', other: 'ir paveiktas' })}`,
    substantial: (n: number) => `${n} ${pluralLv(n, { zero: 'izpildītas', one: 'izpildīta', other: 'izpildītas' })} būtiskā apjomā`,
    partly: (n: number) => `${n} daļēji`,
    inProgress: (n: number) => `${n} notiek`,
    late: (n: number) => `${n} kavējas`,
    notStarted: (n: number) => `${n} nav ${pluralLv(n, { zero: 'sāktas', one: 'sākta', other: 'sāktas' })}`,
    withdrawn: (n: number) => `${n} ${pluralLv(n, { zero: 'pārtrauktas', one: 'pārtraukta', other: 'pārtrauktas' })}`,
    awaiting: (n: number) => `par ${n} vēl gaidām ziņas`,
    allComplete: 'Visas ir paveiktas pilnībā.',
    noneComplete: 'Neviena vēl nav paveikta pilnībā.',
    someComplete: (n: number) =>
      `${nominativeLv[n] ?? n} ${pluralLv(n, { zero: 'ir paveiktas', one: 'ir paveikta', other: 'ir paveiktas' })} pilnībā.`,
    someLate: (n: number) => `${nominativeLv[n] ?? n} kavējas.`,
    allAwaited: 'Par visām vēl gaidām ziņas.',
    someAwaited: (n: number) => `Par ${afterParLv[n] ?? n} vēl gaidām ziņas.`,
  },
  en: {
    of: (total: number) => `Of ${total} ${pluralEn(total, { one: 'commitment', other: 'commitments' })}`,
    complete: (n: number) => (n === 0 ? 'none is done yet' : `${n} ${pluralEn(n, { one: 'is', other: 'are' })} done`),
    substantial: (n: number) => `${n} substantially completed`,
    partly: (n: number) => `${n} partly done`,
    inProgress: (n: number) => `${n} in progress`,
    late: (n: number) => `${n} late`,
    notStarted: (n: number) => `${n} not started`,
    withdrawn: (n: number) => `${n} stopped`,
    awaiting: (n: number) => `${n} awaiting report`,
    allComplete: 'All are fully done.',
    noneComplete: 'None is fully done yet.',
    someComplete: (n: number) => `${wordsEn[n] ?? n} ${pluralEn(n, { one: 'is', other: 'are' })} fully done.`,
    someLate: (n: number) => `${wordsEn[n] ?? n} ${pluralEn(n, { one: 'is', other: 'are' })} late.`,
    allAwaited: 'Reports on all are still awaited.',
    someAwaited: (n: number) => `Reports on ${(wordsEn[n] ?? String(n)).toLowerCase()} are still awaited.`,
  },
})

const says: Record<ShownState, 'complete' | 'substantial' | 'partly' | 'inProgress' | 'late' | 'notStarted' | 'withdrawn' | 'awaiting'> = {
  complete: 'complete',
  substantial: 'substantial',
  partly: 'partly',
  'in-progress': 'inProgress',
  late: 'late',
  'not-started': 'notStarted',
  withdrawn: 'withdrawn',
  awaiting: 'awaiting',
}

const totalOf = (counts: Counts): number => counts.reduce((sum, { count }) => sum + count, 0)
const countOf = (counts: Counts, state: ShownState): number => counts.find((one) => one.state === state)?.count ?? 0

/** How many commitments stand how, in one sentence. */
export function SumOfStates({ counts, language }: { counts: Counts; language: Language }) {
  const t = texts[language]
  const rest = counts.filter(({ state }) => state !== 'complete').map(({ state, count }) => t[says[state]](count))
  return (
    <>
      {t.of(totalOf(counts))} <b>{t.complete(countOf(counts, 'complete'))}</b>
      {rest.length ? `, ${rest.join(', ')}` : ''}.
    </>
  )
}

/** The news in it: what is done, what is late, what is not known. */
export function newsOfStates(counts: Counts, language: Language): string {
  const t = texts[language]
  const total = totalOf(counts)
  const [complete, late, awaiting] = [countOf(counts, 'complete'), countOf(counts, 'late'), countOf(counts, 'awaiting')]
  if (awaiting === total) return t.allAwaited
  return [
    complete === total ? t.allComplete : complete ? t.someComplete(complete) : t.noneComplete,
    late ? t.someLate(late) : '',
    awaiting ? t.someAwaited(awaiting) : '',
  ]
    .filter(Boolean)
    .join(' ')
}
