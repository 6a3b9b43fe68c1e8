import { createHash } from 'node:crypto'
import { chmodSync, closeSync, constants, mkdirSync, openSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isMainThread } from 'node:worker_threads'

/**
 * Two processes that open one directory of the embedded engine damage its data, and the engine does
 * not notice. So whoever opens it listens on a socket in it first. A socket does not outlive its
 * process: after `kill -9` nobody answers, and the next one takes it over.
 */
export type DirectoryLock = { release: () => Promise<void> }

const NAME = 'koprade.sock'
/** The kernel's limit for a socket's path, less one for the end of the text (104 on macOS, 108 on Linux). */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103
/** Whoever takes the lock does so within milliseconds; a trace older than this was left by one that died. */
const TAKING_MILLISECONDS = 10_000

type Place = { path: string; leave: () => void }

/**
 * The path of a directory's socket. Where it would be too long, Linux reaches the directory through
 * an open descriptor; elsewhere a short path in the system's directory for temporary files stands in.
 */
function placeOf(directory: string): Place {
  const real = realpathSync(directory)
  const path = join(real, NAME)
  if (Buffer.byteLength(path) <= LONGEST_PATH) return { path, leave: () => undefined }
  if (process.platform === 'linux') {
    const descriptor = openSync(real, constants.O_RDONLY | constants.O_DIRECTORY)
    return { path: `/proc/self/fd/${descriptor}/${NAME}`, leave: () => closeSync(descriptor) }
  }
  const short = createHash('sha256').update(real).digest('hex').slice(0, 16)
  return { path: join(tmpdir(), `koprade-${short}.sock`), leave: () => undefined }
}

/** Does someone answer at the socket? */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false)
      // Too many are waiting for an answer: it is alive.
      else if (error.code === 'EAGAIN') resolve(true)
      else reject(error)
    })
  })
}

/** Only one process at a time looks whether the socket is stale and takes it over. */
async function takeTurn(path: string): Promise<() => void> {
  const turn = `${path}.taking`
  for (;;) {
    try {
      closeSync(openSync(turn, 'wx', 0o600))
      return () => rmSync(turn, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs
    if (since !== undefined && Date.now() - since > TAKING_MILLISECONDS) rmSync(turn, { force: true })
    else await wait(20)
  }
}

/** Listens so that from the first moment only the same user of the system can connect. */
function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const before = isMainThread ? process.umask(0o177) : null
    server.listen(path, () => {
      server.removeListener('error', reject)
      chmodSync(path, 0o600)
      resolve()
    })
    if (before !== null) process.umask(before)
  })
}

/**
 * Locks a directory and answers HTTP requests on its socket; null when another process holds it.
 * To be called before the embedded database in the directory is opened.
 */
export async function lockDirectory(directory: string, listener: RequestListener): Promise<DirectoryLock | null> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const place = placeOf(directory)
  const server = createServer(listener)
  let locked = false
  try {
    const endTurn = await takeTurn(place.path)
    try {
      if (await answers(place.path)) return null
      rmSync(place.path, { force: true })
      await listen(server, place.path)
      locked = true
    } finally {
      endTurn()
    }
  } finally {
    if (!locked) place.leave()
  }
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          place.leave()
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

/** Works with the path of a directory's socket, for those who talk to the process that holds the lock. */
export async function withSocketOf<T>(directory: string, work: (path: string) => Promise<T>): Promise<T> {
  const place = placeOf(directory)
  try {
    return await work(place.path)
  } finally {
    place.leave()
  }
}
