import {
  type NextVersion,
  nextVersion,
  type PublishedVersion,
  publishNotice,
  scheduleNotice,
  unscheduleNotice,
} from '../../cycle/inform/index.ts'
import { noticeEditTexts } from '../../cycle/inform/pages/editTexts.ts'
import { type NoticeFacts, pathToNotices, readNoticeFacts } from '../../cycle/inform/pages/noticeFacts.ts'
import { FormReader } from '../../cycle/plan/index.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { onDate } from '../../platform/languages/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { DateField, ErrorSummary } from '../components/form.tsx'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { PreviewBar } from '../components/PreviewBar.tsx'
import { page, seeOther } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { NoticeArticle } from './notice/NoticeArticle.tsx'
import { previewTexts } from './notice/previewTexts.ts'

/*
 * The preview is drawn from the same parts as the public page: it stands here so that it can't show anything else
 * than what everyone will see.
 */

/** The draft as everyone will read it. One that is not ready leads back to the form, which says what is missing. */
export const showNoticePreview: Handler<'noticePreview'> = async (visit) => {
  const facts = await readNoticeFacts(visit)
  const next = await readyIn(visit, facts)
  if (next) return draw(visit, facts, next, opened())
  const { notice } = facts
  return seeOther(address(visit.language, 'noticeEdit', { notice: notice.id }) + (notice.draft ? '?check=yes' : ''))
}

/** Publishes what was previewed, now or on a day to come, or takes that day back. */
export const sendNoticePreview: Handler<'noticePreview'> = async (visit) => {
  const { notice } = await readNoticeFacts(visit)
  const { language, actor } = visit
  const values = { notice: notice.id }
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const version = reader.version()
      switch (fields.trimmed('action')) {
        case 'unschedule':
          await unscheduleNotice(house, actor, notice.id, { version })
          return address(language, 'noticePreview', values)
        case 'schedule':
          await scheduleNotice(house, actor, notice.id, { version, day: reader.done(reader.day('scheduledFor')) })
          return address(language, 'noticesEdit')
        default:
          await publishNotice(house, actor, notice.id, { version })
          return `${address(language, 'notice', values)}?done=yes`
      }
    },
    async (drawn) => {
      const facts = await readNoticeFacts(visit)
      const next = await readyIn(visit, facts)
      return next
        ? draw(visit, facts, next, drawn)
        : seeOther(address(language, facts.notice.draft || !facts.published ? 'noticeEdit' : 'notice', values))
    },
  )
}

/** What would be published; null when the draft is not ready, or there is none. */
const readyIn = (visit: AnyVisit, { notice }: NoticeFacts): Promise<NextVersion | null> =>
  nextVersion(visit.house.db, visit.house, notice).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })

/** The next version as if it had been published, without an entry of the record. */
function asPublished(next: NextVersion, noticeId: number, publishedOn: Day): PublishedVersion {
  const { opportunities, ...version } = next
  return {
    ...version,
    id: 0,
    noticeId,
    withdrawn: false,
    publishedOn,
    recordSeq: 0,
    opportunities: opportunities.map((one) => ({ ...one, id: 0, versionId: 0 })),
  }
}

function draw(visit: AnyVisit, facts: NoticeFacts, next: NextVersion, drawn: Drawn): Response {
  const { language, today } = visit
  const t = previewTexts[language]
  const { notice, planName, versions, published } = facts
  const { scheduledFor } = notice
  const shown = [...versions, asPublished(next, notice.id, scheduledFor && scheduledFor > today ? scheduledFor : today)]
  const form = stateOf(visit, drawn)
  const action = address(language, 'noticePreview', { notice: notice.id })
  return page(
    visit,
    {
      title: t.title,
      hasErrors: drawn.status !== 200,
      section: 'manage',
      path: [
        ...pathToNotices(visit),
        { title: noticeEditTexts[language].editDraft, href: address(language, 'noticeEdit', { notice: notice.id }) },
      ],
      children: (
        <>
          <PreviewBar
            title={t.title}
            lead={scheduledFor ? t.scheduled(onDate(language, scheduledFor)) : t.lead}
            conflict={drawn.conflict ? noticeEditTexts[language].changedMeanwhile : null}
          >
            <ErrorSummary form={form} />
            <form method="post" action={action}>
              <HiddenFields form={stateOf(visit, opened())} version={notice.draftVersion} />
              <div class="acts">
                <button type="submit" class="ds-button" name="action" value="publish">
                  {published ? t.publishCorrection : t.publish}
                </button>
                {scheduledFor ? (
                  <button type="submit" class="ds-button" data-variant="secondary" name="action" value="unschedule">
                    {t.unschedule}
                  </button>
                ) : null}
                <a href={address(language, 'noticeEdit', { notice: notice.id })}>{t.edit}</a>
              </div>
            </form>
            {/* A form of its own: Enter in the day must not publish at once. */}
            <details class="ds-details" open={drawn.problems.length > 0}>
              <summary>{t.later}</summary>
              <form method="post" action={action} noValidate>
                <HiddenFields form={stateOf(visit, opened())} version={notice.draftVersion} />
                <DateField form={form} name="scheduledFor" label={t.day} hint={t.dayHint} dayOnly />
                <button type="submit" class="ds-button" data-variant="secondary" name="action" value="schedule">
                  {t.schedule}
                </button>
              </form>
            </details>
          </PreviewBar>
          <NoticeArticle visit={visit} notice={notice} planName={planName} versions={shown} />
        </>
      ),
    },
    drawn.status,
  )
}
