import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/** How far questions to other sites may go: how a name becomes addresses, and to which addresses and ports a connection is made. */
export type Reach = {
  resolve: (host: string) => Promise<readonly LookupAddress[]>
  allowsAddress: (ip: string) => boolean
  allowsPort: (port: number) => boolean
}

const ports: ReadonlySet<number> = new Set([80, 443, 8080, 8443])

/** All that is routed as global unicast over IPv6; what lies outside is reserved, whether or not it has a name yet. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/** Whether an address is one of the public internet: not of this machine, its network, or of any special use. */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(globalUnicast)
}

/**
 * The public web and nothing else. Whoever names a link could otherwise have the house knock at doors that
 * only it can reach: a database, another service on the machine, a cloud's own addresses.
 */
export const publicReach: Reach = {
  resolve: (host) => lookup(host, { all: true }),
  allowsAddress: isPublicAddress,
  allowsPort: (port) => ports.has(port),
}
