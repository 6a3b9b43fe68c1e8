import { describe, expect, it } from 'vitest'
import { isPublicAddress, publicReach } from './reach.ts'

describe('the public internet', () => {
  it.each(['8.8.8.8', '195.2.96.1', '2a00:1450:400f:80d::200e'])('%s is in it', (ip) => {
    expect(isPublicAddress(ip)).toBe(true)
  })

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.8.8.8'],
    ['this machine', '::1'],
    ['any of its own addresses', '0.0.0.0'],
    ['any of its own addresses', '::'],
    ['a network of one’s own', '10.0.0.1'],
    ['a network of one’s own', '172.16.5.4'],
    ['a network of one’s own', '192.168.1.1'],
    ['a network of one’s own', 'fd00::1'],
    ['the link itself, where clouds answer', '169.254.169.254'],
    ['the link itself', 'fe80::1'],
    ['a carrier’s own network', '100.64.0.1'],
    ['everyone at once', '255.255.255.255'],
    ['many at once', '224.0.0.1'],
    ['many at once', 'ff02::1'],
    ['examples', '192.0.2.1'],
    ['examples', '2001:db8::1'],
    ['measuring', '198.18.0.1'],
    ['IPv4 in other clothes', '::ffff:127.0.0.1'],
    ['IPv4 in other clothes', '::127.0.0.1'],
    ['IPv4 in other clothes', '64:ff9b::7f00:1'],
    ['IPv4 in other clothes', '2002:7f00:1::'],
    ['kept for later', '240.0.0.1'],
    ['kept for later', '4000::1'],
    ['nothing', 'localhost'],
    ['nothing', ''],
  ])('%s, %s, is not', (_, ip) => {
    expect(isPublicAddress(ip)).toBe(false)
  })

  it('is asked at the ports of the web alone', () => {
    expect([80, 443, 8080, 8443].every(publicReach.allowsPort)).toBe(true)
    expect([0, 22, 25, 3000, 5432, 6379, 9200].some(publicReach.allowsPort)).toBe(false)
  })
})
