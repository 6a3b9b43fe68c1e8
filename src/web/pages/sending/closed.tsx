import { askedFields, callState, questions } from '../../../cycle/ideas/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { onDate } from '../../../platform/languages/dates.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { page } from '../../render.tsx'
import type { AnyVisit } from '../../visit.ts'
import { callTexts } from '../call/texts.ts'
import { pathToSending, type SendingFacts } from './facts.ts'
import { sendingTexts } from './texts.ts'

/** Says that the call takes nothing now, what happens next, and gives back what was typed. */
export function closedPage(visit: AnyVisit, facts: SendingFacts, typed: Fields | null): Response {
  const { language, today } = visit
  const t = sendingTexts[language]
  const { plan, call, kind } = facts
  const coming = callState(call, today) === 'coming'
  const title = coming ? t.notOpenTitle : t.closedTitle
  const said = typed ? askedFields[kind].flatMap((field) => (typed.trimmed(field) ? [{ field, text: typed.trimmed(field) }] : [])) : []
  return page(
    visit,
    {
      title,
      path: pathToSending(visit, facts),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={call.title} language={language} />
            </p>
            <h1>{title}</h1>
            <p class="lead">{coming ? callTexts[language].from(onDate(language, call.startsOn)) : t.closedLead}</p>
            <p class="acts">
              <a class="ds-button" href={address(language, 'call', { plan: plan.id, call: call.id })}>
                {t.toCall}
              </a>
              <a href={address(language, 'ideas', { plan: plan.id })}>{callTexts[language].readAll}</a>
            </p>
          </div>
          <Section id="talak" label={t.whatNext}>
            <div class="prose">
              <LocalParagraphs content={call.whatNext} language={language} />
            </div>
          </Section>
          {said.length ? (
            <Section id="teksts" label={t.yourText}>
              <p class="note">{t.yourTextNote}</p>
              <dl class="facts long">
                {said.map(({ field, text }) => (
                  <FactRow key={field} name={questions[language][kind][field].label}>
                    <p class="typed">{text}</p>
                  </FactRow>
                ))}
              </dl>
            </Section>
          ) : null}
        </>
      ),
    },
    coming ? 422 : 410,
  )
}
