// Everything that is measured, in one command: npm run bench [-- part [page]]. See README.md beside this file.
import { benchPages } from './pages.ts'

const parts = { pages: benchPages } as const

const [wanted, only] = process.argv.slice(2)
for (const [name, bench] of Object.entries(parts)) {
  if (wanted && wanted !== name) continue
  console.log(`\n## ${name}\n`)
  console.log(await bench(only))
}
