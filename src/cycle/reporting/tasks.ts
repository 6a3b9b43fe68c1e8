import { inArray } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { type Day, lastDay } from '../../platform/dates/partialDate.ts'
import { isTranslationOld, isUntranslated, type Language, type LocalText } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../../platform/task.ts'
import { address } from '../../web/addresses.ts'
import type { Deadline, Plan, PlansAtWork } from '../plan/index.ts'
import { sectionTexts } from './sectionTexts.ts'
import { reportSection, type SectionKind, sectionKinds } from './tables.ts'

const texts = defineTexts({
  lv: {
    lacking: (parts: number) =>
      parts ? `trūkst ${parts} ${pluralLv(parts, { zero: 'tekstu', one: 'teksta', other: 'tekstu' })}` : 'visi teksti ir uzrakstīti',
    translation: 'tulkojuma nav, vai tas ir novecojis',
  },
  en: {
    lacking: (parts: number) =>
      parts ? `${parts} ${pluralEn(parts, { one: 'text is', other: 'texts are' })} missing` : 'all texts are written',
    translation: 'not translated, or the translation is outdated',
  },
})

type Dates = Pick<Task, 'legal' | 'working' | 'workingAtFirst'>

/** When the next report of a plan is due: the first date ahead, else the last that has passed; and what the report is called. */
function nextReport({ id }: Plan, deadlines: readonly Deadline[], today: Day): { dates: Dates; title: LocalText; isAhead: boolean } | null {
  const dated = deadlines
    .flatMap((row) => (row.planId === id && row.duty === 'report' && row.due ? [{ row, end: lastDay(row.due) }] : []))
    .sort((a, b) => (a.end < b.end ? -1 : 1))
  const of = (kind: Deadline['kind']) => {
    const all = dated.filter(({ row }) => row.kind === kind)
    return all.find(({ end }) => end >= today) ?? all.at(-1) ?? null
  }
  const [legal, working] = [of('legal'), of('working')]
  const told = legal ?? working
  if (!told) return null
  const first = working?.row.changes[0]?.before
  const dates = { legal: legal?.end ?? null, working: working?.end ?? null, workingAtFirst: first ? lastDay(first) : null }
  return { dates, title: told.row.title, isAhead: [legal, working].some((one) => one !== null && one.end >= today) }
}

/** What the secretariat has to do about reports: to hand one in, and to write or translate the parts that people write. One query. */
export async function reportTasks(db: Database, { plans, deadlines }: PlansAtWork, { house, today }: TasksAsked): Promise<Task[]> {
  const approved = plans.filter(({ approvedOn }) => approvedOn !== null)
  if (!house.includes('secretariat') || !approved.length) return []
  const ids = approved.map(({ id }) => id)
  const sections = await db.select().from(reportSection).where(inArray(reportSection.planId, ids))
  return approved.flatMap((plan): Task[] => {
    const report = nextReport(plan, deadlines, today)
    const bodyOf = (kind: SectionKind) => sections.find((row) => row.planId === plan.id && row.kind === kind)?.body ?? null
    const missing = sectionKinds.filter((kind) => !Object.keys(bodyOf(kind) ?? {}).length)
    const shared = {
      planId: plan.id,
      place: '',
      within: plan.shortTitle,
      doer: { role: 'secretariat', organisationId: null } as const,
      ...(report?.dates ?? { legal: null, working: null, workingAtFirst: null }),
      begunAt: null,
      publicHref: null,
      href: (language: Language) => address(language, 'reportEdit', { plan: plan.id }),
    }
    const part = (kind: SectionKind): LocalText => ({
      lv: { text: sectionTexts.lv[kind], state: 'original' },
      en: { text: sectionTexts.en[kind], state: 'original' },
    })
    return [
      ...(report?.isAhead
        ? [
            {
              ...shared,
              id: `report.${plan.id}`,
              kind: 'report' as const,
              title: report.title,
              remark: (language: Language) => texts[language].lacking(missing.length),
              href: (language: Language) => address(language, 'report', { plan: plan.id }),
            },
          ]
        : []),
      ...missing.map((kind) => ({
        ...shared,
        id: `report-text.${plan.id}.${kind}`,
        kind: 'report-text' as const,
        title: part(kind),
        remark: null,
      })),
      ...sectionKinds.flatMap((kind) => {
        const body = bodyOf(kind)
        return isUntranslated(body) || isTranslationOld(body)
          ? [
              {
                ...shared,
                id: `translation.report.${plan.id}.${kind}`,
                kind: 'translation' as const,
                title: part(kind),
                remark: (language: Language) => texts[language].translation,
              },
            ]
          : []
      }),
    ]
  })
}
