import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { certainties, ogpValues } from '../cycle/plan/tables.ts'
import { sectors } from '../people/index.ts'
import { parseDay } from '../platform/dates/partialDate.ts'

const dayText = z.string().transform((text, context) => {
  const found = parseDay(text)
  if (found) return found
  context.addIssue(`not a day: ${text}`)
  return z.NEVER
})
const certainty = z.enum(certainties)
const words = z.string().min(1)

const institution = z.strictObject({ id: words, name_lv: words, name_en: words, sector: z.enum(sectors), note: words.optional() })

const milestone = z.strictObject({
  title_lv: words,
  title_en: words,
  start: dayText.nullable(),
  end: dayText.nullable(),
  status: z.enum(['completed', 'late', 'unknown']),
  certainty,
})

const commitment = z.strictObject({
  number: z.int().positive(),
  title_lv: words,
  title_en: words,
  problem_lv: words,
  problem_en: words,
  description_lv: words,
  description_en: words,
  lead: words.nullable(),
  co_leads: z.array(words),
  supporting: z.array(words),
  values: z.array(z.enum(ogpValues)),
  milestones: z.array(milestone),
  /** The reviewer's words and all that became known later, in one text: split by hand in facts.ts. */
  result_lv: words,
  result_en: words,
  completion: z.enum(['complete', 'substantial', 'not-complete-by-2019-06-30']).nullable(),
  certainty,
  sources: z.array(words),
  ogp_id: words,
  ogp_title_en: words,
  official_title_lv: words.nullable(),
  official_title_certainty: certainty,
  period: z.strictObject({ start: dayText, end: dayText, precision: z.enum(['half-year', 'quarter', 'day']), certainty }),
  values_certainty: certainty,
  description_certainty: certainty,
  supporting_certainty: certainty,
  lead_certainty: certainty,
  irm: z.strictObject({
    verifiable: z.boolean().nullable(),
    relevant: z.boolean().nullable(),
    ambition: z.enum(['low', 'high', 'minor potential impact']).nullable(),
    did_it_open: z.enum(['worsens', 'did-not-change', 'marginal', 'major', 'outstanding']).nullable(),
    note: words.optional(),
  }),
})

const plan = z.strictObject({
  id: words,
  title_lv: words,
  title_en: words,
  period: z.strictObject({ start: dayText, end: dayText }),
  period_note: words.optional(),
  approval: z.strictObject({ act: words, date: dayText }),
  legal_deadlines: z.array(z.strictObject({ what: words, by: dayText.nullable() })),
  working_deadlines: z.array(z.strictObject({ what: words, by: dayText })).default([]),
  calendar: z
    .array(z.strictObject({ what_lv: words, what_en: words, planned: words.nullable(), actual: dayText.nullable(), certainty }))
    .default([]),
  publication: z.record(z.string(), z.union([words, z.number()])),
  irm: z.record(z.string(), z.unknown()),
  certainty,
  sources: z.array(words),
})

const planFile = z.strictObject({ plan, institutions: z.array(institution), commitments: z.array(commitment) })

/** A plan's facts as the data files tell them: see docs/data-dictionary.md. */
export type PlanFile = z.infer<typeof planFile>
export type FileCommitment = PlanFile['commitments'][number]
export type FileMilestone = FileCommitment['milestones'][number]

/** Reads a plan's data; throws where they have another form or name someone they do not introduce. */
export function readPlanFile(content: unknown): PlanFile {
  const file = planFile.parse(content)
  const known = new Set(file.institutions.map((institution) => institution.id))
  for (const c of file.commitments)
    for (const id of takingPart(c)) if (!known.has(id)) throw new Error(`commitment ${c.number} names “${id}”, who is not introduced`)
  return file
}

/** Everyone who takes part, the leads first, each once. */
export const takingPart = (c: FileCommitment): string[] => [...new Set([...leadsOf(c), ...c.supporting])]

/** The leads in their order; none where it is not known. */
export const leadsOf = (c: FileCommitment): string[] => [...(c.lead ? [c.lead] : []), ...c.co_leads]

/** SHA-256 over the data's RFC 8785 form. The record names it, so that what becomes known later is fixed but not told too early. */
export const fingerprint = (content: unknown): string =>
  createHash('sha256')
    .update(canonicalize(content) ?? '', 'utf8')
    .digest('hex')
