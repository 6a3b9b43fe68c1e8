import type { Method } from '../../../methods/counting/settings.ts'
import type { ParticipantSector } from '../../../people/index.ts'
import { dayInRiga } from '../../../platform/clock.ts'
import { byDate, longDate, onDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { Status } from '../../../web/components/Status.tsx'
import { participantNames } from '../../ideas/index.ts'
import { timeInRiga } from '../ballotTime.ts'
import type { BallotMethod, BallotOption, OptionSource } from '../content.ts'
import type { PublishedBallot } from '../queries.ts'
import type { Side } from '../tables.ts'
import { ballotTexts } from './ballotTexts.ts'

/** How a method is called. */
export function methodName(method: BallotMethod | Method, language: Language): string {
  const t = ballotTexts[language]
  const names: Record<BallotMethod | Method, string> = {
    majority: t.methodMajority,
    approval: t.methodApproval,
    score: t.methodScore,
    borda: t.methodBorda,
    schulze: t.methodSchulze,
    'stv-scottish': t.methodScottish,
    'stv-meek': t.methodMeek,
    'equal-shares': t.methodShares,
    greedy: t.methodGreedy,
  }
  return names[method]
}

/** How a group of voters is called. */
export function groupName(group: ParticipantSector | Side | 'others', by: 'side' | 'sector', language: Language): string {
  const t = ballotTexts[language]
  if (group === 'others') return t.others
  if (by === 'side') return group === 'government' ? t.sideGovernment : t.sideOther
  return participantNames[language][group as ParticipantSector]
}

/** A moment to the second: 2019. gada 10. septembris, 17.00.00. */
export function momentInWords(moment: Date, language: Language): string {
  const time = timeInRiga(moment)
  return `${longDate(language, dayInRiga(moment))}, ${language === 'lv' ? time.replaceAll(':', '.') : time}`
}

export function sourceWords({ kind, key }: OptionSource, language: Language): string {
  const t = ballotTexts[language]
  return kind === 'idea' ? t.sourceIdea(key) : kind === 'commitment' ? t.sourceCommitment(key) : t.sourceTheme
}

export const costWords = ({ cost }: Pick<BallotOption, 'cost'>, language: Language): string =>
  cost === null ? '' : `${formatNumber(language, Number(cost))} euro`

/** Whether and until when one can vote, as a status. */
export function BallotStatus({ ballot, language }: { ballot: PublishedBallot; language: Language }) {
  const t = ballotTexts[language]
  const { opensAt, closesAt, state } = ballot
  if (state === 'open') return <Status icon="part" colour="go" word={t.openUntil(byDate(language, dayInRiga(closesAt)), closesAt)} />
  if (state === 'before') return <Status icon="clock" colour="" word={t.opens(onDate(language, dayInRiga(opensAt)), opensAt)} />
  return <Status icon="done" colour="" word={t.closed(onDate(language, dayInRiga(closesAt)))} />
}
