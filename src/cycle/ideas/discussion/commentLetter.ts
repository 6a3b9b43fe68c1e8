import { tellPerson } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { type LocalText, plainText } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import { address } from '../../../web/addresses.ts'
import type { Author } from '../addIdea.ts'
import type { idea } from '../tables.ts'

const texts = defineTexts({
  lv: {
    subject: (number: number) => `Jauns komentārs par Jūsu ideju Nr. ${number}`,
    said: (who: string, title: string) => `Par Jūsu ideju „${title}” komentāru uzrakstīja ${who}:`,
    noName: 'kāds lasītājs',
    read: (link: string) => `Lasīt un atbildēt: ${link}`,
    choose: (link: string) => `Kādas vēstules vēlaties saņemt, varat izvēlēties savā lapā: ${link}`,
  },
  en: {
    subject: (number: number) => `A new comment on your idea No. ${number}`,
    said: (who: string, title: string) => `On your idea “${title}” there is a comment by ${who}:`,
    noName: 'a reader',
    read: (link: string) => `Read and reply: ${link}`,
    choose: (link: string) => `Which letters you want you can choose on your page: ${link}`,
  },
})

type Commented = Pick<typeof idea.$inferSelect, 'authorId' | 'language' | 'planId' | 'number'> & { title: LocalText }

/** Tells an idea's author what was said about it, with the text itself; nobody is told of what they said themselves. */
export async function tellOfComment(
  tx: Database,
  house: House,
  about: Commented,
  said: Pick<Author, 'authorId' | 'authorName'> & { body: string },
): Promise<void> {
  const { authorId, language, planId, number } = about
  if (authorId === null || authorId === said.authorId) return
  const t = texts[language]
  const { url } = house.configuration
  const body = [
    t.said(said.authorName ?? t.noName, plainText(about.title, language)),
    said.body,
    t.read(`${url}${address(language, 'idea', { plan: planId, idea: number })}#komentari`),
    t.choose(url + address(language, 'mine')),
  ].join('\n\n')
  await tellPerson(house, tx, authorId, 'comment', { language, subject: t.subject(number), body })
}
