import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { render } from 'preact-render-to-string'
import { holdForEach, type LetterRhythm, organisationNamesAt, person, rhythmsOf } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import type { Circular } from '../../../platform/mail/mailer.ts'
import { ideaLetterTexts } from '../ideaLetterTexts.ts'
import { type LinkMaker, linkMaker } from '../letterLinks.ts'
import { idea, support } from '../tables.ts'
import { ideaUrl, thingIn } from './answerLetters.ts'
import { stateNames } from './answerWords.tsx'
import { type Idea, newestAnswer } from './queries.ts'
import { supportersToTell, type ToldOf } from './tables.ts'

/** So many supporters are written to in one transaction. */
const AT_ONCE = 500

/**
 * Writes to those who support what was answered or merged, a few hundred in a transaction that notes how far it came:
 * a run that ends in the middle goes on where it was, and several processes share the work.
 */
export async function tellSupporters(house: House, isStopping: () => boolean = () => false): Promise<void> {
  const linkTo = await linkMaker(house)
  while (!isStopping() && (await house.db.transaction((tx) => tellSome(tx, house, linkTo))));
}

/** Tells the next few; false when nobody is left to be told. */
async function tellSome(tx: Database, house: House, linkTo: LinkMaker): Promise<boolean> {
  const [due] = await tx.select().from(supportersToTell).orderBy(asc(supportersToTell.id)).limit(1).for('update', { skipLocked: true })
  if (!due) return false
  const [about] = await tx.select().from(idea).where(eq(idea.id, due.ideaId))
  const words = about ? await letterAbout(tx, house, about, due.about) : null
  const some = about && words ? await supportersAfter(tx, about, due.toldUpTo) : []
  if (about && words && some.length) {
    const { language } = about
    const t = ideaLetterTexts[language]
    const others = some.filter(({ id }) => id !== about.authorId)
    await house.mailer.queueCircular(
      tx,
      circularOf(language, words),
      others
        .filter(({ rhythm }) => rhythm === 'immediate')
        .map(({ id, email }) => {
          const unsubscribe = linkTo(language, 'ideaLettersStop', id)
          const ending = [t.goodbye, t.stop(unsubscribe)]
          return { id: randomUUID(), to: email, text: ending.join('\n\n'), html: htmlOf(ending), unsubscribe }
        }),
    )
    const later = others.flatMap(({ id, rhythm }) => (rhythm === 'daily' || rhythm === 'weekly' ? [{ personId: id, rhythm }] : []))
    await holdForEach(house, tx, later, 'supported', { language, subject: words.subject, body: words.paragraphs.join('\n\n') })
  }
  const last = some.at(-1)
  if (last && some.length === AT_ONCE) await tx.update(supportersToTell).set({ toldUpTo: last.id }).where(eq(supportersToTell.id, due.id))
  else await tx.delete(supportersToTell).where(eq(supportersToTell.id, due.id))
  return true
}

/** The next who support an idea, and when they want such letters. Two queries. */
async function supportersAfter(tx: Database, { id }: Idea, after: string): Promise<{ id: string; email: string; rhythm: LetterRhythm }[]> {
  const rows = await tx
    .select({ id: person.id, email: person.email })
    .from(support)
    .innerJoin(person, and(eq(person.id, support.personId), isNull(person.removedAt)))
    .where(and(eq(support.ideaId, id), gt(support.personId, after)))
    .orderBy(asc(support.personId))
    .limit(AT_ONCE)
  const rhythms = await rhythmsOf(
    tx,
    rows.map((row) => row.id),
    'supported',
  )
  return rows.map((row) => ({ ...row, rhythm: rhythms.get(row.id) ?? 'immediate' }))
}

/** What is told, as it stands now; null when it is not so any more, or is not for everyone's eyes. */
async function letterAbout(
  tx: Database,
  house: House,
  about: Idea,
  what: ToldOf,
): Promise<{ subject: string; paragraphs: string[] } | null> {
  if (about.visibility !== 'published') return null
  const { language } = about
  const t = ideaLetterTexts[language]
  const thing = thingIn(language, about)
  const url = ideaUrl(house, language, about)
  if (what === 'answer') {
    const answer = await newestAnswer(tx, about.id)
    if (!answer) return null
    const names = await organisationNamesAt(tx, [answer.institutionId], house.clock.today())
    return {
      subject: t.answeredSubject(1, thing),
      paragraphs: [
        t.supportedAnswered(thing, plainText(names.get(answer.institutionId), language) || answer.institutionId),
        ...(answer.number > 1 ? [t.corrected] : []),
        t.decision(stateNames[language][answer.state]),
        plainText(answer.reasons, language),
        ...(answer.sentence ? [plainText(answer.sentence, language)] : []),
        t.readOn(url),
      ],
    }
  }
  if ((what === 'merge') !== (about.mergedIntoId !== null)) return null
  if (about.mergedIntoId === null) return { subject: t.unmergedSubject(thing), paragraphs: [t.supportedUnmerged(thing), t.readOn(url)] }
  const [into] = await tx.select().from(idea).where(eq(idea.id, about.mergedIntoId))
  if (!into) return null
  return { subject: t.mergedSubject(thing), paragraphs: [t.supportedMerged(thing, thingIn(language, into)), t.supportStays(url)] }
}

const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).filter((one) => one.trim())

/** Paragraphs as HTML; all that was written by people is escaped. */
const htmlOf = (texts: readonly string[]): string =>
  render(
    <>
      {texts.flatMap(paragraphsOf).map((one) => (
        <p key={one}>{one}</p>
      ))}
    </>,
  )

function circularOf(language: Language, { subject, paragraphs }: { subject: string; paragraphs: string[] }): Circular {
  const all = [ideaLetterTexts[language].greeting, ...paragraphs]
  return {
    language,
    subject,
    text: `${all.join('\n\n')}\n\n`,
    html: `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">${render(<title>{subject}</title>)}</head><body>${htmlOf(all)}`,
  }
}
