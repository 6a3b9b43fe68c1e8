import { type ListedNotice, noticeKindNames } from '../../../cycle/inform/index.ts'
import { address } from '../../addresses.ts'
import { Beginning } from '../../components/Beginning.tsx'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import type { AnyVisit } from '../../visit.ts'
import { noticePageTexts } from './texts.ts'

type Props = {
  visit: AnyVisit
  notices: readonly ListedNotice[]
  /** Does each say of which plan it is? */
  plans: boolean
}

/** Notices as rows: when and what kind, the title, how it begins. */
export function NoticeRows({ visit, notices, plans }: Props) {
  const { language } = visit
  const t = noticePageTexts[language]
  return (
    <ul class="rows">
      {notices.map(({ notice, planName, version }) => (
        <li key={notice.id}>
          <p class="when">
            <b>{notice.firstPublishedOn ? <DateTime date={notice.firstPublishedOn} language={language} /> : null}</b>
            <span>{noticeKindNames[language][notice.kind]}</span>
          </p>
          <div>
            <h3>
              <a href={address(language, 'notice', { notice: notice.id })}>
                <Local content={version.title} language={language} />
              </a>
              <MadeUp when={notice.demonstration} language={language} />
            </h3>
            {plans && planName ? (
              <p class="meta">
                <Local content={planName} language={language} quiet />
              </p>
            ) : null}
            {version.withdrawn ? (
              <p>
                <Status icon="stop" colour="bad" word={t.withdrawn} extra={<DateTime date={version.publishedOn} language={language} />} />
              </p>
            ) : (
              <p>
                <Beginning content={version.body} language={language} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The newest notices on a page about something else, with the way to all of them; nothing while there are none. */
export function NewestNotices({ visit, notices, all, plans }: Props & { all: string }) {
  const t = noticePageTexts[visit.language]
  if (!notices.length) return null
  return (
    <Section id="jaunumi" label={t.latest}>
      <NoticeRows visit={visit} notices={notices} plans={plans} />
      <p class="gap">
        <a href={all}>{t.all}</a>
      </p>
    </Section>
  )
}
