import type { Piece } from '../../methods/textDifference.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'

const texts = defineTexts({
  lv: { added: 'pievienots: ', removed: 'izņemts: ' },
  en: { added: 'added: ', removed: 'removed: ' },
})

/** Two texts as one: what was taken out and what was put in, said to those who do not see it. */
export function WordDifference({ pieces, language }: { pieces: readonly Piece[]; language: Language }) {
  const t = texts[language]
  const spoken = (words: string) => (
    <span class="sr" lang={language}>
      {words}
    </span>
  )
  return (
    <>
      {pieces.map((piece, index) => {
        const key = `${index}${piece.text}`
        if (piece.kind === 'added')
          return (
            <ins key={key}>
              {spoken(t.added)}
              {piece.text}
            </ins>
          )
        if (piece.kind === 'removed')
          return (
            <del key={key}>
              {spoken(t.removed)}
              {piece.text}
            </del>
          )
        return <span key={key}>{piece.text}</span>
      })}
    </>
  )
}
