import type { ComponentChildren } from 'preact'
import { allow } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { onDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { DraftButtons } from '../../../web/components/DraftActs.tsx'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { AskedField } from '../../../web/forms/fieldSpec.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { discardNoticeDraft } from '../discardNoticeDraft.ts'
import { OGP_NOTICE_DAYS } from '../leadTime.ts'
import { nextVersion } from '../nextVersion.ts'
import { readNoticeDraft } from '../noticeInput.ts'
import { noticeKindNames } from '../noticeWords.ts'
import { informPolicy } from '../policy.ts'
import { createNotice, saveNoticeDraft } from '../saveNoticeDraft.ts'
import { unscheduleNotice } from '../scheduleNotice.ts'
import { type NoticeDraft, type NoticeKind, noticeKinds } from '../tables.ts'
import { noticeEditTexts } from './editTexts.ts'
import { askedIn, type NoticeFacts, pathToNotices, readNoticeFacts, storedFields } from './noticeFacts.ts'
import { type Asked, firstQuestions, lastQuestions, OpportunityFields, toldOf } from './noticeQuestions.tsx'

function kindIn(visit: AnyVisit): NoticeKind {
  const kind = noticeKinds.find((one) => one === visit.values.kind)
  if (!kind) throw notFound()
  return kind
}

/** The form of a new notice. Nothing is stored before it is saved. */
export const showNewNotice: Handler<'noticeNew'> = async (visit) => {
  allow(informPolicy.writeNotices, visit.actor, undefined)
  return drawNew(visit, kindIn(visit), opened({ plan: [visit.query.get('plan') ?? ''] }))
}

export const sendNewNotice: Handler<'noticeNew'> = async (visit) => {
  allow(informPolicy.writeNotices, visit.actor, undefined)
  const kind = kindIn(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const draft = readNoticeDraft(fields, [])
      const toPreview = fields.trimmed('action') !== 'save'
      if (toPreview) await nextVersion(house.db, house, { id: 0, kind, planId: fields.trimmed('plan') || null, draft })
      return after(visit.language, await createNotice(house, visit.actor, { kind, draft }), toPreview)
    },
    (drawn) => drawNew(visit, kind, drawn),
  )
}

/** The form of a draft; of what is published already, the form of its correction. */
export const showNoticeForm: Handler<'noticeEdit'> = async (visit) => {
  const facts = await readNoticeFacts(visit)
  const drawn = opened(storedFields(facts))
  if (!visit.query.has('check')) return draw(visit, facts, drawn)
  // The preview leads back here when something is missing.
  const problems = await nextVersion(visit.house.db, visit.house, facts.notice).then(
    () => [],
    (error: unknown) => (error instanceof Refusal ? error.problems : Promise.reject(error)),
  )
  return draw(visit, facts, { ...drawn, problems })
}

export const sendNoticeForm: Handler<'noticeEdit'> = async (visit) => {
  const { notice, published } = await readNoticeFacts(visit)
  const { language } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const action = fields.trimmed('action')
      const version = new FormReader(fields).version()
      if (action === 'discard') {
        await discardNoticeDraft(house, visit.actor, notice.id, { version })
        return `${address(language, 'noticesEdit')}?done=discarded`
      }
      if (action === 'unschedule') {
        await unscheduleNotice(house, visit.actor, notice.id, { version })
        return address(language, 'noticePreview', { notice: notice.id })
      }
      const draft = readNoticeDraft(fields, published?.opportunities.map(({ number }) => number) ?? [])
      const planId = published ? notice.planId : fields.trimmed('plan') || null
      const toPreview = action !== 'save'
      // A conflict is told before what is missing: the other may have added it.
      if (toPreview && version === notice.draftVersion) await nextVersion(house.db, house, { ...notice, planId, draft })
      await saveNoticeDraft(house, visit.actor, notice.id, { version, draft })
      return after(language, notice.id, toPreview)
    },
    async (drawn) => {
      const facts = await readNoticeFacts(visit)
      // The small forms send no questions: the page is drawn from what is stored.
      const small = ['discard', 'unschedule'].includes(drawn.fields.trimmed('action'))
      return draw(visit, facts, small ? { ...drawn, fields: new Fields(storedFields(facts)) } : drawn)
    },
  )
}

