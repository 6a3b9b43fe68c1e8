import { defineTexts } from '../../../platform/languages/texts.ts'

/** What the form says that takes evidence out of view. */
export const withdrawalTexts = defineTexts({
  lv: {
    manage: 'Sekretariāts',
    title: 'Izņemt pierādījumu no apskates',
    reason: 'Iemesls',
    reasonHint: 'Piemēram: „Datnē ir personas dati.” Pašus datus šeit nerakstiet: iemeslu redzēs visi, un tas paliks publiskajā žurnālā.',
    reasonNeeded: 'Ierakstiet iemeslu, vismaz 10 rakstzīmes. To redzēs visi.',
    takeOut: 'Izņemt no apskates',
    about: 'Par šo veidlapu',
    note: 'Datni vai adresi vairs nerāda un neizsniedz. Pierādījuma nosaukums un ziņas, kas to min, paliek; blakus ir iemesls. Darbību nevar atsaukt: institūcija var pievienot labotu pierādījumu, labojot ziņas.',
    takenOut: (reason: string) => `Pierādījums ir izņemts no apskates. Iemesls: ${reason}`,
  },
  en: {
    manage: 'Secretariat',
    title: 'Take evidence out of view',
    reason: 'Reason',
    reasonHint:
      'For example: “The file holds personal data.” Don’t write the data themselves: everyone will see the reason, and it stays in the public record.',
    reasonNeeded: 'Write the reason, at least 10 characters. Everyone will see it.',
    takeOut: 'Take out of view',
    about: 'About this form',
    note: 'The file or address is no longer shown or served. The title of the evidence and the updates that name it stay, with the reason beside it. This can’t be undone: the institution can add corrected evidence by correcting its update.',
    takenOut: (reason: string) => `The evidence was taken out of view. Reason: ${reason}`,
  },
})
