import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'

/** Letters about what became of ideas. */
export const ideaLetterTexts = defineTexts({
  lv: {
    greeting: 'Labdien!',
    goodbye: 'Rīcības plāna sekretariāts',
    thing: (title: string, number: number) => `„${title}” (Nr. ${number})`,
    answeredSubject: (things: number, thing: string) =>
      things === 1
        ? `Atbilde: ${thing}`
        : `${things} ${pluralLv(things, { zero: 'atbilžu', one: 'atbilde', other: 'atbildes' })} uz Jūsu iesniegto`,
    answered: (institution: string) => `Uz Jūsu iesniegto ir atbildējusi institūcija: ${institution}.`,
    supportedAnswered: (thing: string, institution: string) => `Uz ${thing}, ko Jūs atbalstāt, ir atbildējusi institūcija: ${institution}.`,
    corrected: 'Iepriekš sniegtā atbilde ir labota.',
    decision: (words: string) => `Atbilde: ${words}.`,
    reasons: 'Pamatojums:',
    readOn: (url: string) => `Lasiet šeit: ${url}`,
    mergedSubject: (thing: string) => `Apvienots ar līdzīgu: ${thing}`,
    merged: (thing: string, into: string) => `${thing}, ko Jūs iesniedzāt, sekretariāts ir apvienojis ar līdzīgu ideju ${into}.`,
    mergedStays: 'Jūsu ideja paliek savā lapā, nekas nav dzēsts. Turpmāk abas saņem vienu atbildi.',
    object: (url: string) => `Ja idejas, Jūsuprāt, nav par vienu un to pašu, iebilstiet šeit: ${url}`,
    supportedMerged: (thing: string, into: string) => `Ideja ${thing}, ko Jūs atbalstāt, ir apvienota ar līdzīgu ideju ${into}.`,
    supportStays: (url: string) => `Jūsu atbalsts paliek tur, kur to devāt. Ja vēlaties, pārceliet to ar vienu pogu idejas lapā: ${url}`,
    unmergedSubject: (thing: string) => `Atkal atsevišķi: ${thing}`,
    unmerged: (thing: string) => `Apvienošana ir atcelta, un ${thing} atkal saņems savu atbildi.`,
    supportedUnmerged: (thing: string) => `Ideju, ko Jūs atbalstāt, apvienošana ir atcelta: ${thing} atkal saņems savu atbildi.`,
    why: (reason: string) => `Iemesls: ${reason}`,
    stop: (url: string) => `Vairs nesaņemt vēstules par idejām, ko atbalstāt: ${url}`,
  },
  en: {
    greeting: 'Good day,',
    goodbye: 'The action plan’s secretariat',
    thing: (title, number) => `“${title}” (No. ${number})`,
    answeredSubject: (things, thing) =>
      things === 1 ? `Answer: ${thing}` : `${things} ${pluralEn(things, { one: 'answer', other: 'answers' })} to what you sent`,
    answered: (institution) => `What you sent has been answered by: ${institution}.`,
    supportedAnswered: (thing, institution) => `${thing}, which you support, has been answered by: ${institution}.`,
    corrected: 'An earlier answer was corrected.',
    decision: (words) => `Answer: ${words}.`,
    reasons: 'Reasons:',
    readOn: (url) => `Read it here: ${url}`,
    mergedSubject: (thing) => `Merged with a similar one: ${thing}`,
    merged: (thing, into) => `The secretariat has merged ${thing}, which you sent, into a similar idea, ${into}.`,
    mergedStays: 'Your idea keeps its page, nothing was deleted. From now on both get one answer.',
    object: (url) => `If you think that they are not about the same, object here: ${url}`,
    supportedMerged: (thing, into) => `${thing}, which you support, was merged into a similar idea, ${into}.`,
    supportStays: (url) => `Your support stays where you gave it. If you wish, move it with one button on the idea’s page: ${url}`,
    unmergedSubject: (thing) => `Separate again: ${thing}`,
    unmerged: (thing) => `The merging was undone, and ${thing} will get an answer of its own again.`,
    supportedUnmerged: (thing) => `The merging of an idea that you support was undone: ${thing} will get an answer of its own again.`,
    why: (reason) => `Reason: ${reason}`,
    stop: (url) => `Get no more letters about ideas you support: ${url}`,
  },
})
