import { bare, langOf, named } from '../../../web/named.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { AnswerStatus } from '../answers/answerWords.tsx'
import type { SortedIdea } from '../themes/ideasToSort.ts'
import { ideaRowTexts } from './ideaRowTexts.ts'

type Props = {
  ideas: readonly SortedIdea[]
  chosen: readonly number[]
  visit: Pick<AnyVisit, 'language' | 'today'>
  href: (one: SortedIdea) => string
  /** What else is said of an idea, in a line. */
  about: (one: SortedIdea) => string
}

/** Ideas to be marked, each with what became of it; where JavaScript is on, one can be dragged by its row (islands/sortIdeas.ts). */
export function IdeaRows({ ideas, chosen, visit: { language, today }, href, about }: Props) {
  const t = ideaRowTexts[language]
  return (
    <ul class="idea-rows">
      {ideas.map((one) => {
        const title = named(one.title, language)
        const id = `ideja-${one.id}`
        return (
          <li key={one.id} data-idea={one.id}>
            <label class="opt">
              <input type="checkbox" name="idea" value={one.id} checked={chosen.includes(one.id)} aria-labelledby={id} />
              <span>{t.numbered(one.number)}</span>
            </label>
            <div>
              <p class="title">
                <a id={id} href={href(one)} {...langOf(title)}>
                  {bare(title)}
                </a>
              </p>
              <p class="meta">
                <AnswerStatus state={one.answerState} due={one.answerDue} today={today} language={language} /> {about(one)}
                {one.tags.length ? ` · ${one.tags.map((tag) => `#${tag}`).join(' ')}` : ''}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
