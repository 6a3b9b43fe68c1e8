import { defineTexts } from '../../platform/languages/texts.ts'

/** What is said when something can't be done to an idea any more, and at the fields of the forms about ideas. */
export const ideaRefusals = defineTexts({
  lv: {
    merged: (number: number) => `Šī ideja ir apvienota ar ideju Nr. ${number}. Atbalstiet to.`,
    hidden: 'Moderators šo ideju ir paslēpis, tāpēc tai neko nevar pievienot. Rakstītais nekur nav nosūtīts.',
    commentHidden: 'Komentārs, uz kuru atbildat, ir paslēpts. Rakstītais nekur nav nosūtīts.',
    closed: 'Ideju vākšana ir slēgta: atbalstīt un komentēt vairs nevar. Viss paliek lasāms.',
    kind: 'Izvēlieties, ko komentārs dara: atbalsta, iebilst vai jautā.',
    body: 'Uzrakstiet komentāru.',
    tooLong: (limit: number) => `Ne vairāk kā ${limit} rakstzīmju.`,
    links: (most: number) => `Komentārā var būt ne vairāk kā ${most} saites.`,
    name: 'Norādiet vārdu.',
    email: 'Norādiet e-pasta adresi, piemēram, vards@piemers.lv.',
    displayName: 'Norādiet vārdu, ko rādīt.',
    sector: 'Izvēlieties nozari.',
    leaveEmpty: 'Šo lauku atstājiet tukšu.',
    tooQuick: 'Tas bija ļoti ātri. Pārbaudiet rakstīto un sūtiet vēlreiz.',
    tooOften: (minutes: number) => `Pārāk daudz sūtījumu īsā laikā. Mēģiniet pēc ${minutes} min.; rakstītais paliek šeit.`,
  },
  en: {
    merged: (number: number) => `This idea was merged into idea No. ${number}. Please support that one.`,
    hidden: 'A moderator has hidden this idea, so nothing can be added to it. What you wrote was not sent anywhere.',
    commentHidden: 'The comment you are replying to was hidden. What you wrote was not sent anywhere.',
    closed: 'The call for ideas is closed: nothing can be supported or commented any more. Everything stays readable.',
    kind: 'Choose what the comment does: speaks for, against, or asks.',
    body: 'Write the comment.',
    tooLong: (limit: number) => `At most ${limit} characters.`,
    links: (most: number) => `A comment may have at most ${most} links.`,
    name: 'Give a name.',
    email: 'Give an e-mail address, such as name@example.com.',
    displayName: 'Give the name to show.',
    sector: 'Choose a sector.',
    leaveEmpty: 'Leave this field empty.',
    tooQuick: 'That was very quick. Please check what you wrote and send it again.',
    tooOften: (minutes: number) => `Too much was sent in a short time. Try again in ${minutes} min.; what you wrote stays here.`,
  },
})
