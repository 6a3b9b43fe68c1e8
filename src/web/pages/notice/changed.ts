import { type Opportunity, type PublishedVersion, participationNames, whenItIs } from '../../../cycle/inform/index.ts'
import { type Language, type LocalText, languages } from '../../../platform/languages/languages.ts'
import type { ChangedValue } from '../commitment/changedValues.ts'
import { noticePageTexts } from './texts.ts'

/** A content in several languages gives a line for each that differs. */
function changedText(
  name: string,
  before: LocalText | null | undefined,
  after: LocalText | null | undefined,
  language: Language,
): ChangedValue[] {
  return languages.flatMap((of): ChangedValue[] => {
    const [old, now] = [before?.[of]?.text ?? '', after?.[of]?.text ?? '']
    if (old === now) return []
    const own = of === language
    return [{ name: own ? name : noticePageTexts[language].inLanguage(name, of), before: old, after: now, lang: own ? null : of }]
  })
}

/** What differs between two states of an opportunity, in words. What was not there before is wholly new. */
export function changedInOpportunity(
  language: Language,
  before: Opportunity | undefined,
  after: Opportunity,
  nameOf: (field: string) => string = (field) => field,
): ChangedValue[] {
  const t = noticePageTexts[language]
  const words = (name: string, told: (one: Opportunity) => string): ChangedValue[] => {
    const [old, now] = [before ? told(before) : '', told(after)]
    return old === now ? [] : [{ name: nameOf(name), before: old, after: now, lang: null }]
  }
  return [
    ...words(t.cancelled, (one) => (one.cancelled ? t.yes : '')),
    ...changedText(nameOf(t.what), before?.title, after.title, language),
    ...words(t.when, (one) => whenItIs(language, one)),
    ...words(t.participation, (one) => participationNames[language][one.kind]),
    ...changedText(nameOf(t.place), before?.place, after.place, language),
    ...words(t.address, (one) => one.url ?? ''),
    ...changedText(nameOf(t.takePart), before?.how, after.how, language),
    ...changedText(nameOf(t.outcome), before?.outcome, after.outcome, language),
  ]
}

/** What differs between two versions of a notice, in words. */
export function changedInNotice(language: Language, before: PublishedVersion, after: PublishedVersion): ChangedValue[] {
  const t = noticePageTexts[language]
  return [
    ...changedText(t.titleField, before.title, after.title, language),
    ...changedText(t.bodyField, before.body, after.body, language),
    ...after.opportunities.flatMap((one) =>
      changedInOpportunity(
        language,
        before.opportunities.find(({ number }) => number === one.number),
        one,
        (field) => t.ofOpportunity(one.number, field),
      ),
    ),
    ...changedText(t.contactField, before.contact, after.contact, language),
  ]
}
