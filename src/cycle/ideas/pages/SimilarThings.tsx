import type { ComponentChildren } from 'preact'
import { highlighted } from '../../../methods/highlighted.ts'
import { inLanguage, type Language, type LocalText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { Similar, SimilarCommitment, SimilarIdea } from '../similar/similarTo.ts'
import { similarTexts } from './similarTexts.ts'

/**
 * Ideas and commitments that are like what someone is writing, each a link, with the words they share. On a page without a
 * script it stands in the preview of what will be sent; the island islands/similar.ts puts it beside the fields. Says so
 * where there is nothing.
 */
export function SimilarThings({ similar, visit }: { similar: Similar; visit: Pick<AnyVisit, 'language'> }) {
  const { language } = visit
  const { ideas, commitments } = similar
  const t = similarTexts[language]
  if (!ideas.length && !commitments.length) return <p class="note">{t.nothing}</p>
  return (
    <div class="similar">
      {ideas.length ? (
        <>
          <h3>{t.ideas}</h3>
          <p class="note">{t.lead}</p>
          <ul class="found">
            {ideas.map((one) => (
              <IdeaLine key={one.number} idea={one} language={language} />
            ))}
          </ul>
        </>
      ) : null}
      {commitments.length ? (
        <>
          <h3>{t.commitments}</h3>
          <ul class="found">
            {commitments.map((one) => (
              <CommitmentLine key={`${one.planId} ${one.number}`} commitment={one} language={language} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

function IdeaLine({ idea, language }: { idea: SimilarIdea; language: Language }) {
  const t = similarTexts[language]
  return (
    <Line
      href={address(language, 'idea', { plan: idea.planId, idea: idea.number })}
      thing={idea}
      language={language}
      before={t.number(idea.number)}
      after={t.supports(idea.supports)}
      demonstration={idea.demonstration}
    />
  )
}

function CommitmentLine({ commitment, language }: { commitment: SimilarCommitment; language: Language }) {
  const { planId, number, planTitle } = commitment
  return (
    <Line
      href={address(language, 'commitment', { plan: planId, number })}
      thing={commitment}
      language={language}
      before={`${number}.`}
      after={<Local content={planTitle} language={language} quiet />}
      demonstration={false}
    />
  )
}

type LineProps = {
  href: string
  thing: Pick<SimilarIdea, 'title' | 'stems' | 'words'>
  language: Language
  before: string
  after: ComponentChildren
  demonstration: boolean
}

/** A thing of the list, which leads to its page in the same tab: what was typed is kept by the form and the browser. */
function Line({ href, thing: { title, stems, words }, language, before, after, demonstration }: LineProps) {
  return (
    <li>
      <p>
        <a href={href}>
          {before} <Marked title={title} stems={new Set(stems)} language={language} />
        </a>
        <MadeUp when={demonstration} language={language} />
      </p>
      <p class="meta">
        <span>{after}</span>
        {words.length ? (
          <span>
            {similarTexts[language].shared}{' '}
            {words.map((word, index) => (
              <>
                {index ? ', ' : ''}
                <span {...(word.language === language ? {} : { lang: word.language })}>{word.text}</span>
              </>
            ))}
          </span>
        ) : null}
      </p>
    </li>
  )
}

/** A title with the shared words marked. */
function Marked({ title, stems, language }: { title: LocalText; stems: ReadonlySet<string>; language: Language }) {
  const shown = inLanguage(title, language)
  if (!shown) return null
  const pieces = highlighted(shown.text, shown.language, stems).map((piece, index) =>
    piece.found ? <mark key={index}>{piece.text}</mark> : piece.text,
  )
  return <span {...(shown.missing ? { lang: shown.language } : {})}>{pieces}</span>
}
