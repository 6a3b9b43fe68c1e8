import type { ComponentChildren } from 'preact'
import { isLanguage, type Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { entryBySeq, hashIsRight, type Json, latestEntries, NO_HASH, type RecordEntry, recordState } from '../../record/index.ts'
import { address } from '../addresses.ts'
import { Icon } from '../components/Icon.tsx'
import { bare, langOf } from '../named.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Visit } from '../visit.ts'
import { actorText, type EntryNames, Moment, namesIn, Thing, thingText } from './record/parts.tsx'
import { actWords, recordTexts } from './record/texts.ts'

const PAGE = 50
const LONGEST_OBJECT = 300

/** A number of an entry as it stands in an address, or null when it is none. */
const readSeq = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)

function readFilter(query: URLSearchParams): { before: number | null; object: string | null } {
  const before = query.get('before')
  const asked = query.get('object') ?? ''
  const seq = before === null ? null : readSeq(before)
  if (before !== null && seq === null) throw new Refusal(400)
  // The length first: cutting the end off a long run of slashes takes its square.
  if (asked.length > LONGEST_OBJECT) throw new Refusal(400)
  const object = asked.replace(/\/+$/, '') || null
  if (object !== null && (!object.startsWith('/') || object.includes('\0'))) throw new Refusal(400)
  return { before: seq, object }
}

function recordHref(visit: AnyVisit, filter: { before?: number; object?: string | null }): string {
  const query = new URLSearchParams()
  if (filter.object) query.set('object', filter.object)
  if (filter.before) query.set('before', String(filter.before))
  const search = query.toString()
  return `${address(visit.language, 'record')}${search ? `?${search}` : ''}`
}

/** The record, the latest entry first. */
export async function recordPage(visit: Visit<'record'>): Promise<Response> {
  const t = recordTexts[visit.language]
  const { before, object } = readFilter(visit.query)
  const found = await latestEntries(visit.house.db, { before, object, limit: PAGE + 1 })
  const state = await recordState(visit.house.db)
  if (before !== null && (!found.length || before > state.entries + 1)) throw notFound()
  const entries = found.slice(0, PAGE).map(({ entry }) => entry)
  const names = await namesIn(visit, entries)
  const last = entries.at(-1)
  return page(visit, {
    title: t.title,
    section: 'record',
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          <p class="note gap">
            <Icon name="seal" /> {t.count(state.entries)}. {t.hash}: <span class="hash">{state.hash}</span>
          </p>
        </div>
        <section class="sec" aria-labelledby="ieraksti">
          <h2 id="ieraksti">{t.entries}</h2>
          <div>
            <Narrowed visit={visit} object={object} />
            {entries.length ? <EntryTable visit={visit} entries={entries} names={names} /> : <p>{t.noEntries}</p>}
            {before !== null || found.length > PAGE ? (
              <nav class="ds-pagination gap" aria-label={t.entries}>
                <ul>
                  {before !== null ? (
                    <li>
                      <a href={recordHref(visit, { object })}>{t.later}</a>
                    </li>
                  ) : null}
                  {found.length > PAGE && last ? (
                    <li>
                      <a rel="next" href={recordHref(visit, { object, before: last.seq })}>
                        {t.earlier}
                      </a>
                    </li>
                  ) : null}
                </ul>
              </nav>
            ) : null}
          </div>
        </section>
      </>
    ),
  })
}

function Narrowed({ visit, object }: { visit: AnyVisit; object: string | null }) {
  const t = recordTexts[visit.language]
  if (object)
    return (
      <p class="filter-line">
        {t.onlyOf(bare(thingText(visit, object)))} <a href={recordHref(visit, {})}>{t.showAll}</a>
      </p>
    )
  if (!visit.frame.plans.length) return null
  return (
    <p class="filter-line">
      {t.narrow}:{' '}
      {visit.frame.plans.slice(0, 6).map((plan, index) => (
        <span key={plan.id}>
          {index ? ' · ' : ''}
          <a href={recordHref(visit, { object: `/plans/${plan.id}` })} {...langOf(plan.title)}>
            {bare(plan.title)}
          </a>
        </span>
      ))}
    </p>
  )
}

function EntryTable({ visit, entries, names }: { visit: AnyVisit; entries: readonly RecordEntry[]; names: EntryNames }) {
  const { language } = visit
  const t = recordTexts[language]
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.number}</th>
          <th scope="col">{t.act}</th>
          <th scope="col">{t.object}</th>
          <th scope="col">{t.actor}</th>
          <th scope="col">{t.time}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <th scope="row" class="nb">
              <a href={address(language, 'recordEntry', { seq: entry.seq })}>{t.entryNumber(entry.seq)}</a>
            </th>
            <td>{actWords(language, entry.act)}</td>
            <td>
              <Thing visit={visit} object={entry.object} names={names} />
            </td>
            <td>{actorText(language, entry, names)}</td>
            <td>
              <Moment language={language} time={entry.time} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One entry: what it says in words, as it is kept, and how to verify it. */
