import type { Language } from '../platform/languages/languages.ts'
import { address } from './addresses.ts'

/** All about a thing in the public record, by its object there. */
export const recordAbout = (language: Language, object: string): string =>
  `${address(language, 'record')}?${new URLSearchParams({ object })}`
