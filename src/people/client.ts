import type { IncomingMessage } from 'node:http'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { House } from '../platform/house.ts'

/** The address at the other end of the connection; null when the request did not come over one. */
function connectedAddress(context: Context): string | null {
  try {
    return getConnInfo(context).remote.address ?? null
  } catch {
    return null
  }
}

/**
 * Who sends a request, for counting only: never stored, never logged. Behind a trusted proxy it is
 * what the proxy wrote last; what stands before that anyone may have made up.
 */
export function clientOf(house: House, context: Context): string {
  const forwarded = house.configuration.trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return grouped(forwarded || connectedAddress(context) || 'unknown')
}

/** One household or office has a whole /64 of IPv6 addresses. */
function grouped(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros: string[] = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0')
  return [...start, ...zeros, ...end].slice(0, 4).join(':')
}

const isLoopback = (address: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address)

/** What a proxy tells of whom it asks for. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

/** Does the request come from this very machine, and not through a proxy on it? */
export function comesFromThisMachine(context: Context): boolean {
  const address = connectedAddress(context)
  return address !== null && isLoopback(address) && !proxyHeaders.some((name) => context.req.header(name) !== undefined)
}

/** The same of a request that no program has read yet. */
export const isFromThisMachine = ({ socket, headers }: IncomingMessage): boolean =>
  isLoopback(socket.remoteAddress ?? '') && !proxyHeaders.some((name) => headers[name] !== undefined)
