// All testing in one command: build, types, lint, unused code, then vitest (rules of the house, use
// cases on a real database, HTTP, pages and journeys in a browser). With TEST_DATABASE_URL the tests
// that open a database, and one journey, run on that server too. With names it runs only these steps:
// npm test -- types lint
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = mkdtempSync(join(tmpdir(), 'koprade-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

const server = process.env.TEST_DATABASE_URL || null
/** The journey that is walked on the server too: it goes through every stage, from sign-in to the report. */
const journeyOnServer = 'test/journeys/officer.test.ts'
const run = randomBytes(4).toString('hex')

/** What the tests inherit: nothing of the settings of an instance on this machine. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(KOPRADE_|DATABASE_URL$|TEST_|PORT$|HOST$)/.test(name)),
)
environment.PATH = [join(root, 'node_modules', '.bin'), environment.PATH].join(delimiter)

/** Runs a program and shows what it says; true when it ends well. */
function does(program, words, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...environment, ...more } })
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(false)
    })
    child.on('close', (code) => resolve(code === 0))
  })
}

/** A step that is one check. */
const check = (name, program, ...words) => ({
  name,
  work: async () => ((await does(program, words)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
})

/** A step that is a run of vitest, counted test by test. */
const tests = (name, words, more) => ({
  name,
  work: async () => {
    const report = join(reports, `${name}.json`)
    const well = await does('vitest', ['run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], more)
    return countsOf(report, well)
  },
})

/** A file that could not even be loaded counts as one failure; so does a run that ends badly and does not say where. */
function countsOf(report, well) {
  let read
  try {
    read = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  const broken = read.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = read.numFailedTests + broken
  return { passed: read.numPassedTests, failed: failed === 0 && !well ? 1 : failed }
}

/** Test files that open a database by way of test/support, directly or through a helper beside them. */
function filesWithDatabase() {
  return ['src', 'test']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
    .filter((file) => /\.test\.tsx?$/.test(file) && !/\/test\/(pages|journeys)\//.test(file))
    .filter((file) => /openTest(House|Database)|test\/support|\.\/support|\/testSupport/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file))
}

const steps = [
  check('build', process.execPath, 'scripts/build.mjs'),
  check('types', 'tsc', '--noEmit'),
  check('lint', 'biome', 'check', '--max-diagnostics=100', '--error-on-warnings'),
  check('unused', 'knip', '--no-progress', '--no-config-hints'),
  tests('house', ['--project', 'house']),
  tests('browser', ['--project', 'browser']),
]
if (server) {
  const more = { TEST_ENGINE: 'postgresql', TEST_DATABASE_URL: server, TEST_RUN: run }
  steps.push(
    tests('house on PostgreSQL', ['--project', 'house', ...filesWithDatabase()], more),
    tests('journey on PostgreSQL', ['--project', 'browser', journeyOnServer], more),
  )
}

/** Databases that crashed tests of this run left on the server. */
async function clearServer() {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where datname like $1', [`koprade\\_test\\_${run}\\_%`])
  for (const { datname } of rows) await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`)
  await client.end()
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`)
  process.exit(2)
}
const results = []
for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n━━ ${step.name}`)
  const start = performance.now()
  const counts = await step.work()
  results.push({ name: step.name, seconds: (performance.now() - start) / 1000, ...counts })
  // Without a build there are no pages to test.
  if (step.name === 'build' && counts.failed > 0) break
}
if (server) await clearServer().catch((error) => console.error(`The test server could not be cleared: ${error.message}`))

console.log('')
for (const { name, seconds, passed, failed } of results)
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(24)}${String(passed).padStart(6)} ✓${String(failed).padStart(5)} ✗${seconds.toFixed(1).padStart(8)} s`,
  )
const sum = (key) => results.reduce((all, result) => all + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
const onServer = results.filter(({ name }) => name.endsWith('on PostgreSQL'))
console.log(onServer.length === 0 ? 'PostgreSQL: not run' : `PostgreSQL: ${onServer.some(({ failed }) => failed > 0) ? 'failed' : 'ok'}`)
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1)
