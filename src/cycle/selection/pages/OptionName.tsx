import { Local } from '../../../web/components/Local.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { type CountedBallot, chosenAs } from './counted.ts'
import { resultTexts } from './resultTexts.ts'

/** An option's title in the language it is written in. */
export function OptionName({ of, option }: { of: CountedBallot; option: number | string }) {
  const found = of.ballot.content.options.find(({ number }) => String(number) === String(option))
  return found ? <Local content={found.title} language={of.language} quiet /> : null
}

/** Whether an option was chosen, in words. */
export function Outcome({ of, option }: { of: CountedBallot; option: number | string }) {
  const t = resultTexts[of.language]
  const place = chosenAs(of, option)
  return place === null ? (
    <Status icon="none" colour="" word={t.isNotChosen} />
  ) : (
    <Status icon="done" colour="good" word={t.chosenAs(place)} />
  )
}
