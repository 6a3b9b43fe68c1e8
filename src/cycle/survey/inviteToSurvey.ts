import { eq } from 'drizzle-orm'
import { type Actor, allow, readEmail } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { byDate } from '../../platform/languages/dates.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { address } from '../../web/addresses.ts'
import { hashOfKey, newKey, sealed } from './access.ts'
import { letterTexts } from './letterTexts.ts'
import { surveyPolicy } from './policy.ts'
import { saying, surveyProblems } from './problemTexts.ts'
import { linksOf, MOST_LINKS, publishedSurvey } from './queries.ts'
import { lockSurvey, surveyObject } from './surveyLock.ts'
import { survey, surveyLink } from './tables.ts'

/** Addresses from a field, one a line or with commas between; each once. Refuses what is no address. */
export function readAddresses(fields: Fields): string[] {
  const words = fields
    .get('addresses')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const wrong = words.filter((word) => readEmail(word) === null)
  if (!words.length) throw wrongField('addresses', saying('noAddresses'))
  if (wrong.length) {
    const told = wrong.slice(0, 5).join(', ')
    throw wrongField('addresses', (language) => surveyProblems[language].notAddresses(wrong.length > 5 ? `${told} …` : told))
  }
  return [...new Set(words.map((word) => readEmail(word) ?? ''))]
}

/**
 * Sends each address a link by which one answer can be given; an address that has one gets no second. Returns how
 * many were sent. The record tells how many, never to whom.
 */
export async function inviteToSurvey(
  house: House,
  actor: Actor,
  id: number,
  { addresses, language }: { addresses: readonly string[]; language: Language },
): Promise<number> {
  allow(surveyPolicy.invite, actor, undefined)
  return house.db.transaction(async (tx) => {
    const row = await lockSurvey(tx, id)
    const found = await publishedSurvey(tx, id, house.clock.today())
    if (!found?.period.endsOn || found.identity !== 'invited' || found.state === 'closed') throw new Refusal(422, saying('notByInvitation'))
    const { sent } = await linksOf(tx, id)
    if (sent + addresses.length > MOST_LINKS) throw wrongField('addresses', (l) => surveyProblems[l].tooManyAddresses(MOST_LINKS))
    let invited = 0
    for (const to of addresses) {
      const key = newKey()
      const addressKey = await sealed({ ...house, db: tx }, 'address', id, to)
      const made = await tx
        .insert(surveyLink)
        .values({ id: hashOfKey('link', id, key), surveyId: id, addressKey })
        .onConflictDoNothing()
        .returning({ id: surveyLink.id })
      if (!made.length) continue
      invited += 1
      const link = `${house.configuration.url}${address(language, 'surveyAnswer', { survey: id })}?${new URLSearchParams({ link: key })}`
      const t = letterTexts[language]
      const title = plainText(found.content.title, language)
      await house.mailer.queue(tx, {
        to,
        language,
        subject: t.inviteSubject(title),
        body: t.invite(title, link, byDate(language, found.period.endsOn)),
      })
    }
    if (!invited) return 0
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'inviteToSurvey',
      object: surveyObject(id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), links: invited },
    })
    await tx.update(survey).set({ recordSeq }).where(eq(survey.id, id))
    return invited
  })
}
