import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

/** What is said about ideas and commitments that are like what someone is writing. */
export const similarTexts = defineTexts({
  lv: {
    title: 'Vai kaut kas līdzīgs jau ir?',
    lead: 'Ja kāda no šīm idejām saka to pašu, varat atbalstīt to. Ja Jūsu ideja ir cita, turpiniet rakstīt.',
    ideas: 'Līdzīgas idejas',
    commitments: 'Līdzīgas apņemšanās spēkā esošajos plānos',
    number: (number: number) => `Nr. ${formatNumber('lv', number)}`,
    supports: (count: number) =>
      `${formatNumber('lv', count)} ${pluralLv(count, { zero: 'atbalstītāju', one: 'atbalstītājs', other: 'atbalstītāji' })}`,
    shared: 'Kopīgie vārdi:',
    nothing: 'Nekas līdzīgs nav atrasts.',
    found: (ideas: number, commitments: number) =>
      `${pluralLv(ideas + commitments, { zero: 'Atrastas', one: 'Atrasta', other: 'Atrastas' })} ${[
        ideas ? `${ideas} ${pluralLv(ideas, { zero: 'līdzīgu ideju', one: 'līdzīga ideja', other: 'līdzīgas idejas' })}` : '',
        commitments
          ? `${commitments} ${pluralLv(commitments, { zero: 'līdzīgu apņemšanos', one: 'līdzīga apņemšanās', other: 'līdzīgas apņemšanās' })}`
          : '',
      ]
        .filter(Boolean)
        .join(' un ')}.`,
  },
  en: {
    title: 'Is there something like it already?',
    lead: 'If one of these ideas says the same, you can support it instead. If yours is another one, go on writing.',
    ideas: 'Similar ideas',
    commitments: 'Similar commitments in plans in force',
    number: (number: number) => `No. ${formatNumber('en', number)}`,
    supports: (count: number) => `${formatNumber('en', count)} ${pluralEn(count, { one: 'supporter', other: 'supporters' })}`,
    shared: 'Words in common:',
    nothing: 'Nothing similar was found.',
    found: (ideas: number, commitments: number) =>
      `Found ${[
        ideas ? `${ideas} similar ${pluralEn(ideas, { one: 'idea', other: 'ideas' })}` : '',
        commitments ? `${commitments} similar ${pluralEn(commitments, { one: 'commitment', other: 'commitments' })}` : '',
      ]
        .filter(Boolean)
        .join(' and ')}.`,
  },
})
