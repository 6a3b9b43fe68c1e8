import { and, desc, gt, lte } from 'drizzle-orm'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { Circular } from '../platform/mail/mailer.ts'
import { address } from '../web/addresses.ts'
import { circularOf, type LetterEntry } from './letter.tsx'
import { type News, whoIsNamed } from './news.ts'
import { entryOf } from './newsEntry.tsx'
import { MOST_OF_A_KIND, newsId, newsSince } from './numberNews.ts'
import { newsNumber } from './tables.ts'

/** A piece of news with its number and all that it is news of. */
type Numbered = { number: number; scopes: ReadonlySet<string>; news: News }

/** Everything that letters tell between two numbers, read once for all of them. */
export type Bulletin = {
  /** The numbers of what is public today, the latest first, and what each is news of. */
  items: readonly Pick<Numbered, 'number' | 'scopes'>[]
  /** After this number none is missing. */
  wholeAfter: number
  /** The circular that tells these, the latest first, and whether there were more; the same ones are put into words once. */
  circular: (language: Language, numbers: readonly number[], more: boolean) => Circular
}

/** So many pieces of news at most, the latest; who was told longer ago than that reads the rest on the site. */
const MOST = 500

/** Without what was withdrawn after it was published; that a notice was withdrawn is news itself. */
function standing(all: readonly News[]): News[] {
  const withdrawn = new Set(all.flatMap((news) => (news.kind === 'notice' && news.told.version.withdrawn ? [news.told.notice.id] : [])))
  return all.filter((news) => {
    if (news.kind === 'document') return news.version.withdrawal === null
    return news.kind !== 'notice' || news.told.version.withdrawn || !withdrawn.has(news.told.notice.id)
  })
}

/**
 * Reads what became known after a number and up to another. What is not public any more is left out:
 * its number tells nobody anything.
 */
export async function readBulletin(house: House, after: number, upTo: number): Promise<Bulletin> {
  const rows = await house.db
    .select()
    .from(newsNumber)
    .where(and(gt(newsNumber.number, after), lte(newsNumber.number, upTo)))
    .orderBy(desc(newsNumber.number))
    .limit(MOST + 1)
  const told = rows.slice(0, MOST)
  const first = told.at(-1)
  if (!first) return { items: [], wholeAfter: after, circular: (language) => circularOf(language, [], false, '') }
  const since = { seq: first.afterSeq, upTo: Number.MAX_SAFE_INTEGER, day: first.afterDay }
  const known = new Map(standing(await newsSince(house, since, MOST_OF_A_KIND)).map((news) => [newsId(news), news]))
  const items = told.flatMap(({ number, newsId: id, scopes }): Numbered[] => {
    const news = known.get(id)
    return news ? [{ number, scopes: new Set(scopes), news }] : []
  })
  const organisations = await whoIsNamed(
    house,
    items.map(({ news }) => news),
  )
  const byNumber = new Map(items.map((item) => [item.number, item.news]))
  const whole = (path: string): string => new URL(path, house.configuration.url).href

  const entries = new Map<string, LetterEntry>()
  const entry = (language: Language, number: number): LetterEntry[] => {
    const key = `${language} ${number}`
    const news = byNumber.get(number)
    const known = entries.get(key)
    if (known || !news) return known ? [known] : []
    const made = entryOf(language, news, organisations, house.demonstration !== null)
    const told = { ...made, url: whole(made.path) }
    entries.set(key, told)
    return [told]
  }
  const circulars = new Map<string, Circular>()
  return {
    items,
    wholeAfter: rows.length > MOST ? first.number - 1 : after,
    circular: (language, numbers, more) => {
      const key = `${language} ${more} ${numbers.join(' ')}`
      const made =
        circulars.get(key) ??
        circularOf(
          language,
          numbers.flatMap((number) => entry(language, number)),
          more,
          whole(address(language, 'home')),
        )
      circulars.set(key, made)
      return made
    },
  }
}
