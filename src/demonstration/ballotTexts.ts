import type { ParticipantSector } from '../people/index.ts'
import type { TwoLanguages } from './noticesTexts.ts'

/* Made-up trial ballots on the fourth plan. Their options are of the kind that people sent as ideas. */

/** What someone cares about most. */
export const concerns = ['integrity', 'participation', 'municipalities', 'data'] as const
export type Concern = (typeof concerns)[number]

/** An option, the theme of ideas that it comes from, and how many in a hundred support it who care about its concern, and of the others. */
export type BallotOptionText = {
  title: TwoLanguages
  text: TwoLanguages
  theme?: string
  concern: Concern
  liked: readonly [number, number]
}

export const trialText: { title: TwoLanguages; text: TwoLanguages } = {
  title: [
    'Izmēģinājuma balsojums: kas no divpadsmit nonāk plānā (demonstrācija)',
    'Trial ballot: which of twelve go into the plan (demonstration)',
  ],
  text: [
    'Izmēģinām, kā ceturtajam plānam izvēlēties sešas apņemšanās no divpadsmit. Balsotāji un balsis ir izdomāti.',
    'A trial of how to choose six commitments of twelve for the fourth plan. The voters and their votes are made up.',
  ],
}

export const rankedText: { title: TwoLanguages; text: TwoLanguages } = {
  title: ['Izmēģinājuma balsojums ar sakārtošanu (demonstrācija)', 'Trial ballot by ranking (demonstration)'],
  text: [
    'Tie paši divpadsmit priekšlikumi un tie paši izdomātie balsotāji, bet katrs savus labākos sakārto pēc kārtas. Tā var salīdzināt, ko izvēlas dažādas metodes.',
    'The same twelve options and the same made-up voters, but each ranks the best ones. So one can compare what different methods choose.',
  ],
}

export const openText: { title: TwoLanguages; text: TwoLanguages; options: readonly TwoLanguages[] } = {
  title: ['Ar ko sākt darba grupās (demonstrācija)', 'What the working groups begin with (demonstration)'],
  text: [
    'Atklāts balsojums iestādēm un organizācijām, kas piedalās plāna izstrādē. Dodiet katrai tēmai punktus no 0 līdz 5.',
    'An open ballot of the institutions and organisations that draft the plan. Give each theme points from 0 to 5.',
  ],
  options: [
    ['Iepirkumi un līgumi', 'Procurement and contracts'],
    ['Lobēšana un likumu tapšana', 'Lobbying and how laws are made'],
    ['Atvērtie dati', 'Open data'],
    ['Pašvaldības', 'Municipalities'],
    ['Līdzdalība un saprotama valoda', 'Taking part and plain language'],
  ],
}

