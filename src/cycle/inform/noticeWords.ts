import { dateRange, hoursOfDay } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import type { Opportunity } from './queries.ts'
import type { NoticeKind, ParticipationKind } from './tables.ts'

/** What stands behind the title of a notice that no longer holds. */
export const markWords = defineTexts({ lv: { withdrawn: 'atsaukts' }, en: { withdrawn: 'withdrawn' } })

/** What kind of thing the secretariat tells. */
export const noticeKindNames: Record<Language, Record<NoticeKind, string>> = {
  lv: { news: 'Jaunums', notice: 'Paziņojums', opportunities: 'Paziņojums par līdzdalības iespējām' },
  en: { news: 'News', notice: 'Notice', opportunities: 'Notice of opportunities to take part' },
}

/** In which way one takes part. */
export const participationNames: Record<Language, Record<ParticipationKind, string>> = {
  lv: {
    survey: 'aptauja',
    discussion: 'diskusija',
    consultation: 'publiskā apspriešana (rakstiski)',
    hearing: 'sabiedriskā apspriede (sanāksme)',
    'working-group': 'darba grupa',
    opinion: 'atzinuma sniegšana',
    vote: 'balsojums',
    other: 'cits veids',
  },
  en: {
    survey: 'survey or call for ideas',
    discussion: 'discussion',
    consultation: 'public consultation (in writing)',
    hearing: 'public hearing (a meeting)',
    'working-group': 'working group',
    opinion: 'giving an opinion',
    vote: 'vote',
    other: 'another way',
  },
}

/** When an opportunity is: its dates as exactly as they are known, and the hours of its day. */
export function whenItIs(language: Language, { startsOn, endsOn, hours }: Pick<Opportunity, 'startsOn' | 'endsOn' | 'hours'>): string {
  const range = dateRange(language, startsOn, endsOn ?? startsOn)
  return hours ? `${range}, ${hoursOfDay(language, hours)}` : range
}
