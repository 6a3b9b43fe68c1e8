import { render } from 'preact-render-to-string'
import { noticeKindNames } from '../cycle/inform/index.ts'
import { endedBy, stateWords, verdictWord } from '../cycle/monitoring/index.ts'
import type { NamedOrganisation } from '../people/index.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import { type Language, plainText } from '../platform/languages/languages.ts'
import { address } from '../web/addresses.ts'
import { webText } from '../web/texts.ts'
import { ideaNewsIsMadeUp, ideaNewsPath, ideaNewsSpeaker, ideaNewsTitle, isIdeaNews } from './ideaNews.tsx'
import type { News } from './news.ts'
import { type Content, contentOf } from './newsContent.tsx'
import { newsTexts } from './newsTexts.ts'

/** News as any feed tells it. */
export type Entry = {
  /** Its name for ever, such as `update/12`: kind and number of the row, which is never given to another. */
  id: string
  title: string
  html: string
  author: string
  day: Day
  /** The page that shows it, with a language. */
  path: string
  kind: News['kind']
}

/** How everyone named in the news was called. */
export type Named = ReadonlyMap<string, NamedOrganisation>

/** A title of one line that readers can show whole. */
const TITLE = 140

/** News in a language: a sentence as its title and the text itself. */
export function entryOf(language: Language, news: News, organisations: Named, demonstration: boolean): Entry {
  const nameOf = (id: string) => plainText(organisations.get(id)?.nameOn(news.day), language) || id
  const title = oneLine(titleOf(language, news, nameOf))
  const content: Content = { language, news, nameOf, madeUp: isMadeUp(news, demonstration) }
  return {
    id: `${news.kind}/${news.id}`,
    title: content.madeUp ? `${title} (${webText(language).demonstrationMark})` : title,
    html: render(contentOf(content)),
    author: authorOf(language, news, nameOf),
    day: news.day,
    path: pathOf(language, news),
    kind: news.kind,
  }
}

function oneLine(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()]
  return characters.length > TITLE
    ? `${characters
        .slice(0, TITLE)
        .join('')
        .replace(/\s+\S*$/, '')} …`
    : characters.join('')
}

function authorOf(language: Language, news: News, nameOf: (id: string) => string): string {
  if (isIdeaNews(news)) return nameOf(ideaNewsSpeaker(news) ?? '') || webText(language).siteName
  if (news.kind === 'update') return nameOf(news.update.organisationId)
  if (news.kind === 'document' && news.version.organisationId) return nameOf(news.version.organisationId)
  if (news.kind !== 'assessment') return webText(language).siteName
  return [news.assessment.organisationId, ...news.assessment.signers].map(nameOf).join(', ')
}

/** In a demonstration all changes of a plan are made up; other rows say themselves whether they are. */
function isMadeUp(news: News, demonstration: boolean): boolean {
  if (isIdeaNews(news)) return ideaNewsIsMadeUp(news)
  switch (news.kind) {
    case 'update':
      return news.update.demonstration
    case 'assessment':
      return news.assessment.demonstration
    case 'change':
      return demonstration
    case 'fact':
      return news.fact.certainty === 'demonstration'
    case 'finding':
      return news.finding.certainty === 'demonstration'
    case 'commitment':
      return news.about.commitment.certainty === 'demonstration'
    case 'notice':
      return news.told.notice.demonstration
    case 'event':
      return news.event.demonstration
    case 'document':
      return news.document.certainty === 'demonstration'
    case 'phase':
      return news.phase.certainty === 'demonstration'
    case 'deadline':
      return news.deadline.certainty === 'demonstration'
  }
}

function pathOf(language: Language, news: News): string {
  if (isIdeaNews(news)) return ideaNewsPath(language, news)
  switch (news.kind) {
    case 'update':
      return address(language, 'updates', { ...placeOf(news), milestone: news.milestone.number })
    case 'change':
      return address(language, 'commitmentHistory', placeOf(news))
    case 'assessment':
    case 'fact':
    case 'finding':
    case 'commitment':
      return address(language, 'commitment', placeOf(news))
    case 'document':
      return address(language, 'document', { plan: news.plan.id, document: news.document.id })
    case 'event':
      return address(language, 'event', { event: news.event.id })
    case 'notice':
      return address(language, 'notice', { notice: news.told.notice.id })
    default:
      return address(language, 'plan', { plan: news.plan.id })
  }
}

const placeOf = ({ about: { plan, commitment } }: Extract<News, { about: unknown }>) => ({ plan: plan.id, number: commitment.number })

const small = (language: Language, words: string): string => words.charAt(0).toLocaleLowerCase(language) + words.slice(1)

function titleOf(language: Language, news: News, nameOf: (id: string) => string): string {
  if (isIdeaNews(news)) return ideaNewsTitle(language, news, nameOf)
  const t = newsTexts[language]
  switch (news.kind) {
    case 'update': {
      const { update, milestone, about } = news
      const ended = endedBy(milestone.plannedEnd ?? about.commitment.periodEnd, update.publishedOn)
      const state = small(language, stateWords(language, update.state, 'm', ended).word)
      const say = update.number > 1 ? t.corrected : t.reported
      return say(nameOf(update.organisationId), about.commitment.number, milestone.number, state)
    }
    case 'assessment': {
      const { organisationId, state, verdict, number, publishedOn } = news.assessment
      const { commitment } = news.about
      if (state) {
        const words = stateWords(language, state, 'f', endedBy(commitment.periodEnd, publishedOn)).word
        return (number > 1 ? t.selfCorrected : t.selfAssessed)(nameOf(organisationId), commitment.number, small(language, words))
      }
      const words = verdict ? small(language, verdictWord(language, verdict)) : ''
      return (number > 1 ? t.assessmentCorrected : t.assessed)(nameOf(organisationId), commitment.number, words)
    }
    case 'change':
      return changeTitle(language, news)
    case 'fact':
      return t.factKnown(news.about.commitment.number, plainText(news.fact.text, language))
    case 'finding':
      return t.findingKnown(news.about.commitment.number)
    case 'commitment':
      return t.newCommitment(news.about.commitment.number, plainText(news.about.commitment.title, language))
    case 'notice': {
      const { notice, version } = news.told
      const title = plainText(version.title, language)
      if (version.withdrawn) return t.noticeWithdrawn(title)
      return version.number > 1 ? t.noticeCorrected(title) : t.notice(noticeKindNames[language][notice.kind], title)
    }
    case 'event': {
      const title = plainText(news.version.title, language)
      if (news.version.cancelled) return t.eventCancelled(title)
      return news.version.number > 1 ? t.eventChanged(title) : t.event(title)
    }
    case 'document':
      return (news.version.number > 1 ? t.documentVersion : t.document)(plainText(news.document.title, language))
    case 'phase':
      return (news.happened ? t.phaseHappened : t.newPhase)(plainText(news.phase.title, language))
    case 'deadline':
      return t.newDeadline(plainText(news.deadline.title, language))
  }
}

function changeTitle(language: Language, { change, about }: Extract<News, { kind: 'change' }>): string {
  const t = newsTexts[language]
  const { number } = about.commitment
  const milestone = about.milestones.find(({ id }) => id === change.milestoneId)?.number
  if (milestone === undefined) return change.kind === 'amendment' ? t.amendedCommitment(number) : t.editedCommitment(number)
  // A milestone that was added had nothing before.
  if (!Object.keys(change.before).length) return t.addedMilestone(number, milestone)
  return (change.kind === 'amendment' ? t.amendedMilestone : t.editedMilestone)(number, milestone)
}
