import { defineTexts } from '../../platform/languages/texts.ts'

/** What the letters about a registration say. */
export const letterTexts = defineTexts({
  lv: {
    askSubject: (title: string) => `Apstipriniet pieteikšanos: ${title}`,
    ask: (title: string, when: string, link: string, days: number) =>
      `Labdien!\n\nNo šīs adreses pieteikts dalībnieks pasākumam „${title}” (${when}).\n\nLai pieteikumu apstiprinātu, atveriet šo saiti un nospiediet pogu:\n\n${link}\n\nSaite der ${days} dienas. Vieta Jums tiek ierādīta tikai tad, kad apstiprināt. Ja nepieteicāties, nedariet neko: ierakstītais tiks dzēsts.\n`,
    registeredSubject: (title: string) => `Jūs esat pieteikts: ${title}`,
    registered: 'Jūsu pieteikums ir reģistrēts, un vieta Jums ir nodrošināta. Pievienoto datni varat ielikt savā kalendārā.',
    waitingSubject: (title: string) => `Jūs esat gaidīšanas sarakstā: ${title}`,
    waiting:
      'Visas vietas ir aizņemtas, tāpēc esat gaidīšanas sarakstā. Vietas piešķir pieteikšanās secībā: ja kāds atteiksies un pienāks Jūsu kārta, vieta būs Jūsu un atsūtīsim vēstuli.',
    seatSubject: (title: string) => `Jums ir vieta: ${title}`,
    seat: 'Atbrīvojās vieta, un pienāca Jūsu kārta: vieta pasākumā tagad ir Jūsu. Pievienoto datni varat ielikt savā kalendārā.',
    leftSubject: (title: string) => `Pieteikums atsaukts: ${title}`,
    left: 'Jūsu pieteikums ir atsaukts. Ja pārdomāsit, varat pieteikties no jauna; pievienotā datne izņem pasākumu no Jūsu kalendāra.',
    changedSubject: (title: string) => `Mainīts pasākums: ${title}`,
    changed: (reason: string) =>
      `Pasākums, kuram esat pieteicies, ir mainīts. Pamatojums: ${reason}\n\nJūsu pieteikums paliek spēkā. Tagad pasākums ir šāds:`,
    cancelledSubject: (title: string) => `Pasākums nenotiks: ${title}`,
    cancelled: (reason: string) => `Pasākums, kuram esat pieteicies, nenotiks. Pamatojums: ${reason}`,
    reminderSubject: (title: string) => `Atgādinām par pasākumu rīt: ${title}`,
    reminder: 'Atgādinām: rīt notiek pasākums, kuram esat pieteicies.',
    when: 'Kad',
    place: 'Vieta',
    accessibility: 'Piekļūstamība',
    stream: 'Tiešraide',
    more: 'Vairāk par pasākumu un Jūsu pieteikumu:',
    leave: 'Ja nevarēsit atnākt, lūdzu, atbrīvojiet vietu citam:',
    greeting: 'Labdien!',
  },
  en: {
    askSubject: (title) => `Confirm your registration: ${title}`,
    ask: (title, when, link, days) =>
      `Hello,\n\nThis address was used to register for the event “${title}” (${when}).\n\nTo confirm, open this link and press the button:\n\n${link}\n\nIt works for ${days} days. A seat is given to you only when you confirm. If you did not register, do nothing: what was typed will be erased.\n`,
    registeredSubject: (title) => `You are registered: ${title}`,
    registered: 'You are registered and have a seat. You can put the attached file into your calendar.',
    waitingSubject: (title) => `You are on the waiting list: ${title}`,
    waiting:
      'All seats are taken, so you are on the waiting list. Seats are given in the order of registration: if someone gives up theirs and it is your turn, the seat is yours and we write to you.',
    seatSubject: (title) => `You have a seat: ${title}`,
    seat: 'A seat has become free and it was your turn: the seat is yours now. You can put the attached file into your calendar.',
    leftSubject: (title) => `Registration withdrawn: ${title}`,
    left: 'Your registration is withdrawn. If you change your mind you can register again; the attached file takes the event out of your calendar.',
    changedSubject: (title) => `The event has changed: ${title}`,
    changed: (reason) =>
      `An event for which you registered has changed. The reason: ${reason}\n\nYour registration stays valid. The event is now as follows:`,
    cancelledSubject: (title) => `The event will not take place: ${title}`,
    cancelled: (reason) => `An event for which you registered will not take place. The reason: ${reason}`,
    reminderSubject: (title) => `A reminder of the event tomorrow: ${title}`,
    reminder: 'A reminder: an event for which you registered takes place tomorrow.',
    when: 'When',
    place: 'Place',
    accessibility: 'Accessibility',
    stream: 'Stream',
    more: 'More about the event and your registration:',
    leave: 'If you can’t come, please free the seat for someone else:',
    greeting: 'Hello,',
  },
})
