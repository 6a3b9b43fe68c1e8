import { type Author, participantNames } from '../../../cycle/ideas/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { bare, langOf, type Named } from '../../named.ts'
import { sendingTexts } from './texts.ts'

type Props = { author: Pick<Author, 'authorName' | 'sector'>; organisation: Named | null; language: Language }

/** Who sends it, as everyone sees it, and for which sector. */
export function SentBy({ author, organisation, language }: Props) {
  const name = organisation ?? author.authorName
  return (
    <>
      {name ? <span {...langOf(name)}>{bare(name)}</span> : sendingTexts[language].unnamed}, {participantNames[language][author.sector]}
    </>
  )
}
