import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** A server that accepts requests. */
export type Listening = {
  /** The real port, also where 0 was asked for. */
  port: number
  /** Accepts no more, lets what runs finish for so long, then cuts it off. */
  stop: (patienceMilliseconds: number) => Promise<void>
}

/** Slow clients hold a connection, never a place: how long each step of theirs may take. */
const limits = {
  /** All headers. */
  headersTimeout: 10_000,
  /** The whole request: a file of 20 MB over a slow line takes minutes. */
  requestTimeout: 300_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
}
/** Nothing sent and nothing read. */
const SILENCE = 120_000

/**
 * Starts to listen. The program that answers is made once the port is known, before the first
 * request is read.
 */
export function listen(place: { host: string; port: number }, program: (port: number) => Fetch): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let answer: Fetch | null = null
    const fetch: Fetch = (request, env) => answer?.(request, env) ?? new Response(null, { status: 503 })
    const server = createAdaptorServer({ fetch, hostname: place.host, serverOptions: limits }) as Server
    server.setTimeout(SILENCE)
    server.once('error', reject)
    server.listen(place.port, place.host, () => {
      server.removeListener('error', reject)
      const { port } = server.address() as AddressInfo
      try {
        answer = program(port)
      } catch (error) {
        server.close()
        reject(error)
        return
      }
      resolve({ port, stop: (patience) => stop(server, patience) })
    })
  })
}

function stop(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection that becomes idle while we wait would otherwise be kept alive for seconds.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const end = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(end)
      resolve()
    })
  })
}