const after = (language: Language, id: number, toPreview: boolean): string =>
  toPreview ? address(language, 'noticePreview', { notice: id }) : `${address(language, 'noticeEdit', { notice: id })}?done=saved`

async function drawNew(visit: AnyVisit, kind: NoticeKind, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = noticeEditTexts[language]
  const asked = await askedIn(visit, { kind, published: null, planId: null }, drawn.fields)
  const title = { news: t.newNews, notice: t.newNotice, opportunities: t.newOpportunities }[kind]
  return formPage(visit, drawn, asked, {
    title,
    action: address(language, 'noticeNew', { kind }),
    version: null,
    stored: {},
    about: <p>{t.aboutDraft}</p>,
    below: null,
  })
}

async function draw(visit: AnyVisit, facts: NoticeFacts, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = noticeEditTexts[language]
  const { notice, published } = facts
  if (published?.withdrawn) throw notFound()
  const asked = await askedIn(visit, { kind: notice.kind, published, planId: notice.planId }, drawn.fields)
  const version = versionIn(drawn, notice.draftVersion)
  return formPage(visit, drawn, asked, {
    title: published ? t.correct : t.editDraft,
    action: address(language, 'noticeEdit', { notice: notice.id }),
    version,
    stored: storedFields(facts),
    about: (
      <>
        <p>{published ? t.aboutCorrection : t.aboutDraft}</p>
        {notice.scheduledFor ? <p>{t.aboutScheduled(onDate(language, notice.scheduledFor))}</p> : null}
        <ul class="link-list">
          {notice.draft ? (
            <li>
              <a href={address(language, 'noticePreview', { notice: notice.id })}>{t.toPreview}</a>
            </li>
          ) : null}
          {published ? (
            <li>
              <a href={address(language, 'notice', { notice: notice.id })}>{t.publicPage}</a>
            </li>
          ) : null}
        </ul>
      </>
    ),
    below: notice.draft ? (
      <form method="post" action={address(language, 'noticeEdit', { notice: notice.id })} class="gap">
        <HiddenFields form={stateOf(visit, opened())} version={notice.draftVersion} />
        <p class="note">{t.discardNote}</p>
        <button type="submit" class="ds-button" data-variant="secondary" name="action" value="discard">
          {t.discard}
        </button>
      </form>
    ) : null,
  })
}

type PageParts = {
  title: string
  action: string
  /** The version of the draft; null for a new one. */
  version: number | null
  stored: NoticeDraft
  about: ComponentChildren
  below: ComponentChildren
}

function formPage(visit: AnyVisit, drawn: Drawn, asked: Asked, { title, action, version, stored, about, below }: PageParts): Response {
  const { language } = visit
  const t = noticeEditTexts[language]
  const form = stateOf(visit, drawn)
  const comparison = drawn.conflict
    ? { stored: toldOf(new Fields(stored), language, asked), typed: toldOf(drawn.fields, language, asked) }
    : null
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToNotices(visit),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">{noticeKindNames[language][asked.kind]}</p>
            <h1>{title}</h1>
            {visit.query.get('done') === 'saved' && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.saved}
              </p>
            ) : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              {comparison ? <TwoVersions comparison={comparison} language={language} /> : <ErrorSummary form={form} />}
              <form method="post" action={action} noValidate>
                <HiddenFields form={form} version={version} />
                {firstQuestions(language, asked).map((spec) => (
                  <AskedField key={spec.name} spec={spec} form={form} />
                ))}
                {asked.kind === 'opportunities' ? <OpportunityFields form={form} asked={asked} /> : null}
                <div class="group">
                  {lastQuestions(language, asked).map((spec) => (
                    <AskedField key={spec.name} spec={spec} form={form} />
                  ))}
                </div>
                <DraftButtons texts={t} />
              </form>
              {below}
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <div class="prose">
                {about}
                {asked.kind === 'opportunities' ? (
                  <>
                    <p>{t.aboutFrozen}</p>
                    <p>{t.aboutDays(OGP_NOTICE_DAYS)}</p>
                  </>
                ) : null}
                <p>{t.aboutLanguages}</p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
