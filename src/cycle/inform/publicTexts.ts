import { asc, eq, inArray } from 'drizzle-orm'
import { type Language, type LocalText, languages } from '../../platform/languages/languages.ts'
import { belongingNowhere, joined, namedIn, type PublicText, type PublicTexts } from '../../platform/publicText.ts'
import { markWords } from './noticeWords.ts'
import { withOpportunities } from './queries.ts'
import { notice, noticeVersion } from './tables.ts'

/** The published notices. Drafts are not read. */
export const noticeTexts: PublicTexts = async (db, stretch) => {
  const changed = db.select({ id: noticeVersion.noticeId }).from(noticeVersion).where(namedIn(noticeVersion.recordSeq, stretch))
  const rows = await db
    .select({ version: noticeVersion, notice })
    .from(noticeVersion)
    .innerJoin(notice, eq(notice.id, noticeVersion.noticeId))
    .where(inArray(notice.id, changed))
    .orderBy(asc(notice.id), asc(noticeVersion.number))
  const versions = await withOpportunities(
    db,
    rows.map(({ version }) => version),
  )
  return versions.flatMap((version, index): PublicText[] => {
    const about = rows[index]?.notice
    if (!about) return []
    const next = versions[index + 1]
    return [
      {
        ...belongingNowhere,
        object: `notice:${about.id}`,
        part: `version:${version.number}`,
        kind: 'notice',
        planId: about.planId,
        title: version.withdrawn ? marked(version.title) : version.title,
        body: joined([
          version.body,
          ...version.opportunities.flatMap(({ title, place, how, outcome }) => [title, place, how, outcome]),
          version.contact,
          version.reason,
        ]),
        knownFrom: version.publishedOn,
        knownUntil: next?.noticeId === about.id ? next.publishedOn : null,
        demonstration: about.demonstration,
      },
    ]
  })
}

/** The title of a withdrawn notice, saying so in each of its languages. */
function marked(title: LocalText): LocalText {
  const mark = (language: Language): LocalText => {
    const own = title[language]
    return own ? { [language]: { ...own, text: `${own.text} (${markWords[language].withdrawn})` } } : {}
  }
  return Object.assign({}, ...languages.map(mark))
}
