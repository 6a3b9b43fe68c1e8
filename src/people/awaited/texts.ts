import type { Language } from '../../platform/languages/languages.ts'

const lv = {
  title: 'Apstiprināt',
  lead: (email: string) => `Vēstuli saņēma ${email}. Ar apstiprinājumu sākas arī Jūsu sesija, lai tālāk vēstules nevajadzētu.`,
  confirm: 'Apstiprināt',
  linkGone: 'Saite vairs nedarbojas',
  linkGoneText: 'Šī saite jau ir izmantota, vai tās laiks ir beidzies. Ja apstiprinājāt agrāk, viss ir kārtībā; ja ne, sāciet vēlreiz.',
  toHome: 'Uz sākumlapu',
}

const en: typeof lv = {
  title: 'Confirm',
  lead: (email) => `The letter went to ${email}. By confirming you are also signed in, so that no further letters are needed.`,
  confirm: 'Confirm',
  linkGone: 'The link does not work any more',
  linkGoneText: 'This link was used already, or its time is up. If you confirmed before, all is well; if not, please start again.',
  toHome: 'To the home page',
}

export const awaitedTexts: Readonly<Record<Language, typeof lv>> = { lv, en }
