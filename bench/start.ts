import { rmSync } from 'node:fs'
import { engines, makePlace } from './place.ts'
import { type Program, startKoprade } from './programs.ts'
import { type Row, table } from './table.ts'

/** How long a server is left alone before its memory is read. */
const REST_MILLISECONDS = 10_000

/** Seconds from the start of the process to the first page, and megabytes when nobody asks for anything. */
export async function benchStart(): Promise<string> {
  const rows: Row[] = []
  for (const engine of engines) {
    const place = await makePlace(engine)
    try {
      const starts = {
        'fresh checkout, with the build': () => rmSync('dist', { recursive: true, force: true }),
        'new data': null,
        'existing data': null,
      }
      for (const [what, before] of Object.entries(starts)) {
        if (what === 'new data') await place.empty()
        before?.()
        const start = performance.now()
        const program = await startKoprade(place)
        try {
          await firstPage(program)
          const seconds = (performance.now() - start) / 1000
          await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS))
          rows.push({ engine, start: what, 's to the first page': seconds.toFixed(1), 'MB at rest': program.memory().toFixed(0) })
        } finally {
          await program.stop()
        }
      }
    } finally {
      await place.remove()
    }
  }
  return table(rows)
}

async function firstPage({ url }: Program): Promise<void> {
  const answer = await fetch(`${url}/lv`)
  await answer.text()
  if (answer.status !== 200) throw new Error(`the home page answered ${answer.status}`)
}
