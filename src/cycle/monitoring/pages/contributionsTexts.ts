import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

/** What the page about who has contributed says. */
export const contributionsTexts = defineTexts({
  lv: {
    title: 'Kas ir iesniedzis ziņas',
    awaitedBy: (by: string) => `Ziņas par izpildi gaidām ${by}`,
    overdue: 'Ziņu termiņš ir pagājis, visu ziņu vēl nav',
    allCame: 'Visi ir iesnieguši ziņas par izpildi',
    lead: (all: number, whole: number, some: number, none: number) =>
      `Ziņas gaidām no ${all} ${pluralLv(all, { zero: 'institūcijām un organizācijām', one: 'institūcijas vai organizācijas', other: 'institūcijām un organizācijām' })}. ${whole ? `Par visām savām apņemšanām ziņas ${pluralLv(whole, { zero: 'iesniegušas', one: 'iesniegusi', other: 'iesniegušas' })} ${whole}` : 'Par visām savām apņemšanām ziņas vēl nav iesniegusi neviena'}, par daļu – ${some}, ne par vienu – ${none}.`,
    noPeriods: 'Šim plānam ziņu periodu vēl nav, tāpēc ziņas no neviena negaidām.',
    notApproved: 'Plāns vēl nav apstiprināts, tāpēc ziņas no neviena negaidām.',
    noCommitments: 'Šim plānam apņemšanās vēl nav zināmas, tāpēc ziņas no neviena negaidām.',
    period: (range: string) => `Par ${range}`,
    howCounted: 'Kā skaitām',
    counted:
      'Te ir tikai tas, kas iesniegts Kopradē. Plāns nenosaka, kura institūcija atbild par kuru atskaites punktu, tāpēc ziņas par apņemšanos ir iesniedzis tas, kurš pastāstījis kaut par vienu tās punktu vai novērtējis to kopumā. Laikā ir tas, kas iesniegts līdz tiesību aktā noteiktajam termiņam; darba termiņš stāv blakus. Tiesību akts termiņu nosaka institūcijām, organizācijām tas ir salīdzināšanai.',
    madeUp:
      'Ar vārdu „demonstrācija” atzīmētās ziņas ir izdomātas. Tāpēc šī lapa nerāda, kas ziņas ir vai nav iesniedzis īstenībā, un arī kavējumi te nav īsti.',
    legal: 'Tiesību aktā',
    working: 'Darba termiņš',
    noDeadline: 'Nav noteikts',
    institutions: 'Institūcijas',
    organisations: 'Organizācijas',
    institution: 'Institūcija',
    organisation: 'Organizācija',
    commitments: 'Ziņas par apņemšanām',
    state: 'Laikā vai ne',
    commitmentNumber: (number: number) => `${number}.`,
    commitment: (number: number) => `${number}. apņemšanās`,
    reported: (reported: number, milestones: number) =>
      `ziņas par ${reported} no ${milestones} ${pluralLv(milestones, { zero: 'atskaites punktiem', one: 'atskaites punkta', other: 'atskaites punktiem' })}`,
    assessed: 'vērtējums',
    nothingOn: 'Vēl nav:',
    nothingFrom: (who: string) => `${who}, no kurām ziņu nav`,
    given: (given: number, all: number) =>
      `par ${given} no ${all} ${pluralLv(all, { zero: 'apņemšanām', one: 'apņemšanās', other: 'apņemšanām' })}`,
    reminded: (date: string) => `atgādināts ${date}`,
    remind: 'Atgādināt',
    extended: 'Termiņš ir pagarināts. Visi, uz kuriem tas attiecas, saņems vēstuli.',
    ownDeadline: (date: string) => `tai pagarināts līdz ${date}`,
    report: 'Nobeiguma ziņojums',
  },
  en: {
    title: 'Who has contributed',
    awaitedBy: (by: string) => `Reports on progress are awaited ${by}`,
    overdue: 'The deadline has passed, and not all reports have come',
    allCame: 'Everyone has reported on progress',
    lead: (all: number, whole: number, some: number, none: number) =>
      `Reports are awaited from ${all} ${pluralEn(all, { one: 'institution or organisation', other: 'institutions and organisations' })}. ${whole || 'None'} ${pluralEn(whole || 1, { one: 'has', other: 'have' })} reported on all their commitments, ${some} on some, ${none} on none yet.`,
    noPeriods: 'This plan has no reporting periods yet, so nothing is awaited from anyone.',
    notApproved: 'The plan has not been approved yet, so nothing is awaited from anyone.',
    noCommitments: 'The commitments of this plan are not known yet, so nothing is awaited from anyone.',
    period: (range: string) => `For ${range}`,
    howCounted: 'How we count',
    counted:
      'Only what was handed in through Koprade stands here. The plan does not say which institution answers for which milestone, so whoever has told about at least one milestone of a commitment, or has assessed the whole, has contributed to it. On time is what came by the legal deadline; the working one stands beside it. The legal act sets the deadline for institutions; for organisations it is there to compare.',
    madeUp:
      'Reports marked with the word “demonstration” are made up. So this page does not show who did or did not report in reality, and the delays here are not real either.',
    legal: 'In the legal act',
    working: 'Working deadline',
    noDeadline: 'Not set',
    institutions: 'Institutions',
    organisations: 'Organisations',
    institution: 'Institution',
    organisation: 'Organisation',
    commitments: 'Reports on commitments',
    state: 'On time or not',
    commitmentNumber: (number: number) => String(number),
    commitment: (number: number) => `Commitment ${number}`,
    reported: (reported: number, milestones: number) =>
      `reports on ${reported} of ${milestones} ${pluralEn(milestones, { one: 'milestone', other: 'milestones' })}`,
    assessed: 'assessment',
    nothingOn: 'Not yet:',
    nothingFrom: (who: string) => `${who} from which nothing has come`,
    given: (given: number, all: number) => `on ${given} of ${all} ${pluralEn(all, { one: 'commitment', other: 'commitments' })}`,
    reminded: (date: string) => `reminded ${date}`,
    remind: 'Remind',
    extended: 'The deadline has been extended. Everyone whom it concerns gets a letter.',
    ownDeadline: (date: string) => `extended for it until ${date}`,
    report: 'Final report',
  },
})
