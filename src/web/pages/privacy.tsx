import { currentStatement } from '../../accessibility/index.ts'
import { DRAFTS_KEPT_SECONDS } from '../../cycle/ideas/index.ts'
import { SURVEY_COOKIE_SECONDS } from '../../cycle/survey/index.ts'
import { COUNTED_SECONDS, IDENTITY_COOKIE_SECONDS, SESSION_SECONDS } from '../../people/index.ts'
import type { Kept, PersonalData } from '../../platform/dataMap.ts'
import { KEPT_SECONDS } from '../../platform/http/keptForms.ts'
import { durationInWords } from '../../platform/languages/durations.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { Local } from '../components/Local.tsx'
import { LocalParagraphs } from '../components/LocalParagraphs.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { Section } from '../components/Section.tsx'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { dataMap } from './privacy/dataMap.ts'
import { basisWords, privacyTexts } from './privacy/texts.ts'

/** The same data may lie in several tables: they are told once. */
const told: readonly PersonalData[] = [
  ...new Map(dataMap.flatMap(({ personal }) => personal.map((one) => [one.what, one] as const))).values(),
]

/** What is kept about people: drawn from the data map, with the times by which it is erased. */
export const privacyPage: Handler<'privacy'> = async (visit) => {
  const { house, language, today } = visit
  const t = privacyTexts[language]
  const runner = await currentStatement(house.db, today)
  const time = (seconds: number): string => durationInWords(language, seconds)
  return page(visit, {
    title: t.title,
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <Section id="kas-atbild" label={t.runner}>
          {runner ? (
            <div class="prose">
              <p>
                <Local content={runner.institution} language={language} />
                <MadeUp when={runner.demonstration} language={language} />
              </p>
              <LocalParagraphs content={runner.contact} language={language} />
            </div>
          ) : (
            <p class="unknown">{t.runnerNotStated}</p>
          )}
        </Section>
        <Section id="ko-glabajam" label={t.kept}>
          <p class="prose">{t.keptLead}</p>
          <DataTable language={language} />
          <p class="note gap">{t.bases}</p>
        </Section>
        <Section id="arpus" label={t.beside}>
          <ul class="prose">
            {[
              t.cookies(
                time(SESSION_SECONDS),
                time(KEPT_SECONDS),
                time(IDENTITY_COOKIE_SECONDS),
                time(DRAFTS_KEPT_SECONDS),
                time(SURVEY_COOKIE_SECONDS),
              ),
              t.memory(time(COUNTED_SECONDS)),
              t.log,
              t.backups,
            ].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Section id="tiesibas" label={t.rights}>
          <div class="prose">
            <p>{t.rightsText}</p>
            <p>{t.complaint}</p>
          </div>
        </Section>
      </>
    ),
  })
}

function DataTable({ language }: { language: Language }) {
  const t = privacyTexts[language]
  return (
    <table class="ds-table stack gap">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.why}</th>
          <th scope="col">{t.seenBy}</th>
          <th scope="col">{t.howLong}</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ what, why, basis, seenBy, kept }) => (
          <tr key={what.lv}>
            <th scope="row">{what[language]}</th>
            <td data-l={t.why}>
              {why[language]} <small class="remark under">{t.basis(basisWords[language][basis])}</small>
            </td>
            <td data-l={t.seenBy}>{seenBy[language]}</td>
            <td data-l={t.howLong}>{howLong(kept, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function howLong(kept: Kept, language: Language): string {
  if ('until' in kept) return kept.until[language]
  const duration = durationInWords(language, kept.seconds)
  return privacyTexts[language].keptFor(duration, kept.since[language])
}
