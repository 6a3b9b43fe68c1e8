import { getDocumentProxy } from 'unpdf'
import { limits, Unreadable } from '../limits.ts'

/** The text of a PDF file, page by page, in the order in which the file has it. */
export async function readPdf(content: Buffer): Promise<{ text: string; pages: number; cut: boolean }> {
  const pdf = await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, useSystemFonts: false, verbosity: 0 }).catch(
    (error: Error) => {
      throw new Unreadable(error.name === 'PasswordException' ? 'locked' : 'broken')
    },
  )
  const texts: string[] = []
  let characters = 0
  for (let number = 1; number <= Math.min(pdf.numPages, limits.pages) && characters <= limits.characters; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    page.cleanup()
    characters += text.length
    texts.push(text)
  }
  return { text: texts.join('\n\n'), pages: pdf.numPages, cut: texts.length < pdf.numPages }
}
