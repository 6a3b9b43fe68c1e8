import { parseXml, XmlElement } from '@rgrove/parse-xml'
import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, icalendar } from '../platform/calendar/icalendar.ts'
import { momentInRiga } from '../platform/calendar/inRiga.ts'
import { day } from '../platform/dates/partialDate.ts'
import { atom } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './jsonFeed.ts'

const feedWith = (text: string): Feed => ({
  id: 'tag:example.org,2026:lv/news',
  title: text,
  language: 'lv',
  updated: day('2019-09-10'),
  page: 'https://example.org/lv',
  self: 'https://example.org/lv/jaunumi.atom',
  pages: {},
  entries: [
    {
      id: 'tag:example.org,2026:lv/update/1',
      kind: 'update',
      title: text,
      html: text,
      author: text,
      day: day('2019-09-10'),
      url: 'https://example.org/lv/plani/lv-3?a=1&b=2',
    },
  ],
})

const calendarWith = (text: string, event: Partial<CalendarEvent> = {}): string =>
  icalendar({
    name: text,
    description: text,
    language: 'lv',
    source: 'https://example.org/lv/termini.ics',
    page: 'https://example.org/lv',
    events: [
      {
        uid: 'deadline-1@example.org',
        span: { firstDay: '2019-09-01', dayAfter: '2019-09-02' },
        summary: text,
        description: text,
        categories: [text, 'b'],
        url: 'https://example.org/lv',
        status: 'confirmed',
        sequence: 7,
        modified: new Date('2026-01-02T03:04:05Z'),
        ...event,
      },
    ],
  })

const hostile = [
  '<script>alert(1)</script> & "quoted" \'too\' ]]> <![CDATA[ x',
  'control \u0001\u0008\u000b\u001f\u007f and \u2028 \ufffe \uffff',
  'line\r\nEND:VEVENT\r\nBEGIN:VEVENT\rcommas, semicolons; back\\slash\\n',
  `${'garš ķēķis 😀 '.repeat(4000)}`,
  '&amp; &#0; &unknown; %00',
]

const child = (parent: XmlElement, name: string): XmlElement => {
  const found = parent.children.find((node) => node instanceof XmlElement && node.name === name)
  if (!(found instanceof XmlElement)) throw new Error(`no ${name}`)
  return found
}

/** What XML can hold of a text, with one kind of line end. */
const held = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')

describe('Atom holds any text as text', () => {
  const check = (text: string): void => {
    const { root } = parseXml(atom(feedWith(text)))
    if (!root) throw new Error('no root')
    const entry = child(root, 'entry')
    expect(child(root, 'title').text).toBe(held(text))
    expect(child(entry, 'title').text).toBe(held(text))
    expect(child(entry, 'content').text).toBe(held(text))
    expect(child(child(entry, 'author'), 'name').text).toBe(held(text))
    expect(child(entry, 'link').attributes['href']).toBe('https://example.org/lv/plani/lv-3?a=1&b=2')
  }
  it.each(hostile)('%#', check)
  it('whatever it is', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), check)))
  it('is read by a program of others', () => {
    const { entries, id, updated } = parseAtomFeed(atom(feedWith('Ziņas')))
    expect({ id, updated }).toEqual({ id: 'tag:example.org,2026:lv/news', updated: '2019-09-10T00:00:00+03:00' })
    expect(entries?.[0]).toMatchObject({ title: { value: 'Ziņas' }, authors: [{ name: 'Ziņas' }], published: '2019-09-10T00:00:00+03:00' })
  })
})

describe('JSON Feed holds any text as text', () => {
  it.each(hostile)('%#', (text) => {
    const { items, version } = JSON.parse(jsonFeed(feedWith(text)))
    expect(version).toBe('https://jsonfeed.org/version/1.1')
    expect(items[0]).toMatchObject({ title: text, content_html: text, authors: [{ name: text }] })
  })
  it('is read by a program of others', () => {
    const read = parseJsonFeed(jsonFeed(feedWith('Ziņas')))
    expect(read.items?.[0]).toMatchObject({ id: 'tag:example.org,2026:lv/update/1', title: 'Ziņas', content_html: 'Ziņas' })
  })
})

describe('iCalendar holds any text as text', () => {
  const check = (text: string): void => {
    const written = calendarWith(text)
    for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]/u)
    const calendar = new ICAL.Component(ICAL.parse(written))
    const events = calendar.getAllSubcomponents('vevent')
    expect(events).toHaveLength(1)
    const kept = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '\uFFFD')
    expect(events[0]?.getFirstPropertyValue('summary')).toBe(kept)
    expect(events[0]?.getFirstProperty('categories')?.getValues()).toEqual([kept, 'b'])
  }
  it.each(hostile)('%#', check)
  it('whatever it is', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).map((text) => `${text}.`),
        check,
      ),
    ))

  it('writes hours in UTC', () => {
    const span = { from: new Date(momentInRiga(day('2019-09-16'), '14:30')), until: new Date(momentInRiga(day('2019-09-16'), '17:00')) }
    const event = new ICAL.Component(ICAL.parse(calendarWith('x', { span }))).getFirstSubcomponent('vevent')
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2019-09-16T11:30:00Z')
    expect(String(event?.getFirstPropertyValue('dtend'))).toBe('2019-09-16T14:00:00Z')
  })
})

it.each([
  ['2019-09-10', '00:00', '+03:00'],
  ['2019-12-01', '00:00', '+02:00'],
  ['2019-03-31', '02:59', '+02:00'],
  ['2019-03-31', '04:00', '+03:00'],
  ['2019-10-27', '02:30', '+03:00'],
  ['2019-10-27', '04:00', '+02:00'],
])('on %s at %s Riga is at %s', (date, time, offset) => {
  expect(momentInRiga(day(date), time)).toBe(`${date}T${time}:00${offset}`)
})
