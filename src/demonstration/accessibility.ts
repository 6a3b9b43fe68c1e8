import { currentStatement, defaultTexts, optionalTexts, publishStatement } from '../accessibility/index.ts'
import { type Actor, visitor } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { type LocalText, languages } from '../platform/languages/languages.ts'

const secretary: Actor = { ...visitor, roles: [{ role: 'secretariat', organisationId: null }] }

/** A content as the form would send it. */
const typed = (content: LocalText | null) => ({
  texts: Object.fromEntries(languages.flatMap((language) => (content?.[language] ? [[language, content[language].text]] : []))),
  checked: false,
})

const madeUp = (lv: string, en: string) => ({ texts: { lv, en }, checked: false })

/** Publishes a statement of a made-up institution, with the texts that come with the program. Where there is one, it stays. */
export async function writeStatement(house: House): Promise<void> {
  if (await currentStatement(house.db, house.clock.today())) return
  const texts = Object.fromEntries(optionalTexts.map((name) => [name, typed(defaultTexts[name])])) as Record<
    (typeof optionalTexts)[number],
    ReturnType<typeof typed>
  >
  await publishStatement(house, secretary, {
    ...texts,
    version: 0,
    institution: madeUp('Demonstrācijas sekretariāts (izdomāts)', 'The demonstration’s secretariat (made up)'),
    contact: madeUp('Izdomāta adrese: sekretariats@example.org', 'A made-up address: secretariat@example.org'),
    evaluatedOn: null,
    protocolUrl: null,
  })
}
