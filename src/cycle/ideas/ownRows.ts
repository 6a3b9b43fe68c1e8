import { eq, sql } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../../platform/ownRows.ts'
import { moderationAppeal, moderationEntry } from './moderation/tables.ts'
import { comment, idea, support } from './tables.ts'
import { ideaMerge } from './themes/tables.ts'

/** What a person sent, said and supports, and what they objected to. */
export const ideasOwnRows: readonly OwnRows[] = [
  ownRows(idea, ({ id }) => eq(idea.authorId, id), ['words']),
  ownRows(comment, ({ id }) => eq(comment.authorId, id)),
  ownRows(support, ({ id }) => eq(support.personId, id)),
  ownRows(ideaMerge, ({ id }) => sql`${ideaMerge.ideaId} in (select id from ${idea} where author_id = ${id})`),
  ownRows(moderationEntry, ({ id }) => eq(moderationEntry.actorId, id), ['appealHash']),
  ownRows(
    moderationAppeal,
    ({ id }) => sql`${moderationAppeal.entryId} in (
      select e.id from ${moderationEntry} e join ${idea} i on i.id = e.idea_id left join ${comment} c on c.id = e.comment_id
      where case when e.comment_id is null then i.author_id else c.author_id end = ${id})`,
  ),
]
