import { address } from '../../addresses.ts'
import { opened, stateOf } from '../../answerForm.ts'
import { HiddenFields } from '../../components/HiddenFields.tsx'
import { Local } from '../../components/Local.tsx'
import { Section } from '../../components/Section.tsx'
import type { AnyVisit } from '../../visit.ts'
import type { AnswerFacts, ShownIdea } from './answerFacts.ts'
import { answersTexts } from './texts.ts'

type Props = { idea: ShownIdea; facts: AnswerFacts; visit: AnyVisit /** Does who looks support this idea? */; supports: boolean }

/** Into what an idea was merged, with a button to move one's support there; or what was merged into it. Nothing when neither. */
export function MergeBlock({ idea, facts: { merge, merged }, visit, supports }: Props) {
  const { language } = visit
  const t = answersTexts[language]
  const at = (number: number): string => address(language, 'idea', { plan: idea.planId, idea: number })
  if (merge)
    return (
      <Section id="apvienota" label={t.mergedInto}>
        <p class="big">
          <a href={at(merge.into.number)}>
            {t.numbered(merge.into.number)}, <Local content={merge.into.title} language={language} quiet />
          </a>
        </p>
        <p>
          {t.why} <Local content={merge.merge.reason} language={language} />
        </p>
        <p class="note">{t.mergedStays}</p>
        {supports ? (
          <form method="post" action={address(language, 'supportMove', { plan: idea.planId, idea: idea.number })} class="noprint">
            <HiddenFields form={stateOf(visit, opened())} version={null} />
            <p>{t.moveSupportNote}</p>
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.moveSupport(merge.into.number)}
              </button>
            </div>
          </form>
        ) : null}
      </Section>
    )
  if (!merged.length) return null
  return (
    <Section id="apvienotas" label={t.mergedHere}>
      <ul class="link-list">
        {merged.map((one) => (
          <li key={one.id}>
            <a href={at(one.number)}>
              {t.numbered(one.number)}, <Local content={one.title} language={language} quiet />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
