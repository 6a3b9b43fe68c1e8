import type { Certainty } from '../../../cycle/plan/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import type { ShownState } from '../commitmentStates.ts'

/** What the page about Koprade itself says. */
export const aboutTexts = defineTexts({
  lv: {
    title: 'Kā darbojas Koprade',
    lead: 'Kopradē atvērtās pārvaldības rīcības plāns top un tiek īstenots visu acu priekšā: kas solīts, kas par to atbild, kas izdarīts un kas to pierāda.',
    voices: 'Divas puses',
    voicesText:
      'Institūcija par katru atskaites punktu ziņo pati un pievieno pierādījumus. Sabiedrības partneri to pašu vērtē saviem vārdiem: piekrīt, nepiekrīt vai nevar spriest. Viens otra tekstu labot nevar. Neatkarīgā vērtētāja (IRM) atzinums stāv blakus kā trešais, OGP mērogos.',
    correctionText: 'Publicētu tekstu var labot, bet agrākā redakcija paliek redzama. Ziņojums par plānu top no tām pašām ziņām.',
    states: 'Stāvokļi',
    statesLead: 'Apņemšanās stāvokli nosaka tās atskaites punkti. Skaitlis blakus rāda, cik no tiem ir paveikti.',
    state: 'Stāvoklis',
    meaning: 'Ko tas nozīmē',
    computed: 'nosaka programma',
    evidenceRule: '„Paveikts” un „izpildīts būtiskā apjomā” prasa vismaz vienu publisku pierādījumu.',
    certainty: 'Cik droši zinām',
    certaintyLead:
      'Ko nezinām, to tā arī rādām: „nav zināms” nav ne nulle, ne „nav izdarīts”. Pie faktiem, kas nav tieši redzēti avotā, stāv viena no šīm piezīmēm.',
    remark: 'Piezīme',
    noRemark: 'bez piezīmes',
    deadlines: 'Divi termiņi',
    deadlinesText:
      'Tiesību aktā noteiktais termiņš saista. Darba termiņš ir diena, līdz kurai koordinators ziņas lūdz. Ja tie atšķiras, rādām abus, katru ar pamatu. Vai ziņas ir laikā, vērtējam pēc tiesību aktā noteiktā.',
    record: 'Publiskais žurnāls',
    recordText:
      'Katra publiska rīcība tajā pašā brīdī atstāj ierakstu žurnālā. Katrs ieraksts satur iepriekšējā pirkstu nospiedumu (SHA-256), tāpēc mainīts, iesprausts, dubultots vai pārcelts ieraksts ir pamanāms.',
    verify: 'Kā to pārbaudīt',
    verifyEntry: 'Viens ieraksts: tā lapā ir teksts, no kura rēķina nospiedumu, un soļi, kā to atkārtot.',
    verifyAll: 'Viss žurnāls: kam ir piekļuve serverim, to izdrukā un pārbauda ar šīm komandām.',
    openRecord: 'Atvērt publisko žurnālu',
    who: 'Kas ko drīkst',
    whoEveryone: 'Lasīt visu publisko un pārbaudīt žurnālu var ikviens, arī neienākot.',
    whoOfficer: 'Institūcijas atbildīgā persona ziņo par savas institūcijas atskaites punktiem un pievieno pierādījumus.',
    whoRepresentative: 'Organizācijas pārstāvis vērtē tās apņemšanās, kurās viņa organizācija ir partneris.',
    whoSecretariat:
      'Sekretariāts veido plānus, posmus un termiņus. Datuma maiņai pēc apstiprināšanas vajadzīgs pamatojums, un sākotnējais paliek redzams.',
    whoAdministrator: 'Administrators piešķir lomas, bet citu vārdā neko nepublicē.',
    privacy: 'Privātums',
    privacyText:
      'Lai lasītu, konts nav vajadzīgs; izsekošanas un reklāmu te nav, un lapa neko nelādē no citām vietnēm. Kas ienāk, tā vārds un e-pasta adrese glabājas tikai kontam. Žurnālā personas datu nav: tur stāv loma un institūcija, bet cilvēks ir apzīmēts ar nospiedumu, kuru pēc konta dzēšanas vairs nevar saistīt ar cilvēku.',
    whatIsKept: 'Ko glabājam, kāpēc un cik ilgi',
    licence: 'Licence un pirmkods',
    licenceText:
      'Koprade ir atvērtā pirmkoda programma ar Eiropas Savienības publisko licenci EUPL-1.2: to drīkst lietot, pētīt, mainīt un nodot tālāk.',
    sourceText:
      'Pirmkods, lēmumi un norādes tiem, kas grib līdzdarboties, stāv vienā krātuvē. Tās adresi uzturētājs norāda datnē publiccode.yml.',
    typeface: 'Burti: Public Sans (SIL Open Font License). Pogu, lauku un tabulu pamats: Designsystemet (MIT).',
  },
  en: {
    title: 'How Koprade works',
    lead: 'In Koprade an open government action plan is made and carried out before everyone’s eyes: what was promised, who answers for it, what has been done and what proves it.',
    voices: 'Two sides',
    voicesText:
      'An institution reports on each milestone itself and adds evidence. Civil-society partners assess the same in their own words: they agree, disagree or can’t judge. Neither can edit the other’s text. The independent reviewer’s (IRM) finding stands beside them as a third, in OGP’s scales.',
    correctionText:
      'A published text can be corrected, but the earlier version stays visible. The report on the plan is made from the same rows.',
    states: 'States',
    statesLead: 'A commitment’s state follows from its milestones. The number beside it tells how many of them are done.',
    state: 'State',
    meaning: 'What it means',
    computed: 'set by the program',
    evidenceRule: '“Done” and “substantially completed” need at least one public piece of evidence.',
    certainty: 'How sure we are',
    certaintyLead:
      'What is not known is shown as not known: it is neither zero nor “not done”. A fact that was not seen directly in its source carries one of these remarks.',
    remark: 'Remark',
    noRemark: 'no remark',
    deadlines: 'Two deadlines',
    deadlinesText:
      'The deadline in a legal act is binding. A working deadline is the day by which the coordinator asks for information. Where they differ, both are shown, each with its basis. Whether a report is on time is judged by the legal one.',
    record: 'Public record',
    recordText:
      'Every public act leaves an entry in the record at the same moment. Each entry carries the fingerprint (SHA-256) of the one before it, so that a changed, inserted, doubled or moved entry shows.',
    verify: 'How to verify it',
    verifyEntry: 'One entry: its page has the text the fingerprint is made from, and the steps to repeat it.',
    verifyAll: 'The whole record: whoever has access to the server prints and verifies it with these commands.',
    openRecord: 'Open the public record',
    who: 'Who may do what',
    whoEveryone: 'Anyone can read all that is public and verify the record, without signing in.',
    whoOfficer: 'An institution’s officer reports on that institution’s milestones and adds evidence.',
    whoRepresentative: 'An organisation’s representative assesses the commitments in which the organisation is a partner.',
    whoSecretariat:
      'The secretariat makes plans, phases and deadlines. Changing a date after approval needs a reason, and the original stays visible.',
    whoAdministrator: 'An administrator gives roles, but publishes nothing in others’ names.',
    privacy: 'Privacy',
    privacyText:
      'Reading needs no account; there is no tracking and no advertising, and pages load nothing from other sites. The name and e-mail address of someone who signs in are kept for the account alone. The record holds no personal data: a role and an institution stand there, and a person is a fingerprint that can’t be linked to anyone once the account is erased.',
    whatIsKept: 'What is kept, why and for how long',
    licence: 'Licence and source',
    licenceText:
      'Koprade is open-source software under the European Union Public Licence, EUPL-1.2: anyone may use, study, change and share it.',
    sourceText:
      'The source, the decisions behind it and what contributors need stand in one repository. Its address is given by the maintainer in the file publiccode.yml.',
    typeface: 'Typeface: Public Sans (SIL Open Font License). Buttons, fields and tables rest on Designsystemet (MIT).',
  },
})

