import { type DocumentInTime, type DocumentVersion, documentById } from '../../../cycle/documents/index.ts'
import { type Plan, planById } from '../../../cycle/plan/index.ts'
import { type DeadLinks, deadLinks } from '../../../links/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../addresses.ts'
import type { PathStep } from '../../Layout.tsx'
import { named } from '../../named.ts'
import type { AnyVisit } from '../../visit.ts'
import { type Organisations, readOrganisations } from '../organisationNames.ts'
import { pathBelowPlan } from '../plan/facts.ts'
import { documentTexts } from './texts.ts'

/** A document with its plan, its versions, who published them, and which of their links are dead. */
export type DocumentFacts = DocumentInTime & { plan: Plan; newest: DocumentVersion; organisations: Organisations; dead: DeadLinks }

/** Reads the document at an address as known on the plan's day, or refuses with 404. Seven queries. */
export function readDocument({ house, values, today, recall }: AnyVisit): Promise<DocumentFacts> {
  const id = idInAddress(values.document)
  return recall(`document ${id} of ${values.plan}`, () => readDocumentOn(house, values.plan ?? '', id, today))
}

async function readDocumentOn(house: House, planId: string, id: number, today: Day): Promise<DocumentFacts> {
  const { db } = house
  const plan = await planById(db, planId, today)
  const found = plan && (await documentById(db, plan.id, id, today))
  const newest = found?.versions[0]
  if (!plan || !found || !newest) throw notFound()
  const organisations = await readOrganisations(
    db,
    found.versions.flatMap((version) => version.organisationId ?? []),
  )
  const dead = await deadLinks(
    house,
    found.versions.flatMap(({ main, alternative }) => [main?.url, alternative?.url]),
  )
  return { ...found, plan, newest, organisations, dead }
}

/** The way to a document's page. */
export const pathToDocument = (plan: Plan, language: Language): PathStep[] => [
  ...pathBelowPlan(plan, language),
  { title: documentTexts[language].documents, href: address(language, 'documents', { plan: plan.id }) },
]

/** The way to what lies below a document's page. */
export const pathBelowDocument = ({ plan, document }: DocumentFacts, language: Language): PathStep[] => [
  ...pathToDocument(plan, language),
  {
    title: named(document.title, language),
    href: address(language, 'document', { plan: plan.id, document: document.id }),
  },
]
