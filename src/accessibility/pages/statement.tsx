import type { ComponentChildren } from 'preact'
import { dayInRiga } from '../../platform/clock.ts'
import { onDate, shortDate } from '../../platform/languages/dates.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address, addresses } from '../../web/addresses.ts'
import { Local } from '../../web/components/Local.tsx'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { recordAbout } from '../../web/recordAbout.ts'
import { page } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { conformanceOf } from '../conformance.ts'
import { defaultTexts } from '../defaults.ts'
import { STATEMENT_OBJECT } from '../publishStatement.ts'
import { type Statement, statementVersions } from '../queries.ts'
import { results } from '../results.ts'
import type { OptionalText } from '../statementInput.ts'
import { Checked } from './Checked.tsx'
import { statementTexts } from './statementTexts.ts'

/** The accessibility statement: what programs found on every page, and what the institution says; earlier versions at `?version=`. */
export const statementPage: Handler<'accessibility'> = async (visit) => {
  const { house, language, today } = visit
  const t = statementTexts[language]
  const versions = await statementVersions(house.db, today)
  const shown = versionIn(visit, versions)
  const newest = versions[0] ?? null
  const text = (name: OptionalText): LocalText | null => (shown ? shown[name] : defaultTexts[name])
  const own = { evaluatedOn: shown?.evaluatedOn ?? null, hasLimits: text('limits') !== null }
  const { conformance, shortfalls } = conformanceOf(results, Object.keys(addresses), own, dayInRiga(house.clock.now()))
  return page(visit, {
    title: t.title,
    search: shown && shown !== newest ? `?version=${shown.version}` : '',
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t[conformance]}</p>
          {shortfalls.length ? (
            <p class="note">
              {t.why}{' '}
              {shortfalls
                .map((one) => t[one])
                .join(' ')
                .replace(/;$/, '.')}
            </p>
          ) : null}
          {shown ? <Which visit={visit} shown={shown} isNewest={shown === newest} /> : <p class="note">{t.notWritten}</p>}
        </div>
        <Section id="par-vietni" label={t.facts}>
          <dl class="facts">
            <Fact name={t.institution}>
              {shown ? <Local content={shown.institution} language={language} /> : <NotStated language={language} />}
            </Fact>
            <Fact name={t.site}>
              <span class="address">{house.configuration.url}</span>
            </Fact>
            <Fact name={t.law}>
              <Local content={text('law')} language={language} />
            </Fact>
          </dl>
        </Section>
        <Section id="parbaudes" label={t.checked}>
          <Checked language={language} />
        </Section>
        <Section id="ierobezojumi" label={t.limitsHeading}>
          <Prose content={text('limits')} language={language} none={t.noLimits} />
        </Section>
        <Section id="slogs" label={t.burden}>
          <Prose content={text('burden')} language={language} none={t.notStated} />
        </Section>
        <Section id="veidots" label={t.made}>
          <ul class="prose">
            {t.madeText.split('\n').map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Section id="citi-veidi" label={t.alternatives}>
          <Prose content={text('alternatives')} language={language} none={t.notStated} />
        </Section>
        <Section id="novertejums" label={t.evaluation}>
          <dl class="facts">
            <Fact name={t.method}>
              <Local content={text('method')} language={language} />
            </Fact>
            <Fact name={t.evaluatedOn}>
              {shown?.evaluatedOn ? shortDate(language, shown.evaluatedOn) : <span class="unknown">{t.notEvaluatedYet}</span>}
            </Fact>
            <Fact name={t.evaluator}>
              {text('evaluator') ? <Local content={text('evaluator')} language={language} /> : <NotStated language={language} />}
            </Fact>
            {shown?.protocolUrl ? (
              <Fact name={t.protocol}>
                <a href={shown.protocolUrl} rel="external noopener">
                  {t.openProtocol}
                </a>
              </Fact>
            ) : null}
          </dl>
        </Section>
        <Section id="zinot" label={t.report}>
          <div class="prose">
            <p>{t.reportText}</p>
            <p>
              <a href={address(language, 'accessibilityFeedback')}>{t.reportLink}</a>
            </p>
            <h3>{t.contact}</h3>
            {shown ? <LocalParagraphs content={shown.contact} language={language} /> : <p class="unknown">{t.notStated}</p>}
            <h3>{t.complaint}</h3>
            <Prose content={text('complaint')} language={language} none={t.notStated} />
          </div>
        </Section>
        {versions.length ? <Versions visit={visit} versions={versions} /> : null}
      </>
    ),
  })
}

/** The version that the address asks for, else the newest; null when nothing was published. Throws Refusal 404 for one that is not there. */
function versionIn({ query }: AnyVisit, versions: readonly Statement[]): Statement | null {
  const asked = query.get('version')
  if (asked === null) return versions[0] ?? null
  const found = versions.find(({ version }) => String(version) === asked)
  if (!found) throw notFound()
  return found
}

function Which({ visit, shown, isNewest }: { visit: AnyVisit; shown: Statement; isNewest: boolean }) {
  const { language } = visit
  const t = statementTexts[language]
  return (
    <p class="note">
      {isNewest ? (
        t.published(onDate(language, shown.publishedOn))
      ) : (
        <>
          {t.olderVersion(shown.version)} <a href={address(language, 'accessibility')}>{t.newest}</a>
        </>
      )}
      <MadeUp when={shown.demonstration} language={language} />
    </p>
  )
}

function Versions({ visit, versions }: { visit: AnyVisit; versions: readonly Statement[] }) {
  const { language } = visit
  const t = statementTexts[language]
  const here = address(language, 'accessibility')
  return (
    <Section id="redakcijas" label={t.versions}>
      <ul class="link-list">
        {versions.map(({ version, publishedOn }, index) => (
          <li key={version}>
            <a href={index ? `${here}?version=${version}` : here}>{t.version(version, shortDate(language, publishedOn))}</a>
          </li>
        ))}
        <li>
          <a href={recordAbout(language, STATEMENT_OBJECT)}>{t.inRecord}</a>
        </li>
      </ul>
    </Section>
  )
}

function Section({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <div>{children}</div>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const NotStated = ({ language }: { language: Language }) => <span class="unknown">{statementTexts[language].notStated}</span>

/** A text of the institution, in paragraphs; a word when it says nothing. */
function Prose({ content, language, none }: { content: LocalText | null; language: Language; none: string }) {
  return content ? (
    <div class="prose">
      <LocalParagraphs content={content} language={language} />
    </div>
  ) : (
    <p class="unknown">{none}</p>
  )
}
