import { allow } from '../../../people/index.ts'
import { dayInRiga } from '../../../platform/clock.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { clockTime, onDate, shortDate } from '../../../platform/languages/dates.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { ManageHead } from '../../../web/components/ManageHead.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { noticeKindNames } from '../noticeWords.ts'
import { informPolicy } from '../policy.ts'
import { draftedNotices, type ListedNotice, listNotices, type Notice } from '../queries.ts'
import { noticeEditTexts } from './editTexts.ts'

/** So many published ones stand beside the drafts; the public list has them all. */
const NEWEST = 10

/** The secretariat's news and notices: what is being written, what is scheduled, what was published last. */
export const showNoticesEdit: Handler<'noticesEdit'> = async (visit) => {
  allow(informPolicy.writeNotices, visit.actor, undefined)
  const { house, language, today, query } = visit
  const t = noticeEditTexts[language]
  const number = pageInQuery(query)
  const drafts = await draftedNotices(house.db, number)
  if (number > 1 && !drafts.notices.length) throw notFound()
  const { notices } = await listNotices(house.db, { planId: null, kind: null, year: null }, today, 1, NEWEST)
  const here = address(language, 'noticesEdit')
  return page(visit, {
    title: t.title,
    section: 'manage',
    path: [{ title: t.manage, href: address(language, 'manage') }],
    children: (
      <>
        <ManageHead visit={visit} texts={t} />
        <section class="sec" aria-labelledby="jauns">
          <h2 id="jauns">{t.begin}</h2>
          <p class="acts">
            <a class="ds-button" href={address(language, 'noticeNew', { kind: 'opportunities' })}>
              {t.beginOpportunities}
            </a>
            <a href={address(language, 'noticeNew', { kind: 'notice' })}>{t.beginNotice}</a>
            <a href={address(language, 'noticeNew', { kind: 'news' })}>{t.beginNews}</a>
          </p>
        </section>
        <section class="sec" aria-labelledby="melnraksti">
          <h2 id="melnraksti">{t.drafts}</h2>
          <div>
            {drafts.notices.length ? (
              <ul class="rows">
                {drafts.notices.map((notice) => (
                  <DraftRow key={notice.id} visit={visit} notice={notice} />
                ))}
              </ul>
            ) : (
              <p>{t.noDrafts}</p>
            )}
            <Pages
              language={language}
              number={number}
              pages={drafts.older ? 'more' : 'no more'}
              href={(n) => (n === 1 ? here : `${here}?page=${n}`)}
              previous={t.newer}
              next={t.older}
            />
          </div>
        </section>
        <section class="sec" aria-labelledby="publicetie">
          <h2 id="publicetie">{t.published}</h2>
          <div>
            {notices.length ? (
              <>
                <ul class="rows">
                  {notices.map((listed) => (
                    <PublishedRow key={listed.notice.id} visit={visit} listed={listed} />
                  ))}
                </ul>
                <p class="gap">
                  <a href={address(language, 'notices')}>{t.allPublished}</a>
                </p>
              </>
            ) : (
              <p>{t.nonePublished}</p>
            )}
          </div>
        </section>
      </>
    ),
  })
}

function DraftRow({ visit: { language, today }, notice }: { visit: AnyVisit; notice: Notice }) {
  const t = noticeEditTexts[language]
  const title = [notice.draft?.[`title.${language}`], notice.draft?.['title.lv'], notice.draft?.['title.en']].find((typed) =>
    typed?.[0]?.trim(),
  )
  const { scheduledFor, draftSavedAt } = notice
  return (
    <li>
      <p class="when">
        <b>{noticeKindNames[language][notice.kind]}</b>
        <span>
          {draftSavedAt ? t.savedAt(`${shortDate(language, dayInRiga(draftSavedAt))} ${clockTime(language, draftSavedAt)}`) : null}
        </span>
      </p>
      <div>
        <h3>
          <a href={address(language, 'noticeEdit', { notice: notice.id })}>{title?.[0]?.trim() ?? t.untitled}</a>
          {notice.firstPublishedOn ? <small class="remark"> ({t.correction})</small> : null}
        </h3>
        {scheduledFor ? (
          <p>
            {scheduledFor > today ? (
              <Status icon="clock" colour="go" word={t.scheduledFor(onDate(language, scheduledFor))} />
            ) : (
              <Status icon="late" colour="bad" word={t.shouldHaveBeen(onDate(language, scheduledFor))} />
            )}
          </p>
        ) : null}
        <p class="acts">
          <a href={address(language, 'noticePreview', { notice: notice.id })}>{t.preview}</a>
        </p>
      </div>
    </li>
  )
}

function PublishedRow({ visit: { language }, listed: { notice, version } }: { visit: AnyVisit; listed: ListedNotice }) {
  const t = noticeEditTexts[language]
  return (
    <li>
      <p class="when">
        <b>{notice.firstPublishedOn ? <DateTime date={notice.firstPublishedOn} language={language} /> : null}</b>
        <span>{noticeKindNames[language][notice.kind]}</span>
      </p>
      <div>
        <h3>
          <a href={address(language, 'notice', { notice: notice.id })}>
            <Local content={version.title} language={language} />
          </a>
        </h3>
        {version.withdrawn ? (
          <p>
            <Status icon="stop" colour="bad" word={t.withdrawnState} />
          </p>
        ) : (
          <p class="acts">
            <a href={address(language, 'noticeEdit', { notice: notice.id })}>{t.edit}</a>
            <a href={address(language, 'noticeWithdraw', { notice: notice.id })}>{t.withdraw}</a>
          </p>
        )}
      </div>
    </li>
  )
}
