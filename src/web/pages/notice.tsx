import { easyEditAddress, easyPageOf, informPolicy, noticeById, noticeObject, type PublishedNotice } from '../../cycle/inform/index.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Section } from '../components/Section.tsx'
import { named } from '../named.ts'
import { recordAbout } from '../recordAbout.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { NoticeArticle } from './notice/NoticeArticle.tsx'
import { noticePageTexts } from './notice/texts.ts'

/** A published notice with its opportunities to take part and all that was changed in it. A draft is not there for anyone. */
export const noticePage: Handler<'notice'> = async (visit) => {
  const { house, language, actor, today, recall } = visit
  const t = noticePageTexts[language]
  const id = idInAddress(visit.values.notice)
  const { found } = await recall(`notice ${id}`, async () => ({ found: await noticeById(house.db, id, today) }))
  const now = found?.versions.at(-1)
  if (!found || !now) throw notFound()
  const values = { notice: found.notice.id }
  const easy = now.withdrawn ? null : await easyPageOf(house.db, values, today, language)
  return page(visit, {
    title: named(now.title, language),
    easy,
    section: 'notices',
    path: [{ title: t.title, href: address(language, 'notices') }],
    children: (
      <>
        <Done visit={visit} found={found} />
        <NoticeArticle visit={visit} {...found} easy={easy} />
        <Section id="zurnals" label={t.record}>
          <p>
            <a href={recordAbout(language, noticeObject(found.notice.id))}>{t.inRecord}</a>
          </p>
          {informPolicy.writeNotices(actor, undefined) && !now.withdrawn ? (
            <p class="acts">
              <a href={address(language, 'noticeEdit', values)}>{t.edit}</a>
              <a href={easyEditAddress(language, values, language)}>{t.writeEasy}</a>
              <a href={address(language, 'noticeWithdraw', values)}>{t.withdraw}</a>
            </p>
          ) : null}
        </Section>
      </>
    ),
  })
}

/** What was done a moment ago, told once. */
function Done({ visit: { query, language }, found }: { visit: AnyVisit; found: PublishedNotice }) {
  const t = noticePageTexts[language]
  const now = found.versions.at(-1)
  const said = now?.withdrawn ? t.withdrawnNow : found.versions.length > 1 ? t.correctedNow : t.publishedNow
  return query.get('done') === 'yes' ? (
    <p class="told" role="status">
      {said}
    </p>
  ) : null
}
