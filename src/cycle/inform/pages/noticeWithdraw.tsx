import { allow } from '../../../people/index.ts'
import { languages } from '../../../platform/languages/languages.ts'
import { notFound, wrongField } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { AskedField } from '../../../web/forms/fieldSpec.tsx'
import { page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader, type TypedText } from '../../plan/index.ts'
import { informPolicy } from '../policy.ts'
import type { PublishedVersion } from '../queries.ts'
import { withdrawNotice } from '../withdrawNotice.ts'
import { noticeEditTexts } from './editTexts.ts'
import { type NoticeFacts, pathToNotices, readNoticeFacts } from './noticeFacts.ts'

const SHORTEST_REASON = 10

/** Asks why a published notice is withdrawn. */
export const showWithdrawal: Handler<'noticeWithdraw'> = async (visit) => draw(visit, await publishedAt(visit), opened())

export const sendWithdrawal: Handler<'noticeWithdraw'> = async (visit) => {
  const { notice } = await publishedAt(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const reason = reader.done(readReason(reader))
      await withdrawNotice(house, visit.actor, notice.id, { version: reader.version(), reason })
      return `${address(visit.language, 'notice', { notice: notice.id })}?done=yes`
    },
    async (drawn) => {
      const { published, ...facts } = await readNoticeFacts(visit)
      // Another has withdrawn it meanwhile: it is done.
      if (!published || published.withdrawn) return seeOther(address(visit.language, 'notice', { notice: notice.id }))
      return draw(visit, { ...facts, published }, drawn)
    },
  )
}

/** A notice that is published and not withdrawn yet. */
async function publishedAt(visit: AnyVisit): Promise<NoticeFacts & { published: PublishedVersion }> {
  allow(informPolicy.withdrawNotices, visit.actor, undefined)
  const { published, ...facts } = await readNoticeFacts(visit)
  if (!published || published.withdrawn) throw notFound()
  return { ...facts, published }
}

function readReason(reader: FormReader): TypedText {
  const reason = reader.local('reason', 2000)
  if (!Object.values(reason.texts).some((text) => [...text].length >= SHORTEST_REASON))
    throw wrongField(`reason.${languages[0]}`, (language) => noticeEditTexts[language].withdrawTooShort)
  return reason
}

function draw(visit: AnyVisit, { notice, published }: NoticeFacts & { published: PublishedVersion }, drawn: Drawn): Response {
  const { language } = visit
  const t = noticeEditTexts[language]
  const form = stateOf(visit, drawn)
  return page(
    visit,
    {
      title: t.withdrawTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToNotices(visit),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={published.title} language={language} />
            </p>
            <h1>{t.withdrawTitle}</h1>
            <p class="lead">{t.withdrawLead}</p>
            {drawn.conflict ? (
              <p class="note" role="alert">
                {t.changedMeanwhile}
              </p>
            ) : null}
          </div>
          <ErrorSummary form={form} />
          <form method="post" action={address(language, 'noticeWithdraw', { notice: notice.id })} noValidate>
            <HiddenFields form={form} version={versionIn(drawn, notice.draftVersion)} />
            <AskedField spec={{ kind: 'texts', name: 'reason', label: t.withdrawReason, hint: t.reasonHint, stored: null }} form={form} />
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.withdraw}
              </button>
              <a href={address(language, 'notice', { notice: notice.id })}>{t.back}</a>
            </div>
          </form>
        </>
      ),
    },
    drawn.status,
  )
}
