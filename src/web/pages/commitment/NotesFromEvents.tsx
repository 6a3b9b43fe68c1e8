import type { EventNote } from '../../../cycle/events/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Section } from '../../components/Section.tsx'
import { commitmentTexts } from './texts.ts'

/** What meetings concluded about a commitment; nothing while there is none. */
export function NotesFromEvents({ notes, language }: { notes: readonly EventNote[]; language: Language }) {
  if (!notes.length) return null
  return (
    <Section id="pasakumos" label={commitmentTexts[language].notesFromEvents}>
      <ul class="rows">
        {notes.map(({ outcome, event, version }) => (
          <li key={outcome.id}>
            <p class="when">
              <b>
                <DateTime date={version.startsOn} language={language} />
              </b>
            </p>
            <div>
              <h3>
                <Local content={outcome.title} language={language} />
                <MadeUp when={outcome.demonstration} language={language} />
              </h3>
              <LocalParagraphs content={outcome.text} language={language} />
              <p class="meta">
                <a href={`${address(language, 'event', { event: event.id })}#secinajums-${outcome.conclusion}`}>
                  <Local content={version.title} language={language} quiet />
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
