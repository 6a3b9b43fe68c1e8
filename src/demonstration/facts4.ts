import { day, partialDate } from '../platform/dates/partialDate.ts'
import { localText } from '../platform/languages/languages.ts'
import type { FactByHand, PlanByHand } from './byHand.ts'
import { ogpPage } from './sources.ts'

const procurement = 'https://delna.lv/en/2020/08/10/publication-of-procurement-document-package/'
const lobbyingLaw = 'https://lvportals.lv/skaidrojumi/337847-ko-noteiks-interesu-parstavibas-atklatibas-likums-2022'
const lobbyingRegister = 'https://www.mk.gov.lv/lv/jaunums/ko-veicina-interesu-parstavibas-atklatibas-likums-0'
const standards = 'https://providus.lv/en/raksti/openness-standards-recommendations-to-local-governments-to-ensure-greater-openness/'

/** The fourth plan's results, sentence by sentence: see facts3.ts. */
export const facts4: readonly FactByHand[] = [
  {
    commitment: 1,
    kind: 'result',
    lv: '2020. gada augustā publicēti iepirkuma dokumentu paraugi (saistība ar šo pasākumu – secināta).',
    en: 'Model procurement documents came out in August 2020 (link to this measure inferred).',
    happenedOn: partialDate('2020-08'),
    knownFrom: day('2020-08-10'),
    certainty: 'inferred',
    sources: [procurement],
  },
  {
    commitment: 3,
    kind: 'result',
    lv: 'Likums plāna laikā netika pieņemts.',
    en: 'The law was not passed within the plan.',
    happenedOn: null,
    knownFrom: day('2021-12-31'),
    certainty: 'seen',
    sources: [lobbyingLaw],
  },
  {
    commitment: 3,
    kind: 'follow-up',
    lv: 'Interešu pārstāvības atklātības likums ir spēkā no 2023. gada 1. janvāra.',
    en: 'The Law on Transparency of Interest Representation applies from 1 January 2023.',
    happenedOn: partialDate('2023-01-01'),
    knownFrom: day('2023-01-01'),
    certainty: 'seen',
    sources: [lobbyingLaw],
  },
  {
    commitment: 3,
    kind: 'follow-up',
    lv: 'Interešu pārstāvības reģistrs darbojas no 2025. gada 1. septembra.',
    en: 'The register of interest representation works from 1 September 2025.',
    happenedOn: partialDate('2025-09-01'),
    knownFrom: day('2025-09-01'),
    certainty: 'seen',
    sources: [lobbyingRegister],
  },
  {
    commitment: 4,
    kind: 'result',
    lv: 'PROVIDUS un VARAM izstrādāja ieteikuma rakstura standartus.',
    en: 'PROVIDUS and the ministry produced standards of a recommendatory kind.',
    happenedOn: null,
    knownFrom: day('2021-12-31'),
    certainty: 'seen',
    sources: [standards],
  },
]

export const findingNotes4: PlanByHand['commitments']['findingNotes'] = {
  2: localText('Datu par rezultātu nav.', 'No result data.'),
  5: localText('Datu par rezultātu nav.', 'No result data.'),
}

export const statesKnownFrom4: PlanByHand['commitments']['stateKnownFrom'] = {
  '4/1': { from: day('2021-12-31'), sources: [standards, ogpPage('LV0043')] },
}

export const laterSources4: readonly string[] = [procurement, lobbyingLaw, lobbyingRegister, standards]
