/* A light stemmer for English: plurals, -ing and -ed. It errs on the side of leaving words apart. */

const vowel = /[aeiouy]/

/** The part that an English word's plain forms share; takes a word in small letters without diacritics. */
export function englishStem(word: string): string {
  const one = singular(word)
  for (const ending of ['ing', 'ed']) {
    const rest = one.slice(0, -ending.length)
    if (one.endsWith(ending) && rest.length >= 3 && vowel.test(rest)) return withoutE(undoubled(rest))
  }
  return withoutE(one)
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

const undoubled = (stem: string): string => stem.replace(/([bdfgmnprt])\1$/, '$1')
const withoutE = (stem: string): string => (stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem)
