import type { TwoLanguages } from './noticesTexts.ts'

/* A made-up survey on the fourth plan, and what made-up people answered to it. */

type QuestionText = {
  page: 1 | 2
  kind: string
  title: TwoLanguages
  hint?: TwoLanguages
  required?: true
  options?: readonly TwoLanguages[]
  condition?: string
  more?: Record<string, string>
}

export const surveyText = {
  plan: 'lv-4',
  title: ['Kā Jūs gribētu piedalīties 4. plāna veidošanā?', 'How would you like to take part in making the fourth plan?'],
  introduction: [
    'Demonstrācijai izdomāta aptauja. Gribam saprast, kā cilvēki līdz šim ir piedalījušies un kas viņiem plānā ir svarīgākais. Atbildēšanai vajag ap trim minūtēm. Rezultātus izmantosim, gatavojot atklāto diskusiju 16. septembrī.',
    'A survey made up for the demonstration. We want to learn how people have taken part so far and what matters most to them in the plan. It takes about three minutes. The results will be used in preparing the open discussion on 16 September.',
  ],
  thanks: [
    'Rezultātus apspriedīsim atklātajā diskusijā. Visi tekstu ieteikumi būs lasāmi pēc moderatora apskates.',
    'The results will be discussed at the open discussion. All suggestions in words can be read after a moderator has looked at them.',
  ],
  pages: [
    ['Līdz šim', 'So far'],
    ['Turpmāk', 'From now on'],
  ],
  questions: [
    {
      page: 1,
      kind: 'choice',
      title: [
        'Vai kādreiz esat piedalījies atvērtās pārvaldības plāna veidošanā?',
        'Have you ever taken part in making an open government plan?',
      ],
      required: true,
      options: [
        ['Jā', 'Yes'],
        ['Nē, bet gribētu', 'No, but I would like to'],
        ['Nē, un neplānoju', 'No, and I do not intend to'],
      ],
    },
    {
      page: 1,
      kind: 'choices',
      title: ['Kā Jūs piedalījāties?', 'How did you take part?'],
      condition: '1=Jā',
      options: [
        ['Iesniedzu ideju', 'I sent an idea'],
        ['Biju diskusijā', 'I was at a discussion'],
        ['Rakstīju atzinumu', 'I wrote an opinion'],
        ['Darbojos darba grupā', 'I was in a working group'],
      ],
    },
    {
      page: 2,
      kind: 'ranking',
      title: ['Kas 4. plānā ir svarīgākais?', 'What matters most in the fourth plan?'],
      hint: ['Sakārtojiet: 1 ir svarīgākais.', 'Put in order: 1 matters most.'],
      options: [
        ['Atklāti lēmumi un lobēšanas caurskatāmība', 'Open decisions and transparent lobbying'],
        ['Atvērtie dati', 'Open data'],
        ['Iespējas piedalīties', 'Ways to take part'],
        ['Pretkorupcija', 'Fighting corruption'],
      ],
    },
    {
      page: 2,
      kind: 'scale',
      title: ['Cik viegli ir saprast, kā valsts pārvaldē pieņem lēmumus?', 'How easy is it to understand how public decisions are made?'],
      required: true,
      more: {
        from: '1',
        to: '5',
        'fromLabel.lv': 'ļoti grūti',
        'fromLabel.en': 'very hard',
        'toLabel.lv': 'ļoti viegli',
        'toLabel.en': 'very easy',
      },
    },
    {
      page: 2,
      kind: 'number',
      title: ['Cik stundu mēnesī Jūs tam veltītu?', 'How many hours a month would you give to it?'],
      more: { least: '0', most: '20', 'unit.lv': 'stundas', 'unit.en': 'hours' },
    },
    {
      page: 2,
      kind: 'long-text',
      title: ['Ko Jūs vēl ieteiktu?', 'What else would you suggest?'],
      hint: ['Lūdzu, nerakstiet personas datus.', 'Please write no personal data.'],
      more: { limit: '1000' },
    },
  ] satisfies readonly QuestionText[] as readonly QuestionText[],
} satisfies {
  plan: string
  title: TwoLanguages
  introduction: TwoLanguages
  thanks: TwoLanguages
  pages: readonly TwoLanguages[]
  questions: readonly QuestionText[]
}

/** Suggestions in words; the first ones have been let through, the last ones wait for a moderator. */
export const suggestions: readonly { body: string; language: 'lv' | 'en'; shown: boolean }[] = [
  { body: 'Diskusijas rīkojiet arī vakaros un ārpus Rīgas, lai var atbraukt pēc darba.', language: 'lv', shown: true },
  { body: 'Pēc katras diskusijas publicējiet, kas no dzirdētā ir ņemts vērā un kas nav.', language: 'lv', shown: true },
  { body: 'Send a short summary in plain language before each meeting.', language: 'en', shown: true },
  {
    body: 'Vajadzētu vienu vietu, kur redzēt visas iespējas piedalīties, nevis katras ministrijas lapu atsevišķi.',
    language: 'lv',
    shown: true,
  },
  { body: 'Atvērtos datus atjauniniet regulāri, citādi tos nevar izmantot.', language: 'lv', shown: false },
  { body: 'Jauniešiem der īsas video uzrunas un jautājumi, uz kuriem var atbildēt telefonā.', language: 'lv', shown: false },
]
