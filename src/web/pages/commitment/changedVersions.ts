import { type PublishedAssessment, type PublishedUpdate, stateWords, verdictWord } from '../../../cycle/monitoring/index.ts'
import type { Milestone } from '../../../cycle/plan/index.ts'
import type { PartialDate } from '../../../platform/dates/partialDate.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatPercent } from '../../../platform/languages/numbers.ts'
import type { Organisations } from '../organisationNames.ts'
import type { ChangedValue } from './changedValues.ts'
import { historyTexts } from './historyTexts.ts'

/** What differs between two versions of an update, in words. */
export function changedInUpdate(language: Language, before: PublishedUpdate, after: PublishedUpdate): ChangedValue[] {
  const t = historyTexts[language]
  const date = (value: PartialDate | null) => (value ? shortDate(language, value) : '')
  const words = (update: PublishedUpdate): [string, string, boolean][] => [
    [t.state, stateWords(language, update.state, 'm', false).word, false],
    [t.percentage, update.percentage === null ? '' : formatPercent(language, update.percentage), false],
    [t.text, update.text, true],
    [t.delayReason, update.delayReason ?? '', true],
    [t.nextSteps, update.nextSteps ?? '', true],
    [t.actualStart, date(update.actualStart), false],
    [t.actualEnd, date(update.actualEnd), false],
    [t.evidence, update.evidence.map((item) => item.title).join('\n'), true],
  ]
  return differing(words(before), words(after), after.language === language ? null : after.language)
}

/** What differs between two versions of an assessment, in words. */
export function changedInAssessment(
  language: Language,
  before: PublishedAssessment,
  after: PublishedAssessment,
  milestones: readonly Milestone[],
  organisations: Organisations,
): ChangedValue[] {
  const t = historyTexts[language]
  const words = (assessment: PublishedAssessment): [string, string, boolean][] => [
    [t.state, assessment.state ? stateWords(language, assessment.state, 'f', false).word : '', false],
    [t.verdict, assessment.verdict ? verdictWord(language, assessment.verdict) : '', false],
    [t.text, assessment.text, true],
    [t.lessons, assessment.lessons ?? '', true],
    [t.signers, assessment.signers.map((id) => organisations.nameOn(assessment.publishedOn, id, language)).join('\n'), false],
    ...milestones.map((milestone): [string, string, boolean] => {
      const told = assessment.milestones.find((one) => one.milestoneId === milestone.id)
      return [t.onMilestone(milestone.number), told ? `${verdictWord(language, told.verdict)}. ${told.reason}` : '', true]
    }),
  ]
  return differing(words(before), words(after), after.language === language ? null : after.language)
}

function differing(
  before: readonly [string, string, boolean][],
  after: readonly [string, string, boolean][],
  foreign: Language | null,
): ChangedValue[] {
  return after.flatMap(([name, now, written], index): ChangedValue[] => {
    const old = before[index]?.[1] ?? ''
    return old === now ? [] : [{ name, before: old, after: now, lang: written ? foreign : null }]
  })
}
