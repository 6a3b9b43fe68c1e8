import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { demonstrationRoles } from '../src/people/index.ts'
import type { Ask, Load } from './load.ts'
import type { Peer } from './peer.ts'
import type { Place } from './place.ts'

const root = resolve(import.meta.dirname, '..')

/** A server in a process of its own. */
export type Program = {
  url: string
  /** The demonstration's sign-in links by role; none for a peer. */
  links: ReadonlyMap<string, string>
  /** Milliseconds from the start of the process until the server said that it listens. */
  startedIn: number
  /** Megabytes of memory that belong to the process now (resident set). */
  memory: () => number
  stop: () => Promise<void>
}

/** Starts a program; `ready` finds its address in a line it says, and it has said all when so many links have followed. */
async function launch(
  words: readonly string[],
  settings: Record<string, string>,
  ready: (line: string) => string | null,
  linksExpected = 0,
): Promise<Program> {
  const before = performance.now()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, words, { cwd: root, env: { PATH, HOME, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] })
  const links = new Map<string, string>()
  const found = await new Promise<{ url: string; startedIn: number }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${words.join(' ')} ended with ${code}`)))
    let listening: { url: string; startedIn: number } | null = null
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = ready(line)
      if (url) listening = { url, startedIn: performance.now() - before }
      const [, role, link] = /^(\S+)\t(http\S+)$/.exec(line) ?? []
      if (role && link) links.set(role, link)
      if (listening && links.size === linksExpected) resolve(listening)
    })
  })
  return { ...found, links, memory: () => memoryOf(child), stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

/** Starts the demonstration at a place, as it is built. */
export const startKoprade = (place: Place, more: Record<string, string> = {}): Promise<Program> =>
  launch(
    ['koprade', 'demo'],
    { ...place.settings, ...more },
    (line) => /^Koprade runs at (\S+)$/.exec(line)?.[1] ?? null,
    demonstrationRoles.length,
  )

/** Starts the data at a place as a real instance, as it is built. */
export const startForReal = (place: Place, more: Record<string, string>): Promise<Program> =>
  launch(['koprade', 'serve'], { ...place.settings, ...more }, (line) => /^Koprade runs at (\S+)$/.exec(line)?.[1] ?? null)

/** Starts a peer that answers with the bytes of one answer. */
export async function startPeer(kind: Peer['kind'], answer: { body: Buffer; headers: Record<string, string> }): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'koprade-peer-'))
  mkdirSync(join(folder, 'public'))
  writeFileSync(join(folder, 'public', 'page.html'), answer.body)
  writeFileSync(join(folder, 'headers.json'), JSON.stringify(answer.headers))
  const peer = await launch(['--import', 'tsx', 'bench/peer.ts', JSON.stringify({ kind, folder } satisfies Peer)], {}, (line) =>
    /^\d+$/.test(line) ? `http://127.0.0.1:${line}` : null,
  )
  rmSync(join(folder, 'headers.json'))
  return {
    ...peer,
    stop: async () => {
      await peer.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Puts load on an address from another process, and tells what it saw. */
export async function load(ask: Ask): Promise<Load> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/load.ts', JSON.stringify(ask)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`the load on ${ask.url} ended with ${code}`)
  const seen = JSON.parse(said) as Load
  if (seen.wrong > 0) throw new Error(`${seen.wrong} of ${seen.requests} answers of ${ask.url} were no 200`)
  return seen
}

/** What a browser receives: the bytes as they travel, and the headers that tell what they are. */
export async function receive(url: string, headers: Record<string, string>): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const { request } = await import('undici')
  const answer = await request(url, { headers })
  const body = Buffer.from(await answer.body.arrayBuffer())
  const received = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'].includes(name)
      ? [[name, value]]
      : [],
  )
  return { body, headers: { ...Object.fromEntries(received), 'content-length': String(body.length) } }
}

/** Signs in by a demonstration's link, and gives the cookies. */
export async function signIn(program: Program, role: string): Promise<string> {
  const answer = await fetch(program.links.get(role) ?? '', { redirect: 'manual' })
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ')
}
