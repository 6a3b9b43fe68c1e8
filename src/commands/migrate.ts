import type { HouseCommand } from './command.ts'

export const migrate: HouseCommand = {
  name: 'migrate',
  says: 'Bring the database up to date and stop.',
  more: 'serve and demo do it by themselves; several processes may do it at once.',
  options: {},
  work: async (house, _values, output) => {
    const { sql } = await import('drizzle-orm')
    // Opening the database has applied what was missing (platform/database/database.ts).
    const { rows } = (await house.db.execute(sql`select count(*)::int as applied from drizzle.__drizzle_migrations`)) as unknown as {
      rows: { applied: number }[]
    }
    await output.out(`The database is up to date: ${rows[0]?.applied ?? 0} migrations.\n`)
    return 0
  },
}
