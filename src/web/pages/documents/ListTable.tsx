import type { ComponentChildren } from 'preact'
import { kindNames, languageNames, standingNames } from '../../../cycle/documents/index.ts'
import type { ListedEvidence } from '../../../cycle/monitoring/index.ts'
import type { DeadLinks } from '../../../links/index.ts'
import type { PartialDate } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { DeadLink } from '../../components/DeadLink.tsx'
import { Dotted } from '../../components/Dotted.tsx'
import { kindAndSize } from '../../components/fileMeta.ts'
import { Local } from '../../components/Local.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { takenOutOn } from '../../components/TakenOut.tsx'
import type { Named } from '../../named.ts'
import type { Organisations } from '../organisationNames.ts'
import { HowSure, OutsideLink, siteOf } from '../parts.tsx'
import { contentMeta } from './ContentLink.tsx'
import { addressIn, type Listed } from './listing.ts'
import { listTexts } from './listTexts.ts'
import { documentTexts } from './texts.ts'

type Props = {
  rows: readonly Listed[]
  organisations: Organisations
  dead: DeadLinks
  /** The plan's name by its id, where the list is of several plans. */
  planTitle: (id: string) => Named | null
  language: Language
}

/** Documents and evidence in a table: when each was added, what it is, and which date it bears. */
export function ListTable({ rows, language, ...words }: Props) {
  const t = listTexts[language]
  return (
    <table class="ds-table stack documents">
      <thead>
        <tr>
          <th scope="col">{t.added}</th>
          <th scope="col">{t.document}</th>
          <th scope="col">{t.dated}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === 'document' ? (
            <Row key={`d${row.document.id}`} added={row.document.addedOn} dated={row.document.dated} language={language}>
              <DocumentCell row={row} language={language} {...words} />
            </Row>
          ) : (
            <Row key={`e${row.item.id}`} added={row.item.publishedOn} dated={row.item.dated} language={language}>
              <EvidenceCell row={row} language={language} {...words} />
            </Row>
          ),
        )}
      </tbody>
    </table>
  )
}

type RowProps = { added: PartialDate | null; dated: PartialDate | null; language: Language; children: ComponentChildren }

function Row({ added, dated, language, children }: RowProps) {
  const t = listTexts[language]
  return (
    <tr>
      <td data-l={t.added}>{added ? <DateTime date={added} language={language} /> : null}</td>
      {children}
      <td data-l={t.dated}>{dated ? <DateTime date={dated} language={language} /> : <span class="unknown">{t.undated}</span>}</td>
    </tr>
  )
}

type Cell<Kind extends Listed['kind']> = Omit<Props, 'rows'> & { row: Extract<Listed, { kind: Kind }> }

function DocumentCell({ row, organisations, dead, planTitle, language }: Cell<'document'>) {
  const { document, version } = row
  const t = documentTexts[language]
  const meta = [
    kindNames[language][document.kind],
    planTitle(document.planId),
    document.language ? languageNames[language][document.language] : null,
    document.standing ? standingNames[language][document.standing] : null,
    version.organisationId ? organisations.nameOn(version.publishedOn, version.organisationId, language) : null,
    version.withdrawal ? null : version.main ? contentMeta(version.main, language) : t.noLink,
    version.number > 1 ? listTexts[language].version(version.number) : null,
  ]
  return (
    <th scope="row">
      <a href={address(language, 'document', { plan: document.planId, document: document.id })}>
        <Local content={document.title} language={language} quiet />
      </a>
      <span class="meta">
        <Dotted facts={meta} />
        <HowSure certainty={document.certainty} language={language} />
      </span>
      {version.withdrawal ? <span class="meta">{takenOutOn(language, version.withdrawal)}</span> : null}
      <DeadLink since={dead.get(addressIn(row) ?? '')} language={language} />
    </th>
  )
}

/** A piece of evidence leads to the milestone it proves something of, and beside it to the file or address itself. */
function EvidenceCell({ row, organisations, dead, planTitle, language }: Cell<'evidence'>) {
  const { item, planId, commitmentNumber, milestoneNumber, organisationId, written } = row
  const t = listTexts[language]
  const meta = [
    t.evidenceFor(commitmentNumber, milestoneNumber),
    planTitle(planId),
    organisations.nameOn(item.publishedOn ?? item.addedOn, organisationId, language),
  ]
  return (
    <th scope="row">
      <a href={address(language, 'updates', { plan: planId, number: commitmentNumber, milestone: milestoneNumber })}>
        <span {...(written === language ? {} : { lang: written })}>{item.title}</span>
      </a>
      <span class="meta">
        <Dotted facts={meta} /> · <EvidenceLink item={item} language={language} />
        <MadeUp when={item.demonstration} language={language} />
      </span>
      <DeadLink since={dead.get(addressIn(row) ?? '')} language={language} />
    </th>
  )
}

function EvidenceLink({ item, language }: { item: ListedEvidence['item']; language: Language }) {
  if (item.withdrawal) return <>{takenOutOn(language, item.withdrawal)}</>
  if (item.url !== null) return <OutsideLink href={item.url}>{siteOf(item.url) ?? item.url}</OutsideLink>
  return <a href={address(language, 'evidence', { id: item.id })}>{kindAndSize(language, item)}</a>
}
