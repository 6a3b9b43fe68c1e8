import { sql } from 'drizzle-orm'
import { participates } from '../cycle/plan/index.ts'
import { foldedWord, stemsOf, wordsIn } from '../methods/words.ts'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import { publicTextKinds } from '../platform/publicText.ts'
import type { Found } from './findTexts.ts'
import { searchText } from './tables.ts'
import { beginningOf } from './vectors.ts'

/** A thing whose title goes on as someone types. */
export type Suggestion = Pick<Found, 'object' | 'kind' | 'planId' | 'commitmentNumber' | 'milestoneNumber' | 'organisationId' | 'title'>

/** Fewer letters begin too many words. */
const SHORTEST_BEGINNING = 3
const MOST_WORDS = 6
const MOST = 8
const OF_EACH_KIND = 3
/** So many titles are looked at: of a beginning that very many have, any will do. */
const LOOKED_AT = 300

/**
 * Things in whose own titles all words stand, the last one as far as it has been typed. Nothing for one or two letters.
 * One query.
 */
export async function suggest(db: Database, typed: string, today: Day): Promise<Suggestion[]> {
  const words = [...wordsIn(typed)].slice(0, MOST_WORDS).map(({ word }) => word)
  const beginning = foldedWord(words.pop() ?? '')
  if (beginning.length < SHORTEST_BEGINNING) return []
  const query = beginningOf(
    words.map((word) => stemsOf(word)).filter((stems) => stems.length),
    { stems: stemsOf(beginning), beginning },
  )
  const known = participates(sql`organisation_id`, today)
  const { rows } = (await db.execute(sql`
    with matched as materialized (
      select object, part, kind, known_from from ${searchText}
      where title_words is not null and title_words @@ ${query} and (known_from is null or known_from <= ${today})
        and (known_until is null or known_until > ${today}) and (kind not in ('institution', 'organisation') or ${known})
      limit ${LOOKED_AT}
    ), things as (select distinct on (object) * from matched order by object, known_from desc nulls last, part desc),
    placed as (
      select *, row_number() over (partition by kind order by known_from desc nulls last, object) as place,
        array_position(${sql.param([...publicTextKinds])}::text[], kind) as kind_place
      from things
    )
    select t.object, t.kind, t.plan_id as "planId", t.commitment_number as "commitmentNumber", t.milestone_number as "milestoneNumber",
      t.organisation_id as "organisationId", t.title
    from placed p join ${searchText} t on t.object = p.object and t.part = p.part
    where p.place <= ${OF_EACH_KIND} order by p.kind_place, p.place limit ${MOST}`)) as unknown as { rows: Suggestion[] }
  return rows
}
