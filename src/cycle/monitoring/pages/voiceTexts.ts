import { defineTexts } from '../../../platform/languages/texts.ts'

/** What stands around a voice's own words. */
export const voiceTexts = defineTexts({
  lv: {
    selfAssessment: 'pašnovērtējums',
    partnersAssessment: 'vērtējums',
    jointAssessment: 'kopīgs vērtējums',
    handedIn: 'iesniegts',
    stateOnDay: 'stāvoklis uz',
    signedBy: (names: string) => `Parakstījuši arī: ${names}`,
    verdict: 'Vērtējums:',
    milestone: (n: number) => `${n}. punkts`,
    lessons: 'Gūtās atziņas',
    earlierVersions: 'Agrākās redakcijas un kas tajās mainīts',
  },
  en: {
    selfAssessment: 'self-assessment',
    partnersAssessment: 'assessment',
    jointAssessment: 'joint assessment',
    handedIn: 'handed in',
    stateOnDay: 'as of',
    signedBy: (names: string) => `Also signed by: ${names}`,
    verdict: 'Assessment:',
    milestone: (n: number) => `Milestone ${n}`,
    lessons: 'Lessons',
    earlierVersions: 'Earlier versions and what changed',
  },
})
