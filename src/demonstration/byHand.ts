import type { DocumentKind, DocumentLanguage } from '../cycle/documents/index.ts'
import type { Standing } from '../cycle/documents/tables.ts'
import type { Certainty } from '../cycle/plan/index.ts'
import type { CommitmentCertainty, DutyKind } from '../cycle/plan/tables.ts'
import type { SectionKind } from '../cycle/reporting/tables.ts'
import type { Day, PartialDate } from '../platform/dates/partialDate.ts'
import type { LocalText } from '../platform/languages/languages.ts'

/** A step of a plan's calendar; what happened is known from its own day unless it says otherwise. */
export type PhaseByHand = {
  title: LocalText
  label: LocalText
  plannedStart?: PartialDate
  plannedEnd?: PartialDate
  plannedNote?: LocalText
  hours?: string
  actualStart?: PartialDate
  actualEnd?: PartialDate
  actualKnownFrom?: Day
  knownFrom?: Day
  basis?: LocalText
  invitation?: LocalText
  certainty: Certainty
}

/** What the data do not say of a deadline: whose it is, for which period, by which text. In the data's order. */
export type DeadlineByHand = {
  duty: DutyKind
  period: number | null
  basis: LocalText
  basisUrl: string | null
  knownFrom: Day
  certainty: Certainty
}

export type DocumentByHand = {
  kind: DocumentKind
  title: LocalText
  /** Where sources tell it. */
  language?: DocumentLanguage
  standing?: Standing
  url: string | null
  dated: PartialDate | null
  knownFrom: Day
  certainty: Certainty
}

/** A sentence of what the data call the result, with the day it became known. */
export type FactByHand = {
  commitment: number
  kind: 'result' | 'follow-up'
  lv: string
  en: string
  happenedOn: PartialDate | null
  knownFrom: Day
  certainty: Certainty
  sources: readonly string[]
}

export type LinkByHand = { commitment: number; kind: 'law' | 'plan' | 'page'; title: LocalText; url: string | null; knownFrom: Day | null }

/** The reviewer's report from which all findings on a plan come. */
export type ReportByHand = { title: LocalText; url: string; knownFrom: Day }

/** What a plan needs beside its data file: the data tell what is known today, this tells from which day. */
export type PlanByHand = {
  id: string
  ordinal: number
  shortTitle: LocalText
  periodStart: PartialDate
  periodEnd: PartialDate
  periodNote: LocalText | null
  oversight: LocalText | null
  approvalAct: LocalText
  commitmentsExpected: LocalText | null
  /** Those of the data's sources that may be shown from the first day; the others are documents with days of their own. */
  sources: readonly string[]
  periods: readonly { startsOn: Day; referenceDay: Day }[]
  legalDeadlines: readonly DeadlineByHand[]
  workingDeadlines: readonly DeadlineByHand[]
  phases: readonly PhaseByHand[]
  documents: readonly DocumentByHand[]
  sections: Partial<Record<SectionKind, LocalText>>
  commitments: {
    /** From which day there are any; null = from the beginning. */
    knownFrom: Day | null
    period: (precision: 'half-year' | 'quarter' | 'day') => { start: PartialDate; end: PartialDate }
    money: LocalText | null
    /** By commitment and party, such as `1/cfla`. */
    scopes: Readonly<Record<string, LocalText>>
    /** By commitment and milestone, such as `1/3`, where the data are less precise or more so than the plan. */
    milestoneDates: Readonly<Record<string, { start: PartialDate; end: PartialDate }>>
    /** From which day sources tell the states of milestones; and where they tell it of one earlier. */
    statesKnownFrom: Day
    stateKnownFrom: Readonly<Record<string, { from: Day; sources: readonly string[] }>>
    related: readonly (readonly [number, number])[]
    links: readonly LinkByHand[]
    facts: readonly FactByHand[]
    report: ReportByHand
    /** What the reviewer says beside the scales, or what is not known of it. */
    findingNotes: Readonly<Record<number, LocalText>>
    /** The data's sources that are about something later: they are shown with that alone. */
    laterSources: readonly string[]
  }
}

/** How sure each named fact of a commitment is. */
export type NamedCertainty = Required<CommitmentCertainty>
