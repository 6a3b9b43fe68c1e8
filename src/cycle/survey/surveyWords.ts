import { defineTexts } from '../../platform/languages/texts.ts'
import type { HidingReason, QuestionKind } from './tables.ts'

/** How the kinds of questions are called. */
export const kindNames: Record<'lv' | 'en', Record<QuestionKind, string>> = defineTexts({
  lv: {
    choice: 'viena izvēle',
    choices: 'vairākas izvēles',
    scale: 'skala',
    ranking: 'sakārtošana pēc svarīguma',
    number: 'skaitlis',
    'short-text': 'īss teksts',
    'long-text': 'garš teksts',
  },
  en: {
    choice: 'one choice',
    choices: 'several choices',
    scale: 'scale',
    ranking: 'ranking',
    number: 'number',
    'short-text': 'short text',
    'long-text': 'long text',
  },
})

/** Why a text is not shown. */
export const reasonNames: Record<'lv' | 'en', Record<HidingReason, string>> = defineTexts({
  lv: { 'personal-data': 'tekstā ir personas dati', offensive: 'teksts ir aizskarošs', 'not-about-this': 'teksts nav par aptaujas tematu' },
  en: { 'personal-data': 'it holds personal data', offensive: 'it is offensive', 'not-about-this': 'it is not about the survey’s subject' },
})
