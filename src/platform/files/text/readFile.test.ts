import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inPieces } from './fileTexts.ts'
import { limits, type ReadText } from './limits.ts'
import { readFile } from './readFile.ts'

const read = (content: Uint8Array): Promise<ReadText> => readFile({ stream: Readable.from([Buffer.from(content)]), bytes: content.length })
const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../test/fixtures/${name}`, import.meta.url))
/** A ZIP file of these entries, not packed any further when they are bytes already. */
const zip = (entries: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])),
  )
const docx = (body: string, prolog = ''): Uint8Array =>
  zip({ 'word/document.xml': `${prolog}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` })
const odt = (body: string, prolog = ''): Uint8Array =>
  zip({
    'content.xml': `${prolog}<office:document-content xmlns:office="o" xmlns:text="t"><office:body>${body}</office:body></office:document-content>`,
  })

/** A PDF file of one page whose content is this. */
function pdf(content: Uint8Array | string): Buffer {
  const packed = deflateSync(content)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  const head = Buffer.from(`%PDF-1.4\n${objects.join('')}5 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`)
  return Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF')])
}

describe('the text in a file', () => {
  it.each(['parskats.pdf', 'parskats.docx', 'parskats.odt'])('is read from %s as it was written', async (name) => {
    const { text, pages, problem } = await read(fixture(name))
    expect(problem).toBeNull()
    expect(pages).toBe(name.endsWith('.pdf') ? 1 : null)
    for (const sentence of ['glāžšķūņu rūķīši dzērumā čiepj Baha koncertflīģeļu vākus.', 'Sēžu darba kārtības ir meklējamas.', '23 456'])
      expect(text.replaceAll('\n', ' ')).toContain(sentence)
    // Lines of a paragraph are words apart, so are cells of a table.
    expect(text).toMatch(/Gads\s+Apmeklējumi\s+2018\s+12 345\s/)
  })

  it.each(['skaits.xlsx', 'skaits.ods'])('of a sheet is read from %s', async (name) => {
    expect((await read(fixture(name))).text).toMatch(/Iestāde\s+Apmeklējumi\s+Valsts kanceleja/)
  })

  it('of slides comes in their order, with their number', async () => {
    const slide = (text: string): string => `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
    const slides = [10, 2, 1].map((number) => [`ppt/slides/slide${number}.xml`, slide(`Nr. ${number}`)])
    const content = zip({ 'ppt/presentation.xml': '<p/>', ...Object.fromEntries(slides) })
    expect(await read(content)).toEqual({ text: 'Nr. 1\n\nNr. 2\n\nNr. 10', pages: 3, problem: null })
  })

  it('leaves out what was deleted and remarked, and joins a word whatever it is broken by', async () => {
    const { text } = await read(
      odt(
        '<text:tracked-changes><text:p>dzēsts</text:p></text:tracked-changes><text:p>pa<text:span>lika</text:span><text:s/>te<office:annotation><text:p>piezīme</text:p></office:annotation></text:p>',
      ),
    )
    expect(text).toBe('palika te')
    const word = docx('<w:p><w:r><w:t>paš</w:t></w:r><w:r><w:t>valdība</w:t><w:br/><w:delText>dzēsts</w:delText></w:r></w:p>')
    expect((await read(word)).text).toBe('pašvaldība')
    expect((await read(Buffer.from('ziņo par pašval-\ndībām'))).text).toBe('ziņo par pašvaldībām')
  })

  it('without any form may be in either encoding', async () => {
    const written = 'Iestāde;Ķekavas novads\n'
    const old = Buffer.from([0x49, 0x65, 0x73, 0x74, 0xe2, 0x64, 0x65, 0x3b, 0xcd, 0x65, 0x6b, 0x61, 0x76, 0x61, 0x73])
    expect((await read(Buffer.from(written))).text).toBe(written.trim())
    expect((await read(old)).text).toBe('Iestāde;Ķekavas')
  })

  it('never holds what the database can’t', async () => {
    expect((await read(docx('<w:p><w:t>a&#x200b;b\u00adc</w:t></w:p>'))).text).toBe('abc')
    const { problem } = await read(docx('<w:p><w:t>&#0;</w:t></w:p>'))
    expect(problem).toBe('broken')
  })
})

describe('a file without a text to be read ends with the reason', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n ? n - 1 : ''};`.repeat(10)}">`).join('')}]>`
  const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  it.each<[string, () => Uint8Array, ReadText['problem']]>([
    ['a picture', () => png, 'no-text'],
    ['an empty page', () => pdf(''), 'no-text'],
    ['a ZIP file of something else', () => zip({ 'a.txt': 'a' }), 'no-text'],
    ['a PDF file with a password', () => fixture('ar-paroli.pdf'), 'locked'],
    ['a PDF file cut in the middle', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type'), 'broken'],
    ['a ZIP file cut in the middle', () => fixture('parskats.docx').subarray(0, 2_000), 'broken'],
    ['XML that is none', () => docx('<w:p><w:t>a</w:p>'), 'broken'],
    ['an entity that is not declared', () => docx('<w:p><w:t>&a;</w:t></w:p>'), 'broken'],
    ['a billion laughs in DOCX', () => docx('<w:p><w:t>&a19;</w:t></w:p>', laughs), 'refused'],
    ['a billion laughs in ODT', () => odt('<text:p>&a19;</text:p>', laughs), 'refused'],
    ['an entity from elsewhere', () => odt('<text:p>&a;</text:p>', outside), 'refused'],
    ['elements in elements without end', () => docx('<w:p>'.repeat(100_000)), 'too-heavy'],
    ['a ZIP bomb', () => docx(`<w:p><w:t>a${' '.repeat(limits.unpackedBytes)}</w:t></w:p>`), 'too-heavy'],
    ['attributes without end', () => docx(`<w:p ${Array.from({ length: 300_000 }, (_, n) => `a${n}="${n}"`).join(' ')}/>`), 'too-heavy'],
    ['a PDF bomb', () => pdf(Buffer.alloc(450_000_000, ' ')), 'too-heavy'],
  ])(
    '%s',
    async (_, make, problem) => {
      expect(await read(make())).toMatchObject({ text: '', problem })
    },
    120_000,
  )

  it('or with its beginning, when it is only long', async () => {
    const { text, problem } = await read(Buffer.from('viens otrs '.repeat(limits.characters / 8)))
    expect(problem).toBe('too-long')
    expect(text.length).toBeGreaterThan(limits.characters * 0.9)
  })

  it('or with nothing read, when it is too big', async () => {
    expect(await readFile({ stream: Readable.from(['a']), bytes: limits.fileBytes + 1 })).toMatchObject({ problem: 'too-big' })
  })

  it('and a storage that breaks off is no fault of the file', async () => {
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from('a')
        throw new Error('cut off')
      })(),
    )
    await expect(readFile({ stream, bytes: 10 })).rejects.toThrow('cut off')
  })
})

it('pieces of a text are the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constant('a'.repeat(5_000)), fc.constant(' '), fc.constant('\n')), { maxLength: 60 }),
      (parts) => {
        const text = parts.join('')
        const pieces = inPieces(text)
        expect(pieces.join('')).toBe(text)
        expect(pieces.every((piece) => piece.length > 0 && piece.length <= 4_000)).toBe(true)
      },
    ),
  )
})
