import { askedFields, type ContributionKind, type IdeaContent, questions } from '../../../cycle/ideas/index.ts'
import { challengeNames, valueNames } from '../../../cycle/plan/index.ts'
import type { StoredFile } from '../../../platform/files/files.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { kindAndSize } from '../../components/fileMeta.ts'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { FactRow } from '../../components/Section.tsx'
import { sendingTexts } from './texts.ts'

type Props = {
  kind: ContributionKind
  content: Omit<IdeaContent, 'kind' | 'doerId'>
  files: readonly Omit<StoredFile, 'hash'>[]
  language: Language
}

/** What someone sends, question by question, as everyone reads it; what was left empty is left out. */
export function SentText({ kind, content, files, language }: Props) {
  const t = sendingTexts[language]
  const q = questions[language][kind]
  return (
    <dl class="facts long">
      {askedFields[kind]
        .filter((field) => field !== 'title' && Object.keys(content[field] ?? {}).length > 0)
        .map((field) => (
          <FactRow key={field} name={q[field].label}>
            <LocalParagraphs content={content[field]} language={language} />
          </FactRow>
        ))}
      {content.place ? <FactRow name={t.place}>{content.place}</FactRow> : null}
      {content.values.length ? (
        <FactRow name={t.values}>{content.values.map((one) => valueNames[language][one]).join('; ')}</FactRow>
      ) : null}
      {content.challenges.length ? (
        <FactRow name={t.challenges}>{content.challenges.map((one) => challengeNames[language][one]).join('; ')}</FactRow>
      ) : null}
      {files.length ? (
        <FactRow name={t.files}>
          <ul>
            {files.map((file) => (
              <li key={file.name}>
                {file.name} <span class="meta">{kindAndSize(language, { ...file, fileName: file.name })}</span>
              </li>
            ))}
          </ul>
        </FactRow>
      ) : null}
    </dl>
  )
}
