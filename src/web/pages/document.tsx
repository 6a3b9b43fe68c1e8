import { documentsPolicy, kindNames, textOf } from '../../cycle/documents/index.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { DeadLink } from '../components/DeadLink.tsx'
import { Local } from '../components/Local.tsx'
import { Section } from '../components/Section.tsx'
import { TakenOut } from '../components/TakenOut.tsx'
import { Written } from '../components/Written.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { AboutDocument } from './documents/AboutDocument.tsx'
import { ContentLink, contentMeta, fileHref } from './documents/ContentLink.tsx'
import { Corrections } from './documents/Corrections.tsx'
import { type DocumentFacts, pathToDocument, readDocument } from './documents/facts.ts'
import { documentTexts } from './documents/texts.ts'
import { Versions } from './documents/Versions.tsx'
import { HowSure, siteOf } from './parts.tsx'

/** One document: how to get it, what is known of it, and every version with what changed and why. */
export const documentPage: Handler<'document'> = async (visit) => {
  const { house, language, actor } = visit
  const facts = await readDocument(visit)
  const { document, newest } = facts
  const title = plainText(document.title, language)
  const typed = newest.main && newest.main.fileHash === null ? await textOf(house, newest.main) : null
  const alternative = newest.alternative && newest.alternative.fileHash === null ? await textOf(house, newest.alternative) : null
  return page(visit, {
    title,
    section: 'documents',
    path: pathToDocument(facts.plan, language),
    children: (
      <>
        <Head visit={visit} facts={facts} />
        {typed === null ? null : (
          <Section id="teksts" label={documentTexts[language].text}>
            <div class="prose">
              <Written text={typed} written={document.language} language={language} quiet />
            </div>
          </Section>
        )}
        <Alternative facts={facts} typed={alternative} language={language} />
        <AboutDocument facts={facts} language={language} />
        <Versions facts={facts} language={language} mayWithdraw={documentsPolicy.withdrawVersion(actor, undefined)} />
        <Corrections corrections={facts.corrections} language={language} />
      </>
    ),
  })
}

/** The title and the way to the document itself; for the secretariat also the way to its forms. */
function Head({ visit, facts }: { visit: AnyVisit; facts: DocumentFacts }) {
  const { language, actor } = visit
  const t = documentTexts[language]
  const { plan, document, newest } = facts
  const { main } = newest
  const place = { plan: plan.id, document: document.id }
  return (
    <div class="head">
      <p class="eyebrow">{kindNames[language][document.kind]}</p>
      <h1 class="long sentence">
        <Local content={document.title} language={language} />
        <HowSure certainty={document.certainty} language={language} />
      </h1>
      <p class="meta">
        {t.versionOn(newest.number, shortDate(language, newest.publishedOn))}
        {facts.versions.length > 1 ? (
          <>
            {' · '}
            <a href="#redakcijas">{t.allVersions(facts.versions.length)}</a>
          </>
        ) : null}
      </p>
      {visit.query.get('done') === 'saved' ? (
        <p class="lead" role="status">
          {t.saved}
        </p>
      ) : null}
      {newest.withdrawal ? (
        <div class="gap">
          <TakenOut withdrawal={newest.withdrawal} language={language} />
          <p class="note">
            {t.takenOutNote} {facts.versions.length > 1 ? t.earlierInView : ''}
          </p>
        </div>
      ) : main ? null : (
        <p class="lead">{t.onlyKnown}</p>
      )}
      {main?.url && facts.dead.has(main.url) ? (
        <p>
          <DeadLink since={facts.dead.get(main.url)} language={language} />
        </p>
      ) : null}
      <p class="acts">
        {main?.fileHash ? (
          <a class="ds-button" href={fileHref(plan.id, newest, main, language)}>
            {t.download(contentMeta(main, language))}
          </a>
        ) : null}
        {main?.url && siteOf(main.url) ? (
          <a class="ds-button" href={main.url} rel="external noopener">
            {t.openAt(siteOf(main.url) ?? '')}
          </a>
        ) : null}
        {documentsPolicy.publishVersion(actor, undefined) ? (
          <>
            <a href={address(language, 'documentVersionNew', place)}>{t.newVersion}</a>
            <a href={address(language, 'documentEdit', place)}>{t.edit}</a>
          </>
        ) : null}
      </p>
    </div>
  )
}

/** The same content for those who can't read the document itself. */
function Alternative({ facts, typed, language }: { facts: DocumentFacts; typed: string | null; language: Language }) {
  const t = documentTexts[language]
  const { plan, document, newest } = facts
  if (!newest.alternative) return null
  return (
    <Section id="alternativa" label={t.alternative}>
      <p class="note">{t.alternativeNote}</p>
      {typed === null ? (
        <p>
          <ContentLink
            plan={plan.id}
            version={newest}
            content={newest.alternative}
            deadSince={facts.dead.get(newest.alternative.url ?? '')}
            language={language}
          />
        </p>
      ) : (
        <div class="prose gap">
          <Written text={typed} written={document.language} language={language} quiet />
        </div>
      )}
    </Section>
  )
}
