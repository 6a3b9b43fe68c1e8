import { type PublishedSurvey, SurveyStatus } from '../../cycle/survey/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { Section } from '../components/Section.tsx'

/** Surveys with how they stand, under a heading. Nothing where there are none. */
export function SurveyRows({ surveys, label, language }: { surveys: readonly PublishedSurvey[]; label: string; language: Language }) {
  if (!surveys.length) return null
  return (
    <Section id="aptaujas" label={label}>
      <ul class="link-list">
        {surveys.map((survey) => (
          <li key={survey.id}>
            <a href={address(language, 'survey', { survey: survey.id })}>
              <Local content={survey.content.title} language={language} />
            </a>
            <MadeUp when={survey.demonstration} language={language} /> <SurveyStatus survey={survey} language={language} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
