import type { ComponentChildren } from 'preact'
import { stateNames } from '../cycle/ideas/index.ts'
import { dateRange } from '../platform/languages/dates.ts'
import { type Language, type LocalText, plainText } from '../platform/languages/languages.ts'
import { address } from '../web/addresses.ts'
import { LocalParagraphs } from '../web/components/LocalParagraphs.tsx'
import type { IdeaNews } from './gatherIdeaNews.ts'
import { ideaNewsTexts } from './ideaNewsTexts.ts'
import { NewsList } from './NewsList.tsx'

/** Whether news is of a call or of ideas. */
export const isIdeaNews = <Other extends { kind: string }>(news: Other | IdeaNews): news is IdeaNews =>
  ['call', 'answers', 'idea', 'answer', 'merge'].includes(news.kind)

/** The sentence that tells it. */
export function ideaNewsTitle(language: Language, news: IdeaNews, nameOf: (id: string) => string): string {
  const t = ideaNewsTexts[language]
  switch (news.kind) {
    case 'call': {
      const title = plainText(news.call.title, language)
      if (!news.closed) return t.call(title)
      return news.call.closingReason ? t.callClosed(title) : t.callOver(title)
    }
    case 'answers':
      return t.answers(nameOf(news.together.answer.institutionId), news.together.ideas)
    case 'idea':
      return t.idea(news.idea.number, plainText(news.idea.title, language))
    case 'answer': {
      const { answer, idea } = news.told
      const say = answer.number > 1 ? t.answerCorrected : t.answer
      return say(nameOf(answer.institutionId), idea.number, plainText(idea.title, language))
    }
    case 'merge':
      return (news.undone ? t.unmerged : t.merged)(news.told.idea.number, news.told.into.number)
  }
}

/** What it says. */
export function ideaNewsBody(language: Language, news: IdeaNews): ComponentChildren {
  const t = ideaNewsTexts[language]
  const words = (content: LocalText) => <LocalParagraphs content={content} language={language} />
  const row = (name: string, content: LocalText | null) => (content ? ([name, words(content)] as const) : null)
  switch (news.kind) {
    case 'call': {
      const { body, startsOn, endsOn, whatNext, closingReason } = news.call
      return (
        <>
          {news.closed ? null : words(body)}
          <NewsList
            rows={[
              news.closed ? row(t.closingReason, closingReason) : [t.when, dateRange(language, startsOn, endsOn)],
              row(t.whatNext, whatNext),
            ]}
          />
        </>
      )
    }
    case 'answers':
      return (
        <NewsList rows={[[t.decision, stateNames[language][news.together.answer.state]], row(t.reasons, news.together.answer.reasons)]} />
      )
    case 'idea':
      return <NewsList rows={[row(t.problem, news.idea.problem), row(t.proposal, news.idea.proposal)]} />
    case 'answer': {
      const { state, reasons, sentence, reason } = news.told.answer
      return (
        <NewsList
          rows={[
            [t.decision, stateNames[language][state]],
            row(t.correctedWhy, reason),
            row(t.sentence, sentence),
            row(t.reasons, reasons),
          ]}
        />
      )
    }
    case 'merge': {
      const { into, merge } = news.told
      return (
        <NewsList
          rows={[
            news.undone ? null : [t.into, `Nr. ${into.number}. ${plainText(into.title, language)}`],
            row(t.reason, news.undone ? merge.undoneReason : merge.reason),
          ]}
        />
      )
    }
  }
}

/** The page that shows it. */
export function ideaNewsPath(language: Language, news: IdeaNews): string {
  const plan = news.plan.id
  switch (news.kind) {
    case 'call':
      return address(language, 'call', { plan, call: news.call.id })
    case 'answers':
      return address(language, 'ideaAnswers', { plan })
    case 'idea':
      return address(language, 'idea', { plan, idea: news.idea.number })
    case 'answer':
    case 'merge':
      return address(language, 'idea', { plan, idea: news.told.idea.number })
  }
}

/** Whether its rows say that they are a demonstration's. */
export function ideaNewsIsMadeUp(news: IdeaNews): boolean {
  switch (news.kind) {
    case 'call':
      return news.call.demonstration
    case 'answers':
      return news.together.answer.demonstration
    case 'idea':
      return news.idea.demonstration
    case 'answer':
      return news.told.answer.demonstration
    case 'merge':
      return news.told.idea.demonstration
  }
}

/** The institution that says it; null where it is nobody's word but the site's. */
export const ideaNewsSpeaker = (news: IdeaNews): string | null =>
  news.kind === 'answers' ? news.together.answer.institutionId : news.kind === 'answer' ? news.told.answer.institutionId : null
