import { z } from 'zod'
import { type ConfirmableAct, participantSectors } from '../../../people/index.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { ideaByNumber, refuseUnlessOpen } from '../discussion/lockIdea.ts'
import { supportIdea } from './supportIdea.ts'

const awaited = z.object({ planId: z.string(), number: z.number(), sector: z.enum(participantSectors) })

const texts = defineTexts({
  lv: { support: (number: number, title: string) => `Atbalstīt ideju Nr. ${number} „${title}”.` },
  en: { support: (number: number, title: string) => `Support idea No. ${number} “${title}”.` },
})

/** How the act is called while it waits. */
export const SUPPORT_BY_LETTER = 'supportIdea'

/** A support that a letter confirms. */
export const supportByLetter: ConfirmableAct = {
  describe: async (house, content, language) => {
    const { planId, number } = awaited.parse(content)
    const found = await ideaByNumber(house.db, planId, number)
    if (!found) throw notFound()
    refuseUnlessOpen(found, house.clock.today())
    return texts[language].support(number, plainText(found.idea.title, language))
  },
  perform: async (house, actor, content, language) => {
    const wish = awaited.parse(content)
    await supportIdea(house, actor, wish)
    return `${address(language, 'idea', { plan: wish.planId, idea: wish.number })}?done=support#atbalsts`
  },
}
