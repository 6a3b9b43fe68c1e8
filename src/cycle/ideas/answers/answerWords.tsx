import { type Day, daysBetween } from '../../../platform/dates/partialDate.ts'
import { byDateShort } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'
import type { IconName } from '../../../web/components/Icon.tsx'
import { Status, type StatusColour } from '../../../web/components/Status.tsx'
import type { AnswerState } from '../tables.ts'

const texts = defineTexts({
  lv: {
    accepted: 'Atbildēta: iekļauta',
    partly: 'Atbildēta: iekļauta daļēji',
    alreadyDone: 'Atbildēta: jau notiek',
    notNow: 'Atbildēta: pašlaik ne',
    outside: 'Atbildēta: ārpus plāna',
    waiting: 'Gaida atbildi',
    until: (date: string) => date,
    overdue: 'Atbilde kavējas',
    days: (days: number) => `${days} ${pluralLv(days, { zero: 'dienu', one: 'diena', other: 'dienas' })}`,
  },
  en: {
    accepted: 'Answered: accepted',
    partly: 'Answered: partly accepted',
    alreadyDone: 'Answered: already being done',
    notNow: 'Answered: not now',
    outside: 'Answered: outside the plan',
    waiting: 'Awaits an answer',
    until: (date: string) => date,
    overdue: 'Answer overdue',
    days: (days: number) => `${days} ${pluralEn(days, { one: 'day', other: 'days' })}`,
  },
})

/** What an answer decides, in words for choosing and for counting. */
export const stateNames: Record<Language, Record<AnswerState, string>> = {
  lv: {
    waiting: 'Gaida atbildi',
    accepted: 'Iekļauta apņemšanās tekstā',
    partly: 'Iekļauta daļēji',
    'already-done': 'Jau notiek',
    'not-now': 'Pašlaik ne',
    outside: 'Ārpus plāna',
  },
  en: {
    waiting: 'Awaits an answer',
    accepted: 'Accepted into a commitment',
    partly: 'Partly accepted',
    'already-done': 'Already being done',
    'not-now': 'Not now',
    outside: 'Outside the plan',
  },
}

type Words = { icon: IconName; colour: StatusColour; word: string }

/** Icon, colour and word of what became of an idea. */
export function answerWords(language: Language, state: AnswerState): Words {
  const t = texts[language]
  switch (state) {
    case 'accepted':
      return { icon: 'answer', colour: 'good', word: t.accepted }
    case 'partly':
      return { icon: 'half', colour: 'go', word: t.partly }
    case 'already-done':
      return { icon: 'done', colour: 'go', word: t.alreadyDone }
    case 'not-now':
      return { icon: 'stop', colour: '', word: t.notNow }
    case 'outside':
      return { icon: 'stop', colour: '', word: t.outside }
    case 'waiting':
      return { icon: 'wait', colour: '', word: t.waiting }
  }
}

/** What became of an idea; of one that waits, until when an answer is due or by how many days it is overdue. */
export function AnswerStatus({ state, due, today, language }: { state: AnswerState; due: Day; today: Day; language: Language }) {
  const t = texts[language]
  if (state !== 'waiting') return <Status {...answerWords(language, state)} />
  return due < today ? (
    <Status icon="clock" colour="bad" word={t.overdue} extra={t.days(daysBetween(due, today))} />
  ) : (
    <Status icon="wait" colour="" word={t.waiting} extra={t.until(byDateShort(language, due))} />
  )
}
