import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter as it arrived: to whom it was handed over, its headers decoded, its text. */
export type Arrived = { from: string; to: string[]; headers: Record<string, string>; text: string; raw: string }

type Reply = { code: number; text: string }

/** A mail server that runs. */
export type MailServer = {
  url: string
  arrived: Arrived[]
  /** How many connections there have been. */
  connections: () => number
  /** From now on it answers so when it is told the recipient (or the sender); null takes everything. */
  refuseWith: (reply: Reply | null, what?: 'sender' | 'recipient') => void
  /** From now on it takes recipients only once this is released. */
  hold: () => { release: () => void }
  close: () => Promise<void>
}

/** Starts a real mail server on this machine, without encryption and passwords. */
export async function openMailServer(port = 0): Promise<MailServer> {
  const arrived: Arrived[] = []
  let connections = 0
  let held: Promise<void> = Promise.resolve()
  let refusal: (Reply & { what: 'sender' | 'recipient' }) | null = null
  const answerTo = (what: 'sender' | 'recipient'): Error | null =>
    refusal?.what === what ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, done) => {
      connections += 1
      done()
    },
    onMailFrom: (_address, _session, done) => done(answerTo('sender')),
    onRcptTo: (_address, _session, done) => void held.then(() => done(answerTo('recipient'))),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        arrived.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          ...parsed(Buffer.concat(pieces).toString('latin1')),
        })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    connections: () => connections,
    refuseWith: (reply, what = 'recipient') => {
      refusal = reply && { ...reply, what }
    },
    hold: () => {
      let release = (): void => undefined
      held = new Promise((resolve) => {
        release = resolve
      })
      return { release: () => release() }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A message of one part: what its writer meant. */
function parsed(raw: string): Pick<Arrived, 'headers' | 'text' | 'raw'> {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 1).trim())]),
  )
  const text = decoded(raw.slice(end + 4), headers['content-transfer-encoding'] ?? '7bit')
  return { headers, text: text.replaceAll('\r\n', '\n'), raw }
}

/** Encoded words of a header (RFC 2047). */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, inside: string) =>
      decoded(
        kind.toUpperCase() === 'Q' ? inside.replaceAll('_', ' ') : inside,
        kind.toUpperCase() === 'Q' ? 'quoted-printable' : 'base64',
      ),
    )

function decoded(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return Buffer.from(text, 'latin1').toString('utf8')
  const bytes = text.replace(/=\r\n/g, '').replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
