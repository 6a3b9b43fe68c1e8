import { highlighted } from '../../../methods/highlighted.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { inLanguage, type Language, type LocalText, languages } from '../../../platform/languages/languages.ts'
import { excerpt, type Found } from '../../../search/index.ts'
import { Local } from '../../components/Local.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { bare, langOf, type Named } from '../../named.ts'
import { hrefOf } from './kinds.ts'
import { searchTexts } from './texts.ts'

type Props = {
  found: Found
  stems: ReadonlySet<string>
  planTitle: Named | null
  /** What the organisation is called today; null where none is spoken of. */
  organisation: LocalText | null
  /** What stands in its file around the words; null where they stand elsewhere. */
  inFile: string | null
  language: Language
}

/** One thing that was found: where it belongs, its title, and the place in its text. */
export function Result({ found, stems, planTitle, organisation, inFile, language }: Props) {
  const t = searchTexts[language]
  const named = found.kind === 'institution' || found.kind === 'organisation'
  const number = found.kind === 'commitment' ? null : found.commitmentNumber
  const title = named ? (organisation ?? found.title) : found.title
  return (
    <li>
      <span class="when meta">
        {planTitle ? <span {...langOf(planTitle)}>{bare(planTitle)}</span> : null}
        {number === null ? null : <span>{t.commitmentNumber(number)}</span>}
        {found.referenceDay === null ? null : <span>{t.stateOn(shortDate(language, found.referenceDay))}</span>}
      </span>
      <div>
        <h3>
          <a href={hrefOf(found, language)}>
            {found.kind === 'commitment' ? `${found.commitmentNumber}. ` : null}
            <Highlighted text={title} stems={stems} language={language} />
          </a>
          <MadeUp when={found.demonstration} language={language} />
        </h3>
        {named || !organisation ? null : (
          <p class="meta">
            <Local content={organisation} language={language} quiet />
          </p>
        )}
        {named && inLanguage(found.title, language)?.text !== inLanguage(title, language)?.text ? (
          <p>
            {t.alsoCalled}: <Highlighted text={found.title} stems={stems} language={language} />
          </p>
        ) : null}
        <Excerpt body={found.body} stems={stems} language={language} />
        {inFile === null ? null : <InFile text={inFile} stems={stems} language={language} />}
      </div>
    </li>
  )
}

function Highlighted({ text, stems, language }: { text: LocalText; stems: ReadonlySet<string>; language: Language }) {
  const shown = inLanguage(text, language)
  if (!shown) return null
  return <Marked text={shown.text} written={shown.language} stems={stems} language={language} />
}

type MarkedProps = {
  text: string
  /** Null where nobody knows in which language it is written. */
  written: Language | null
  stems: ReadonlySet<string>
  language: Language
}

function Marked({ text, written, stems, language }: MarkedProps) {
  const pieces = highlighted(text, written, stems).map((piece, index) => (piece.found ? <mark key={index}>{piece.text}</mark> : piece.text))
  return <span {...(written === language ? {} : { lang: written ?? '' })}>{pieces}</span>
}

/** The place in the text, in the reader's language when the words stand there, else in the other one. */
function Excerpt({ body, stems, language }: { body: LocalText; stems: ReadonlySet<string>; language: Language }) {
  for (const written of [language, ...languages.filter((other) => other !== language)]) {
    const part = excerpt(body[written]?.text ?? '', written, stems)
    if (part !== null)
      return (
        <p>
          <Marked text={part} written={written} stems={stems} language={language} />
        </p>
      )
  }
  return null
}

function InFile({ text, stems, language }: { text: string; stems: ReadonlySet<string>; language: Language }) {
  const part = excerpt(text, null, stems)
  if (part === null) return null
  return (
    <p>
      <span class="meta">{searchTexts[language].inFile}:</span> <Marked text={part} written={null} stems={stems} language={language} />
    </p>
  )
}
