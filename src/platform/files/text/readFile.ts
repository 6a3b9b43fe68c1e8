import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { OpenFile } from '../files.ts'
import { limits, type ReadText } from './limits.ts'

/** The reader as it is built (scripts/build.mjs): beside the bundle, and from the sources in dist. */
function readerProgram(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    for (const place of [join(folder, 'readFile.js'), join(folder, 'dist', 'readFile.js')]) if (existsSync(place)) return place
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the reader of files is not built: run npm run build')
    folder = parent
  }
}

const nothing = (problem: ReadText['problem']): ReadText => ({ text: '', pages: null, problem })

/**
 * What is written in a file. It is read in a process of its own, which knows no settings and ends with it: a file that is made to
 * take all time or memory takes only that process's, and only for a while. Never throws for what is in a file.
 */
export async function readFile({ stream, bytes }: OpenFile): Promise<ReadText> {
  if (bytes > limits.fileBytes) {
    stream.destroy()
    return nothing('too-big')
  }
  const child = spawn(process.execPath, ['--disallow-code-generation-from-strings', readerProgram()], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let fault: Error | null = null
  child.on('error', (error) => {
    fault = error
  })
  // It ends by itself in time, also when we are gone; this is for one that can't.
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds * 2)
  try {
    const answered = answerOf(child.stdout)
    // The reader takes all in before it begins: what was not sent to its end, the storage did not give.
    const [sent, answer] = await Promise.all([pipeline(stream, child.stdin).catch((error: Error) => error), answered])
    if (fault) throw fault
    if (sent) throw sent
    return answer ?? nothing('too-heavy')
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}

/** What the reader printed, as long as it may be; null when it was ended. */
async function answerOf(stdout: Readable): Promise<ReadText | null> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of stdout) {
    pieces.push(piece as Buffer)
    bytes += (piece as Buffer).length
    // A character is at most six bytes of JSON.
    if (bytes > limits.characters * 6 + 1000) return null
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as ReadText
  } catch {
    return null
  }
}
