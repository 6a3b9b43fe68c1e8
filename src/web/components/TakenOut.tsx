import type { Day } from '../../platform/dates/partialDate.ts'
import { onDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { address } from '../addresses.ts'
import { Status } from './Status.tsx'

const texts = defineTexts({
  lv: {
    takenOut: (on: string) => `Izņemts no apskates ${on}`,
    reason: 'Iemesls:',
    entry: 'Ieraksts publiskajā žurnālā',
  },
  en: {
    takenOut: (on: string) => `Taken out of view ${on}`,
    reason: 'Reason:',
    entry: 'Entry in the public record',
  },
})

/** A content that was taken out of view, as its row tells it. */
export type Withdrawal = { withdrawnOn: Day; reason: string; recordSeq: number }

/** In one line: that a content is out of view, and since when. */
export const takenOutOn = (language: Language, { withdrawnOn }: Withdrawal): string =>
  texts[language].takenOut(onDate(language, withdrawnOn))

/** Says that a content is no longer shown, since when and why. */
export function TakenOut({ withdrawal, language }: { withdrawal: Withdrawal; language: Language }) {
  const t = texts[language]
  return (
    <>
      <Status icon="stop" colour="mid" word={takenOutOn(language, withdrawal)} />
      <p class="typed">
        {t.reason} {withdrawal.reason}
      </p>
      <p class="meta">
        <a href={address(language, 'recordEntry', { seq: withdrawal.recordSeq })}>{t.entry}</a>
      </p>
    </>
  )
}
