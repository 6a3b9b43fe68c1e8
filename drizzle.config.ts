import { defineConfig } from 'drizzle-kit'

// The tables import their neighbours' index.ts, and with it packages that have an entry for `import`
// only; drizzle-kit loads everything with `require`.
if (!process.env.NODE_OPTIONS?.includes('-C import'))
  throw new Error("Run it as: NODE_OPTIONS='-C import' npx drizzle-kit generate --name what_changes")

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/*/tables.ts', './src/cycle/**/tables.ts', './src/forum/meetings/tables.ts'],
  out: './migrations',
  migrations: { prefix: 'timestamp' },
})
