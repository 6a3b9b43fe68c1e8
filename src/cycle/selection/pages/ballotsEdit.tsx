import { allow } from '../../../people/index.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { BeginLink, ManageHead } from '../../../web/components/ManageHead.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { selectionPolicy } from '../policy.ts'
import { type Ballot, listBallots, type PublishedBallot } from '../queries.ts'
import { ballotTexts } from './ballotTexts.ts'
import { editTexts } from './editTexts.ts'
import { BallotStatus } from './words.tsx'

/** The secretariat's ballots, the latest first. */
export const showBallotsEdit: Handler<'ballotsEdit'> = async (visit) => {
  allow(selectionPolicy.editBallots, visit.actor, undefined)
  const { house, language, query } = visit
  const t = editTexts[language]
  const number = pageInQuery(query)
  const { ballots, more } = await listBallots(house.db, number, house.clock)
  if (number > 1 && !ballots.length) throw notFound()
  const here = address(language, 'ballotsEdit')
  return page(visit, {
    title: t.title,
    section: 'manage',
    path: [{ title: t.manage, href: address(language, 'manage') }],
    children: (
      <>
        <ManageHead visit={visit} texts={t}>
          <BeginLink href={address(language, 'ballotNew')} text={t.begin} />
        </ManageHead>
        {ballots.length ? (
          <ul class="rows">
            {ballots.map((ballot) => (
              <Row key={ballot.id} visit={visit} ballot={ballot} />
            ))}
          </ul>
        ) : (
          <p>{t.none}</p>
        )}
        <Pages language={language} number={number} pages={more ? 'more' : 'no more'} href={(n) => (n === 1 ? here : `${here}?page=${n}`)} />
      </>
    ),
  })
}

function Row({ visit: { language }, ballot }: { visit: AnyVisit; ballot: Ballot }) {
  const t = editTexts[language]
  const at = { ballot: ballot.id }
  const { content, draft } = ballot
  const title = content?.title ?? localText(draft?.['title.lv']?.[0]?.trim(), draft?.['title.en']?.[0]?.trim())
  return (
    <li>
      <div>
        <h2 class="title2">
          <a href={address(language, content ? 'ballot' : 'ballotEdit', at)}>
            {Object.keys(title).length ? <Local content={title} language={language} quiet /> : t.untitled}
          </a>
          <MadeUp when={ballot.demonstration} language={language} />
        </h2>
        <p>
          {content ? (
            <BallotStatus ballot={ballot as PublishedBallot} language={language} />
          ) : (
            <Status icon="none" colour="" word={t.draft} />
          )}
        </p>
        <p class="acts">
          {content ? null : <a href={address(language, 'ballotPreview', at)}>{t.preview}</a>}
          {ballot.state === 'open' || ballot.state === 'before' ? <a href={address(language, 'ballotWithdraw', at)}>{t.withdraw}</a> : null}
          {ballot.state === 'closed' ? <a href={address(language, 'ballotResult', at)}>{ballotTexts[language].seeResult}</a> : null}
        </p>
      </div>
    </li>
  )
}
