import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'

/** What is said to who wants to be erased. */
export const eraseTexts = defineTexts({
  lv: {
    mine: 'Mana lapa',
    title: 'Dzēst mani',
    lead: 'Konts un viss, kas par Jums glabājas, pazudīs uzreiz. To nevar atsaukt.',
    goes: 'Kas pazudīs',
    stays: 'Kas paliks',
    dataFirst: 'Ja savus datus gribat paturēt, lejupielādējiet tos vispirms.',
    data: 'Mani dati',
    word: 'Lai apstiprinātu, ierakstiet vārdu DZĒST',
    wrongWord: 'Ierakstiet vārdu DZĒST. Kamēr tas nav ierakstīts, nekas netiek dzēsts.',
    erase: 'Dzēst mani',
    erased: 'Jūs esat dzēsts',
    erasedLead: 'Konta vairs nav. Idejas un komentāri palika bez Jūsu vārda.',
    home: 'Uz sākumlapu',
  },
  en: {
    mine: 'My page',
    title: 'Erase me',
    lead: 'The account and all that is kept about you will be gone at once. This can’t be undone.',
    goes: 'What goes',
    stays: 'What stays',
    dataFirst: 'If you want to keep your data, download them first.',
    data: 'My data',
    word: 'To confirm, type the word ERASE',
    wrongWord: 'Type the word ERASE. Until then nothing is erased.',
    erase: 'Erase me',
    erased: 'You have been erased',
    erasedLead: 'The account is gone. Ideas and comments stayed without your name.',
    home: 'To the home page',
  },
})

/** What has to be typed, as it is compared. */
export const eraseWord = { lv: 'dzest', en: 'erase' } as const

/** What goes and what stays, line by line. */
export const eraseLists: Record<Language, { goes: readonly string[]; stays: readonly string[] }> = {
  lv: {
    goes: [
      'vārds, e-pasta adrese, lomas un visi ieiešanas veidi;',
      'Jūsu atbalsts idejām – skaits kļūs par vienu mazāks;',
      'viss, kam sekojat, un pieteikumi pasākumiem;',
      'vēstules, kas vēl nav nosūtītas.',
    ],
    stays: [
      'idejas un komentāri, bet bez Jūsu vārda: tā vietā būs „dzēsts autors”. Citi par tiem jau ir izteikušies un iestādes atbildējušas;',
      'tas, ko darījāt institūcijas vai organizācijas vārdā, jo tas ir tās, nevis Jūsu;',
      'publiskais žurnāls. Jūsu vārda tajā nav un nekad nav bijis.',
    ],
  },
  en: {
    goes: [
      'your name, e-mail address, roles and all ways to sign in;',
      'your support of ideas: their numbers go down by one;',
      'all that you follow, and your registrations for events;',
      'letters that have not gone out yet.',
    ],
    stays: [
      'ideas and comments, but without your name: “erased author” stands instead. Others have spoken about them and institutions have answered;',
      'what you did for an institution or organisation, because it is theirs and not yours;',
      'the public record. Your name is not in it and never was.',
    ],
  },
}
