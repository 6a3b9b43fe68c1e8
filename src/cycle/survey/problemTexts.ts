import { formatNumber } from '../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'

/** The most questions, pages and choices of a survey. */
export const MOST_QUESTIONS = 60
export const MOST_PAGES = 20
export const MOST_OPTIONS = 30
/** A reason says something. */
export const SHORTEST_REASON = 10
/** The longest text that an answer may have, and what stands in a new question. */
export const LONGEST_ANSWER = 5000

/** Why a survey, or an answer to it, was refused. */
export const surveyProblems = defineTexts({
  lv: {
    noQuestions: 'Pievienojiet vismaz vienu jautājumu.',
    tooManyQuestions: `Jautājumu ir par daudz: atļauti ${MOST_QUESTIONS}.`,
    tooManyPages: `Lapu ir par daudz: atļautas ${MOST_PAGES}.`,
    twoChoices: 'Ierakstiet vismaz divas izvēles, katru savā rindā.',
    tooManyChoices: `Izvēļu ir par daudz: atļautas ${MOST_OPTIONS}.`,
    sameChoice: 'Divas izvēles ir vienādas.',
    choicesDiffer: (lv: number, en: number) => `Izvēlēm abās valodās jāsakrīt rindu pa rindai: latviski ir ${lv}, angliski ${en}.`,
    choicesStay: (count: number) => `Publicētā aptaujā izvēļu skaitu un secību vairs nemaina: šeit jābūt ${count}.`,
    notAWholeNumber: 'Ierakstiet veselu skaitli.',
    scaleRuns: 'Skalai vajag no 2 līdz 11 pakāpēm; sākums ir mazāks par beigām.',
    leastIsMore: 'Mazākais skaitlis ir lielāks par lielāko.',
    limitIs: `Ierakstiet skaitli no 1 līdz ${LONGEST_ANSWER}.`,
    conditionGone: 'Šis nosacījums vairs neder: jautājums vai atbilde ir mainīta vai ir tālāk. Izvēlieties no jauna.',
    daysOrCall: 'Norādiet dienas vai aicinājumu, kura dienas der arī aptaujai.',
    bothDays: 'Norādiet abas dienas vai nevienu.',
    unknownCall: 'Šim plānam tāda publicēta aicinājuma nav. Izvēlieties citu.',
    unknownPlan: 'Tāda plāna nav. Izvēlieties citu.',
    endedAlready: 'Šī diena jau ir pagājusi. Izvēlieties vēlāku.',
    sayWhy: `Ierakstiet pamatojumu, vismaz ${SHORTEST_REASON} rakstzīmes.`,
    publishedAlready: 'Aptauja jau ir publicēta.',
    notOpen: 'Aptauja nav atvērta, tāpēc to nevar slēgt.',
    answerThis: 'Uz šo jautājumu atbilde ir obligāta.',
    chooseOffered: 'Izvēlieties vienu no piedāvātajām atbildēm.',
    chooseOne: 'Izvēlieties tikai vienu atbildi.',
    rankAll: 'Piešķiriet katrai izvēlei savu vietu, katru vietu vienreiz.',
    aNumber: 'Ierakstiet skaitli, piemēram, 12 vai 12,5.',
    atLeast: (least: number) => `Mazākais iespējamais skaitlis ir ${formatNumber('lv', least)}.`,
    atMost: (most: number) => `Lielākais iespējamais skaitlis ir ${formatNumber('lv', most)}.`,
    tooLong: (limit: number, count: number) =>
      `Teksts ir par garu: atļautas ${formatNumber('lv', limit)} rakstzīmes, ierakstītas ${formatNumber('lv', count)}. Ierakstītais nav zudis: saīsiniet to.`,
    tooMuch: 'Ierakstīts pārāk daudz, tāpēc melnrakstu nevarēja saglabāt. Saīsiniet tekstus.',
    closed: 'Aptauja ir slēgta, tāpēc atbildes vairs nepieņem. Jūsu ierakstītais nav nosūtīts.',
    notYetOpen: 'Aptauja vēl nav sākusies.',
    linkUsed: 'Pēc šīs saites atbilde jau ir saņemta. Vienu saiti var izmantot vienreiz, tāpēc otra atbilde nav pieņemta.',
    linkUnknown: 'Tādas saites nav. Pārbaudiet, vai adrese no vēstules ir nokopēta pilnībā.',
    byInvitation: 'Uz šo aptauju atbild tie, kam nosūtīta saite. Atveriet saiti no savas vēstules.',
    answeredAlready: 'No šī pārlūka atbilde jau ir saņemta, tāpēc otra nav pieņemta.',
    nothingBegun: 'Šajā pārlūkā nav sāktas atbildes. Varbūt tā jau ir nosūtīta, vai pagājis pārāk ilgs laiks.',
    giveAName: 'Ierakstiet vārdu, kā Jūs uzrunāt.',
    giveAnEmail: 'Ierakstiet e-pasta adresi, piemēram, vards@example.org.',
    tooOften: 'No Jūsu tīkla atbilžu nāk pārāk daudz. Pagaidiet dažas minūtes un mēģiniet vēlreiz. Ierakstītais nav zudis.',
    notAddresses: (wrong: string) => `Tās nav e-pasta adreses: ${wrong}`,
    noAddresses: 'Ierakstiet vismaz vienu e-pasta adresi.',
    tooManyAddresses: (most: number) => `Aptaujai var būt ne vairāk kā ${formatNumber('lv', most)} saites.`,
    notByInvitation: 'Saites sūta tikai aptaujai, uz kuru atbild pēc uzaicinājuma un kura vēl nav slēgta.',
    chooseTexts: 'Atzīmējiet vismaz vienu tekstu.',
    chooseReason: 'Izvēlieties, kāpēc tekstu nerāda.',
    tooFew: (least: number) =>
      `Atbildes pa vienai kļūst pieejamas, kad aptauja ir slēgta un ir vismaz ${least} ${pluralLv(least, { zero: 'atbilžu', one: 'atbilde', other: 'atbildes' })}: mazāk atbildētāju varētu atpazīt.`,
    notGivenAway: 'Šīs aptaujas atbildes pa vienai nepublicē. Apkopotie rezultāti ir pieejami.',
    resultsLater: 'Rezultātus publicēs, kad aptauja būs slēgta.',
  },
  en: {
    noQuestions: 'Add at least one question.',
    tooManyQuestions: `There are too many questions: a survey may have ${MOST_QUESTIONS}.`,
    tooManyPages: `There are too many pages: a survey may have ${MOST_PAGES}.`,
    twoChoices: 'Write at least two choices, each on a line of its own.',
    tooManyChoices: `There are too many choices: a question may have ${MOST_OPTIONS}.`,
    sameChoice: 'Two choices are the same.',
    choicesDiffer: (lv, en) => `The choices must match line by line in both languages: there are ${lv} in Latvian and ${en} in English.`,
    choicesStay: (count) => `Once published, the number and order of choices stay: there must be ${count} here.`,
    notAWholeNumber: 'Write a whole number.',
    scaleRuns: 'A scale needs 2 to 11 steps, and its start is less than its end.',
    leastIsMore: 'The least number is more than the most.',
    limitIs: `Write a number from 1 to ${LONGEST_ANSWER}.`,
    conditionGone: 'This condition no longer fits: the question or the answer has changed or comes later. Choose again.',
    daysOrCall: 'Give the days, or a call whose days are the survey’s too.',
    bothDays: 'Give both days or neither.',
    unknownCall: 'This plan has no such published call. Choose another.',
    unknownPlan: 'There is no such plan. Choose another.',
    endedAlready: 'This day has passed. Choose a later one.',
    sayWhy: `Write the reason, at least ${SHORTEST_REASON} characters.`,
    publishedAlready: 'The survey is published already.',
    notOpen: 'The survey is not open, so it can’t be closed.',
    answerThis: 'This question needs an answer.',
    chooseOffered: 'Choose one of the answers that are offered.',
    chooseOne: 'Choose one answer only.',
    rankAll: 'Give each choice its place, each place once.',
    aNumber: 'Write a number, such as 12 or 12.5.',
    atLeast: (least) => `The least possible number is ${formatNumber('en', least)}.`,
    atMost: (most) => `The highest possible number is ${formatNumber('en', most)}.`,
    tooLong: (limit, count) =>
      `The text is too long: ${formatNumber('en', limit)} characters are allowed, there are ${formatNumber('en', count)}. Nothing is lost: please shorten it.`,
    tooMuch: 'You have written too much for the draft to be saved. Please shorten your texts.',
    closed: 'The survey is closed, so answers are no longer taken. What you wrote has not been sent.',
    notYetOpen: 'The survey has not begun yet.',
    linkUsed: 'An answer has come by this link already. A link can be used once, so a second answer was not taken.',
    linkUnknown: 'There is no such link. Check that the address was copied whole from the letter.',
    byInvitation: 'This survey is answered by those who were sent a link. Open the link in your letter.',
    answeredAlready: 'An answer has come from this browser already, so a second one was not taken.',
    nothingBegun: 'No answer was begun in this browser. Perhaps it was sent already, or too long ago.',
    giveAName: 'Write a name by which to address you.',
    giveAnEmail: 'Write an e-mail address, such as name@example.org.',
    tooOften: 'Too many answers come from your network. Wait a few minutes and try again. Nothing is lost.',
    notAddresses: (wrong) => `These are no e-mail addresses: ${wrong}`,
    noAddresses: 'Write at least one e-mail address.',
    tooManyAddresses: (most) => `A survey can have at most ${formatNumber('en', most)} links.`,
    notByInvitation: 'Links are sent for a survey by invitation only, until it is closed.',
    chooseTexts: 'Tick at least one text.',
    chooseReason: 'Choose why the text is not shown.',
    tooFew: (least) =>
      `Single answers become available once the survey is closed and there are at least ${least} ${pluralEn(least, { one: 'answer', other: 'answers' })}: fewer people could be recognised.`,
    notGivenAway: 'The single answers to this survey are not published. The results are available as sums.',
    resultsLater: 'The results will be published once the survey is closed.',
  },
})

type Key = {
  [K in keyof (typeof surveyProblems)['lv']]: (typeof surveyProblems)['lv'][K] extends string ? K : never
}[keyof (typeof surveyProblems)['lv']]

/** A sentence of these, in the reader's language. */
export const saying = (key: Key) => (language: 'lv' | 'en') => surveyProblems[language][key]
