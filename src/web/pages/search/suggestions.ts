import { inLanguage } from '../../../platform/languages/languages.ts'
import { keepUp, suggest } from '../../../search/index.ts'
import type { Suggestions } from '../../suggestions.ts'
import type { Handler } from '../../visit.ts'
import { hrefOf, kindNames } from './kinds.ts'
import { searchTexts } from './texts.ts'

/** Longer texts are nothing that someone is still typing. */
const LONGEST = 200

/** Things whose titles go on as someone types, for a program of ours alone. */
export const suggestions: Handler<'suggestions'> = async (visit) => {
  const { house, language, today, query, frame } = visit
  const typed = [...(query.get('q') ?? '')].slice(0, LONGEST).join('')
  await keepUp(house.db, frame.recordEntries)
  const found = await suggest(house.db, typed, today)
  const things = found.flatMap((one) => {
    const title = inLanguage(one.title, language)
    if (!title) return []
    const lang = title.language === language ? null : title.language
    return [{ title: title.text, lang, kind: kindNames[language][one.kind], href: hrefOf(one, language) }]
  })
  const answer: Suggestions = { say: searchTexts[language].suggestions(things.length), things }
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' } })
}