export const optionTexts: readonly BallotOptionText[] = [
  {
    title: ['Publisko iepirkumu un līgumu atklātība', 'Openness of public procurement and contracts'],
    text: [
      'Publicēt visus iepirkumu līgumus ar grozījumiem un patiesajiem labuma guvējiem.',
      'Publish all procurement contracts with amendments and beneficial owners.',
    ],
    theme: 'Iepirkumi un uzņēmumu īpašnieki',
    concern: 'integrity',
    liked: [90, 24],
  },
  {
    title: ['Interešu pārstāvniecības un lobēšanas atklātība', 'Openness of interest representation and lobbying'],
    text: [
      'Ieviest lobētāju reģistru un atklātu amatpersonu tikšanos kalendāru.',
      'Set up a register of lobbyists and an open calendar of officials’ meetings.',
    ],
    theme: 'Lobēšana un likumu tapšana',
    concern: 'integrity',
    liked: [82, 12],
  },
  {
    title: ['Korupcijas novēršanas pasākumi', 'Measures to prevent corruption'],
    text: [
      'Reizi gadā parādīt, kas noticis ar ziņojumiem par korupciju un trauksmes cēlēju ziņojumiem.',
      'Show once a year what became of reports of corruption and of whistleblowers.',
    ],
    concern: 'integrity',
    liked: [78, 10],
  },
  {
    title: ['Valsts kapitālsabiedrību atklātība', 'Openness of state-owned companies'],
    text: [
      'Atklāti izvēlēties valsts uzņēmumu padomes un publicēt to mērķus.',
      'Choose supervisory boards of state companies openly and publish their aims.',
    ],
    concern: 'integrity',
    liked: [72, 8],
  },
  {
    title: ['Kvalitatīva sabiedrības iesaiste reformu procesos', 'Meaningful public participation in reforms'],
    text: [
      'Pirms katras reformas rīkot apspriešanu reģionos un atbildēt uz katru priekšlikumu.',
      'Hold discussions in the regions before each reform, and answer every proposal.',
    ],
    theme: 'Līdzdalība un saprotama valoda',
    concern: 'participation',
    liked: [82, 16],
  },
  {
    title: ['Atvērtā pārvaldība pašvaldībās', 'Open government in municipalities'],
    text: [
      'Domes sēdes un komiteju sēdes skatāmas internetā visās pašvaldībās.',
      'Sittings of councils and committees can be watched online in all municipalities.',
    ],
    theme: 'Atvērtas pašvaldības',
    concern: 'municipalities',
    liked: [86, 13],
  },
  {
    title: ['Informācijas atklātībai nozīmīgu datu kopu atvēršana', 'Opening data sets that matter for openness'],
    text: ['Atvērt desmit datu kopas, kuras cilvēki visvairāk lūdz.', 'Open the ten data sets that people ask for most.'],
    theme: 'Dati, ar kuriem var pārbaudīt',
    concern: 'data',
    liked: [86, 11],
  },
  {
    title: ['Jauniešu līdzdalība padomēs', 'Young people in councils'],
    text: ['Jauniešu padomnieki katrā ministrijā un domē.', 'Young advisers in every ministry and municipal council.'],
    concern: 'participation',
    liked: [44, 6],
  },
  {
    title: ['Vienkārša valoda iestāžu vēstulēs', 'Plain language in letters of institutions'],
    text: [
      'Pārrakstīt simt biežāko vēstuļu tā, lai tās saprot ikviens.',
      'Rewrite the hundred commonest letters so that everyone understands them.',
    ],
    theme: 'Līdzdalība un saprotama valoda',
    concern: 'participation',
    liked: [58, 7],
  },
  {
    title: ['Pašvaldību budžets saprotamā veidā', 'Municipal budgets that can be understood'],
    text: [
      'Pašvaldību ieņēmumi un tēriņi vienā formātā un vienā vietā.',
      'Income and spending of municipalities in one format and one place.',
    ],
    theme: 'Atvērtas pašvaldības',
    concern: 'municipalities',
    liked: [52, 6],
  },
  {
    title: ['Tiesu nolēmumi, kurus var meklēt pēc satura', 'Court rulings that can be searched by content'],
    text: ['Anonimizēti nolēmumi ar meklēšanu visā tekstā.', 'Anonymised rulings with search in the whole text.'],
    concern: 'data',
    liked: [40, 5],
  },
  {
    title: ['Valsts pētījumi vienuviet', 'The state’s studies in one place'],
    text: [
      'Katrs par valsts naudu pasūtīts pētījums publicēts ar datiem.',
      'Every study ordered with public money is published with its data.',
    ],
    concern: 'data',
    liked: [46, 4],
  },
]

/** How many made-up voters there are in each sector, how many in a hundred of them voted, and how many care about each concern. */
export const electorateText: Readonly<
  Record<ParticipantSector, { voters: number; voted: number; care: Readonly<Record<Concern, number>> }>
> = {
  government: { voters: 36, voted: 86, care: { integrity: 48, participation: 22, municipalities: 10, data: 20 } },
  parliament: { voters: 3, voted: 67, care: { integrity: 50, participation: 30, municipalities: 10, data: 10 } },
  municipality: { voters: 40, voted: 78, care: { integrity: 18, participation: 16, municipalities: 58, data: 8 } },
  'civil-society': { voters: 84, voted: 91, care: { integrity: 66, participation: 18, municipalities: 6, data: 10 } },
  'social-partner': { voters: 12, voted: 75, care: { integrity: 45, participation: 35, municipalities: 10, data: 10 } },
  business: { voters: 30, voted: 63, care: { integrity: 62, participation: 10, municipalities: 6, data: 22 } },
  academia: { voters: 24, voted: 83, care: { integrity: 18, participation: 12, municipalities: 4, data: 66 } },
  resident: { voters: 31, voted: 74, care: { integrity: 30, participation: 42, municipalities: 20, data: 8 } },
}
