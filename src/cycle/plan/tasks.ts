import type { Database } from '../../platform/database/database.ts'
import { lastDay } from '../../platform/dates/partialDate.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { isTranslationOld, isUntranslated, type LocalText } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../../platform/task.ts'
import { address } from '../../web/addresses.ts'
import { deadlineFor, firstDue } from './extensions/deadlineFor.ts'
import { openRequests } from './extensions/queries.ts'
import type { PlansAtWork } from './plansAtWork.ts'
import type { CommitmentWithParts, Plan } from './queries.ts'

const texts = defineTexts({
  lv: {
    missing: (what: string) => `nav ierakstīts: ${what}`,
    untranslated: (what: string) => `nav tulkojuma: ${what}`,
    old: (what: string) => `tulkojums novecojis vai nav pārbaudīts: ${what}`,
    wishes: (until: string) => `lūdz līdz ${until}`,
    title: 'nosaukums',
    shortTitle: 'īsais nosaukums',
    periodNote: 'piezīme par laiku',
    oversight: 'uzraudzība',
    problem: 'problēma',
    promise: 'solījums',
    solution: 'risinājums',
    milestones: 'atskaites punkti',
  },
  en: {
    missing: (what: string) => `not written: ${what}`,
    untranslated: (what: string) => `not translated: ${what}`,
    old: (what: string) => `translation outdated or not checked: ${what}`,
    wishes: (until: string) => `wishes until ${until}`,
    title: 'title',
    shortTitle: 'short title',
    periodNote: 'note on the period',
    oversight: 'oversight',
    problem: 'problem',
    promise: 'promise',
    solution: 'solution',
    milestones: 'milestones',
  },
})

type Part = 'title' | 'shortTitle' | 'periodNote' | 'oversight' | 'problem' | 'promise' | 'solution' | 'milestones'
type Content = LocalText | null

const secretariat = { role: 'secretariat', organisationId: null } as const

/** What the secretariat has to do about plans: requests to answer, texts that are missing, translations that are missing or out of date. One query. */
export async function planTasks(db: Database, at: PlansAtWork, { house, today }: TasksAsked): Promise<Task[]> {
  if (!house.includes('secretariat')) return []
  return [
    ...(await requestsToAnswer(db, at, today)),
    ...at.plans.flatMap(textsOfPlan),
    ...at.commitments.flatMap((one) => [...missingIn(one), ...translationsOf(one)]),
  ]
}

async function requestsToAnswer(db: Database, { deadlines, organisations }: PlansAtWork, today: TasksAsked['today']): Promise<Task[]> {
  return (await openRequests(db, today)).flatMap((request): Task[] => {
    const { id, planId, organisationId, wishedUntil } = request
    const general = deadlines.find((one) => one.id === request.deadlineId)
    if (!general) return []
    const deadline = deadlineFor(general, organisationId)
    const first = firstDue(deadline)
    return [
      {
        ...noDates,
        id: `extension.${id}`,
        kind: 'extension-request',
        planId,
        place: '',
        title: organisations.get(organisationId)?.nameOn(today) ?? {},
        within: deadline.title,
        // The answer is of use before the date that it is about.
        working: deadline.due && lastDay(deadline.due),
        workingAtFirst: first && lastDay(first),
        remark: (language) => texts[language].wishes(shortDate(language, wishedUntil)),
        href: (language) => address(language, 'extensionAnswer', { request: id }),
      },
    ]
  })
}

const noDates = { doer: secretariat, publicHref: null, legal: null, working: null, workingAtFirst: null, begunAt: null } as const

/** A task for each kind of want among these texts: not translated, or no longer right. */
function translations(
  task: Omit<Task, 'id' | 'kind' | 'remark'> & { about: string },
  contents: readonly (readonly [Part, Content])[],
): Task[] {
  const { about, ...rest } = task
  const untranslated = partsWhere(contents, isUntranslated)
  const old = partsWhere(contents, isTranslationOld)
  if (!untranslated.length && !old.length) return []
  return [
    {
      ...rest,
      id: `translation.${about}`,
      kind: 'translation',
      remark: (language) => {
        const t = texts[language]
        const named = (parts: readonly Part[]): string => parts.map((part) => t[part]).join(', ')
        return [...(untranslated.length ? [t.untranslated(named(untranslated))] : []), ...(old.length ? [t.old(named(old))] : [])].join(
          '; ',
        )
      },
    },
  ]
}

const partsWhere = (contents: readonly (readonly [Part, Content])[], want: (content: Content) => boolean): Part[] => [
  ...new Set(contents.flatMap(([part, content]) => (want(content) ? [part] : []))),
]

const textsOfPlan = (plan: Plan): Task[] =>
  translations(
    {
      ...noDates,
      about: `plan.${plan.id}`,
      planId: plan.id,
      place: '',
      title: plan.title,
      within: null,
      href: (language) => address(language, 'planEdit', { plan: plan.id }),
    },
    [
      ['title', plan.title],
      ['shortTitle', plan.shortTitle],
      ['periodNote', plan.periodNote],
      ['oversight', plan.oversight],
    ],
  )

const ofCommitment = ({ commitment }: CommitmentWithParts) => ({
  ...noDates,
  planId: commitment.planId,
  place: String(commitment.number),
  title: commitment.title,
  within: null,
  href: (language: 'lv' | 'en') => address(language, 'commitmentEdit', { plan: commitment.planId, number: commitment.number }),
})

const translationsOf = (one: CommitmentWithParts): Task[] =>
  translations({ ...ofCommitment(one), about: `commitment.${one.commitment.id}` }, [
    ['title', one.commitment.title],
    ['problem', one.commitment.problem],
    ['promise', one.commitment.promise],
    ['solution', one.commitment.solution],
    ...one.milestones.map((milestone) => ['milestones', milestone.title] as const),
  ])

/** A commitment without its problem or promise says nothing. */
function missingIn(one: CommitmentWithParts): Task[] {
  const parts = (['problem', 'promise'] as const).filter((part) => one.commitment[part] === null)
  if (!parts.length) return []
  return [
    {
      ...ofCommitment(one),
      id: `missing.commitment.${one.commitment.id}`,
      kind: 'missing-text',
      remark: (language) => texts[language].missing(parts.map((part) => texts[language][part]).join(', ')),
    },
  ]
}
