import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

/** The shortest reason that says something, in characters. */
export const SHORTEST_REASON = 10

/** Why a call can't be saved, opened, corrected or closed as it is asked. */
export const callProblems = defineTexts({
  lv: {
    chooseAKind: 'Atzīmējiet vismaz vienu: ko ar šo aicinājumu var iesniegt.',
    unknownDocument: 'Tāda dokumenta šajā plānā nav. Izvēlieties citu.',
    questionsDiffer: 'Abās valodās jābūt vienādam jautājumu skaitam, katrs savā rindā; vai arī atstājiet vienu valodu tukšu.',
    tooManyQuestions: 'Jautājumu ir par daudz: atļauti desmit.',
    startsInThePast: 'Sākums ir pagātnē. Aicinājumu var atvērt no šodienas vai vēlāk.',
    endsInThePast: 'Beigu diena jau ir pagājusi.',
    startIsFixed: 'Aicinājums ir izziņots: sākumu vairs nemaina.',
    endIsFixed: 'Aicinājums ir slēgts: beigu dienu vairs nemaina.',
    kindIsInUse: 'To, ko jau var iesniegt, no atvērta aicinājuma vairs nevar izņemt.',
    sayWhy: `Aicinājums jau ir atvērts. Ierakstiet, kāpēc to labojat, vismaz ${SHORTEST_REASON} rakstzīmes.`,
    sayWhyShort: (days: number) =>
      `Paziņojums par līdzdalības iespējām nav publicēts vismaz ${days} ${pluralLv(days, { zero: 'dienu', one: 'dienu', other: 'dienas' })} pirms sākuma. Ierakstiet iemeslu: to redzēs ikviens.`,
    sayWhyClosed: `Ierakstiet, kāpēc aicinājumu slēdzat, vismaz ${SHORTEST_REASON} rakstzīmes: to redzēs ikviens.`,
    alreadyClosed: 'Aicinājums jau ir slēgts.',
    closed: 'Šis aicinājums ir slēgts: vairs neko iesniegt nevar. Viss iesniegtais paliek lasāms.',
    notOpenYet: 'Šis aicinājums vēl nav sācies.',
    notAsked: 'Šis aicinājums ko tādu neprasa.',
  },
  en: {
    chooseAKind: 'Tick at least one: what can be sent to this call.',
    unknownDocument: 'This plan has no such document. Choose another.',
    questionsDiffer: 'Both languages need the same number of questions, one a line; or leave one language empty.',
    tooManyQuestions: 'There are too many questions: ten are allowed.',
    startsInThePast: 'The start lies in the past. A call can be opened from today on or later.',
    endsInThePast: 'The last day has passed already.',
    startIsFixed: 'The call has been announced: its start does not change any more.',
    endIsFixed: 'The call is closed: its last day does not change any more.',
    kindIsInUse: 'What can be sent already can’t be taken out of an open call.',
    sayWhy: `The call is open already. Write why you are correcting it, at least ${SHORTEST_REASON} characters.`,
    sayWhyShort: (days: number) =>
      `The notice of opportunities to take part was not published at least ${days} ${pluralEn(days, { one: 'day', other: 'days' })} before the start. Write why: everyone will see it.`,
    sayWhyClosed: `Write why you are closing the call, at least ${SHORTEST_REASON} characters: everyone will see it.`,
    alreadyClosed: 'The call is closed already.',
    closed: 'This call is closed: nothing more can be sent. Everything that was sent stays readable.',
    notOpenYet: 'This call has not started yet.',
    notAsked: 'This call does not ask for anything like that.',
  },
})

/** The key of a sentence without values. */
export type CallProblem = {
  [K in keyof (typeof callProblems)['lv']]: (typeof callProblems)['lv'][K] extends string ? K : never
}[keyof (typeof callProblems)['lv']]
