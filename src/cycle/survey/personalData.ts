import { type DataMap, type Words, withPersonalData } from '../../platform/dataMap.ts'
import { DRAFT_KEPT_SECONDS } from './answerDrafts.ts'
import { survey, surveyAnswer, surveyDraft, surveyLink, surveyParticipation, surveyText } from './tables.ts'

const programAlone: Words = { lv: 'Tikai programma.', en: 'The program alone.' }
const toHear: Words = {
  lv: 'Lai uzzinātu, ko cilvēki domā, un rezultātus publicētu.',
  en: 'To learn what people think, and to publish the results.',
}
const whileTheSite: Words = { lv: 'Glabājam, kamēr darbojas vietne.', en: 'As long as the site is there.' }
const onceEach: Words = {
  lv: 'Lai katrs atbildētu vienreiz. No šīs ziņas nevar uzzināt, ko kāds atbildēja.',
  en: 'So that everyone answers once. Nothing in it tells what anyone answered.',
}
const untilTheEnd: Words = {
  lv: 'Līdz aptauja ir beigusies; pēc tam to izdzēš stundas laikā.',
  en: 'Until the survey has ended; within an hour of it, it is erased.',
}

/** What surveys hold about people: answers apart from who gave them. */
export const surveyData: DataMap = [
  withPersonalData(
    survey,
    [
      {
        columns: ['draft', 'content', 'closingReason'],
        what: {
          lv: 'Aptaujas jautājumi un teksti. Kurš cilvēks tos rakstījis, neglabājam, bet tekstā var būt kāda vārds.',
          en: 'The questions and words of a survey. Which person wrote them is not kept, but a text may name someone.',
        },
        why: { lv: 'Lai aptauju varētu sagatavot un uz to atbildēt.', en: 'So that a survey can be prepared and answered.' },
        basis: 'public task',
        seenBy: { lv: 'Melnrakstu redz sekretariāts, publicēto ikviens.', en: 'A draft the secretariat, what is published everyone.' },
        kept: { until: whileTheSite },
      },
    ],
    [
      'id',
      'planId',
      'callId',
      'version',
      'identity',
      'startsOn',
      'endsOn',
      'resultsDuring',
      'openAnswers',
      'publishedOn',
      'closedOn',
      'answers',
      'tally',
      'severedAt',
      'demonstration',
      'recordSeq',
    ],
  ),
  withPersonalData(
    surveyAnswer,
    [
      {
        columns: ['answers', 'language'],
        what: {
          lv: 'Atbilde uz aptauju: kas izvēlēts un kurā valodā atbildēts, bez vārda, adreses un laika.',
          en: 'An answer to a survey: what was chosen, and in which language, without name, address and time.',
        },
        why: toHear,
        basis: 'public task',
        seenBy: {
          lv: 'Ikviens redz kopsavilkumu, kurā mazas grupas paslēptas. Ja tā paredzēts un atbilžu pietiek, arī atbildes pa vienai bez tekstiem, mazās grupas paslēpjot.',
          en: 'Everyone sees the sums, with small groups hidden. Where that is foreseen and there are enough, also single answers without texts, with small groups hidden.',
        },
        kept: { until: whileTheSite },
      },
      {
        columns: ['changeKey'],
        what: {
          lv: 'Ja atbildējāt ienācis vai apstiprinot adresi: zīme, pēc kuras programma atrod Jūsu atbildi. To var aprēķināt tikai programma ar savu slepeno atslēgu.',
          en: 'If you answered signed in or by confirming your address: a mark by which the program finds your answer. Only the program can work it out, with its secret key.',
        },
        why: {
          lv: 'Lai līdz aptaujas beigām varētu savu atbildi mainīt.',
          en: 'So that you can change your answer until the survey ends.',
        },
        basis: 'public task',
        seenBy: programAlone,
        kept: { until: untilTheEnd },
      },
    ],
    ['id', 'surveyId', 'demonstration'],
  ),
  withPersonalData(surveyParticipation, [
    {
      columns: ['surveyId', 'participant'],
      what: {
        lv: 'Ziņa, ka aptaujā jau atbildēts: pārlūka nejaušās atslēgas pirkstu nospiedums vai zīme, ko no cilvēka aprēķina tikai programma ar savu slepeno atslēgu.',
        en: 'That a survey has been answered: the fingerprint of a browser’s random key, or a mark that only the program can work out of a person, with its secret key.',
      },
      why: onceEach,
      basis: 'public task',
      seenBy: programAlone,
      kept: { until: untilTheEnd },
    },
  ]),
  withPersonalData(
    surveyLink,
    [
      {
        columns: ['addressKey', 'used'],
        what: {
          lv: 'Uz aptauju nosūtīta saite: zīme, ko no adreses aprēķina tikai programma, un vai saite ir izmantota. Pašas adreses te nav, tā ir tikai vēstulē.',
          en: 'A link that was sent to a survey: a mark that only the program can work out of the address, and whether the link was used. The address itself is not here, but in the letter alone.',
        },
        why: onceEach,
        basis: 'public task',
        seenBy: {
          lv: 'Programma; sekretariāts redz, cik saišu nosūtīts un cik izmantots.',
          en: 'The program; the secretariat sees how many links were sent and used.',
        },
        kept: { until: whileTheSite },
      },
    ],
    ['id', 'surveyId'],
  ),
  withPersonalData(surveyDraft, [
    {
      columns: ['id', 'surveyId', 'fields', 'savedAt'],
      what: {
        lv: 'Iesākta un nenosūtīta atbilde. Atslēga ir tikai Jūsu pārlūka sīkdatnē vai Jūsu saitē.',
        en: 'An answer that was begun and not sent. The key to it is in a cookie of your browser, or in your link, alone.',
      },
      why: { lv: 'Lai iesāktais nezustu, kad aizverat pārlūku.', en: 'So that it is not lost when you close your browser.' },
      basis: 'public task',
      seenBy: { lv: 'Tikai Jūs.', en: 'You alone.' },
      kept: { seconds: DRAFT_KEPT_SECONDS, since: { lv: 'kopš pēdējās saglabāšanas', en: 'after it was last saved' }, job: 'surveys' },
    },
  ]),
  withPersonalData(
    surveyText,
    [
      {
        columns: ['body', 'language'],
        what: {
          lv: 'Teksts, ko ierakstījāt atbildē, bez vārda un laika. Jūs pats tajā varat būt nosaucis kādu.',
          en: 'A text that you wrote in an answer, without name and time. You may have named someone in it.',
        },
        why: toHear,
        basis: 'public task',
        seenBy: {
          lv: 'Moderatori un sekretariāts; ikviens tikai tad, kad moderators to publicējis.',
          en: 'Moderators and the secretariat; everyone only once a moderator has published it.',
        },
        kept: { until: whileTheSite },
      },
      {
        columns: ['answerId'],
        what: {
          lv: 'Kurā atbildē teksts ierakstīts, ja atbildi vēl var mainīt.',
          en: 'In which answer a text stands, where that can still be changed.',
        },
        why: { lv: 'Lai maiņa neatstātu vecos tekstus.', en: 'So that a change leaves no old texts behind.' },
        basis: 'public task',
        seenBy: programAlone,
        kept: { until: untilTheEnd },
      },
    ],
    ['id', 'surveyId', 'question', 'visibility', 'hidingReason', 'demonstration', 'recordSeq'],
  ),
]
