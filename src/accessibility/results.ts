import { z } from 'zod'
import { type Day, parseDay } from '../platform/dates/partialDate.ts'
import written from './results.json' with { type: 'json' }

/** What every page is looked at for, in the order in which the statement tells it. */
export const checks = ['markup', 'structure', 'axe', 'dark', 'reflow', 'keyboard'] as const
export type Check = (typeof checks)[number]

const day = z.custom<Day>((text) => typeof text === 'string' && parseDay(text) !== null)
const names = z.array(z.string())

/** Which rule found something, and on which pages. */
const finding = z.object({ rule: z.string(), pages: names.min(1) })
const checked = z.object({ check: z.enum(checks), findings: z.array(finding) })

/**
 * What the last look at every page found: `npm run accessibility` writes it (scripts/accessibility.ts), with the
 * checks that the browser tests make. `addresses` are names in web/addresses.ts; `withoutExample` are
 * those at which there is nothing to look at: feeds, files, and what is only there while someone works. `rules` are axe's: how many had nothing to say against any page, and which
 * could not decide on some.
 */
const resultsSchema = z.object({
  checkedOn: day,
  tools: z.array(z.object({ name: z.string(), version: z.string() })),
  languages: names.min(1),
  addresses: names.min(1),
  withoutExample: names,
  pages: z.int().positive(),
  checks: z.array(checked).length(checks.length),
  rules: z.object({ passed: z.int().nonnegative(), unclear: names }),
})
export type Results = z.infer<typeof resultsSchema>

/** Reads results; throws when they are not whole. */
export const parseResults = (content: unknown): Results => resultsSchema.parse(content)

/** The results that belong to this version of the program. */
export const results: Results = parseResults(written)
