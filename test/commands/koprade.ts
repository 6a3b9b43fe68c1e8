import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const running = new Set<ChildProcess>()
const directories: string[] = []

/** After a test file's own tests: ends what still runs and empties its places. Called by each file, since they share this one. */
export function leaveNothing(): void {
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL')
    running.clear()
    for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true })
  })
}

/** The settings of one instance; nothing else is taken from the environment of the tests. */
export type Settings = Record<string, string>

/** A place for data that is empty and goes after the tests. */
export function emptyPlace(): string {
  const directory = mkdtempSync(join(tmpdir(), 'koprade-command-'))
  directories.push(directory)
  return directory
}

/** How a command ended: 0 done, 1 failed, 2 not understood; what it said. */
export type Ended = { code: number | null; out: string; err: string }

function launch(
  words: readonly string[],
  settings: Settings,
): { child: ChildProcess; said: { out: string; err: string }; ended: Promise<Ended> } {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['koprade', ...words], {
    cwd: root,
    env: { PATH, HOME, TZ: 'America/New_York', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    said.out += piece
  })
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said.err += piece
  })
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return { code: code as number | null, out: said.out, err: said.err.replace('Building …\n', '') }
  })
  return { child, said, ended }
}

/** Runs `./koprade` with these words to its end. */
export const koprade = (words: string, settings: Settings = {}): Promise<Ended> => launch(words.split(' ').filter(Boolean), settings).ended

/** Runs `./koprade` with words that may have spaces in them. */
export const kopradeWith = (words: readonly string[], settings: Settings): Promise<Ended> => launch(words, settings).ended

/** A server that has said where it runs. */
export type Server = {
  url: string
  /** What it has said so far. */
  said: () => { out: string; err: string }
  /** Asks it to stop and waits until it has. */
  stop: (signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<Ended & { milliseconds: number }>
}

/** Starts `./koprade serve` or `demo` on a free port and waits until it is ready. */
export async function startServer(words: string, settings: Settings): Promise<Server> {
  const { child, said, ended } = launch(words.split(' '), { PORT: '0', KOPRADE_LOG: 'warn', ...settings })
  const last = words.startsWith('demo') ? /^administrator\t.+\n/m : /^Koprade runs at .+\n/
  const ready = new Promise<void>((resolve) => child.stdout?.on('data', () => last.test(said.out) && resolve()))
  const first = await Promise.race([ready, ended])
  if (first) throw new Error(`./koprade ${words} ended with ${first.code}: ${first.err}`)
  const url = /^Koprade runs at (\S+)\n/.exec(said.out)?.[1] ?? ''
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  return {
    url,
    said: () => ({ ...said }),
    stop: async (signal = 'SIGTERM') => {
      const start = performance.now()
      child.kill(signal)
      return { ...(await ended), milliseconds: performance.now() - start }
    },
  }
}
