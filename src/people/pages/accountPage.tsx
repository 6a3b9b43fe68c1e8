import type { ComponentChildren } from 'preact'
import { address } from '../../web/addresses.ts'
import type { Drawn } from '../../web/answerForm.ts'
import type { AnyVisit } from '../../web/visit.ts'
import { accountTexts } from './accountTexts.ts'
import { toldPage } from './parts.tsx'

const told = ['added', 'renamed', 'removed', 'linked', 'unlinked', 'ended', 'chosen'] as const
type Told = (typeof told)[number]

/** Back to one's account, which tells what was done. */
export const accountAfter = ({ language }: AnyVisit, what: Told): string => `${address(language, 'account')}?done=${what}`

/** A page about one's own account; never kept on the way, since it may show what is secret. */
export function accountPage(visit: AnyVisit, drawn: Drawn, facts: { title: string; lead?: string; children: ComponentChildren }): Response {
  const { language } = visit
  const t = accountTexts[language]
  const what = told.find((word) => word === visit.query.get('done'))
  const path = visit.name === 'account' ? [] : [{ title: t.title, href: address(language, 'account') }]
  const answer = toldPage(visit, drawn, { ...facts, path, done: what ? t[what] : null })
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}
