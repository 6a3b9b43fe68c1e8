import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

/** What the pages say from which the secretariat reminds. The letter itself: ../remindTexts.ts. */
export const remindersTexts = defineTexts({
  lv: {
    title: 'Kam atgādināt',
    desk: 'Mani darbi',
    lead: 'Katrs, kas pārstāv atzīmētos, saņems vienu vēstuli: ko vēl gaidām, līdz kuram laikam un kur to iesniegt. Vēstules vispirms redzēsiet.',
    nobodyToRemind: 'Nav neviena, kam atgādināt: viss gaidītais ir iesniegts, vai ziņas vēl no neviena negaidām.',
    whom: (plan: string, range: string) => `${plan}, ziņas par ${range}`,
    missing: (numbers: readonly number[]) => `vēl nav ziņu par ${numbers.map((number) => `${number}.`).join(', ')} apņemšanos`,
    people: (count: number) => `vēstule ${count} ${pluralLv(count, { zero: 'cilvēkiem', one: 'cilvēkam', other: 'cilvēkiem' })}`,
    reminded: (date: string) => `atgādināts ${date}`,
    today: 'atgādināts šodien',
    often: (times: number) => `šonedēļ jau atgādināts ${times} reizes`,
    nobody: 'Nav, kam rakstīt',
    nobodyText: 'Šīs institūcijas un organizācijas Kopradē vēl neviens nepārstāv, tāpēc vēstules tām nevar nosūtīt:',
    invite: 'Uzaicināt cilvēku',
    rests: 'Pagaidām neatgādina',
    letters: 'Vēstuļu valoda',
    latvian: 'Latviešu',
    english: 'Angļu',
    preview: 'Priekšskatīt vēstules',
    previewTitle: (count: number) =>
      count
        ? `${count} ${pluralLv(count, { zero: 'vēstules', one: 'vēstule', other: 'vēstules' })} priekšskatīšanai`
        : 'Neviena vēstule netiks nosūtīta',
    previewLead:
      'Tieši šādas vēstules tiks nosūtītas. Publiski būs redzams, kurām institūcijām un organizācijām atgādināts, bet ne tas, kam rakstīts.',
    recipients: 'Vēstules',
    to: (name: string, email: string) => `${name}, ${email}`,
    left: 'Netiks nosūtīts',
    send: (count: number) => `Nosūtīt ${count} ${pluralLv(count, { zero: 'vēstules', one: 'vēstuli', other: 'vēstules' })}`,
    change: 'Mainīt izvēli',
    sent: 'Atgādinājumi ir nodoti nosūtīšanai.',
  },
  en: {
    title: 'Whom to remind',
    desk: 'My tasks',
    lead: 'Everyone who acts for those you mark gets one letter: what is still due, by when, and where to hand it in. You see the letters first.',
    nobodyToRemind: 'There is nobody to remind: all that was awaited has come, or nothing is awaited from anyone yet.',
    whom: (plan: string, range: string) => `${plan}, reports on ${range}`,
    missing: (numbers: readonly number[]) => `nothing yet on ${numbers.length === 1 ? 'commitment' : 'commitments'} ${numbers.join(', ')}`,
    people: (count: number) => `a letter to ${count} ${pluralEn(count, { one: 'person', other: 'people' })}`,
    reminded: (date: string) => `reminded ${date}`,
    today: 'reminded today',
    often: (times: number) => `reminded ${times} times this week already`,
    nobody: 'Nobody to write to',
    nobodyText: 'Nobody acts for these institutions and organisations in Koprade yet, so no letter can go to them:',
    invite: 'Invite a person',
    rests: 'Not to be reminded now',
    letters: 'Language of the letters',
    latvian: 'Latvian',
    english: 'English',
    preview: 'Preview the letters',
    previewTitle: (count: number) =>
      count ? `${count} ${pluralEn(count, { one: 'letter', other: 'letters' })} to look at` : 'No letter would be sent',
    previewLead:
      'Exactly these letters will be sent. Everyone will see which institutions and organisations were reminded, but not who was written to.',
    recipients: 'Letters',
    to: (name: string, email: string) => `${name}, ${email}`,
    left: 'Not to be sent',
    send: (count: number) => `Send ${count} ${pluralEn(count, { one: 'letter', other: 'letters' })}`,
    change: 'Change the choice',
    sent: 'The reminders are on their way.',
  },
})
