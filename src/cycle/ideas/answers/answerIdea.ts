import { isDeepStrictEqual } from 'node:util'
import { type Actor, allow, holds } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { editedText, editedTitle } from '../../plan/index.ts'
import { ideaObject } from '../addIdea.ts'
import { ideasPolicy } from '../policy.ts'
import type { SingleAnswer } from './answerInput.ts'
import { answerTexts } from './answerTexts.ts'
import { type AnswerContent, answeringActor, publishAnswers } from './publishAnswers.ts'
import { answerersOf, lockIdeas, newestAnswer } from './queries.ts'

/**
 * Answers one idea with reasons, or corrects its answer: earlier versions stay visible. Refuses with 409 when the idea
 * has changed since the form was drawn, and says where to answer what was merged.
 */
export async function answerIdea(house: House, actor: Actor, ideaId: number, input: SingleAnswer): Promise<number> {
  return house.db.transaction(async (tx) => {
    const [one] = await lockIdeas(tx, [ideaId])
    if (one?.visibility !== 'published') throw notFound()
    allow(ideasPolicy.answerIdeas, actor, answerersOf(one))
    if (!holds(actor, 'secretariat') && input.institutionId !== one.answererId) throw new Refusal(403)
    if (one.mergedIntoId !== null) {
      const [into] = await lockIdeas(tx, [one.mergedIntoId])
      throw new Refusal(422, (language) => answerTexts[language].merged(into?.number ?? 0))
    }
    if (one.version !== input.version) throw new Refusal(409)
    const last = await newestAnswer(tx, ideaId)
    const content: AnswerContent = {
      state: input.state,
      reasons: editedTitle(last?.reasons ?? null, input.reasons),
      institutionId: input.institutionId,
      commitmentId: input.commitmentId,
      themeId: input.themeId,
    }
    const sentence = editedText(last?.sentence ?? null, input.sentence)
    if (last && isDeepStrictEqual([content, sentence], [says(last), last.sentence]))
      throw new Refusal(422, (language) => answerTexts[language].nothingChanged)
    const reason = last ? editedText(null, input.reason) : null
    // The form was drawn as that of a first answer.
    if (last && !reason) throw new Refusal(409)
    const number = (last?.number ?? 0) + 1
    const today = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: answeringActor(actor, content.institutionId),
      act: last ? 'correctAnswer' : 'answerIdea',
      object: ideaObject(one.planId, one.number),
      content: {
        ...(house.demonstration ? { demonstration: true } : {}),
        version: number,
        answeredOn: today,
        ...content,
        ...(sentence ? { sentence } : {}),
        ...(reason ? { reason } : {}),
      },
    })
    await publishAnswers(tx, house, [{ idea: one, number, sentence, reason }], content, {
      recordSeq,
      batchId: null,
      answeredOn: today,
    })
    return number
  })
}

const says = ({ state, reasons, institutionId, commitmentId, themeId }: AnswerContent): AnswerContent => ({
  state,
  reasons,
  institutionId,
  commitmentId,
  themeId,
})
