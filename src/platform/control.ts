import { once } from 'node:events'
import { type IncomingMessage, type RequestListener, request, type ServerResponse } from 'node:http'
import { withSocketOf } from './database/directoryLock.ts'

/** Where a command writes: results to `out`, complaints to `err`. Each waits until the reader has kept up. */
export type Output = { out: (text: string) => Promise<void>; err: (text: string) => Promise<void> }

/** The options a command was given. */
export type Values = Readonly<Record<string, string | boolean>>

/** Runs a command by its name and returns its exit code. */
export type RunCommand = (command: string, values: Values, output: Output) => Promise<number>

/** A line on the socket: something to print, or the end. A stream without an end was cut. */
type Line = { out: string } | { err: string } | { exit: number }

const MOST_REQUEST_BYTES = 100_000

/** The server's side of the socket: runs the commands that others ask for while it holds the data. */
export type Control = {
  listener: RequestListener
  /** From now on commands are run; those that came earlier have waited. */
  open: (run: RunCommand) => void
  /** Takes no more commands and waits for those that run. */
  close: () => Promise<void>
}

/** Makes the server's side of the socket. */
export function createControl(): Control {
  let open: (run: RunCommand) => void = () => undefined
  const ready = new Promise<RunCommand>((resolve) => {
    open = resolve
  })
  const running = new Set<Promise<void>>()
  let closed = false
  return {
    listener: (incoming, answer) => {
      const done = serve(incoming, answer, closed ? Promise.resolve(stopping) : ready)
      running.add(done)
      done.finally(() => running.delete(done))
    },
    open,
    close: async () => {
      closed = true
      open(stopping)
      await Promise.allSettled(running)
    },
  }
}

const stopping: RunCommand = async (_command, _values, output) => {
  await output.err('Koprade is stopping. Try again in a moment.\n')
  return 1
}

async function serve(incoming: IncomingMessage, answer: ServerResponse, ready: Promise<RunCommand>): Promise<void> {
  const write = async (line: Line): Promise<void> => {
    if (answer.destroyed) throw new Error('the command’s reader has gone')
    if (!answer.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(answer, 'drain'), once(answer, 'close')])
  }
  try {
    let body = ''
    for await (const piece of incoming.setEncoding('utf8')) {
      body += piece
      if (body.length > MOST_REQUEST_BYTES) throw new Error('too long a command')
    }
    const { command, values } = JSON.parse(body) as { command: string; values: Values }
    answer.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
    const run = await ready
    const exit = await run(command, values, { out: (out) => write({ out }), err: (err) => write({ err }) })
    answer.end(`${JSON.stringify({ exit } satisfies Line)}\n`)
  } catch {
    // Without its last line the asker knows that the answer was cut.
    answer.destroy()
  }
}

async function* linesOf(answer: IncomingMessage): AsyncGenerator<Line> {
  let rest = ''
  for await (const piece of answer.setEncoding('utf8')) {
    const texts = (rest + piece).split('\n')
    rest = texts.pop() ?? ''
    for (const text of texts) yield JSON.parse(text) as Line
  }
}

/**
 * Asks the process that holds a data directory to run a command, and prints what it prints.
 * Returns the exit code, or null when nobody answers.
 */
export function askHolder(directory: string, command: string, values: Values, output: Output): Promise<number | null> {
  return withSocketOf(directory, async (socketPath) => {
    let answer: IncomingMessage
    try {
      const asking = request({ socketPath, method: 'POST', path: '/', agent: false, headers: { 'Content-Type': 'application/json' } })
      asking.end(JSON.stringify({ command, values }))
      ;[answer] = (await once(asking, 'response')) as [IncomingMessage]
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET') return null
      throw error
    }
    try {
      for await (const line of linesOf(answer)) {
        if ('exit' in line) return line.exit
        if ('out' in line) await output.out(line.out)
        else await output.err(line.err)
      }
    } catch {
      // Told below: an answer without an end.
    }
    await output.err('The running Koprade ended before it had answered.\n')
    return 1
  })
}
