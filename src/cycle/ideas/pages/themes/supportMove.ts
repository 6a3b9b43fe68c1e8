import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm } from '../../../../web/answerForm.ts'
import type { Handler } from '../../../../web/visit.ts'
import { moveSupport } from '../../themes/moveSupport.ts'

/** Moves one's support to the idea that this one was merged into, and leads there. */
export const sendSupportMove: Handler<'supportMove'> = async (visit) => {
  const { language, actor, values } = visit
  const number = idInAddress(values.idea)
  return answerForm(
    visit,
    async (house) => {
      const now = await moveSupport(house, actor, { planId: values.plan, number })
      return `${address(language, 'idea', { plan: values.plan, idea: now })}?done=moved#atbalsts`
    },
    ({ status, say }) => {
      throw new Refusal(status === 409 ? 409 : 422, say)
    },
  )
}
