/** A stretch of an easy text: lines of a paragraph, or items of a list. */
type Block = { kind: 'lines' | 'list'; lines: string[] }

const dash = /^[-–•]\s+/

/** Empty lines part paragraphs; lines that begin with a dash are a list. */
function blocksIn(text: string): Block[] {
  return text.split(/\n\s*\n/).flatMap((part) => {
    const blocks: Block[] = []
    for (const line of part.split('\n').flatMap((one) => one.trim() || [])) {
      const kind = dash.test(line) ? 'list' : 'lines'
      const last = blocks.at(-1)
      if (last?.kind === kind) last.lines.push(line)
      else blocks.push({ kind, lines: [line] })
    }
    return blocks
  })
}

/** An easy text: larger, in short lines, each sentence where its writer began a line. */
export function EasyBody({ text, lang }: { text: string; lang?: string }) {
  return (
    <div class="easy" {...(lang ? { lang } : {})}>
      {blocksIn(text).map(({ kind, lines }, index) =>
        kind === 'list' ? (
          <ul key={index}>
            {lines.map((line) => (
              <li key={line}>{line.replace(dash, '')}</li>
            ))}
          </ul>
        ) : (
          <p class="typed" key={index}>
            {lines.join('\n')}
          </p>
        ),
      )}
    </div>
  )
}