/** The commands that print and verify the whole record. */
export const recordCommands = ['./koprade export record', './koprade check record'] as const

/** What each state of a commitment means. */
export const stateMeanings: Record<Language, Record<ShownState, string>> = {
  lv: {
    complete: 'Visi atskaites punkti ir paveikti.',
    substantial: 'Atbildīgā institūcija ziņo, ka galvenais ir izdarīts, bet ne viss.',
    partly: 'Termiņš ir beidzies; daļa ir izdarīta, pārējais nav vai par to nav ziņu.',
    'in-progress': 'Darbs rit, un termiņš vēl nav beidzies.',
    late: 'Pēdējās ziņas ir, ka vēl nav paveikts, bet termiņš ir pagājis.',
    'not-started': 'Institūcija ziņo, ka darbs nav sākts.',
    withdrawn: 'Darbs ir pārtraukts; iemesls ir norādīts.',
    awaiting: 'Institūcija vēl nav ziņojusi, un arī avotos stāvoklis nav zināms.',
  },
  en: {
    complete: 'All milestones are done.',
    substantial: 'The lead institution reports that the main part is done, but not all.',
    partly: 'The time is up; a part is done, the rest is not, or there is no report on it.',
    'in-progress': 'Work is going on, and there is still time.',
    late: 'The last report says it is not done yet, but its date has passed.',
    'not-started': 'The institution reports that work has not started.',
    withdrawn: 'The work was stopped; the reason is given.',
    awaiting: 'The institution has not reported yet, and the sources do not tell the state either.',
  },
}

/** What each remark on certainty means. */
export const certaintyMeanings: Record<Language, Record<Certainty, string>> = {
  lv: {
    seen: 'Fakts ir redzēts avotā, kas norādīts blakus.',
    'seen-partial': 'Avots ir redzēts, bet ne viss; fakts var būt nepilnīgs.',
    inferred: 'Avotos tas tieši nav teikts, bet no tiem izriet.',
    'memory-medium': 'Avots nav redzēts; fakts jāpārbauda, pirms uz to paļauties.',
    unknown: 'Avotos, kas mums pieejami, tas nav atrodams.',
    deck: 'Teikts Valsts kancelejas 2019. gada septembra prezentācijā, nevis tiesību aktā.',
    demonstration: 'Izdomāts, lai parādītu, kā Koprade darbojas.',
  },
  en: {
    seen: 'The fact was seen in the source that stands beside it.',
    'seen-partial': 'The source was seen, but not all of it; the fact may be incomplete.',
    inferred: 'The sources do not say it outright, but it follows from them.',
    'memory-medium': 'The source was not seen; check the fact before relying on it.',
    unknown: 'It is not in the sources at hand.',
    deck: 'Said in the State Chancellery’s slides of September 2019, not in a legal act.',
    demonstration: 'Made up to show how Koprade works.',
  },
}
