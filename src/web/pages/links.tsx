import { type LinkList, type ListedLink, linkLists, linksPolicy, listLinks } from '../../links/index.ts'
import { allow } from '../../people/index.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Pages } from '../components/Pages.tsx'
import { Status } from '../components/Status.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { linkTexts, problemInWords } from './links/texts.ts'
import { OutsideLink } from './parts.tsx'
import { Moment, Thing } from './record/parts.tsx'

const listInQuery = (query: URLSearchParams): LinkList => linkLists.find((list) => list === query.get('list')) ?? 'dead'

/** For the secretariat: the links that are dead or unclear, why, and which things name them. */
export const linksPage: Handler<'links'> = async (visit) => {
  allow(linksPolicy.seeLinks, visit.actor, undefined)
  const { house, language, query } = visit
  const t = linkTexts[language]
  const [list, number] = [listInQuery(query), pageInQuery(query)]
  const { links, more } = await listLinks(house.db, list, number)
  if (number > 1 && !links.length) throw notFound()
  return page(visit, {
    title: t.title,
    section: 'manage',
    path: [{ title: t.secretariat, href: address(language, 'manage') }],
    search: queryOf(list, number),
    children: (
      <>
        <div class="head tight">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          {house.configuration.checkLinks ? null : (
            <>
              <Status icon="stop" colour="mid" word={t.off} />
              <p class="note">{t.offWhy}</p>
            </>
          )}
        </div>
        <nav aria-label={t.which}>
          <p class="filter-line">
            {linkLists.map((one, index) => (
              <span key={one}>
                {index ? ' · ' : ''}
                {one === list ? <b aria-current="page">{t[one]}</b> : <a href={hrefOf(language, one, 1)}>{t[one]}</a>}
              </span>
            ))}
          </p>
        </nav>
        <section class="sec" aria-labelledby="saites">
          <h2 id="saites">{t[list]}</h2>
          <div>
            {links.length ? (
              <>
                <p class="note">{list === 'dead' ? t.deadNote : t.unclearNote}</p>
                <LinkTable visit={visit} list={list} links={links} />
              </>
            ) : (
              <p>{list === 'dead' ? t.noneDead : t.noneUnclear}</p>
            )}
            <Pages language={language} number={number} pages={more ? 'more' : 'no more'} href={(other) => hrefOf(language, list, other)} />
          </div>
        </section>
      </>
    ),
  })
}

function queryOf(list: LinkList, number: number): string {
  const query = new URLSearchParams({ ...(list === 'dead' ? {} : { list }), ...(number === 1 ? {} : { page: String(number) }) })
  return query.size ? `?${query}` : ''
}

const hrefOf = (language: Language, list: LinkList, number: number): string => address(language, 'links') + queryOf(list, number)

function LinkTable({ visit, list, links }: { visit: AnyVisit; list: LinkList; links: readonly ListedLink[] }) {
  const { language } = visit
  const t = linkTexts[language]
  const day = list === 'dead' ? t.since : t.checked
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.link}</th>
          <th scope="col">{t.why}</th>
          <th scope="col">{day}</th>
          <th scope="col">{t.named}</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row" class="address">
              <OutsideLink href={link.address}>{link.address}</OutsideLink>
            </th>
            <td data-l={t.why}>
              <Status
                icon={list === 'dead' ? 'stop' : 'wait'}
                colour={list === 'dead' ? 'bad' : ''}
                word={problemInWords(language, link.problem)}
              />
            </td>
            <td data-l={day}>
              {list === 'dead' && link.deadSince ? shortDate(language, link.deadSince) : null}
              {list === 'unclear' && link.checkedAt ? <Moment language={language} time={link.checkedAt.toISOString()} /> : null}
            </td>
            <td data-l={t.named}>
              <Places visit={visit} link={link} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Places({ visit, link }: { visit: AnyVisit; link: ListedLink }) {
  return (
    <ul class="link-list">
      {link.places.map((place) => (
        <li key={place}>
          <Thing visit={visit} object={place} names={new Map()} />
        </li>
      ))}
      {link.more ? <li>{linkTexts[visit.language].andMore}</li> : null}
    </ul>
  )
}