export async function recordEntryPage(visit: Visit<'recordEntry'>): Promise<Response> {
  const { language, house } = visit
  const t = recordTexts[language]
  const seq = readSeq(visit.values.seq)
  const kept = seq === null ? null : await entryBySeq(house.db, seq)
  if (!kept) throw notFound()
  const { entry, canonical, hashed } = kept
  const state = await recordState(house.db)
  const names = await namesIn(visit, [entry])
  const right = hashIsRight(entry)
  return page(visit, {
    title: t.entryTitle(entry.seq),
    section: 'record',
    path: [{ title: t.title, href: address(language, 'record') }],
    children: (
      <>
        <div class="head">
          <p class="eyebrow">{t.entryTitle(entry.seq)}</p>
          <h1>{actWords(language, entry.act)}</h1>
          <p class="lead">
            <Thing visit={visit} object={entry.object} names={names} />
          </p>
        </div>
        <section class="sec" aria-labelledby="zinas">
          <h2 id="zinas">{t.facts}</h2>
          <dl class="facts">
            <Fact name={t.time}>
              <Moment language={language} time={entry.time} />
            </Fact>
            <Fact name={t.actor}>{actorText(language, entry, names)}</Fact>
            <Fact name={t.address}>
              <span class="address">{entry.object}</span>
              <br />
              <a href={recordHref(visit, { object: entry.object })}>{t.allOfThis}</a>
            </Fact>
            <Fact name={t.actName}>{entry.act}</Fact>
          </dl>
        </section>
        <section class="sec" aria-labelledby="saturs-ieraksta">
          <h2 id="saturs-ieraksta">{t.content}</h2>
          <div>
            <Content visit={visit} value={entry.content} />
          </div>
        </section>
        <section class="sec" aria-labelledby="kede">
          <h2 id="kede">{t.chain}</h2>
          <div>
            <dl class="facts">
              <Fact name={t.hash}>
                <span class="hash">{entry.hash}</span>
              </Fact>
              <Fact name={t.prev}>
                <span class="hash">{entry.prev}</span>
              </Fact>
            </dl>
            {entry.prev === NO_HASH ? <p class="note">{t.first}</p> : null}
            <p>
              <span class={right ? 'st good' : 'st bad'}>
                <Icon name={right ? 'done' : 'late'} />
                <span>{right ? t.hashRight : t.hashWrong}</span>
              </span>
            </p>
            <nav class="ds-pagination gap" aria-label={t.chain}>
              <ul>
                {entry.seq > 1 ? (
                  <li>
                    <a rel="prev" href={address(language, 'recordEntry', { seq: entry.seq - 1 })}>
                      {t.previousEntry}
                    </a>
                  </li>
                ) : null}
                {entry.seq < state.entries ? (
                  <li>
                    <a rel="next" href={address(language, 'recordEntry', { seq: entry.seq + 1 })}>
                      {t.nextEntry}
                    </a>
                  </li>
                ) : null}
              </ul>
            </nav>
          </div>
        </section>
        <section class="sec" aria-labelledby="glabajas">
          <h2 id="glabajas">{t.canonical}</h2>
          <pre class="canonical">{canonical}</pre>
        </section>
        <section class="sec" aria-labelledby="parbaude">
          <h2 id="parbaude">{t.verify}</h2>
          <div>
            <p class="prose">{t.verifySteps}</p>
            <details class="ds-details">
              <summary>{t.hashed}</summary>
              <pre class="canonical">{hashed}</pre>
            </details>
          </div>
        </section>
      </>
    ),
  })
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The content of an entry as a list of names and values, however deep; `written` is the language of a text in it. */
function Content({ visit, value, written = visit.language }: { visit: AnyVisit; value: Json; written?: Language }) {
  const t = recordTexts[visit.language]
  if (value === null) return <span class="unknown">{t.none}</span>
  if (typeof value === 'boolean') return <>{value ? t.yes : t.no}</>
  if (typeof value !== 'object')
    return (
      <span class="typed" {...(written === visit.language ? {} : { lang: written })}>
        {String(value)}
      </span>
    )
  const parts = Object.entries(value as Record<string, Json>)
  if (!parts.length) return <span class="unknown">{Array.isArray(value) ? t.none : t.noContent}</span>
  if (Array.isArray(value))
    return (
      <ul>
        {parts.map(([name, part]) => (
          <li key={name}>
            <Content visit={visit} value={part} />
          </li>
        ))}
      </ul>
    )
  return (
    <dl class="facts">
      {parts.map(([name, part]) => (
        <Fact key={name} name={name}>
          <Content visit={visit} value={part} {...(isLanguage(name) ? { written: name } : name === 'text' ? { written } : {})} />
        </Fact>
      ))}
    </dl>
  )
}
