import { defineTexts } from '../platform/languages/texts.ts'

/** What is wrong with a message about a barrier or an answer to it, and the letters. */
export const feedbackTexts = defineTexts({
  lv: {
    writeSomething: 'Uzrakstiet, kas traucē.',
    writeAnAnswer: 'Uzrakstiet atbildi.',
    tooLong: (limit: number) => `Saīsiniet līdz ${limit} rakstzīmēm.`,
    notAnEmail: 'Ierakstiet e-pasta adresi, piemēram, vards.uzvards@piemers.lv, vai atstājiet lauku tukšu.',
    leaveEmpty: 'Šo lauku atstājiet tukšu: to aizpilda tikai programmas.',
    tooQuick: 'Veidlapa nosūtīta tik ātri, kā to dara programmas. Nekas nav zudis: nosūtiet vēlreiz.',
    tooOften: (minutes: number) => `No šejienes saņemts daudz ziņojumu. Nekas nav zudis: nosūtiet vēlreiz pēc ${minutes} min.`,
    answerNotSent: 'Te ir atbilde, kas nav nosūtīta. Nosūtiet to vai izdzēsiet un tad noslēdziet.',
    noAddress: 'Adrese nav norādīta, tāpēc atbildi nosūtīt nevar.',
    noticeSubject: 'Jauns ziņojums par piekļūstamību',
    notice: (url: string) =>
      `Labdien!\n\nSaņemts ziņojums par piekļūstamības problēmu. To var izlasīt, atbildēt un noslēgt šeit:\n\n${url}\n\nKoprade\n`,
    answerSubject: 'Atbilde uz Jūsu ziņojumu par piekļūstamību',
    answerLetter: (answer: string, text: string) =>
      `Labdien!\n\n${answer}\n\nRīcības plāna sekretariāts\n\nJūs rakstījāt:\n\n${quoted(text)}\n`,
  },
  en: {
    writeSomething: 'Write what is in the way.',
    writeAnAnswer: 'Write an answer.',
    tooLong: (limit: number) => `Shorten it to ${limit} characters.`,
    notAnEmail: 'Enter an e-mail address, such as name@example.org, or leave the field empty.',
    leaveEmpty: 'Leave this field empty: only programs fill it in.',
    tooQuick: 'The form was sent as quickly as programs do it. Nothing is lost: send it again.',
    tooOften: (minutes: number) => `Many messages have come from here. Nothing is lost: send it again in ${minutes} min.`,
    answerNotSent: 'There is an answer here that was not sent. Send it, or delete it and close then.',
    noAddress: 'No address was given, so an answer can’t be sent.',
    noticeSubject: 'A new message about accessibility',
    notice: (url: string) =>
      `Hello,\n\nA message about an accessibility problem has arrived. Read, answer and close it here:\n\n${url}\n\nKoprade\n`,
    answerSubject: 'Answer to your message about accessibility',
    answerLetter: (answer: string, text: string) =>
      `Hello,\n\n${answer}\n\nThe action plan’s secretariat\n\nYou wrote:\n\n${quoted(text)}\n`,
  },
})

/** As letters quote: each line behind an angle bracket. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}
