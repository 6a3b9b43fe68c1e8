import { defineTexts } from '../../../platform/languages/texts.ts'
import { SHORTEST_REASONS } from './tables.ts'

/** Why an answer can't be given as it stands, and what is said around it. */
export const answerTexts = defineTexts({
  lv: {
    reasonsTooShort: `Pamatojiet atbildi: vajag vismaz ${SHORTEST_REASONS} rakstzīmes.`,
    sayWhere: 'Norādiet apņemšanos vai tēmu, kurā ideja iekļauta.',
    wentNowhere: 'Šāda atbilde nenorāda ne apņemšanos, ne tēmu. Noņemiet izvēli vai mainiet atbildi.',
    unknownInstitution: 'Izvēlieties institūciju no saraksta.',
    unknownPlace: 'Tādas apņemšanās vai tēmas vairs nav. Izvēlieties citu.',
    sayWhyCorrected: (shortest: number) => `Atbilde jau ir publicēta. Ierakstiet, kāpēc to labojat, vismaz ${shortest} rakstzīmes.`,
    nothingChanged: 'Atbildē nekas nav mainīts, tāpēc jaunas redakcijas nav.',
    merged: (number: number) => `Ideja ir apvienota ar ideju Nr. ${number}. Atbildiet uz to.`,
    notAllThere: (names: string) =>
      `Nekas nav publicēts. Kopš priekšskatījuma ir mainījušās idejas: ${names}. Izņemiet tās vai priekšskatiet vēlreiz.`,
    notToBeAnswered: (names: string) => `Uz šīm idejām šajā melnrakstā atbildēt vairs nevar: ${names}. Atzīmējiet tās kā izņemamas.`,
    previewFirst: 'Kopš priekšskatījuma melnraksts ir mainīts. Priekšskatiet to vēlreiz.',
    noIdeas: 'Sarakstā nav nevienas idejas. Pievienojiet vismaz vienu.',
    tooMany: (most: number) => `Vienā reizē var atbildēt uz ${most} idejām. Pārējām sagatavojiet vēl vienu atbildi.`,
    chooseSome: 'Atzīmējiet vismaz vienu ideju.',
    noneFits: 'Neviena no atzīmētajām idejām vairs negaida atbildi.',
    dayNeeded: 'Norādiet dienu, kurā publicēt.',
    dayNotAhead: 'Izvēlieties dienu pēc šodienas. Šodien var publicēt uzreiz.',
    dayTooFar: 'Tik tālu uz priekšu neplāno. Izvēlieties dienu gada laikā.',
    published: 'Šī atbilde jau ir publicēta.',
  },
  en: {
    reasonsTooShort: `Give the reasons: at least ${SHORTEST_REASONS} characters are needed.`,
    sayWhere: 'Name the commitment or the theme into which the idea was accepted.',
    wentNowhere: 'Such an answer names neither a commitment nor a theme. Clear the choice or change the answer.',
    unknownInstitution: 'Choose an institution from the list.',
    unknownPlace: 'There is no such commitment or theme any more. Choose another.',
    sayWhyCorrected: (shortest) => `The answer is published already. Write why you are correcting it, at least ${shortest} characters.`,
    nothingChanged: 'Nothing in the answer has changed, so there is no new version.',
    merged: (number) => `The idea was merged into idea No. ${number}. Answer that one.`,
    notAllThere: (names) => `Nothing was published. Since the preview these ideas have changed: ${names}. Take them out, or preview again.`,
    notToBeAnswered: (names) => `These ideas can’t be answered in this draft any more: ${names}. Mark them to be taken out.`,
    previewFirst: 'The draft has changed since the preview. Preview it again.',
    noIdeas: 'There is no idea in the list. Add at least one.',
    tooMany: (most) => `${most} ideas can be answered at once. Prepare another answer for the rest.`,
    chooseSome: 'Mark at least one idea.',
    noneFits: 'None of the ideas you marked awaits an answer any more.',
    dayNeeded: 'Give the day on which to publish.',
    dayNotAhead: 'Choose a day after today. Today it can be published at once.',
    dayTooFar: 'That is too far ahead. Choose a day within a year.',
    published: 'This answer is published already.',
  },
})
