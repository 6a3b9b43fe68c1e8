import { makePlace, type Place, workAt } from './place.ts'
import { load, type Program, receive, signIn, startKoprade, startPeer } from './programs.ts'
import { fillCommitment } from './rows.ts'
import { type Row, table } from './table.ts'

const pages = {
  home: '/lv',
  plan: '/lv/plani/lv-3',
  'commitment (12 milestones, 60 updates)': '/lv/plani/lv-3/apnemsanas/1',
  search: '/lv/meklet?q=pasvaldiba',
  'document list': '/lv/plani/lv-3/dokumenti',
} as const

const browser = { 'accept-encoding': 'gzip, deflate, br' }
const run = { seconds: 4, warmUpSeconds: 2 }

/** One row a page and way of asking: requests a second and milliseconds, at one connection and at 16, beside peers that send the same bytes. */
export async function benchPages(only: string | undefined): Promise<string> {
  const place = await makePlace('postgresql')
  const rows: Row[] = []
  try {
    await workAt(place, (_house, execute) => fillCommitment(execute))
    for (const [page, path] of Object.entries(pages)) {
      if (only && !page.startsWith(only)) continue
      for (const way of ['kept', 'drawn', 'signed in'] as const) rows.push(await measured(place, page, path, way))
    }
  } finally {
    await place.remove()
  }
  return table(rows)
}

async function measured(place: Place, page: string, path: string, way: 'kept' | 'drawn' | 'signed in'): Promise<Row> {
  const program = await startKoprade(place, way === 'drawn' ? { KOPRADE_PAGE_CACHE_MB: '0' } : {})
  try {
    const headers = way === 'signed in' ? { ...browser, cookie: await signIn(program, 'officer') } : browser
    const own = await both(program, path, headers)
    const answer = await receive(program.url + path, headers)
    const bare = await beside('bare', answer)
    const file = await beside('static', answer)
    return {
      page,
      way,
      'kB sent': (answer.body.length / 1000).toFixed(1),
      'req/s at 1': own.one.perSecond.toFixed(0),
      'p50 ms': own.one.p50.toFixed(2),
      'p99 ms': own.one.p99.toFixed(2),
      'req/s at 16': own.sixteen.perSecond.toFixed(0),
      'p50 ms at 16': own.sixteen.p50.toFixed(2),
      'p99 ms at 16': own.sixteen.p99.toFixed(2),
      'of bare at 1': (own.one.perSecond / bare.one.perSecond).toFixed(2),
      'of bare at 16': (own.sixteen.perSecond / bare.sixteen.perSecond).toFixed(2),
      'of static at 16': (own.sixteen.perSecond / file.sixteen.perSecond).toFixed(2),
    }
  } finally {
    await program.stop()
  }
}

async function both(program: Program, path: string, headers: Record<string, string>) {
  const one = await load({ url: program.url + path, headers, connections: 1, ...run })
  return { one, sixteen: await load({ url: program.url + path, headers, connections: 16, ...run }) }
}

async function beside(kind: 'bare' | 'static', answer: Awaited<ReturnType<typeof receive>>) {
  const peer = await startPeer(kind, answer)
  try {
    return await both(peer, '/page.html', {})
  } finally {
    await peer.stop()
  }
}
