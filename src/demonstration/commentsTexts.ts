import type { CommentKind } from '../cycle/ideas/tables.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { Speaker } from './ideasTexts.ts'

/** One made-up comment with the answers to it. */
export type CommentText = {
  /** Its day in September 2019. */
  on: number
  kind: Exclude<CommentKind, 'reply'>
  by: Speaker
  body: string
  language?: Language
  replies?: readonly { on: number; by: Speaker; body: string; language?: Language }[]
}

const resident = (shown: string): Speaker => [shown, 'resident']
const association = (shown: string): Speaker => [`${shown} (paraugs)`, 'civil-society']
const business = (shown: string): Speaker => [shown, 'business']

/** Made-up comments, by the idea's key. */
export const commentTexts: Readonly<Record<string, readonly CommentText[]>> = {
  contracts: [
    {
      on: 3,
      kind: 'for',
      by: resident('Iedzīvotājs, Ludza'),
      body: 'Mūsu skolas remonts sadārdzinājās par trešdaļu. Paskaidrojumu neesam redzējuši.',
    },
    {
      on: 3,
      kind: 'question',
      by: business('Būvuzņēmējs, Jelgava'),
      body: 'Kā ar komercnoslēpumu? Līgumā ir arī mūsu piegādātāju cenas.',
      replies: [
        { on: 4, by: resident('Iedzīvotāja, Rēzekne'), body: 'Tādas rindas var aizklāt, bet kopsumma un termiņš gan jārāda.' },
        {
          on: 4,
          by: resident('Jurists, Jelgava'),
          body: 'Likums jau tagad prasa komercnoslēpumu norādīt piedāvājumā. Pārējais ir atklāts.',
        },
      ],
    },
    {
      on: 5,
      kind: 'for',
      by: association('Atklātības klubs'),
      body: 'Svarīgi, lai grozījuma iemesls būtu aprakstīts teikumos, nevis ar atsauci uz pantu.',
    },
    {
      on: 6,
      kind: 'against',
      by: resident('Pašvaldības iepirkumu speciāliste'),
      body: 'Mazā novadā iepirkumus kārto viens cilvēks. Ja publicēšana nenotiks automātiski, darba kļūs divreiz vairāk.',
      replies: [{ on: 6, by: resident('Programmētājs, Cēsis'), body: 'Tāpēc jāpublicē no tās pašas sistēmas, kurā līgumu slēdz.' }],
    },
  ],
  calendars: [
    {
      on: 3,
      kind: 'for',
      by: resident('Iedzīvotājs, Ogre'),
      body: 'Pietiktu ar vienu tabulu. Svarīgākais, lai to papildinātu katru nedēļu.',
    },
    {
      on: 3,
      kind: 'question',
      by: resident('Jurists, Jelgava'),
      body: 'Vai kalendārā būtu arī tikšanās ārpus iestādes, piemēram, pusdienās?',
      replies: [{ on: 3, by: resident('Žurnāliste, Rīga'), body: 'Jā, ja runā par tiesību akta projektu. Vietai nav nozīmes.' }],
    },
    {
      on: 4,
      kind: 'against',
      by: business('Uzņēmējs, Liepāja'),
      body: 'Konkurenti redzēs, ko mēs plānojam. Baidos, ka saruna pārcelsies uz tālruni.',
      replies: [
        { on: 5, by: association('Atklātības klubs'), body: 'Rāda tēmu, nevis sarunas saturu. Saruna par likumu nav uzņēmuma noslēpums.' },
        { on: 5, by: resident('Politoloģijas studente, Rīga'), body: 'Tālruņa sarunas var ierakstīt tajā pašā sarakstā.' },
      ],
    },
    {
      on: 5,
      kind: 'for',
      by: ['Researcher, Riga', 'academia'],
      language: 'en',
      body: 'Other countries publish such lists as open data; then anyone can count and compare.',
    },
    { on: 9, kind: 'question', by: resident('Iedzīvotāja, Cēsis'), body: 'Kas notiks, ja ministrija kalendāru neaizpildīs?' },
  ],
  'one-place': [
    { on: 3, kind: 'for', by: resident('Skolotāja, Rēzekne'), body: 'Ar to es skolā varētu sākt stundu par valsti.' },
    {
      on: 4,
      kind: 'question',
      by: association('Kaimiņu biedrība'),
      body: 'Vai tur būtu arī pašvaldību apspriešanas? Mums tās ir svarīgākas.',
      replies: [
        { on: 4, by: resident('Bibliotekāre, Madona'), body: 'Gribētos gan. Sākt var ar ministrijām, pašvaldības pievienotos pēc kārtas.' },
      ],
    },
    { on: 6, kind: 'for', by: association('Senioru biedrība'), body: 'Lūdzam arī burtus lielākus un bez saīsinājumiem.' },
  ],
  'council-streams': [
    {
      on: 3,
      kind: 'for',
      by: resident('Iedzīvotāja, Saldus'),
      body: 'Mūsu novadā jau pārraida. Skatās vairāk, nekā domājām: ap simts cilvēku.',
    },
    {
      on: 3,
      kind: 'against',
      by: resident('Domes darbinieks, Vidzeme'),
      body: 'Kamera un cilvēks pie tās maksā. Mazam novadam tas ir jūtami.',
      replies: [
        { on: 4, by: resident('Programmētājs, Cēsis'), body: 'Pietiek ar vienu kameru un bezmaksas programmu. Labprāt parādīšu, kā.' },
        { on: 5, by: resident('Iedzīvotājs, Kuldīga'), body: 'Lai sākas kaut ar skaņas ierakstu.' },
      ],
    },
    { on: 8, kind: 'question', by: resident('Iedzīvotājs, Jēkabpils'), body: 'Ko darīt ar ierakstu, ja sēdē nosauc iedzīvotāja vārdu?' },
  ],
  'annual-reports': [
    {
      on: 3,
      kind: 'for',
      by: business('Sīkražotāja, Talsi'),
      body: 'Pirms preces dodu uz pēcapmaksu, gribu zināt, vai pircējs ir maksātspējīgs.',
    },
    { on: 4, kind: 'question', by: resident('Grāmatvede, Valmiera'), body: 'No kura gada? Vecākie pārskati ir tikai skenēti.' },
    {
      on: 5,
      kind: 'for',
      by: ['Pētniece, Rīga', 'academia'],
      body: 'Par viena raksta datiem samaksāju vairāk nekā par visu pārējo pētījumu.',
    },
  ],
  'reply-to-each': [
    {
      on: 4,
      kind: 'for',
      by: association('Jauniešu centrs'),
      body: 'Ja būtu atbilde, rakstītu vēl. Tagad jauniešiem grūti ieskaidrot, kāpēc to darīt.',
    },
    {
      on: 4,
      kind: 'against',
      by: resident('Ministrijas darbiniece'),
      body: 'Par dažiem projektiem saņemam simtiem vienādu vēstuļu. Uz katru atsevišķi atbildēt nevar.',
      replies: [{ on: 5, by: resident('Vides aktīviste, Sigulda'), body: 'Vienādām pietiek ar vienu atbildi. Bet tai jābūt.' }],
    },
  ],
  'one-page-summary': [
    { on: 4, kind: 'for', by: resident('Iedzīvotājs, Ventspils'), body: 'Piekrītu. Un lai to raksta pirms balsojuma, nevis pēc tā.' },
    {
      on: 5,
      kind: 'question',
      by: resident('Jurists, Jelgava'),
      body: 'Kas atbildēs, ja kopsavilkums ir vienkāršs, bet neprecīzs?',
      replies: [
        { on: 6, by: resident('Latviešu valodas skolotāja, Cēsis'), body: 'Tas pats, kas par anotāciju. Vienkāršs nenozīmē nepareizs.' },
      ],
    },
  ],
  'municipal-spending': [
    { on: 4, kind: 'for', by: association('Kaimiņu biedrība'), body: 'Mēs to reiz salikām ar roku trim novadiem. Trīs vakari.' },
    { on: 5, kind: 'question', by: resident('Datu žurnālists, Rīga'), body: 'Vai vajadzētu arī pa iestādēm, piemēram, katrai skolai?' },
  ],
  air: [
    { on: 4, kind: 'for', by: resident('Tēvs, Rīga'), body: 'Ar meitu pirms katras pastaigas minam, vai šodien būs labi.' },
    { on: 6, kind: 'question', by: resident('Inženieris, Ventspils'), body: 'Un ostu pilsētās? Stacija ir viena, un tā stāv parkā.' },
  ],
  'participatory-budget': [
    {
      on: 5,
      kind: 'for',
      by: resident('Iedzīvotāja, Cēsis'),
      body: 'Pati būtu ar mieru kārtot pagalmu, ja zinātu, ka par materiāliem samaksās.',
    },
    {
      on: 5,
      kind: 'against',
      by: resident('Pensionāre, Dobele'),
      body: 'Uzvarēs tie, kam daudz draugu internetā. Mazie ciemi paliks bez nekā.',
      replies: [
        { on: 6, by: association('Kaimiņu biedrība'), body: 'Tāpēc naudu sadala pa pagastiem un balso arī klātienē.' },
        { on: 8, by: resident('Iedzīvotājs, Talsi'), body: 'Un bibliotēkā var palīdzēt nobalsot.' },
      ],
    },
    {
      on: 9,
      kind: 'for',
      by: ['Resident, Riga', 'resident'],
      language: 'en',
      body: 'Could residents without citizenship vote on this too? We use the same playgrounds.',
    },
  ],
  'no-summer': [
    { on: 5, kind: 'for', by: association('Jauniešu centrs'), body: 'Mums vasarā birojā nav neviena.' },
    {
      on: 6,
      kind: 'against',
      by: resident('Ministrijas darbinieks'),
      body: 'Eiropas Savienības termiņi svētkus neievēro. Izņēmumam jābūt.',
    },
  ],
  'waiting-lists': [
    {
      on: 5,
      kind: 'for',
      by: association('Senioru biedrība'),
      body: 'Mūsu biedre gaidīja deviņus mēnešus, lai gan blakus pilsētā rinda bija divas nedēļas.',
    },
    {
      on: 6,
      kind: 'question',
      by: resident('Māsa, Valmiera'),
      body: 'Kas datus ievadīs? Reģistratūrā jau tagad nav, kas ceļ klausuli.',
      replies: [{ on: 6, by: association('Pacientu biedrība'), body: 'Pieraksts jau ir elektronisks. Jārāda tas, kas tur ir.' }],
    },
  ],
  letters: [
    { on: 6, kind: 'for', by: resident('Sociālā darbiniece, Preiļi'), body: 'Pusi darba dienas lasu cilvēkiem priekšā viņu vēstules.' },
    { on: 7, kind: 'for', by: resident('Latviešu valodas skolotāja, Cēsis'), body: 'Piesakos pārrakstīt pirmās trīs.' },
  ],
  'integrity-pact': [
    { on: 4, kind: 'question', by: resident('Iedzīvotāja, Rēzekne'), body: 'Kas maksā novērotājam, un vai viņš tad ir neatkarīgs?' },
    { on: 5, kind: 'for', by: resident('Inženieris, Ventspils'), body: 'Viens cilvēks, kas saprot tāmi, atmaksājas desmitkārt.' },
  ],
  reform: [
    {
      on: 8,
      kind: 'for',
      by: resident('Iedzīvotājs, Balvi'),
      body: 'Nav svarīgi, cik būs novadu. Svarīgi, vai uz centru varēs tikt ar autobusu.',
    },
    {
      on: 9,
      kind: 'question',
      by: resident('Pagasta darbiniece, Vidzeme'),
      body: 'Vai sapulcēs būs kāds, kas var atbildēt, ne tikai pierakstīt?',
    },
  ],
  'paper-residence': [{ on: 3, kind: 'for', by: resident('Tēvs, Rīga'), body: 'Trīs bērni, trīs izziņas, trīs kabineti.' }],
  'owners-free': [
    { on: 5, kind: 'for', by: business('Neliela veikala īpašniece, Madona'), body: 'Vienreiz to nepārbaudīju un paliku bez naudas.' },
    { on: 7, kind: 'against', by: business('Uzņēmējs, Jūrmala'), body: 'Īpašnieka dzimšanas datums internetā nav jārāda visiem.' },
  ],
  'tax-receipt': [
    { on: 8, kind: 'for', by: resident('Skolotājs, Valmiera'), body: 'To varētu rādīt klasē, rēķinot procentus.' },
    { on: 9, kind: 'question', by: resident('Grāmatvede, Valmiera'), body: 'Sociālās iemaksas arī, vai tikai ienākuma nodokli?' },
  ],
  votes: [
    {
      on: 8,
      kind: 'for',
      by: resident('Vidusskolniece, Daugavpils'),
      body: 'Gribu redzēt, kā balsoja tie, par kuriem balsoja mani vecāki.',
    },
  ],
  captions: [{ on: 8, kind: 'for', by: resident('Iedzīvotāja, Rīga'), body: 'Subtitri noder arī tramvajā, kad skaņu ieslēgt nevar.' }],
  'young-advisers': [
    { on: 9, kind: 'question', by: resident('Vidusskolnieks, Cēsis'), body: 'Vai varēs piedalīties arī tie, kas mācās tehnikumā?' },
  ],
}
