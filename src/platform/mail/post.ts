import { createTransport } from 'nodemailer'
import type { Letter } from './mailer.ts'
import { returnAddress } from './returned.ts'

/**
 * How an attempt went. `later`: this letter may pass next time. `server away`: no letter passes
 * now. `refused`: never; `nobody`: because the address is nobody's. The problem is a code without
 * an address in it.
 */
export type Posted = { kind: 'sent' } | { kind: 'later' | 'server away' | 'refused' | 'nobody'; problem: string }

/** A letter as it leaves: of a circular also as HTML, and with the address that stops more of them; some with a calendar file. */
export type Leaving = Omit<Letter, 'expiresAt' | 'calendar'> & {
  id: string
  html: string | null
  unsubscribe: string | null
  calendar: string | null
}

/** The way out of the house. */
export type Post = {
  /** So many letters may be on their way at once. */
  atOnce: number
  send: (letter: Leaving) => Promise<Posted>
  close: () => void
}

/** What is set about the mail server: where it is, whom letters come from and return to, and how many letters a second it takes. */
export type PostSettings = { smtpUrl: string; mailFrom: string; mailReturn: string | null; mailPerSecond: number | null }

/** Few enough for servers that are strict with one sender. */
const CONNECTIONS = 5
/** Enough to keep the connections busy, and few enough for whoever waits for a sign-in letter. */
const AT_ONCE = 20

/** Shorter together than a letter counts as taken, so that nobody sends it a second time meanwhile. */
const patience = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** One address and nothing that a mail program could read as a second one or as a header. */
const oneAddress = /^[^\s\p{Cc}<>()[\],;:\\"]+@[^\s\p{Cc}<>()[\],;:\\"@]+$/u

/** Sends through a mail server, over a few connections that stay open. Needs none yet: a server that is away is found at the first letter. */
export function smtpPost({ smtpUrl, mailFrom, mailReturn, mailPerSecond }: PostSettings): Post {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    // Spread over the second, so that a letter someone waits for is not behind a burst.
    ...(mailPerSecond === null ? {} : { rateLimit: 1, rateDelta: 1000 / mailPerSecond }),
    ...patience,
    // The queue tries again, and knows when; only a connection that the server closed meanwhile is worth another at once.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0])
  const domain = /@([\w.-]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost'
  return {
    atOnce: mailPerSecond === null ? AT_ONCE : Math.max(1, Math.min(AT_ONCE, Math.floor(mailPerSecond))),
    send: async ({ id, to, language, subject, body, html, unsubscribe, calendar }) => {
      if (!oneAddress.test(to)) return { kind: 'nobody', problem: 'ADDRESS' }
      const backTo = mailReturn && returnAddress(mailReturn, id)
      try {
        await transport.sendMail({
          from: mailFrom,
          to: { name: '', address: to },
          ...(backTo ? { envelope: { from: backTo, to } } : {}),
          subject,
          text: body,
          // Ready at once, where the other encoding is made letter by letter: it counts when there are ten thousand.
          ...(html === null ? {} : { html, textEncoding: 'base64' as const }),
          // As a part that mail programs show as an event, and as a file for those that don't.
          ...(calendar === null ? {} : { icalEvent: { method: 'PUBLISH' as const, filename: 'koprade.ics', content: calendar } }),
          // The same at each attempt: should a letter go out twice, mail programs see that it is one.
          messageId: `<${id}@${domain}>`,
          headers: {
            // RFC 3834: nobody's holiday notice answers, and no list passes it on.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': language,
            ...(unsubscribe ? listHeaders(unsubscribe, backTo) : {}),
          },
        })
        return { kind: 'sent' }
      } catch (error) {
        return notPosted(error)
      }
    },
    close: () => transport.close(),
  }
}

/** What mail programs need for a button that stops the letters (RFC 2369, RFC 8058), and to sort them (RFC 2919). */
function listHeaders(unsubscribe: string, backTo: string | null): Record<string, string> {
  const ways = [unsubscribe, ...(backTo ? [`mailto:${backTo}?subject=unsubscribe`] : [])]
  return {
    'List-Id': `<news.${new URL(unsubscribe).hostname}>`,
    'List-Unsubscribe': ways.map((way) => `<${way}>`).join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

type MailProblem = { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown }

/** What went wrong: the server's reply code with its enhanced one (RFC 3463), else the kind of failure. */
function notPosted(error: unknown): Posted {
  const { code, responseCode, response, command } = (typeof error === 'object' && error !== null ? error : {}) as MailProblem
  const kind = typeof code === 'string' && /^E[A-Z]+$/.test(code) ? code : 'UNKNOWN'
  const aboutTheLetter = kind === 'EENVELOPE' || kind === 'EMESSAGE'
  if (typeof responseCode !== 'number') return { kind: aboutTheLetter ? 'later' : 'server away', problem: kind }
  const enhanced = typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined
  const problem = [responseCode, enhanced].filter(Boolean).join(' ')
  // A wrong password or a sender that may not write is the settings' fault: no letter fails for it at once.
  if (!aboutTheLetter || command === 'MAIL FROM') return { kind: 'server away', problem }
  if (responseCode < 500) return { kind: 'later', problem }
  // RFC 3463 §3.8: a subject of 7 is policy, such as a blocked sender; the address may well be someone's.
  return { kind: command === 'RCPT TO' && !enhanced?.startsWith('5.7.') ? 'nobody' : 'refused', problem }
}
