import { diffArrays, diffWords } from 'diff'

/* What changed between two texts, in words and in lines. The effort is bounded: where too much differs, a
 * text is shown as taken out and put in as a whole. */

/** A stretch of words that stayed, was taken out or was put in. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string }

/** Texts that differ in more words, or in more lines, than this are not compared any closer. */
const MOST_WORDS = 600
const MOST_LINES = 1_000

/** Shorter values, such as a date, change as a whole. */
const SHORT = 40

/** Words that stayed, were taken out and were put in. */
export function wordDifference(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  if (before && after && Math.min(before.length, after.length) >= SHORT) {
    const found = diffWords(before, after, { maxEditLength: MOST_WORDS })
    if (found) return found.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
  }
  const whole: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'same', text: ' ' },
    { kind: 'added', text: after },
  ]
  return before && after ? whole : whole.filter((piece) => piece.text.trim())
}

/** Lines that stayed, so many lines that stayed and are not shown, or lines in which words changed. */
export type Stretch = { kind: 'same'; text: string } | { kind: 'skipped'; lines: number } | { kind: 'changed'; pieces: Piece[] }

/** So many unchanged lines are kept before and after a change. */
const AROUND = 2

/** Two long texts as one: what changed, word by word, with a few lines around it. Empty when they are the same. */
export function textDifference(before: string, after: string): Stretch[] {
  if (before === after) return []
  const found = diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: MOST_LINES })
  if (!found) return [{ kind: 'changed', pieces: wordDifference(before, after) }]
  const stretches: Stretch[] = []
  for (let at = 0; at < found.length; at += 1) {
    const change = found[at]
    if (!change) continue
    if (!change.added && !change.removed) {
      stretches.push(...shortened(change.value, at > 0, at < found.length - 1))
      continue
    }
    // What was taken out stands right before what was put in its place.
    const next = found[at + 1]
    const replaced = change.removed && next?.added ? next : null
    if (replaced) at += 1
    const [old, now] = change.removed ? [change.value, replaced?.value ?? []] : [[], change.value]
    stretches.push({ kind: 'changed', pieces: wordDifference(old.join('\n'), now.join('\n')) })
  }
  return stretches
}

/** Unchanged lines, the middle of many left out. */
function shortened(lines: readonly string[], afterChange: boolean, beforeChange: boolean): Stretch[] {
  const head = afterChange ? AROUND : 0
  const tail = beforeChange ? AROUND : 0
  const skipped = lines.length - head - tail
  if (skipped <= 1) return [{ kind: 'same', text: lines.join('\n') }]
  const same = (some: readonly string[]): Stretch[] => (some.length ? [{ kind: 'same', text: some.join('\n') }] : [])
  return [...same(lines.slice(0, head)), { kind: 'skipped', lines: skipped }, ...same(tail ? lines.slice(-tail) : [])]
}
