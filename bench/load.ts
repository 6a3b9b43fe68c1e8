// A client in a process of its own: keeps so many connections busy for so long and prints what it saw as JSON.
import { Client } from 'undici'

/** What one run of load saw: requests per second, and milliseconds within which half and 99 of 100 were answered. */
export type Load = { perSecond: number; p50: number; p99: number; requests: number; wrong: number; bytes: number }

/** What to ask, with how many connections, for how long, and how long before that without counting. */
export type Ask = { url: string; headers: Record<string, string>; connections: number; seconds: number; warmUpSeconds: number }

const ask = JSON.parse(process.argv[2] ?? '') as Ask
const { origin, pathname, search } = new URL(ask.url)
const times: number[] = []
let wrong = 0
let bytes = 0
const start = performance.now() + ask.warmUpSeconds * 1000
const end = start + ask.seconds * 1000

async function keepBusy(): Promise<void> {
  const client = new Client(origin, { pipelining: 1 })
  for (;;) {
    const before = performance.now()
    if (before >= end) break
    const { statusCode, body } = await client.request({ method: 'GET', path: pathname + search, headers: ask.headers })
    let size = 0
    for await (const piece of body) size += (piece as Buffer).length
    const after = performance.now()
    if (before < start || after > end) continue
    times.push(after - before)
    bytes = size
    if (statusCode !== 200) wrong += 1
  }
  await client.close()
}

await Promise.all(Array.from({ length: ask.connections }, keepBusy))
times.sort((a, b) => a - b)
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const seen: Load = { perSecond: times.length / ask.seconds, p50: at(0.5), p99: at(0.99), requests: times.length, wrong, bytes }
console.log(JSON.stringify(seen))
