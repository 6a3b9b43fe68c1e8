import { type Notice, noticeKindNames, type PublishedVersion } from '../../../cycle/inform/index.ts'
import type { Language, LocalText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { EasyLink } from '../../components/EasyLink.tsx'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import type { AnyVisit } from '../../visit.ts'
import { Changes } from './Changes.tsx'
import { LeadTime } from './LeadTime.tsx'
import { Opportunities } from './Opportunities.tsx'
import { Timeline } from './Timeline.tsx'
import { noticePageTexts } from './texts.ts'

type Props = {
  visit: AnyVisit
  notice: Notice
  planName: LocalText | null
  /** The first version first; the last one is what is shown. Never empty. */
  versions: readonly PublishedVersion[]
  /** The page of the same in easy language. */
  easy?: string | null
}

/** A notice as everyone reads it: its head, its text, its opportunities, and what was changed since. The preview draws the same. */
export function NoticeArticle({ visit, notice, planName, versions, easy = null }: Props) {
  const { language, house, today } = visit
  const t = noticePageTexts[language]
  const now = versions.at(-1)
  const first = versions[0]
  if (!now || !first) return null
  const hasOpportunities = notice.kind === 'opportunities'
  return (
    <>
      <div class="head">
        <p class="eyebrow">
          {noticeKindNames[language][notice.kind]}
          {notice.planId ? (
            <>
              {' · '}
              <a href={address(language, 'plan', { plan: notice.planId })}>
                <Local content={planName} language={language} quiet />
              </a>
            </>
          ) : null}
        </p>
        <h1 class="long sentence">
          <Local content={now.title} language={language} />
          <MadeUp when={notice.demonstration} language={language} />
        </h1>
        <p class="note">
          {t.published} <DateTime date={first.publishedOn} language={language} />
          {now.number > 1 && !now.withdrawn ? (
            <>
              {'; '}
              {t.corrected.toLocaleLowerCase(language)} <DateTime date={now.publishedOn} language={language} />
            </>
          ) : null}
        </p>
        {easy ? <EasyLink href={easy} language={language} /> : null}
        {now.withdrawn ? <Withdrawn version={now} language={language} /> : null}
      </div>
      <Section id="teksts" label={notice.kind === 'news' ? noticeKindNames[language].news : t.text}>
        <div class="prose">
          <LocalParagraphs content={now.body} language={language} />
        </div>
      </Section>
      {hasOpportunities ? (
        <>
          <Timeline versions={versions} today={today} language={language} />
          <Opportunities versions={versions} today={today} language={language} />
        </>
      ) : null}
      {now.contact ? <Contact contact={now.contact} language={language} /> : null}
      {hasOpportunities ? <LeadTime versions={versions} nationalDays={house.configuration.noticeDays} language={language} /> : null}
      <Changes versions={versions} language={language} />
    </>
  )
}

function Withdrawn({ version, language }: { version: PublishedVersion; language: Language }) {
  const t = noticePageTexts[language]
  return (
    <div class="withdrawn">
      <p>
        <Status icon="stop" colour="bad" word={t.withdrawn} extra={<DateTime date={version.publishedOn} language={language} />} />
      </p>
      <LocalParagraphs content={version.reason} language={language} />
      <p class="meta">{t.withdrawnNote}</p>
    </div>
  )
}

function Contact({ contact, language }: { contact: LocalText; language: Language }) {
  return (
    <Section id="jautat" label={noticePageTexts[language].whomToAsk}>
      <div class="prose">
        <LocalParagraphs content={contact} language={language} />
      </div>
    </Section>
  )
}
