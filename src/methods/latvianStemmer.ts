/*
 * A light stemmer for Latvian: it cuts one ending of nouns and adjectives and leaves verbs alone. The outline is that of
 * Kārlis Krešliņš's thesis (1996). Ours works on folded words, because people type without diacritics; folding also
 * undoes most softenings by itself (brālis, brāļa; zvaigzne, zvaigžņu).
 */

/** Case endings of nouns and of indefinite and definite adjectives, folded. */
const endings = [
  ...['ajiem', 'ajam', 'ajai', 'ajas', 'ajos', 'aja', 'ajo'],
  ...['iem', 'ais', 'ie', 'am', 'ai', 'as', 'em', 'ei', 'es', 'im', 'ij', 'is', 'os', 'um', 'us'],
  ...['a', 'e', 'i', 'o', 'u', 's'],
].sort((a, b) => b.length - a.length)

const vowelsIn = (text: string): number => text.match(/[aeiou]/g)?.length ?? 0

/** At least this many letters stay. */
const SHORTEST = 3

/** A word in small letters without diacritics: `Pašvaldībām` is `pasvaldibam`. */
export const folded = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')

/** The part of a Latvian word that its case forms share, folded. Never empty for a word. */
export function latvianStem(word: string): string {
  const plain = folded(word)
  const ending = endings.find((one) => plain.endsWith(one) && plain.length - one.length >= SHORTEST && vowelsIn(plain) > vowelsIn(one))
  return withoutActor(hardened(ending ? plain.slice(0, -ending.length) : plain))
}

/** skapja → skap: what j softens is hard in other cases. */
const hardened = (stem: string): string => (stem.length > SHORTEST ? stem.replace(/([pbmv])j$/, '$1') : stem)

/** Without diacritics -ājam of lietotājs can't be told from -ajam of publisks: so lietotāj- is cut to lietot- in all cases. */
const withoutActor = (stem: string): string =>
  stem.endsWith('aj') && stem.length - 2 >= SHORTEST && vowelsIn(stem) > 1 ? stem.slice(0, -2) : stem
