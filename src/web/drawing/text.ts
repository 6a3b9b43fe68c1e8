/** About how wide a text is drawn, in units of the drawing: Public Sans at 15 units, measured on Latvian running text. */
export const widthOf = (text: string, bold = false): number => text.length * (bold ? 8.1 : 7.6)

/** Breaks a text into at most so many lines of at most so many units; what does not fit ends in an ellipsis. */
export function breakLines(text: string, width: number, most: number, bold = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (widthOf(longer, bold) <= width || !line) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let last = kept[most - 1] ?? ''
  while (last.includes(' ') && widthOf(`${last} …`, bold) > width) last = last.slice(0, last.lastIndexOf(' '))
  kept[most - 1] = `${last} …`
  return kept
}
