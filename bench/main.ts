// Everything that is measured, in one command: npm run bench [-- part [page or engine]]. See README.md beside this file.
import { benchCounting } from './counting.ts'
import { benchGrowth } from './growth.ts'
import { benchLetters } from './letters.ts'
import { benchPages } from './pages.ts'
import { benchRankings } from './rankings.ts'
import { benchSimilar } from './similarity.ts'
import { benchStart } from './start.ts'

const parts = {
  pages: benchPages,
  growth: benchGrowth,
  letters: benchLetters,
  similar: benchSimilar,
  start: benchStart,
  counting: benchCounting,
  rankings: benchRankings,
} as const

const [wanted, only] = process.argv.slice(2)
for (const [name, bench] of Object.entries(parts)) {
  if (wanted && wanted !== name) continue
  console.log(`\n## ${name}\n`)
  console.log(await bench(only))
}
