import { commentTextsBy, ideaTextsBy } from '../cycle/ideas/index.ts'
import type { Database } from '../platform/database/database.ts'
import { type Language, languages } from '../platform/languages/languages.ts'
import { archiveTexts } from './archiveTexts.ts'

const line = '\n\n――――――――――\n\n'

/** What someone sent and said, for reading, in each language in which there is a text. */
export async function* ownTexts(db: Database, personId: string, language: Language): AsyncGenerator<string> {
  const t = archiveTexts[language]
  for await (const { planId, number, sentOn, ...texts } of ideaTextsBy(db, personId)) {
    const inEach = languages.flatMap((one) => {
      const said = [texts.title, texts.subject, texts.problem, texts.proposal, texts.doer].flatMap((content) => content?.[one]?.text ?? [])
      return said.length ? [said.join('\n\n')] : []
    })
    yield [`${t.idea(planId, number)}, ${sentOn}`, ...inEach].join('\n\n') + line
  }
  for await (const { planId, number, sentOn, body } of commentTextsBy(db, personId))
    yield `${t.comment(planId, number)}, ${sentOn}\n\n${body}${line}`
}
