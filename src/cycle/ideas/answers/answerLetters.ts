import { organisationNamesAt, tellPerson } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import type { House } from '../../../platform/house.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { ideaLetterTexts } from '../ideaLetterTexts.ts'
import { stateNames } from './answerWords.tsx'
import type { AnswerContent, Answered } from './publishAnswers.ts'
import type { Idea } from './queries.ts'

/** How an idea is called in a letter. */
export const thingIn = (language: Language, { title, number }: Pick<Idea, 'title' | 'number'>): string =>
  ideaLetterTexts[language].thing(plainText(title, language), number)

/** The whole address of an idea's page. */
export const ideaUrl = (house: House, language: Language, { planId, number }: Pick<Idea, 'planId' | 'number'>): string =>
  `${house.configuration.url}${address(language, 'idea', { plan: planId, idea: number })}`

/** The authors of what was answered get their letter with the answer: one each, whatever number of theirs was answered. */
export async function tellAuthors(tx: Database, house: House, answered: readonly Answered[], content: AnswerContent): Promise<void> {
  const withAuthor = answered.filter((one) => one.idea.authorId !== null)
  if (!withAuthor.length) return
  const names = await organisationNamesAt(tx, [content.institutionId], house.clock.today())
  for (const [authorId, theirs] of groupBy(withAuthor, (one) => one.idea.authorId ?? '')) {
    const [first] = theirs
    if (!first) continue
    const { language } = first.idea
    const t = ideaLetterTexts[language]
    await tellPerson(house, tx, authorId, 'answer', {
      language,
      subject: t.answeredSubject(theirs.length, thingIn(language, first.idea)),
      body: [
        t.greeting,
        t.answered(plainText(names.get(content.institutionId), language) || content.institutionId),
        ...(theirs.some((one) => one.number > 1) ? [t.corrected] : []),
        t.decision(stateNames[language][content.state]),
        `${t.reasons}\n${plainText(content.reasons, language)}`,
        ...theirs.map((one) =>
          [thingIn(language, one.idea), plainText(one.sentence, language), t.readOn(ideaUrl(house, language, one.idea))]
            .filter(Boolean)
            .join('\n'),
        ),
        t.goodbye,
      ].join('\n\n'),
    })
  }
}
