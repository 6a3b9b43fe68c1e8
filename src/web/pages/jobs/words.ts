import type { Language } from '../../../platform/languages/languages.ts'
import { jobTexts } from './texts.ts'

/** Why a letter has not gone out. */
export function problemInWords(language: Language, problem: string): string {
  const t = jobTexts[language]
  if (problem === 'EXPIRED') return t.expired
  if (problem === 'ADDRESS') return t.badAddress
  return /^\d/.test(problem) ? t.refusedByServer(problem) : t.serverAway(problem)
}

/** What a regular job does. */
export function regularJobInWords(language: Language, name: string): string {
  const t = jobTexts[language]
  const words: Readonly<Record<string, string>> = {
    heldLetters: t.jobHeldLetters,
    letters: t.jobLetters,
    forms: t.jobForms,
    receipts: t.jobReceipts,
    uploads: t.jobUploads,
    sessions: t.jobSessions,
    notices: t.jobNotices,
    answers: t.jobAnswers,
    supporters: t.jobSupporters,
    subscriptions: t.jobSubscriptions,
    unconfirmed: t.jobUnconfirmed,
    assignments: t.jobAssignments,
    feedback: t.jobFeedback,
    links: t.jobLinks,
    linkChecks: t.jobLinkChecks,
    surveys: t.jobSurveys,
  }
  return words[name] ?? name
}
