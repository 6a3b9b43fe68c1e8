import { eq } from 'drizzle-orm'
import type { Actor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append, type Json } from '../../record/index.ts'
import { type AssessmentInput, readAssessment } from './assessmentInput.ts'
import {
  type AssessmentKey,
  type AssessmentSubject,
  type AssessmentVersion,
  allowToAssess,
  assessmentSubject,
  commitmentObject,
  lockAssessment,
  newestVersion,
} from './assessmentSubject.ts'
import { assessment, assessmentVersion } from './tables.ts'

const texts = defineTexts({
  lv: { nothingChanged: 'Kopš publicētās redakcijas nekas nav mainīts, tāpēc jaunas redakcijas nav.' },
  en: { nothingChanged: 'Nothing has changed since the published version, so there is no new one.' },
})

/**
 * Publishes the draft as the assessment's next version and returns its number. Earlier versions stay as
 * they are. What was previewed is what is published: refuses with 409 when the draft has changed since.
 */
export async function publishAssessment(house: House, actor: Actor, key: AssessmentKey, previewed: { version: number }): Promise<number> {
  return house.db.transaction(async (tx) => {
    const publishedOn = house.clock.today()
    const subject = await assessmentSubject(tx, key, publishedOn)
    allowToAssess(actor, subject)
    const row = await lockAssessment(tx, subject, house.demonstration !== null)
    if (!row.draft || row.draftVersion !== previewed.version) throw new Refusal(409)
    const input = readAssessment(row.draft, subject)
    const last = await newestVersion(tx, row.id)
    if (last && says(last) === says(input)) throw new Refusal(422, (language) => texts[language].nothingChanged)
    const number = (last?.number ?? 0) + 1
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: subject.voice === 'self' ? 'officer' : 'representative', for: subject.organisationId },
      act: number === 1 ? 'publishAssessment' : 'correctAssessment',
      object: commitmentObject(subject),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        period: subject.period.position,
        version: number,
        publishedOn,
        voice: subject.voice,
        ...input,
        milestones: byNumber(input, subject),
      },
    })
    await tx.insert(assessmentVersion).values({ ...input, assessmentId: row.id, number, publishedOn, recordSeq })
    await tx
      .update(assessment)
      .set({ draft: null, draftVersion: row.draftVersion + 1, draftSavedAt: null })
      .where(eq(assessment.id, row.id))
    return number
  })
}

/** Everything an assessment says, for comparing two. */
const says = ({ state, verdict, text, lessons, language, signers, milestones }: AssessmentInput | AssessmentVersion): string =>
  JSON.stringify([
    [state, verdict, text, lessons, language, [...signers].sort()],
    milestones.map(({ milestoneId, verdict, reason }) => [milestoneId, verdict, reason]).sort(([a], [b]) => Number(a) - Number(b)),
  ])

/** The record speaks of milestones by their number, as the public does. */
const byNumber = ({ milestones }: AssessmentInput, subject: AssessmentSubject): Json[] =>
  milestones.map(({ milestoneId, verdict, reason }) => ({
    milestone: subject.milestones.find(({ id }) => id === milestoneId)?.number ?? null,
    verdict,
    reason,
  }))
