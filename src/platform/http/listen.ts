import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** What answers requests: `atOnce` is asked first and says whether it has answered; it never fails. */
export type Answering = { fetch: Fetch; atOnce: (request: IncomingMessage, response: ServerResponse) => Promise<boolean> }

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
  /** Bytes of all headers with the address: who searches for 10,000 characters of any script gets a page for an answer. */
  maxHeaderSize: 128 * 1024,
}
/** Nothing sent and nothing read. */
const SILENCE = 120_000

/**
 * Starts to listen. The program that answers is made once the port is known, before the first
 * request is read.
 */
export function listen(place: { host: string; port: number }, program: (port: number) => Answering): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let answering: Answering | null = null
    const fetch: Fetch = (request, env) => answering?.fetch(request, env) ?? new Response(null, { status: 503 })
    const serverOptions = limits
    const server = createAdaptorServer({
      fetch,
      hostname: place.host,
      serverOptions,
      createServer: ((_: unknown, program: RequestListener) =>
        createServer(serverOptions, async (request, response) => {
          if (!(await answering?.atOnce(request, response))) program(request, response)
        })) as typeof createServer,
    }) as Server
    server.setTimeout(SILENCE)
    server.once('error', reject)
    server.listen(place.port, place.host, () => {
      server.removeListener('error', reject)
      const { port } = server.address() as AddressInfo
      try {
        answering = program(port)
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
