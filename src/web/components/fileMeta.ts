import type { Language } from '../../platform/languages/languages.ts'
import { formatBytes } from '../../platform/languages/numbers.ts'
import type { IconName } from './Icon.tsx'

/** A file as a row describes it. */
type DescribedFile = { fileName: string | null; mediaType: string | null; bytes: number | null }

const extensionOf = ({ fileName }: DescribedFile): string => /\.(\w{1,5})$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''

/** Kind and size of a file, as they stand after its name: CSV, 12 kB. */
export function kindAndSize(language: Language, file: DescribedFile): string {
  const kind = extensionOf(file).toUpperCase() || (file.mediaType ?? '')
  return file.bytes === null ? kind : `${kind}, ${formatBytes(language, file.bytes)}`
}

/** The icon of a file. */
export const fileIcon = (file: DescribedFile): IconName => (['csv', 'xlsx', 'ods'].includes(extensionOf(file)) ? 'table' : 'doc')
