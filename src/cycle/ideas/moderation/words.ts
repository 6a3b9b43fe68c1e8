import type { Language } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import type { ModerationAct, ReasonKind } from './tables.ts'

/** The kinds of reasons, in words. */
export const reasonWords: Record<Language, Record<ReasonKind, string>> = defineTexts({
  lv: {
    insult: 'apvainojums vai pazemošana',
    hate: 'naida kurināšana vai aicinājums uz vardarbību',
    spam: 'reklāma vai mēstule',
    'personal-data': 'citu cilvēku personas dati',
    'off-topic': 'neattiecas uz tematu',
    copyright: 'autortiesību pārkāpums',
    illegal: 'saturs, ko likums aizliedz',
    other: 'cits iemesls',
  },
  en: {
    insult: 'insult or humiliation',
    hate: 'incitement to hatred or violence',
    spam: 'advertising or spam',
    'personal-data': 'personal data of others',
    'off-topic': 'off topic',
    copyright: 'breach of copyright',
    illegal: 'content that the law forbids',
    other: 'another reason',
  },
})

/** What moderators did, in words. */
export const actWords: Record<Language, Record<ModerationAct, string>> = defineTexts({
  lv: {
    publish: 'Publicēts',
    hide: 'Paslēpts',
    restore: 'Atkal redzams',
    keep: 'Atstāts redzams pēc ziņojuma',
    'black-out': 'Aizkrāsoti personas dati',
  },
  en: {
    publish: 'Published',
    hide: 'Hidden',
    restore: 'Visible again',
    keep: 'Left visible after a report',
    'black-out': 'Personal data blacked out',
  },
})

/** What is said at the fields of moderators’ and readers’ forms. */
export const moderationRefusals = defineTexts({
  lv: {
    reason: 'Izvēlieties iemeslu.',
    explanation: 'Paskaidrojiet lēmumu: to lasīs autors un ikviens žurnāla lasītājs.',
    tooLong: (limit: number) => `Ne vairāk kā ${limit} rakstzīmju.`,
    nothingMarked: 'Nekas nav atzīmēts. Aizkrāsojamo ielieciet dubultās kvadrātiekavās: [[tā]].',
    onlyMark: 'Tekstu mainīt nedrīkst: tikai atzīmēt aizkrāsojamo ar [[ ]]. Varbūt kāds to tikmēr ir mainījis.',
    appeal: 'Uzrakstiet, kāpēc nepiekrītat.',
    appealedAlready: 'Iebildumi par šo lēmumu jau ir iesniegti. To var darīt vienreiz.',
    outcome: 'Izvēlieties lēmumu.',
    answer: 'Uzrakstiet autoram atbildi.',
    anotherDecides: 'Par iebildumiem lemj cits moderators, nevis tas, kurš pieņēma pirmo lēmumu.',
    notVisible: 'Šis teksts vairs nav publiski redzams. Paldies, moderators par to jau ir lēmis.',
  },
  en: {
    reason: 'Choose a reason.',
    explanation: 'Explain the decision: the author and everyone who opens the log will read it.',
    tooLong: (limit: number) => `At most ${limit} characters.`,
    nothingMarked: 'Nothing is marked. Put what is to be blacked out in double square brackets: [[like this]].',
    onlyMark: 'The text can’t be changed here, only marked with [[ ]]. Perhaps someone has changed it in the meantime.',
    appeal: 'Write why you disagree.',
    appealedAlready: 'There is an appeal against this decision already. It can be made once.',
    outcome: 'Choose the decision.',
    answer: 'Write an answer to the author.',
    anotherDecides: 'Another moderator decides about an appeal, not the one who made the first decision.',
    notVisible: 'This text is not visible to everyone any more. Thank you, a moderator has decided about it already.',
  },
})
