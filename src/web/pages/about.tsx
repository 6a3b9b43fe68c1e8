import { certainties, certaintyWords } from '../../cycle/plan/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Section } from '../components/Section.tsx'
import { Status } from '../components/Status.tsx'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { aboutTexts, certaintyMeanings, recordCommands, stateMeanings } from './about/texts.ts'
import { type ShownState, shownStates, shownStateWords } from './commitmentStates.ts'

/** Nobody reports these: they follow from dates and from silence. */
const computed: readonly ShownState[] = ['late', 'awaiting']

function States({ language }: { language: Language }) {
  const t = aboutTexts[language]
  return (
    <>
      <p class="prose">{t.statesLead}</p>
      <table class="ds-table stack gap">
        <thead>
          <tr>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {shownStates.map((state) => (
            <tr key={state}>
              <th scope="row">
                <Status {...shownStateWords(language, state)} extra={computed.includes(state) ? t.computed : null} />
              </th>
              <td>{stateMeanings[language][state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note gap">{t.evidenceRule}</p>
    </>
  )
}

function Certainties({ language }: { language: Language }) {
  const t = aboutTexts[language]
  return (
    <>
      <p class="prose">{t.certaintyLead}</p>
      <table class="ds-table stack gap">
        <thead>
          <tr>
            <th scope="col">{t.remark}</th>
            <th scope="col">{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {certainties.map((certainty) => (
            <tr key={certainty}>
              <th scope="row">{certaintyWords[language][certainty] ?? <span class="unknown">{t.noRemark}</span>}</th>
              <td>{certaintyMeanings[language][certainty]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function PublicRecord({ language }: { language: Language }) {
  const t = aboutTexts[language]
  return (
    <div class="prose">
      <p>{t.recordText}</p>
      <h3>{t.verify}</h3>
      <p>{t.verifyEntry}</p>
      <p>{t.verifyAll}</p>
      <ul>
        {recordCommands.map((command) => (
          <li key={command}>
            <code>{command}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={address(language, 'record')}>{t.openRecord}</a>
      </p>
    </div>
  )
}

/** How Koprade works: what its words mean, how to verify it, who may do what. */
export const aboutPage: Handler<'about'> = async (visit) => {
  const { language } = visit
  const t = aboutTexts[language]
  return page(visit, {
    title: t.title,
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <Section id="puses" label={t.voices}>
          <div class="prose">
            <p>{t.voicesText}</p>
            <p>{t.correctionText}</p>
          </div>
        </Section>
        <Section id="stavokli" label={t.states}>
          <States language={language} />
        </Section>
        <Section id="drosi" label={t.certainty}>
          <Certainties language={language} />
        </Section>
        <Section id="termini" label={t.deadlines}>
          <p class="prose">{t.deadlinesText}</p>
        </Section>
        <Section id="zurnals" label={t.record}>
          <PublicRecord language={language} />
        </Section>
        <Section id="kas-drikst" label={t.who}>
          <ul class="prose">
            {[t.whoEveryone, t.whoOfficer, t.whoRepresentative, t.whoSecretariat, t.whoAdministrator].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Section id="privatums" label={t.privacy}>
          <div class="prose">
            <p>{t.privacyText}</p>
            <p>
              <a href={address(language, 'privacy')}>{t.whatIsKept}</a>
            </p>
          </div>
        </Section>
        <Section id="licence" label={t.licence}>
          <div class="prose">
            <p>{t.licenceText}</p>
            <p>{t.sourceText}</p>
            <p class="note">{t.typeface}</p>
          </div>
        </Section>
      </>
    ),
  })
}
