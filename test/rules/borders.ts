/* Borders between modules: who may know whom. docs/architecture.md draws them; this file holds them. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

const libraries = ['platform', 'web']
/** Their files are imported as they are; of every other module only its index.ts. */
const withoutDoor = [...libraries, 'methods', 'commands', 'app']
const stages = [
  'cycle/plan',
  'cycle/inform',
  'cycle/documents',
  'cycle/ideas',
  'cycle/events',
  'cycle/survey',
  'cycle/selection',
  'cycle/monitoring',
  'cycle/reporting',
]
const belowTheCycle = ['methods', 'record', 'people', ...libraries]

/**
 * Which modules each module may know. What it does not know, it can't depend on. A module that is
 * not named here (commands, demonstration, pages that join modules, app.tsx) stands on top and may know everything.
 */
const knows: Readonly<Record<string, readonly string[]>> = {
  methods: [],
  platform: [],
  record: ['platform'],
  people: ['platform', 'record', 'web'],
  web: ['platform', 'people', 'methods'],
  'cycle/plan': belowTheCycle,
  'cycle/documents': [...belowTheCycle, 'cycle/plan'],
  'cycle/inform': [...belowTheCycle, 'cycle/plan'],
  // A call names its paper, an idea its answer's commitment; a discussion ends in ideas.
  'cycle/ideas': [...belowTheCycle, 'cycle/plan', 'cycle/documents', 'cycle/inform'],
  'cycle/events': [...belowTheCycle, 'cycle/plan', 'cycle/documents', 'cycle/inform', 'cycle/ideas'],
  // A survey may belong to a call.
  'cycle/survey': [...belowTheCycle, 'cycle/plan', 'cycle/ideas'],
  // A ballot chooses from ideas, their themes and commitments.
  'cycle/selection': [...belowTheCycle, 'cycle/plan', 'cycle/ideas'],
  'cycle/monitoring': [...belowTheCycle, 'cycle/plan', 'cycle/documents'],
  'cycle/reporting': [...belowTheCycle, 'cycle/plan', 'cycle/documents', 'cycle/monitoring'],
  accessibility: [...belowTheCycle, 'cycle/plan'],
  // It refers to everything else by its address alone.
  forum: [...belowTheCycle, 'cycle/plan'],
  search: [...belowTheCycle, ...stages],
  follow: [...belowTheCycle, ...stages],
  links: [...belowTheCycle, ...stages],
  desk: [...belowTheCycle, ...stages, 'accessibility'],
  // A person’s own page tells of everything that is theirs.
  mine: [...belowTheCycle, ...stages, 'accessibility', 'forum', 'follow', 'desk'],
  opendata: [...belowTheCycle, ...stages, 'follow'],
}

/** What puts a request and its page together. */
const topFiles = ['src/app.tsx', 'src/visits.ts']
const isTop = (file: string): boolean => topFiles.includes(file) || file.startsWith('src/routes/')

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testSupport\.tsx?$/.test(file)
const isPages = (file: string): boolean => /^src\/(?:people|record|accessibility|desk|follow|forum|mine|cycle\/\w+)\/pages/.test(file)

/** The module a file belongs to: `cycle/plan`, `people`; pages that join modules are one of their own. */
export function moduleOf(file: string): string {
  const [, first = '', second] = file.split('/')
  if (isTop(file) || file === 'src/main.ts') return 'app'
  if (first === 'cycle') return `cycle/${second}`
  if (first === 'web' && second === 'pages') return 'pages'
  return first
}

type Import = { what: string; type: boolean }

/** What a file imports, types included: what knows only a module's types still knows the module. */
export function importsOf(file: string, text: string): Import[] {
  const { module, errors } = parseSync(file, text)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const typesOnly = (entries: readonly { isType: boolean }[]): boolean => entries.length > 0 && entries.every((entry) => entry.isType)
  return [
    ...module.staticImports.map((found) => ({ what: found.moduleRequest.value, type: typesOnly(found.entries) })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.moduleRequest ? [{ what: entry.moduleRequest.value, type: entry.isType }] : [])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const [, what] = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? []
      return what ? [{ what, type: false }] : []
    }),
  ]
}

/** Why a file may not import another, or null when it may. */
export function whyNot(from: string, to: string): string | null {
  if (isTest(from)) return null
  const [mine, theirs] = [moduleOf(from), moduleOf(to)]
  if (to.startsWith('test/') || isTest(to)) return 'the sources know no tests'
  if (mine === theirs) return null
  if (!to.startsWith('src/')) return knows[mine] ? `${mine} does not know ${dirname(to)}` : null
  if (knows[mine]?.includes(theirs) === false) return `${mine} does not know ${theirs === 'pages' ? 'the pages that join modules' : theirs}`
  if (theirs === 'pages') return isTop(from) ? null : 'pages that join modules are read by app.tsx and routes/ alone'
  if (withoutDoor.includes(theirs) || to === `src/${theirs}/index.ts`) return null
  // The demonstration puts rows where no use case leads: what happened before Koprade was there.
  if (mine === 'demonstration' && to.endsWith('/tables.ts')) return null
  if (isPages(to) && (from === 'src/app.tsx' || from.startsWith('src/routes/') || mine === 'pages')) return null
  return `from outside import src/${theirs}/index.ts`
}

/** Files that load each other in a circle across modules, so that the order of loading decides what works. */
function circles(loads: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) {
      const circle = path.slice(at)
      if (new Set(circle.map(moduleOf)).size > 1) found.push(`${[...circle, file].join(' → ')}: a circle between modules`)
      return
    }
    if (seen.has(file)) return
    seen.add(file)
    for (const next of loads.get(file) ?? []) walk(next, [...path, file])
  }
  for (const file of loads.keys()) walk(file, [])
  return found
}

/** All that crosses a border in the sources under this directory, a line each. */
export function crossings(root: string): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
  const found: string[] = []
  const loads = new Map<string, string[]>()
  for (const file of files) {
    for (const { what, type } of importsOf(file, readFileSync(join(root, file), 'utf8'))) {
      if (what.startsWith('.')) {
        const to = relative(root, resolve(root, dirname(file), what))
        const why = whyNot(file, to)
        if (why) found.push(`${file} → ${to}: ${why}`)
        if (!type && !isTest(file)) loads.set(file, [...(loads.get(file) ?? []), to])
      } else if (!what.startsWith('node:') && !isTest(file)) {
        const name = what.split('/', what.startsWith('@') ? 2 : 1).join('/')
        if (!(name in dependencies)) found.push(`${file} → ${what}: what the server needs stands in dependencies`)
      }
    }
  }
  return [...found, ...circles(loads)]
}
