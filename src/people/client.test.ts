import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../platform/configuration.ts'
import type { House } from '../platform/house.ts'
import { clientOf, comesFromThisMachine } from './client.ts'

async function seen(remoteAddress: string | null, headers: Record<string, string> = {}, trustProxy = false) {
  const house = { configuration: readConfiguration({ KOPRADE_TRUST_PROXY: trustProxy ? '1' : '0' }) } as House
  const app = new Hono().get('/', (context) => context.json({ client: clientOf(house, context), here: comesFromThisMachine(context) }))
  const answer = await app.request('/', { headers }, remoteAddress ? { incoming: { socket: { remoteAddress } } } : {})
  return (await answer.json()) as { client: string; here: boolean }
}

describe('who sends a request', () => {
  it('is the other end of the connection; what it says of itself does not count', async () => {
    expect((await seen('192.0.2.7', { 'X-Forwarded-For': '10.0.0.1' })).client).toBe('192.0.2.7')
  })

  it('is behind a trusted proxy what the proxy wrote last', async () => {
    expect((await seen('127.0.0.1', { 'X-Forwarded-For': '10.0.0.1, 192.0.2.7' }, true)).client).toBe('192.0.2.7')
    expect((await seen('127.0.0.1', {}, true)).client).toBe('127.0.0.1')
  })

  it('is one for all addresses of an IPv6 network', async () => {
    const one = await seen('2001:db8:1:2:3:4:5:6')
    expect((await seen('2001:db8:1:2::9')).client).toBe(one.client)
    expect((await seen('2001:db8:1:3::9')).client).not.toBe(one.client)
    expect((await seen('2001:db8::1:2')).client).toBe('2001:db8:0:0')
  })

  it('sits at this machine only when the connection comes from it and no proxy stands between', async () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) expect((await seen(address)).here, address).toBe(true)
    for (const address of ['192.0.2.7', '::ffff:192.0.2.7', '1270.0.0.1', null])
      expect((await seen(address)).here, String(address)).toBe(false)
    for (const header of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via'])
      expect((await seen('127.0.0.1', { [header]: 'x' })).here, header).toBe(false)
  })
})
