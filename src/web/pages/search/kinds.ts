import { easyAddress, thingOf } from '../../../cycle/inform/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import type { PublicTextKind } from '../../../platform/publicText.ts'
import type { Found } from '../../../search/index.ts'
import { address } from '../../addresses.ts'

/** What is found, by kind, in the plural. */
export const kindNames: Record<Language, Record<PublicTextKind, string>> = defineTexts({
  lv: {
    plan: 'Plāni',
    commitment: 'Apņemšanās',
    milestone: 'Atskaites punkti',
    update: 'Ziņas par izpildi',
    assessment: 'Vērtējumi',
    evidence: 'Pierādījumi',
    document: 'Dokumenti',
    call: 'Aicinājumi iesniegt idejas',
    idea: 'Idejas',
    notice: 'Jaunumi un paziņojumi',
    event: 'Pasākumi',
    survey: 'Aptaujas',
    ballot: 'Balsojumi',
    easy: 'Viegli lasīt',
    institution: 'Institūcijas',
    organisation: 'Organizācijas',
  },
  en: {
    plan: 'Plans',
    commitment: 'Commitments',
    milestone: 'Milestones',
    update: 'Updates',
    assessment: 'Assessments',
    evidence: 'Evidence',
    document: 'Documents',
    call: 'Calls for ideas',
    idea: 'Ideas',
    notice: 'News and notices',
    event: 'Events',
    survey: 'Surveys',
    ballot: 'Ballots',
    easy: 'Easy to read',
    institution: 'Institutions',
    organisation: 'Organisations',
  },
})

/** The page of an easy text, which is kept under the name of its thing in the record. */
function easyHref(object: string, language: Language): string {
  const thing = thingOf(object.slice('easy:'.length))
  return thing ? easyAddress(language, thing) : address(language, 'home')
}

/** What an address is made from. */
type Place = Pick<Found, 'object' | 'kind' | 'planId' | 'commitmentNumber' | 'milestoneNumber' | 'organisationId'>

/** Where a thing that was found stands. */
export function hrefOf({ object, kind, planId, commitmentNumber, milestoneNumber, organisationId }: Place, language: Language): string {
  const plan = planId ?? ''
  if (kind === 'notice') return address(language, 'notice', { notice: object.replace(/^notice:/, '') })
  if (kind === 'event') return address(language, 'event', { event: object.replace(/^event:/, '') })
  if (kind === 'ballot') return address(language, 'ballot', { ballot: object.replace(/^ballot:/, '') })
  if (kind === 'survey') return address(language, 'survey', { survey: object.replace(/^survey:/, '') })
  if (kind === 'institution' || kind === 'organisation') return address(language, kind, { id: organisationId ?? '' })
  if (kind === 'easy') return easyHref(object, language)
  if (kind === 'call') return address(language, 'call', { plan, call: object.slice('call:'.length) })
  if (kind === 'idea') return address(language, 'idea', { plan, idea: object.slice(object.lastIndexOf('/') + 1) })
  if (kind === 'document') return address(language, 'document', { plan, document: object.slice('document:'.length) })
  if (commitmentNumber === null) return address(language, 'plan', { plan })
  if (milestoneNumber === null) return address(language, 'commitment', { plan, number: commitmentNumber })
  return address(language, 'updates', { plan, number: commitmentNumber, milestone: milestoneNumber })
}
