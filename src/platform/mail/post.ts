import { createTransport } from 'nodemailer'
import type { Letter } from './mailer.ts'

/**
 * How an attempt went. `later`: this letter may pass next time. `server away`: no letter passes
 * now. `refused`: never. The problem is a code without an address in it.
 */
export type Posted = { kind: 'sent' } | { kind: 'later' | 'server away' | 'refused'; problem: string }

/** The way out of the house. */
export type Post = { send: (letter: Letter & { id: string }) => Promise<Posted>; close: () => void }

/** Shorter together than a letter counts as taken, so that nobody sends it a second time meanwhile. */
const patience = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** One address and nothing that a mail program could read as a second one or as a header. */
const oneAddress = /^[^\s\p{Cc}<>()[\],;:\\"]+@[^\s\p{Cc}<>()[\],;:\\"@]+$/u

/** Sends through a mail server. Needs no connection yet: a server that is away is found at the first letter. */
export function smtpPost({ smtpUrl, mailFrom }: { smtpUrl: string; mailFrom: string }): Post {
  const transport = createTransport({ url: smtpUrl, ...patience, disableFileAccess: true, disableUrlAccess: true })
  const domain = /@([\w.-]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost'
  return {
    send: async ({ id, to, language, subject, body }) => {
      if (!oneAddress.test(to)) return { kind: 'refused', problem: 'ADDRESS' }
      try {
        await transport.sendMail({
          from: mailFrom,
          to: { name: '', address: to },
          subject,
          text: body,
          // The same at each attempt: should a letter go out twice, mail programs see that it is one.
          messageId: `<${id}@${domain}>`,
          headers: {
            // RFC 3834: nobody's holiday notice answers, and no list passes it on.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': language,
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
  return { kind: responseCode >= 500 ? 'refused' : 'later', problem }
}
