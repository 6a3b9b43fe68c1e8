import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReturned, returnAddress } from './returned.ts'

const letter = '0b7c1b2e-4f5a-4d3c-9a6b-1c2d3e4f5a6b'
const read = (text: string) => readReturned(Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8'))

/* Written by hand in the form in which these mail systems report; every name and address is made up. */

/** As Postfix reports, with the headers of the letter alone. */
const postfix = ({ action = 'failed', status = '5.1.1', to = `back+${letter}@koprade.example` } = {}) => `Return-Path: <>
Delivered-To: ${to}
Received: by mx.koprade.example (Postfix)
\tid 4XyZ1A2B3C; Mon,  2 Mar 2026 10:00:01 +0200 (EET)
Date: Mon,  2 Mar 2026 10:00:01 +0200 (EET)
From: MAILER-DAEMON@mx.koprade.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4XyZ1A0000.1772438401/mx.koprade.example"
Content-Transfer-Encoding: 8bit

This is a MIME-encapsulated message.

--4XyZ1A0000.1772438401/mx.koprade.example
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--4XyZ1A0000.1772438401/mx.koprade.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.koprade.example
X-Postfix-Queue-ID: 4XyZ1A2B3C
Arrival-Date: Mon,  2 Mar 2026 10:00:00 +0200 (EET)

Final-Recipient: rfc822; ilze@reader.example
Original-Recipient: rfc822;ilze@reader.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.reader.example
Diagnostic-Code: smtp; 550 5.1.1 <ilze@reader.example>: Recipient address
    rejected: User unknown

--4XyZ1A0000.1772438401/mx.koprade.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Koprade <koprade@koprade.example>
To: ilze@reader.example
Subject: =?UTF-8?Q?2_jaunumi?=
Message-ID: <${letter}@koprade.example>
List-Id: <news.koprade.example>

--4XyZ1A0000.1772438401/mx.koprade.example--
`

/** As Exchange reports, with the whole letter, in HTML, to an address without what stood after the plus sign. */
const exchange = `From: <postmaster@reader.example>
To: <back@koprade.example>
Date: Mon, 2 Mar 2026 08:00:05 +0000
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="b9f1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d"
Content-Language: en-US
Message-ID: <a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d@EXCH01.reader.example>
In-Reply-To: <${letter.toUpperCase()}@koprade.example>
Subject: Undeliverable: 2 jaunumi
Auto-Submitted: auto-replied
MIME-Version: 1.0

--b9f1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d
Content-Type: multipart/alternative; differences=Content-Type;
\tboundary="alt-1f2e3d4c"

--alt-1f2e3d4c
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

Delivery has failed to these recipients or groups:

--alt-1f2e3d4c
Content-Type: text/html; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

<html><body><p>Delivery has failed to these recipients or groups:</p></body></html>

--alt-1f2e3d4c--

--b9f1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d
Content-Type: message/delivery-status

Reporting-MTA: dns;EXCH01.reader.example
Received-From-MTA: dns;mx.koprade.example
Arrival-Date: Mon, 2 Mar 2026 08:00:03 +0000

Original-Recipient: rfc822;janis@reader.example
Final-Recipient: rfc822;janis@reader.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

--b9f1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d
Content-Type: message/rfc822

Received: from mx.koprade.example (192.0.2.10) by EXCH01.reader.example; Mon, 2 Mar 2026 08:00:03 +0000
From: Koprade <koprade@koprade.example>
To: <janis@reader.example>
Subject: 2 jaunumi
Message-ID:
 <${letter}@koprade.example>
Content-Type: text/plain; charset=utf-8

Message-ID: <ffffffff-ffff-4fff-8fff-ffffffffffff@koprade.example>

--b9f1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d--
`

describe('a report that a letter could not be delivered', () => {
  it.each([
    ['Postfix', postfix(), '5.1.1'],
    ['Postfix, which has tried for five days', postfix({ status: '4.4.1' }), '4.4.1'],
    ['Exchange', exchange, '5.1.10'],
  ])('is understood as %s writes it', async (_, text, status) => {
    expect(await read(text)).toEqual({ kind: 'bounced', letter, status })
  })

  it('names the letter by the address it came to, also without the letter', async () => {
    expect(await read(postfix().replace(/Message-ID: .*\n/g, ''))).toMatchObject({ letter })
  })

  it.each([
    ['a delay', postfix({ action: 'delayed', status: '4.4.1' })],
    ['a delivery', postfix({ action: 'delivered', status: '2.0.0' })],
    ['a refusal for the sender’s sake', postfix({ status: '5.7.1' })],
    ['a report on another’s letter', postfix({ to: 'back@koprade.example' }).replaceAll(letter, 'someone-else')],
  ])('is not %s', async (_, text) => {
    expect(await read(text)).toBeNull()
  })
})

describe('a wish to unsubscribe', () => {
  const wish = (subject: string, to = `<back+${letter}@koprade.example>`) =>
    `From: Ilze <ilze@reader.example>\nTo: ${to}\nSubject: ${subject}\n\n\n`

  it('is understood by its subject and the letter’s own address', async () => {
    expect(await read(wish('unsubscribe'))).toEqual({ kind: 'unsubscribe', letter })
    expect(await read(wish('Unsubscribe '))).toEqual({ kind: 'unsubscribe', letter })
  })

  it.each([
    ['a holiday notice', wish('Automatic reply: unsubscribe')],
    ['an answer', wish('Re: 2 jaunumi')],
    ['to no letter', wish('unsubscribe', '<back@koprade.example>')],
    ['empty', ''],
  ])('is not %s', async (_, text) => {
    expect(await read(text)).toBeNull()
  })
})

it('nothing that may come to the address is a fault', async () => {
  const lines = fc.constantFrom(...postfix().split('\n'), ...exchange.split('\n'))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 2000 }),
        fc.array(lines, { maxLength: 60 }).map((all) => Buffer.from(all.join('\r\n'))),
      ),
      async (message) => {
        const found = await readReturned(message)
        expect(found === null || found.letter === letter || found.letter.startsWith('ffffffff')).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

it('a letter’s return address is one that any server takes', () => {
  expect(returnAddress('back@koprade.example', letter)).toBe(`back+${letter}@koprade.example`)
  // RFC 5321 §4.5.3.1.1: at most 64 characters before the @.
  expect(returnAddress(`${'x'.repeat(27)}@koprade.example`, letter).indexOf('@')).toBe(64)
})
