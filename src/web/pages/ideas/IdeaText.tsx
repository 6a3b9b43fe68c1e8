import { reasonWords } from '../../../cycle/ideas/index.ts'
import { challengeNames, valueNames } from '../../../cycle/plan/index.ts'
import { onDate } from '../../../platform/languages/dates.ts'
import type { Language, LocalText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { fileIcon, kindAndSize } from '../../components/fileMeta.ts'
import { Icon } from '../../components/Icon.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { FactRow } from '../../components/Section.tsx'
import { bare, langOf, named } from '../../named.ts'
import type { AnyVisit } from '../../visit.ts'
import { Organisation, OutsideLink, siteOf } from '../parts.tsx'
import type { IdeaFacts } from './facts.ts'
import { ideaTexts } from './ideaTexts.ts'
import { channelNames, participantNames } from './words.tsx'

/** What an idea, a wish for data or a burden says, field by field. */
export function IdeaText({ facts: { idea, organisations }, visit }: { facts: IdeaFacts; visit: AnyVisit }) {
  const { language, today } = visit
  const t = ideaTexts[language]
  const of = { idea: null, 'data-wish': t.wishSubject, burden: t.burdenSubject }[idea.kind]
  const doer = idea.kind === 'data-wish' ? t.wishDoer : t.doer
  return (
    <div class="prose">
      {of ? <Part title={of} content={idea.subject} language={language} /> : null}
      <Part title={idea.kind === 'burden' ? t.burdenProblem : t.problem} content={idea.problem} language={language} />
      <Part title={idea.kind === 'data-wish' ? t.wishProposal : t.proposal} content={idea.proposal} language={language} />
      <Part title={doer} content={idea.doer} language={language} />
      {idea.doerId ? (
        <>
          {idea.doer ? null : <h3>{doer}</h3>}
          <p>
            <Organisation id={idea.doerId} on={today} organisations={organisations} language={language} />
          </p>
        </>
      ) : null}
    </div>
  )
}

function Part({ title, content, language }: { title: string; content: LocalText | null; language: Language }) {
  if (!content?.lv && !content?.en) return null
  return (
    <>
      <h3>{title}</h3>
      <LocalParagraphs content={content} language={language} />
    </>
  )
}

/** Who sent it, how, and where it belongs. */
export function IdeaFactList({ facts, visit }: { facts: IdeaFacts; visit: AnyVisit }) {
  const { language } = visit
  const t = ideaTexts[language]
  const { idea, organisations, files, plan } = facts
  const { theme } = facts.answer
  return (
    <dl class="facts">
      <FactRow name={t.author}>
        {idea.organisationId ? (
          <>
            <Organisation id={idea.organisationId} on={idea.sentOn} organisations={organisations} language={language} />
            {idea.authorName && idea.authorName !== organisations.nameOn(idea.sentOn, idea.organisationId, 'lv')
              ? `, ${idea.authorName}`
              : null}
          </>
        ) : (
          (idea.authorName ?? t.noName)
        )}
      </FactRow>
      <FactRow name={t.sector}>{participantNames[language][idea.sector]}</FactRow>
      <FactRow name={t.channel}>{channelNames[language][idea.channel]}</FactRow>
      {idea.place ? (
        <FactRow name={t.place}>
          <span {...(idea.language === language ? {} : { lang: idea.language })}>{idea.place}</span>
        </FactRow>
      ) : null}
      {idea.values.length ? <FactRow name={t.values}>{idea.values.map((value) => valueNames[language][value]).join(', ')}</FactRow> : null}
      {idea.challenges.length ? (
        <FactRow name={t.challenges}>{idea.challenges.map((value) => challengeNames[language][value]).join(', ')}</FactRow>
      ) : null}
      {theme ? (
        <FactRow name={t.theme}>
          <a
            href={`${address(language, 'ideas', { plan: plan.id })}?${new URLSearchParams({ theme: String(theme.id) })}`}
            {...langOf(named(theme.title, language))}
          >
            {bare(named(theme.title, language))}
          </a>
        </FactRow>
      ) : null}
      {idea.tags.length ? <FactRow name={t.tags}>{idea.tags.join(', ')}</FactRow> : null}
      {idea.catalogueUrl ? (
        <FactRow name={t.catalogue}>
          <OutsideLink href={idea.catalogueUrl}>{siteOf(idea.catalogueUrl) ?? idea.catalogueUrl}</OutsideLink>
        </FactRow>
      ) : null}
      {files.length && idea.visibility === 'published' ? (
        <FactRow name={t.files}>
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <a href={address(language, 'ideaFile', { plan: plan.id, idea: idea.number, file: file.id })}>
                  <Icon name={fileIcon({ fileName: file.name, mediaType: file.mediaType, bytes: file.bytes })} /> {file.name}
                </a>{' '}
                <span class="meta">{kindAndSize(language, { fileName: file.name, mediaType: file.mediaType, bytes: file.bytes })}</span>
              </li>
            ))}
          </ul>
        </FactRow>
      ) : null}
      <FactRow name={t.record}>
        <a href={address(language, 'recordEntry', { seq: idea.recordSeq })}>{t.recordEntry(idea.recordSeq)}</a>
      </FactRow>
    </dl>
  )
}

/** That and why something in the text was blacked out. */
export function BlackedOut({ facts: { blackOuts }, language }: { facts: IdeaFacts; language: Language }) {
  const t = ideaTexts[language]
  return (
    <>
      {blackOuts.map(({ entry, passages }) => (
        <p class="note gap" key={entry.id}>
          {t.blackedOut(passages, onDate(language, entry.actedOn))}
          {entry.reason ? `${reasonWords[language][entry.reason]}. ` : null}
          {entry.explanation ? <span {...(entry.language === language ? {} : { lang: entry.language })}>{entry.explanation}</span> : null}{' '}
          <a href={`${address(language, 'moderationLog')}#i${entry.id}`}>{t.log}</a>
        </p>
      ))}
    </>
  )
}
