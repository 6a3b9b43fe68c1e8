import type { LegalBasis } from '../../../platform/dataMap.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'

export const privacyTexts = defineTexts({
  lv: {
    title: 'Privātums',
    lead: 'Lai lasītu, konts nav vajadzīgs. Izsekošanas un reklāmu te nav, un lapas neko nelādē no citām vietnēm.',
    runner: 'Kas atbild par datiem',
    runnerNotStated: 'Iestāde, kas uztur šo vietni, sevi vēl nav norādījusi.',
    kept: 'Ko glabājam',
    keptLead:
      'Šis saraksts top no programmas datu kartes: katra datubāzes tabula tajā ir aprakstīta, un glabāšanas laiki ir tie paši, pēc kuriem programma datus dzēš.',
    what: 'Dati',
    why: 'Kāpēc un uz kāda pamata',
    basis: (words: string) => `Pamats: ${words}.`,
    bases:
      'Pamati Vispārīgās datu aizsardzības regulas (VDAR) 6. panta 1. punktā: Jūsu piekrišana – a) apakšpunkts; likumā noteikts pienākums – c) apakšpunkts; uzdevums sabiedrības interesēs – e) apakšpunkts.',
    seenBy: 'Kas tos redz',
    howLong: 'Cik ilgi',
    keptFor: (duration: string, since: string) => `${duration} ${since}; tad tos izdzēš programma.`,
    beside: 'Ārpus datubāzes',
    cookies: (session: string, form: string, identity: string, draft: string, survey: string) =>
      `Sīkdatnes ir tikai piecas: ieejas sesija (${session}); ja sesija beidzas veidlapas vidū, atslēga tam, ko ierakstījāt (${form}); ja ieejat ar e-identitāti, atslēga, pēc kuras šo pārlūku pazīst, kad atgriežaties (${identity}); ja sākat rakstīt ideju, atslēga Jūsu melnrakstam (${draft}); ja atbildat uz aptauju, nejauša atslēga, pēc kuras atrod šajā pārlūkā iesāktās atbildes (${survey}).`,
    memory: (duration: string) =>
      `Lai veidlapas nevarētu sūtīt bez gala, programma atmiņā skaita mēģinājumus pēc tīkla adreses pirkstu nospieduma: ${duration}, ne ilgāk. Pati adrese netiek saglabāta.`,
    log: 'Servera žurnālā nav ne adrešu, ne vārdu, ne ierakstītā.',
    backups: 'Rezerves kopijās ir tas pats, kas datubāzē. Cik ilgi tās glabā, nosaka vietnes uzturētājs.',
    rights: 'Jūsu tiesības',
    rightsText:
      'Varat lūgt savu datu kopiju, labošanu, dzēšanu vai apstrādes ierobežošanu un iebilst pret apstrādi. Rakstiet iestādei, kas uztur šo vietni.',
    complaint: 'Ja neesat apmierināts, varat vērsties Datu valsts inspekcijā.',
  },
  en: {
    title: 'Privacy',
    lead: 'Reading needs no account. There is no tracking and no advertising, and pages load nothing from other sites.',
    runner: 'Who answers for the data',
    runnerNotStated: 'The institution that runs this site has not named itself yet.',
    kept: 'What we keep',
    keptLead:
      'This list is drawn from the program’s data map: every table of the database is described in it, and the times are those by which the program erases.',
    what: 'Data',
    why: 'Why, and on what basis',
    basis: (words: string) => `Basis: ${words}.`,
    bases:
      'The bases in Article 6(1) of the General Data Protection Regulation (GDPR): your consent – point (a); a duty by law – point (c); a task in the public interest – point (e).',
    seenBy: 'Who sees them',
    howLong: 'How long',
    keptFor: (duration: string, since: string) => `${duration} ${since}; then the program erases them.`,
    beside: 'Outside the database',
    cookies: (session: string, form: string, identity: string, draft: string, survey: string) =>
      `There are only five cookies: the sign-in session (${session}); when it ends in the middle of a form, a key to what you typed (${form}); when you sign in with an e-identity, a key by which this browser is known again on the way back (${identity}); when you begin to write an idea, a key to your draft (${draft}); and when you answer a survey, a random key by which answers begun in this browser are found again (${survey}).`,
    memory: (duration: string) =>
      `So that forms can’t be sent without end, the program counts attempts in its memory by the fingerprint of a network address: ${duration}, no longer. The address itself is not kept.`,
    log: 'The server’s log holds no addresses, no names and nothing that was typed.',
    backups: 'Backups hold what the database holds. How long they are kept is decided by whoever runs the site.',
    rights: 'Your rights',
    rightsText:
      'You can ask for a copy of your data, to have them corrected or erased, or their use restricted, and object to it. Write to the institution that runs this site.',
    complaint: 'If you are not satisfied, you can turn to the Data State Inspectorate of Latvia (Datu valsts inspekcija).',
  },
})

/** Legal bases in words. Source: Regulation (EU) 2016/679, Article 6(1). */
export const basisWords: Record<Language, Record<LegalBasis, string>> = {
  lv: {
    'legal obligation': 'likumā noteikts pienākums',
    'public task': 'uzdevums sabiedrības interesēs',
    consent: 'Jūsu piekrišana',
  },
  en: {
    'legal obligation': 'a duty by law',
    'public task': 'a task in the public interest',
    consent: 'your consent',
  },
}
