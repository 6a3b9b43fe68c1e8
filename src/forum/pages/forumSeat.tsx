import { organisationNamesAt } from '../../people/index.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { DateTime } from '../../web/components/DateTime.tsx'
import { Local } from '../../web/components/Local.tsx'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Section } from '../../web/components/Section.tsx'
import { recordAbout } from '../../web/recordAbout.ts'
import { page } from '../../web/render.tsx'
import type { Handler } from '../../web/visit.ts'
import { forumPolicy } from '../policy.ts'
import { type Declaration, declarationsOf, memberOn, seatByCode, seatOfPerson, type Term } from '../queries.ts'
import { seatObject, sectorNames } from '../words.ts'
import { Done, pathToForum, readForum } from './facts.tsx'
import { MemberName } from './forum.tsx'
import { forumTexts } from './forumTexts.ts'

/** A seat: who has held it, who stands in, and what they declared. */
export const forumSeatPage: Handler<'forumSeat'> = async (visit) => {
  const { house, language, today, actor, values } = visit
  const t = forumTexts[language]
  const known = await readForum(visit)
  const found = await seatByCode(house.db, known.forum.id, values.seat, today)
  if (!found) throw notFound()
  const { seat, terms } = found
  const ids = terms.map(({ id }) => id)
  const declarations = await declarationsOf(house.db, ids, today)
  const names = await organisationNamesAt(house.db, [...new Set(terms.flatMap(({ organisationId }) => organisationId ?? []))], today)
  const own = await seatOfPerson(house.db, known.forum.id, actor.personId, today)
  const member = memberOn(found, today)
  const secretariat = forumPolicy.keepSeats(actor, undefined)
  const of = { forum: known.forum.id, seat: seat.code }
  return page(visit, {
    title: t.seatTitle(seat.code),
    section: 'forums',
    path: pathToForum(visit, known),
    children: (
      <>
        <Done visit={visit} />
        <div class="head">
          <p class="eyebrow">{sectorNames[language][seat.sector]}</p>
          <h1>{t.seatTitle(seat.code)}</h1>
          <p class="lead">
            {member ? <MemberName term={member} language={language} /> : t.vacant}
            <MadeUp when={known.forum.demonstration} language={language} />
          </p>
        </div>
        <Section id="pilnvaras" label={t.terms}>
          {terms.length ? (
            <ul class="rows">
              {terms.map((term) => (
                <TermRow
                  key={term.id}
                  term={term}
                  organisation={term.organisationId ? (names.get(term.organisationId) ?? null) : null}
                  language={language}
                  href={secretariat ? address(language, 'forumTermEdit', { forum: known.forum.id, term: term.id }) : null}
                />
              ))}
            </ul>
          ) : (
            <p>{t.noTerms}</p>
          )}
          {secretariat && seat.closedOn === null ? (
            <p class="acts">
              <a href={address(language, 'forumTermNew', of)}>{t.change}</a>
            </p>
          ) : null}
        </Section>
        <Section id="intereses" label={t.interests}>
          <Declarations declarations={declarations} terms={terms} language={language} />
          {own?.seat.id === seat.id || (secretariat && member) ? (
            <p class="acts">
              <a href={address(language, 'forumDeclaration', of)}>{t.declare}</a>
            </p>
          ) : null}
        </Section>
        <Section id="zurnals" label={t.record}>
          <p>
            <a href={recordAbout(visit.language, seatObject(known.forum.id, seat.code))}>{t.inRecord}</a>
          </p>
        </Section>
      </>
    ),
  })
}

type RowProps = { term: Term; organisation: Parameters<typeof Local>[0]['content']; language: Language; href: string | null }

function TermRow({ term, organisation, language, href }: RowProps) {
  const t = forumTexts[language]
  return (
    <li>
      <p class="when">
        <b>{t.from(shortDate(language, term.startsOn), term.endsOn ? shortDate(language, term.endsOn) : null)}</b>
        <span>{term.kind === 'member' ? t.member : t.substitute}</span>
      </p>
      <div>
        <h3>
          <MemberName term={term} language={language} />
        </h3>
        <p class="meta">
          {organisation ? (
            <>
              <Local content={organisation} language={language} quiet />
              {' · '}
            </>
          ) : null}
          {term.kind === 'member' ? t.nth(term.nth) : null}
        </p>
        {term.chosen ? (
          <p>
            {t.chosen} <Local content={term.chosen} language={language} />
          </p>
        ) : null}
        {term.endReason ? (
          <p>
            {t.endReason} <Local content={term.endReason} language={language} />
          </p>
        ) : null}
        {href ? (
          <p>
            <a href={href}>
              {t.change}: {term.name}
            </a>
          </p>
        ) : null}
      </div>
    </li>
  )
}

function Declarations({
  declarations,
  terms,
  language,
}: {
  declarations: readonly Declaration[]
  terms: readonly Term[]
  language: Language
}) {
  const t = forumTexts[language]
  const [newest, ...earlier] = declarations
  if (!newest) return <p class="unknown">{t.noInterests}</p>
  const told = (declaration: Declaration) => (
    <>
      <p class="meta">
        {terms.find(({ id }) => id === declaration.termId)?.name}, <DateTime date={declaration.publishedOn} language={language} />,{' '}
        {t.declaredBy(declaration.byMember)}
      </p>
      <LocalParagraphs content={declaration.text} language={language} />
    </>
  )
  return (
    <>
      {told(newest)}
      {earlier.length ? (
        <details class="ds-details">
          <summary>{t.earlierDeclarations}</summary>
          {earlier.map((declaration) => (
            <div key={declaration.id} class="gap">
              {told(declaration)}
            </div>
          ))}
        </details>
      ) : null}
    </>
  )
}
