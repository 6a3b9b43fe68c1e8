import { numberNews } from '../src/follow/numberNews.ts'
import type { House } from '../src/platform/house.ts'
import { append } from '../src/record/index.ts'
import { openMailServer } from '../test/support/smtpServer.ts'
import { engines, makePlace, type Place, workAt } from './place.ts'
import { load, type Program, startForReal } from './programs.ts'
import { type Row, table } from './table.ts'

const SUBSCRIBERS = 10_000
const path = '/lv/plani/lv-3/apnemsanas/9'
const run = { headers: {}, connections: 1, seconds: 4, warmUpSeconds: 1 }

/**
 * Ten thousand subscribers get a letter with the same news: how long writing and sending them takes, what pages
 * take meanwhile (drawn anew for every request), and how long someone waits who asks for a sign-in letter.
 */
export async function benchLetters(only: string | undefined): Promise<string> {
  const rows: Row[] = []
  for (const engine of engines) if (!only || only === engine) rows.push(await measured(engine))
  return table(rows)
}

async function measured(engine: (typeof engines)[number]): Promise<Row> {
  const place = await makePlace(engine)
  const mailServer = await openMailServer()
  try {
    await prepare(place)
    const settings = { KOPRADE_PAGE_CACHE_MB: '0', NODE_ENV: 'production' }
    const quiet = await startForReal(place, settings)
    const before = await load({ url: quiet.url + path, ...run })
    await quiet.stop()

    const program = await startForReal(place, { ...settings, KOPRADE_SMTP_URL: mailServer.url })
    try {
      const count = (): number => mailServer.arrived.length
      await until(() => count() > 0)
      const start = performance.now()
      const during = load({ url: program.url + path, ...run })
      await until(() => count() > SUBSCRIBERS / 4)
      const waited = await timeToSignIn(program, mailServer.arrived)
      await until(() => count() >= SUBSCRIBERS + 1)
      const seconds = (performance.now() - start) / 1000
      const { p50, p99 } = await during
      const addresses = new Set(mailServer.arrived.map(({ to }) => to[0]))
      if (addresses.size !== SUBSCRIBERS + 1 || count() !== SUBSCRIBERS + 1)
        throw new Error(`${count()} letters to ${addresses.size} addresses`)
      return {
        engine,
        letters: String(SUBSCRIBERS),
        's until all had arrived': seconds.toFixed(1),
        'letters/s': (SUBSCRIBERS / seconds).toFixed(0),
        'page p50 ms before': before.p50.toFixed(1),
        'p99 before': before.p99.toFixed(1),
        'page p50 ms meanwhile': p50.toFixed(1),
        'p99 meanwhile': p99.toFixed(1),
        's for a sign-in letter': waited.toFixed(1),
        'MB of memory': program.memory().toFixed(0),
      }
    } finally {
      await program.stop()
    }
  } finally {
    await mailServer.close()
    await place.remove()
  }
}

/** Fills a place with subscribers to everything who are owed one letter, and makes it a real instance. */
async function prepare(place: Place): Promise<void> {
  await workAt(place, async (house: House, execute) => {
    const { newest } = await numberNews(house)
    await execute(`insert into subscriber (id, email, language, created_at)
      select md5(n::text), n || '@reader.example', 'lv', now() from generate_series(1, ${SUBSCRIBERS}) n`)
    await execute(`insert into subscription (subscriber_id, scope, frequency, began_after, told_up_to, created_at)
      select id, 'everything', 'immediate', ${newest}, ${newest}, now() from subscriber`)
    await house.db.transaction(async (tx) => {
      const actor = { role: 'secretariat', for: null }
      const seq = await append(tx, house.clock.now(), { actor, act: 'test', object: '/test', content: {} })
      await tx.execute(`insert into commitment_fact (commitment_id, kind, text, known_from, certainty, record_seq)
        select id, 'result', jsonb_build_object('lv', jsonb_build_object('text', repeat('Dati ir publicēti. ', 50), 'state', 'original')), '2019-09-10', 'seen', ${seq}
        from commitment where plan_id = 'lv-3'`)
    })
    await numberNews(house)
    // From here on as a real one, on the real day: what has become known since then is told as well.
    await execute('update instance set demonstration = false')
  })
}

/** Seconds from asking for a sign-in letter until it has arrived, while the others are on their way. */
async function timeToSignIn({ url }: Program, arrived: readonly { to: string[] }[]): Promise<number> {
  const start = performance.now()
  const answer = await fetch(`${url}/lv/ieiet`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams({ email: 'officer@example.org' }),
  })
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  await until(() => arrived.some(({ to }) => to[0] === 'officer@example.org'))
  return (performance.now() - start) / 1000
}

async function until(done: () => boolean): Promise<void> {
  const patience = performance.now() + 1_800_000
  while (!done()) {
    if (performance.now() > patience) throw new Error('it takes too long')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
