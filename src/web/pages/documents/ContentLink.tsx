import type { Content, DocumentVersion } from '../../../cycle/documents/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DeadLink } from '../../components/DeadLink.tsx'
import { fileIcon, kindAndSize } from '../../components/fileMeta.ts'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { OutsideLink, siteOf } from '../parts.tsx'
import { documentTexts } from './texts.ts'

/** What a content is, in a word: a kind of file with its size, the site it is at, or a text. */
export function contentMeta(content: Content, language: Language): string {
  const t = documentTexts[language]
  if (content.url !== null) return `${t.link}: ${siteOf(content.url) ?? content.url}`
  return content.fileHash === null ? t.typedText : kindAndSize(language, content)
}

export function contentIcon(content: Content | null): IconName {
  if (!content) return 'doc'
  return content.url === null ? fileIcon(content) : 'link'
}

/** The address of a stored file of a version. */
export const fileHref = (plan: string, { documentId, number }: DocumentVersion, { part }: Content, language: Language): string =>
  address(language, part === 'main' ? 'documentFile' : 'documentAlternative', { plan, document: documentId, version: number })

type Props = { plan: string; version: DocumentVersion; content: Content; deadSince: Day | undefined; language: Language }

/** A link to a file or an address, which may be dead; a text that was typed can be had as a file. */
export function ContentLink({ plan, version, content, deadSince, language }: Props) {
  const name = content.url === null ? (content.fileName ?? documentTexts[language].asFile) : (siteOf(content.url) ?? content.url)
  return (
    <>
      <Icon name={contentIcon(content)} />{' '}
      {content.url === null ? (
        <a href={fileHref(plan, version, content, language)}>{name}</a>
      ) : (
        <OutsideLink href={content.url}>{name}</OutsideLink>
      )}
      {content.fileHash === null ? null : <span class="meta"> {kindAndSize(language, content)}</span>}{' '}
      <DeadLink since={deadSince} language={language} />
    </>
  )
}
