import type { ConfirmableAct } from '../../../people/index.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { type AddedComment, addComment } from './addComment.ts'
import { awaitedComment } from './commentInput.ts'
import { ideaByNumber, refuseUnlessOpen } from './lockIdea.ts'

const texts = defineTexts({
  lv: { comment: (number: number, title: string, body: string) => `Pievienot komentāru pie idejas Nr. ${number} „${title}”: ${body}` },
  en: { comment: (number: number, title: string, body: string) => `Add a comment on idea No. ${number} “${title}”: ${body}` },
})

/** Where one goes on to after a comment: to the comment, or to a word that it waits for a moderator. */
export function afterComment(language: 'lv' | 'en', planId: string, number: number, { id, visibility }: AddedComment): string {
  const here = address(language, 'idea', { plan: planId, idea: number })
  return visibility === 'waiting' ? `${here}?done=waiting#komentari` : `${here}?comment=${id}&done=comment#c${id}`
}

/** A comment that a letter confirms: its writer is called as they wrote in the form. */
export const commentByLetter: ConfirmableAct = {
  describe: async (house, content, language) => {
    const { planId, number, body } = awaitedComment.parse(content)
    const found = await ideaByNumber(house.db, planId, number)
    if (!found) throw notFound()
    refuseUnlessOpen(found, house.clock.today())
    return texts[language].comment(number, plainText(found.idea.title, language), body)
  },
  perform: async (house, actor, content, language) => {
    const { planId, number, language: written, ...wish } = awaitedComment.parse(content)
    const isOwnName = wish.displayName === actor.name
    const input = { ...wish, as: isOwnName ? ('person' as const) : ('display-name' as const) }
    const added = await addComment(house, actor, { planId, number, language: written }, input)
    return afterComment(language, planId, number, added)
  },
}
