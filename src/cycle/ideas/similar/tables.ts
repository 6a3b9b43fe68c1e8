import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'

/**
 * Every stem that an idea has had, with how many were sent with it: rare ones lead to similar ideas. The empty stem
 * counts all ideas. What is left of a stem when a letter is left out stands beside it: typing errors meet there.
 * Counted when an idea is sent; what is blacked out in one is counted no more.
 */
export const ideaStem = pgTable(
  'idea_stem',
  {
    stem: text('stem').primaryKey(),
    ideas: integer('ideas').notNull(),
    neighbours: text('neighbours').array().notNull(),
  },
  // A count that rises finds room in its page (`fillfactor`), and so touches no index; what is new goes into the index at once.
  (t) => [index('idea_stem_by_neighbours').using('gin', t.neighbours).with({ fastupdate: false })],
)
