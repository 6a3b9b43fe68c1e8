import type { ListedIdea } from '../../../cycle/ideas/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { inLanguage, type Language, type LocalText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { ideaListTexts } from './listTexts.ts'
import { AnswerStatus, participantNames, supportsInWords, topicName } from './words.tsx'

type Props = {
  planId: string
  ideas: readonly ListedIdea[]
  /** The ideas that others were merged into, by their rows. */
  targets: ReadonlyMap<number, { number: number; title: LocalText }>
  today: Day
  language: Language
}

/** Ideas in rows: number, day, topic and supports hang left; title, what it says, who, and what became of it stand right. */
export function IdeaRows({ planId, ideas, targets, today, language }: Props) {
  const t = ideaListTexts[language]
  return (
    <ol class="rows ideas">
      {ideas.map((idea) => {
        const into = idea.mergedIntoId === null ? undefined : targets.get(idea.mergedIntoId)
        const [topic] = idea.topics
        return (
          <li key={idea.id}>
            <div class="when">
              <b>{t.number(idea.number)}</b>
              <span>
                <DateTime date={idea.sentOn} language={language} />
              </span>
              {topic ? <span>{topicName(language, topic)}</span> : null}
              <span>{supportsInWords(language, idea.supports)}</span>
              {idea.comments ? <span>{t.comments(idea.comments)}</span> : null}
            </div>
            <div>
              <h3>
                <a href={address(language, 'idea', { plan: planId, idea: idea.number })}>
                  <Local content={idea.title} language={language} quiet />
                </a>
                <MadeUp when={idea.demonstration} language={language} />
              </h3>
              <OneLine content={idea.kind === 'burden' ? idea.problem : idea.proposal} language={language} />
              <p class="meta">{idea.authorName ?? participantNames[language][idea.sector]}</p>
              {into ? (
                <p>
                  <a href={address(language, 'idea', { plan: planId, idea: into.number })}>{t.merged(into.number)}</a>
                </p>
              ) : null}
              <p>
                <AnswerStatus idea={idea} today={today} language={language} />
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const MOST_CHARACTERS = 160

/** The first sentences of a text, as far as a line or two goes. */
function OneLine({ content, language }: { content: LocalText; language: Language }) {
  const shown = inLanguage(content, language)
  if (!shown) return null
  const text = shown.text.replace(/\s+/g, ' ').trim()
  const cut = [...text].slice(0, MOST_CHARACTERS).join('')
  const whole = cut.length === text.length ? cut : `${cut.replace(/\s+\S*$/, '')} …`
  return <p {...(shown.missing ? { lang: shown.language } : {})}>{whole}</p>
}
