import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { type LocalText, languages } from '../../../platform/languages/languages.ts'
import { type Problem, wrongField, wrongFields } from '../../../platform/refusal.ts'
import { ideaStems, ideaWords } from '../addIdea.ts'
import { ideasPolicy } from '../policy.ts'
import { uncountStems } from '../similar/countStems.ts'
import { comment, idea } from '../tables.ts'
import { ideaRevision } from './tables.ts'
import { lockThing, type Thing, type ThingName } from './things.ts'
import { moderationRefusals } from './words.ts'
import { type Why, writeEntry } from './writeEntry.ts'

/** What stands in a text instead of what was blacked out: always as long, so that its length tells nothing. */
export const BLACKED = '████'

const marked = /\[\[(.+?)\]\]/gs

/** The texts of an idea that may hold what must not be seen. */
const localFields = ['title', 'problem', 'proposal', 'subject', 'doer'] as const

/** The texts of a thing by the names of their fields, such as `problem.lv`; of a comment `body`. */
export function textsOf({ idea: about, comment: said }: Thing): Map<string, string> {
  if (said) return new Map([['body', said.body]])
  const texts = new Map<string, string>()
  for (const field of localFields)
    for (const language of languages) {
      const text = about[field]?.[language]?.text
      if (text) texts.set(`${field}.${language}`, text)
    }
  if (about.place) texts.set('place', about.place)
  return texts
}

/** The same with the name that everyone sees beside it, as `author`: a name may be somebody else's. */
export function textsAndName(thing: Thing): Map<string, string> {
  const { authorName } = thing.comment ?? thing.idea
  return new Map([...textsOf(thing), ...(authorName ? [['author', authorName] as const] : [])])
}

/**
 * Blacks out passages of a text, or of the author's name, that hold personal data. `typed` is each text with the passages in [[double brackets]];
 * anything else that differs is refused. What stood there goes from the row and from the words made of it, for good;
 * that something was blacked out, where and why is told to everyone.
 */
export async function blackOut(
  house: House,
  actor: Actor,
  name: ThingName,
  { typed, why }: { typed: ReadonlyMap<string, string>; why: Why },
): Promise<number> {
  allow(ideasPolicy.moderate, actor, undefined)
  return house.db.transaction(async (tx) => {
    const thing = await lockThing(tx, name)
    const changed = changesOf(textsAndName(thing), typed)
    const gone = await store(tx, thing, changed)
    const passages = [...changed.values()].reduce((sum, one) => sum + one.passages, 0)
    const entryId = await writeEntry(tx, house, actor, thing, { act: 'black-out', why, more: { passages } })
    await uncountStems(tx, gone)
    await tx.insert(ideaRevision).values([...changed].map(([field, one]) => ({ entryId, field, passages: one.passages })))
    return entryId
  })
}

type Changed = ReadonlyMap<string, { text: string; passages: number }>

/** The texts in which something is marked, as they will stand. */
function changesOf(stored: ReadonlyMap<string, string>, typed: ReadonlyMap<string, string>): Changed {
  const changed = new Map<string, { text: string; passages: number }>()
  const problems: Problem[] = []
  for (const [field, before] of stored) {
    const text = typed.get(field) ?? before
    if (plain(text.replace(marked, '$1')) !== plain(before))
      problems.push({ field, say: (language) => moderationRefusals[language].onlyMark })
    const passages = [...text.matchAll(marked)].length
    if (passages) changed.set(field, { text: text.replace(marked, BLACKED), passages })
  }
  if (problems.length) throw wrongFields(problems)
  if (!changed.size) throw wrongField([...stored.keys()][0] ?? 'body', (language) => moderationRefusals[language].nothingMarked)
  return changed
}

/** Forms change line ends and drop white space at the end. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** Stores the texts as they stand from now on. Gives the stems that the idea has no longer. */
async function store(tx: Database, thing: Thing, changed: Changed): Promise<Set<string>> {
  if (thing.comment) {
    await tx
      .update(comment)
      .set({
        body: changed.get('body')?.text ?? thing.comment.body,
        authorName: changed.get('author')?.text ?? thing.comment.authorName,
      })
      .where(eq(comment.id, thing.comment.id))
    return new Set()
  }
  const about = thing.idea
  const withChanges = (field: (typeof localFields)[number]): LocalText | null => {
    const before = about[field]
    if (!before) return null
    const after: LocalText = { ...before }
    for (const language of languages) {
      const text = changed.get(`${field}.${language}`)?.text
      if (text !== undefined && after[language]) after[language] = { ...after[language], text }
    }
    return after
  }
  const content = {
    title: withChanges('title') ?? {},
    problem: withChanges('problem') ?? {},
    proposal: withChanges('proposal') ?? {},
    subject: withChanges('subject'),
    doer: withChanges('doer'),
  }
  const place = changed.get('place')?.text ?? about.place
  const authorName = changed.get('author')?.text ?? about.authorName
  await tx
    .update(idea)
    .set({ ...content, place, authorName, words: ideaWords(content), version: about.version + 1 })
    .where(eq(idea.id, about.id))
  const kept = ideaStems(content).all
  return new Set([...ideaStems(about).all].filter((stem) => !kept.has(stem)))
}
