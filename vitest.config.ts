import { defineConfig } from 'vitest/config'

/**
 * Two projects: `house` needs no browser (rules, use cases on a real database, HTTP), `browser` walks
 * real pages in Chromium. `npm test` runs both, `npm run test:unit` and `npm run test:journeys` one each.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'house',
          include: ['src/**/*.test.{ts,tsx}', 'test/{http,rules,support,commands,scripts}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // As many as a small machine has cores: one would leave the other idle.
          maxWorkers: 2,
          // What the tests import is read once a worker, not once a file: a third less work. No test keeps anything in a module.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/{pages,journeys}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file runs a server, an embedded database and a browser of its own.
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
