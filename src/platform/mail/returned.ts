import PostalMime, { type Attachment, type Header } from 'postal-mime'

/** What a message to the return address says about one letter of ours. */
export type Returned = { kind: 'bounced'; letter: string; status: string } | { kind: 'unsubscribe'; letter: string }

/** Far more than a report with the headers of a letter needs; who sends back all of a long letter is read so far. */
export const MOST_RETURNED_BYTES = 2_000_000

const letterNumber = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}'

/** The return address of one letter: `back@example.org` becomes `back+<number>@example.org` (RFC 5233), so that a report need not name it. */
export function returnAddress(address: string, letter: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${letter}${address.slice(at)}`
}

/**
 * Reads a message that came to the return address: a report that a letter could not be delivered
 * (RFC 3464), or a mail program's wish to get no more of them (RFC 2369). Null for everything else:
 * delays, receipts, holiday notices, rubbish.
 */
export async function readReturned(message: Uint8Array): Promise<Returned | null> {
  const email = await PostalMime.parse(message, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' }).catch(() => null)
  if (!email) return null
  const sentTo = letterIn(valuesOf(email.headers, ['delivered-to', 'x-original-to', 'envelope-to', 'to']), '\\+', '@')
  const [contentType = ''] = valuesOf(email.headers, ['content-type'])
  if (!/^multipart\/report\b/i.test(contentType))
    return sentTo && /^\s*unsubscribe\s*$/i.test(email.subject ?? '') ? { kind: 'unsubscribe', letter: sentTo } : null
  const status = failureIn(email.attachments)
  // A server that dropped what stands after the plus sign still sends the letter, or its headers, along.
  const letter = sentTo ?? letterIn(email.attachments.flatMap(sentAlong), '<', '@')
  return status && letter ? { kind: 'bounced', letter, status } : null
}

const valuesOf = (headers: readonly Header[], names: readonly string[]): string[] =>
  headers.filter(({ key }) => names.includes(key)).map(({ value }) => value)

function letterIn(texts: readonly string[], before: string, after: string): string | null {
  const form = new RegExp(`${before}(${letterNumber})${after}`, 'i')
  return texts.map((text) => form.exec(text)?.[1]?.toLowerCase()).find((found) => found !== undefined) ?? null
}

const textOf = ({ content }: Attachment): string => (typeof content === 'string' ? content : new TextDecoder().decode(content))

/** The line with the number of the letter that a report is about. */
const sentAlong = (part: Attachment): string[] =>
  /^(?:message\/rfc822|text\/rfc822-headers|message\/global)/.test(part.mimeType)
    ? (textOf(part).match(/^message-id:.*(?:\r?\n[ \t].*)*/gim) ?? [])
    : []

/**
 * The status of a recipient to whom delivery has failed for good (RFC 3464 §2.3.3), after so many days of
 * trying too; null when it has not, or for a policy of the receiver (RFC 3463 §3.8), which says nothing of the address.
 */
function failureIn(parts: readonly Attachment[]): string | null {
  const report = parts.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType))
  if (!report) return null
  for (const recipient of textOf(report).split(/(?:\r?\n){2,}/)) {
    const failed = /^action:\s*failed\b/im.test(recipient)
    const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})\b/im.exec(recipient)?.[1]
    if (failed && status && !/^\d\.7\./.test(status)) return status
  }
  return null
}
