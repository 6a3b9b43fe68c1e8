import { defineTexts } from '../../platform/languages/texts.ts'

/** The most options of a ballot, and the most voters. */
export const MOST_OPTIONS = 60
export const MOST_VOTERS = 20_000
/** A reason says something. */
export const SHORTEST_REASON = 10

/** Why a ballot, or a vote in it, was refused. */
export const selectionProblems = defineTexts({
  lv: {
    unknownPlan: 'Tāda plāna nav. Izvēlieties citu.',
    publishedAlready: 'Balsojums jau ir publicēts, un tajā vairs neko nemaina.',
    twoOptions: 'Ierakstiet vismaz divus balsojamos priekšlikumus.',
    tooManyOptions: `Priekšlikumu ir par daudz: atļauti ${MOST_OPTIONS}.`,
    unknownSource: 'Tāda avota šajā plānā vairs nav. Izvēlieties citu.',
    costMissing: 'Ja izvēli ierobežo nauda, katram priekšlikumam norādiet izmaksas.',
    notMoney: 'Ierakstiet summu euro, piemēram, 12000 vai 99,50.',
    overBudget: 'Izmaksas ir lielākas par visu pieejamo summu.',
    seatsOrBudget: 'Norādiet vai nu izvēlamo skaitu, vai pieejamo summu.',
    budgetNeedsShares: 'Ar naudu izvēli ierobežo tikai vienādo daļu metodē. Citām metodēm norādiet izvēlamo skaitu.',
    tooManySeats: 'Jāizvēlas mazāk, nekā ir priekšlikumu.',
    notATime: 'Ierakstiet laiku stundās un minūtēs, ja vajag, arī sekundēs, piemēram, 17.00 vai 17.00.30.',
    dayMissing: 'Norādiet dienu un laiku.',
    closesBeforeOpening: 'Balsošana beidzas, pirms tā sākusies. Izvēlieties vēlāku beigu laiku.',
    closedAlready: 'Šis laiks jau ir pagājis. Izvēlieties vēlāku.',
    noVoters: 'Norādiet, kas balso: atzīmējiet iestādes un organizācijas vai ierakstiet balsotājus.',
    tooManyVoters: `Balsotāju ir par daudz: atļauti ${MOST_VOTERS}.`,
    unknownOrganisation: 'Tādas iestādes vai organizācijas vairs nav. Atzīmējiet no jauna.',
    voterLine: (line: number) => `${line}. rindā jābūt vārdam, e-pasta adresei un sektoram ar semikoliem starp tiem.`,
    voterTwice: (line: number) => `${line}. rindas adrese ir ierakstīta divreiz.`,
    parityNeedsBoth: 'Lai abas puses svērtu vienādi, balsotājiem jābūt gan valsts pārvaldes, gan nevalstiskajā pusē.',
    bindingOnEmbedded:
      'Saistošam balsojumam vajag PostgreSQL datubāzes serveri. Šī vietne darbojas ar iebūvēto datubāzi, kurā saistošus balsojumus neatļauj vietnes iestatījumi.',
    sayWhy: `Ierakstiet pamatojumu, vismaz ${SHORTEST_REASON} rakstzīmes.`,
    withdrawWhileItRuns: 'Priekšlikumu atsauc pēc balsojuma publicēšanas, līdz balsošana ir beigusies.',
    withdrawnAlready: 'Šis priekšlikums jau ir atsaukts.',
    oneMustStay: 'Jāpaliek vairāk priekšlikumiem, nekā jāizvēlas; šo atsaukt nevar.',
    notYetOpen: 'Balsošana vēl nav sākusies, tāpēc balss nav pieņemta.',
    closed: 'Balsošana ir beigusies, tāpēc balss nav pieņemta. Nekas nav mainīts.',
    notEntitled: 'Šajā balsojumā Jums balss tiesību nav: balsotāju saraksts bija noteikts, kad balsojumu publicēja. Nekas nav mainīts.',
    signInToVote: 'Lai balsotu, ienāciet. Drošības dēļ ierakstīto balsi neesam saglabājuši.',
    votedAlready:
      'Balss jau ir nodota. Lai to mainītu, ierakstiet tās apliecinājuma kodu: bez tā aizklātu balsi nevar atrast pat vietnes programma.',
    tokenOfAnother: 'Šis kods jau pieder citai balsij. Atveriet balsošanas lapu no jauna.',
    recusedAlready: 'Jūs esat atturējies no dalības šajā balsojumā interešu konflikta dēļ, tāpēc balss nav pieņemta.',
    votedSoNotRecused: 'Balss jau ir nodota, tāpēc atteikties no dalības balsojumā vairs nevar.',
    chooseOne: 'Izvēlieties vienu priekšlikumu.',
    chooseSome: 'Jūs neko neesat izvēlējies. Ja gribat nodot tukšu balsi, nospiediet „Tukša balss”.',
    notPoints: (most: number) => `Ierakstiet veselu skaitli no 0 līdz ${most}.`,
    notAPlace: (most: number) => `Izvēlieties vietu no 1 līdz ${most}.`,
    samePlace: 'Divi priekšlikumi ir vienā vietā. Piešķiriet katram savu.',
    withdrawnOption: (reason: string) => `Šis priekšlikums ir atsaukts, par to vairs nebalso. Iemesls: ${reason}`,
    unknownOption: 'Tāda priekšlikuma balsojumā nav.',
    notAToken: 'Kods ir pieci burtu un ciparu pieckopi. Pārbaudiet, vai tas norakstīts pilnībā.',
    tokenUnknown: 'Balss ar tādu kodu šajā balsojumā nav. Pārbaudiet, vai kods norakstīts pareizi.',
    notCountedYet: 'Rezultāts un balsis būs pieejamas, kad balsošana būs beigusies.',
    nobodyVoted: 'Neviens nebalsoja, tāpēc balsu datnes nav.',
    noBlt: 'Šī balsojuma balsis nav publicētas kā .blt datne. Izmantojiet .pb datni.',
    tooOften: 'Mēģinājumu ir par daudz. Uzgaidiet dažas minūtes un mēģiniet vēlreiz.',
  },
  en: {
    unknownPlan: 'There is no such plan. Choose another.',
    publishedAlready: 'The ballot is published, and nothing in it changes any more.',
    twoOptions: 'Write at least two options.',
    tooManyOptions: `There are too many options: ${MOST_OPTIONS} are allowed.`,
    unknownSource: 'This plan has no such source any more. Choose another.',
    costMissing: 'Where money limits the choice, give every option a cost.',
    notMoney: 'Write a sum in euro, such as 12000 or 99.50.',
    overBudget: 'The cost is more than all the money there is.',
    seatsOrBudget: 'Give either how many are chosen or how much money there is.',
    budgetNeedsShares: 'Money limits the choice under the method of Equal Shares alone. For other methods give how many are chosen.',
    tooManySeats: 'Fewer have to be chosen than there are options.',
    notATime: 'Write the time in hours and minutes, with seconds where needed, such as 17:00 or 17:00:30.',
    dayMissing: 'Give the day and the time.',
    closesBeforeOpening: 'Voting ends before it has begun. Choose a later end.',
    closedAlready: 'This time has passed already. Choose a later one.',
    noVoters: 'Say who votes: tick institutions and organisations, or write voters down.',
    tooManyVoters: `There are too many voters: ${MOST_VOTERS} are allowed.`,
    unknownOrganisation: 'An institution or organisation is not there any more. Tick them again.',
    voterLine: (line) => `Line ${line} needs a name, an e-mail address and a sector, with semicolons between them.`,
    voterTwice: (line) => `The address in line ${line} is written twice.`,
    parityNeedsBoth: 'To weigh both sides equally there have to be voters of the government and of the non-government side.',
    bindingOnEmbedded:
      'A binding ballot needs a PostgreSQL server. This site runs on the embedded database, on which its settings allow no binding ballots.',
    sayWhy: `Give a reason of at least ${SHORTEST_REASON} characters.`,
    withdrawWhileItRuns: 'An option is withdrawn after the ballot was published and before voting has ended.',
    withdrawnAlready: 'This option is withdrawn already.',
    oneMustStay: 'More options have to stay than are chosen; this one can’t be withdrawn.',
    notYetOpen: 'Voting has not begun yet, so the vote was not taken.',
    closed: 'Voting has ended, so the vote was not taken. Nothing was changed.',
    notEntitled: 'You have no vote in this ballot: the list of voters was fixed when the ballot was published. Nothing was changed.',
    signInToVote: 'Sign in to vote. For safety, the vote you wrote was not kept.',
    votedAlready:
      'A vote has been cast already. To change it, write the code of its receipt: without it not even the site’s program can find a secret vote.',
    tokenOfAnother: 'This code belongs to another vote. Open the voting page anew.',
    recusedAlready: 'You have recused yourself from this ballot because of a conflict of interest, so the vote was not taken.',
    votedSoNotRecused: 'A vote has been cast already, so it is too late to recuse yourself.',
    chooseOne: 'Choose one option.',
    chooseSome: 'You have chosen nothing. To cast a blank vote, press “Blank vote”.',
    notPoints: (most) => `Write a whole number from 0 to ${most}.`,
    notAPlace: (most) => `Choose a place from 1 to ${most}.`,
    samePlace: 'Two options have the same place. Give each its own.',
    withdrawnOption: (reason) => `This option was withdrawn and can’t be voted for any more. The reason: ${reason}`,
    unknownOption: 'The ballot has no such option.',
    notAToken: 'A code is five groups of five letters and digits. Check that it was copied whole.',
    tokenUnknown: 'There is no vote with this code in this ballot. Check that the code was copied rightly.',
    notCountedYet: 'The result and the votes will be available once voting has ended.',
    nobodyVoted: 'Nobody voted, so there is no file of votes.',
    noBlt: 'The votes of this ballot are not published as a .blt file. Use the .pb file.',
    tooOften: 'There were too many attempts. Wait a few minutes and try again.',
  },
})

type Key = {
  [K in keyof (typeof selectionProblems)['lv']]: (typeof selectionProblems)['lv'][K] extends string ? K : never
}[keyof (typeof selectionProblems)['lv']]

/** A sentence of these, in the reader's language. */
export const saying = (key: Key) => (language: 'lv' | 'en') => selectionProblems[language][key]
