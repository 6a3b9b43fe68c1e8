import type { ListedLink } from '../../../links/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'

/** What the secretariat's page about links says. */
export const linkTexts = defineTexts({
  lv: {
    secretariat: 'Sekretariāts',
    title: 'Saites, kas nedarbojas',
    lead: 'Saites uz citām vietnēm, kurās vairs nekā nav, un tās, par kurām programma to nevar noteikt. Saiti uzskata par nedarbīgu pēc trim neveiksmīgām pārbaudēm pēc kārtas, starp kurām ir vismaz diena.',
    off: 'Saites nepārbauda',
    offWhy: 'Pārbaudi ieslēdz iestatījums KOPRADE_CHECK_LINKS. Demonstrācijā to neieslēdz.',
    which: 'Kuras saites rādīt',
    dead: 'Nedarbojas',
    unclear: 'Nav skaidrs',
    noneDead: 'Nedarbīgu saišu nav.',
    noneUnclear: 'Neskaidru saišu nav.',
    deadNote:
      'Publicējiet dokumenta jaunu redakciju ar pareizu saiti vai pievienojiet datni; pierādījumu labo institūcija, publicējot jaunas ziņas. Kad saiti neviens vairs nenosauc, tā no šejienes pazūd.',
    unclearNote: 'Atveriet saiti pārlūkā. Lasītājiem par to nekas nav teikts.',
    link: 'Saite',
    since: 'Kopš',
    checked: 'Pārbaudīta',
    why: 'Kas nav kārtībā',
    named: 'Kur nosaukta',
    andMore: 'un citur',
    status: (code: string) => `kļūda ${code}`,
    notFound: (code: string) => `lapas nav (${code})`,
    onlyPeople: (code: string) => `programmām neatbild vai prasa ieiet (${code})`,
    overloaded: (code: string) => `pārslogota (${code})`,
    host: 'tādas vietnes nav',
    names: 'vietnes adresi neizdevās noskaidrot (DNS)',
    refused: 'savienojumu noraida',
    silent: 'neatbild',
    closed: 'savienojumu pārtrauc',
    unreachable: 'no šejienes nav sasniedzama',
    certificate: 'drošs savienojums neizdodas (sertifikāts)',
    garbled: 'atbilde nav saprotama',
    redirects: 'pāradresē bez gala',
    notPublic: 'adrese nav publiskajā tīmeklī, tāpēc nav pārbaudīta',
  },
  en: {
    secretariat: 'Secretariat',
    title: 'Dead links',
    lead: 'Links to other sites where nothing is any more, and those of which a program can’t tell. A link counts as dead after three failures in a row, with at least a day between them.',
    off: 'Links are not checked',
    offWhy: 'The setting KOPRADE_CHECK_LINKS turns checking on. In a demonstration it stays off.',
    which: 'Which links to show',
    dead: 'Dead',
    unclear: 'Unclear',
    noneDead: 'There are no dead links.',
    noneUnclear: 'There are no unclear links.',
    deadNote:
      'Publish a new version of the document with the right link, or add the file; evidence is put right by its institution with a new update. Once nothing names a link any more, it is gone from here.',
    unclearNote: 'Open the link in a browser. Readers are told nothing about it.',
    link: 'Link',
    since: 'Since',
    checked: 'Checked',
    why: 'What is wrong',
    named: 'Named by',
    andMore: 'and elsewhere',
    status: (code: string) => `error ${code}`,
    notFound: (code: string) => `no such page (${code})`,
    onlyPeople: (code: string) => `does not answer programs, or asks to sign in (${code})`,
    overloaded: (code: string) => `overloaded (${code})`,
    host: 'there is no such site',
    names: 'the site’s name could not be looked up (DNS)',
    refused: 'refuses the connection',
    silent: 'does not answer',
    closed: 'breaks the connection off',
    unreachable: 'can’t be reached from here',
    certificate: 'no secure connection (certificate)',
    garbled: 'the answer can’t be understood',
    redirects: 'redirects without end',
    notPublic: 'the address is not on the public web, so it is not checked',
  },
})

/** What an address answered, in words. */
export function problemInWords(language: Language, problem: ListedLink['problem']): string {
  const t = linkTexts[language]
  switch (problem) {
    case null:
      return ''
    case '404':
    case '410':
      return t.notFound(problem)
    case '401':
    case '403':
    case '407':
      return t.onlyPeople(problem)
    case '429':
    case '503':
      return t.overloaded(problem)
    case 'not-public':
      return t.notPublic
    case 'host':
    case 'names':
    case 'refused':
    case 'silent':
    case 'closed':
    case 'unreachable':
    case 'certificate':
    case 'garbled':
    case 'redirects':
      return t[problem]
    default:
      return t.status(problem)
  }
}
