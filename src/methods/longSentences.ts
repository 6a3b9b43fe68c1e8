/** A sentence ends at a line's end, or at a mark after which a capital letter or an opening quotation mark begins another. */
const betweenSentences = /\n+|(?<=[.!?…][”"’)]?)\s+(?=["„“(]?\p{Lu})/u

/** The words of a sentence: runs of letters and digits, with what joins them inside. */
const words = /[\p{L}\p{N}]+(?:[-–’'.,][\p{L}\p{N}]+)*/gu

/** A sentence and how many words it has. */
export type LongSentence = { sentence: string; words: number }

/** The sentences of a text with more words than this, the longest first. A list's item or a heading is a sentence of its own. */
export function longSentences(text: string, mostWords: number): LongSentence[] {
  return text
    .split(betweenSentences)
    .map((sentence) => ({ sentence: sentence.trim(), words: sentence.match(words)?.length ?? 0 }))
    .filter((one) => one.words > mostWords)
    .sort((a, b) => b.words - a.words)
}
