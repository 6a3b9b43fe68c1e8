import type { Language } from '../../../platform/languages/languages.ts'
import type { ContributionKind } from '../tables.ts'

/** The fields of what is sent, in the order in which they are asked. */
export const askedFields = {
  idea: ['title', 'problem', 'proposal', 'doer'],
  'data-wish': ['title', 'subject', 'doer', 'proposal', 'problem'],
  burden: ['title', 'subject', 'problem', 'proposal', 'doer'],
} as const satisfies Record<ContributionKind, readonly AskedField[]>

export type AskedField = 'title' | 'problem' | 'proposal' | 'subject' | 'doer'

/** Fields that may stay empty. */
export const mayStayEmpty: Record<ContributionKind, readonly AskedField[]> = {
  idea: ['doer'],
  'data-wish': ['doer', 'problem'],
  burden: ['doer'],
}

type Question = { label: string; hint: string }

/** A short question for each field, with a good example of an answer. */
export const questions: Record<Language, Record<ContributionKind, Record<AskedField, Question>>> = {
  lv: {
    idea: {
      title: { label: 'Ideja vienā teikumā', hint: 'Piemēram: „Domes sēžu protokolus publicēt nedēļas laikā”.' },
      subject: { label: 'Uz ko tā attiecas', hint: '' },
      problem: {
        label: 'Kas šobrīd nav labi?',
        hint: 'Kam tas traucē un kā to var redzēt. Piemēram: „Protokoli parādās pēc trim mēnešiem, kad lēmumu vairs nevar apstrīdēt”.',
      },
      proposal: {
        label: 'Ko piedāvājat darīt?',
        hint: 'Konkrēti: kas mainīsies un kā varēs pārbaudīt, ka tas ir izdarīts. Piemēram: „Protokolu publicē septiņu dienu laikā, ar balsojumu pa vārdiem”.',
      },
      doer: { label: 'Kam to vajadzētu darīt?', hint: 'Iestāde, pašvaldība vai kāds cits, ja zināt.' },
    },
    'data-wish': {
      title: { label: 'Vēlme vienā teikumā', hint: 'Piemēram: „Atvērt datus par bērnudārzu rindām”.' },
      subject: { label: 'Kuri dati?', hint: 'Kas tajos ir un cik bieži jāatjauno. Piemēram: „Rindas garums pa iestādēm, reizi mēnesī”.' },
      doer: { label: 'Kas tos glabā?', hint: 'Iestāde vai reģistrs, ja zināt.' },
      proposal: { label: 'Kam tie vajadzīgi?', hint: 'Ko ar tiem darīsiet Jūs vai citi. Piemēram: „Vecāki varēs salīdzināt apkaimes”.' },
      problem: {
        label: 'Kas bez šiem datiem šobrīd nav iespējams?',
        hint: 'Piemēram: „Katrai pašvaldībai jāraksta atsevišķs pieprasījums”.',
      },
    },
    burden: {
      title: { label: 'Slogs vienā teikumā', hint: 'Piemēram: „Par vienu pasākumu jāaizpilda trīs gandrīz vienādas veidlapas”.' },
      subject: { label: 'Kurš noteikums vai veidlapa?', hint: 'Kā to sauc vai kur tas atrodams.' },
      problem: {
        label: 'Kam un cik laika tas atņem?',
        hint: 'Piemēram: „Biedrībai divas darba dienas gadā, lai gan iestādei šie dati jau ir”.',
      },
      proposal: { label: 'Kas tā vietā?', hint: 'Piemēram: „Vienu reizi iesniegtos datus iestādes nodod cita citai”.' },
      doer: { label: 'Kam to vajadzētu mainīt?', hint: 'Iestāde, ja zināt.' },
    },
  },
  en: {
    idea: {
      title: { label: 'The idea in one sentence', hint: 'Such as “Publish the minutes of council meetings within a week”.' },
      subject: { label: 'What it is about', hint: '' },
      problem: {
        label: 'What is wrong today?',
        hint: 'Whom it bothers, and how that shows. Such as “Minutes appear after three months, when a decision can’t be challenged any more”.',
      },
      proposal: {
        label: 'What do you propose?',
        hint: 'Be concrete: what will change, and how anyone can check that it was done. Such as “Minutes within seven days, with each vote by name”.',
      },
      doer: { label: 'Who should do it?', hint: 'An institution, a municipality or someone else, if you know.' },
    },
    'data-wish': {
      title: { label: 'The wish in one sentence', hint: 'Such as “Open the data on queues for kindergartens”.' },
      subject: {
        label: 'Which data?',
        hint: 'What is in them, and how often they are renewed. Such as “The length of the queue by kindergarten, monthly”.',
      },
      doer: { label: 'Who holds them?', hint: 'An institution or a register, if you know.' },
      proposal: { label: 'What for?', hint: 'What you or others will do with them. Such as “Parents can compare neighbourhoods”.' },
      problem: { label: 'What can’t be done without them today?', hint: 'Such as “Each municipality needs a request of its own”.' },
    },
    burden: {
      title: { label: 'The burden in one sentence', hint: 'Such as “One event takes three forms that are almost the same”.' },
      subject: { label: 'Which rule or form?', hint: 'What it is called, or where it is found.' },
      problem: {
        label: 'Who loses how much time?',
        hint: 'Such as “An association loses two working days a year, though the institution has the data already”.',
      },
      proposal: { label: 'What instead?', hint: 'Such as “Institutions pass on to each other what was handed in once”.' },
      doer: { label: 'Who should change it?', hint: 'An institution, if you know.' },
    },
  },
}
