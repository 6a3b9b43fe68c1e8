import { addDays, type Day } from '../../platform/dates/partialDate.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { Local } from '../../web/components/Local.tsx'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Section } from '../../web/components/Section.tsx'
import { named } from '../../web/named.ts'
import { recordAbout } from '../../web/recordAbout.ts'
import { page } from '../../web/render.tsx'
import type { Handler } from '../../web/visit.ts'
import { comingMeetings, decisionsOf, pastMeetings } from '../meetings/queries.ts'
import { forumPolicy } from '../policy.ts'
import { type KnownForum, memberOn, type SeatWithTerms, seatOfPerson, seatsOf, sittersOn, type Term } from '../queries.ts'
import { sideOf, sides } from '../rules/forumRules.ts'
import { decidingSentences } from '../rules/sentences.ts'
import { forumObject, sectorNames, sideNames } from '../words.ts'
import { Done, readForum } from './facts.tsx'
import { forumTexts } from './forumTexts.ts'
import { DecisionRows, MeetingRows } from './rows.tsx'

/** So many of the last ones stand on the forum's own page. */
const NEWEST = 5
/** Terms that end within so many days are told. */
const SOON_DAYS = 90

/** The forum's home: what it is for, when it meets next, who sits in it, what it has decided. */
export const forumPage: Handler<'forum'> = async (visit) => {
  const { house, language, today, actor } = visit
  const t = forumTexts[language]
  const known = await readForum(visit)
  const { forum, now } = known
  const seats = await seatsOf(house.db, forum.id, today)
  const coming = await comingMeetings(house.db, forum.id, today)
  const { meetings } = await pastMeetings(house.db, forum.id, today, 1, NEWEST)
  const { decisions } = await decisionsOf(house.db, forum.id, today, 1, NEWEST)
  const own = await seatOfPerson(house.db, forum.id, actor.personId, today)
  const values = { forum: forum.id }
  return page(visit, {
    title: named(now.name, language),
    section: 'forums',
    children: (
      <>
        <Done visit={visit} />
        <div class="head">
          <h1 class="long">
            <Local content={now.name} language={language} />
          </h1>
          <MadeUp when={forum.demonstration} language={language} />
          <div class="prose">
            <LocalParagraphs content={now.purpose} language={language} />
          </div>
          {own ? <p class="note">{t.yourSeat(own.seat.code)}</p> : null}
          <p class="acts">
            <a href={address(language, 'forumPropose', values)}>{t.propose}</a>
          </p>
        </div>
        <Section id="nakama" label={coming.some(({ meeting }) => meeting.state === 'open') ? t.underWay : t.nextMeeting}>
          {coming.length ? <MeetingRows meetings={coming} today={today} language={language} /> : <p>{t.noMeeting}</p>}
        </Section>
        <Section id="lemumi" label={t.decisions}>
          {decisions.length ? <DecisionRows decisions={decisions} language={language} /> : <p>{t.noDecisions}</p>}
          <p class="gap">
            <a href={address(language, 'forumDecisions', values)}>{t.allDecisions}</a>
          </p>
        </Section>
        <Members known={known} seats={seats} today={today} language={language} />
        <Section id="kartiba" label={t.rules}>
          <ul class="plain-list">
            {decidingSentences(language, now.rules).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p class="gap">
            <a href={address(language, 'forumRules', values)}>{t.rulesLink}</a>
          </p>
        </Section>
        <Section id="sedes" label={t.past}>
          {meetings.length ? <MeetingRows meetings={meetings} today={today} language={language} /> : <p>{t.nonePast}</p>}
          <p class="gap">
            <a href={address(language, 'forumMeetings', values)}>{t.allMeetings}</a>
          </p>
        </Section>
        <Section id="zurnals" label={t.record}>
          <p>
            <a href={recordAbout(visit.language, forumObject(forum.id))}>{t.inRecord}</a>
          </p>
        </Section>
        {forumPolicy.keepSeats(actor, undefined) ? (
          <Section id="sekretariatam" label={t.manageThis}>
            <p class="acts">
              <a href={address(language, 'forumsEdit')}>{t.manage}</a>
            </p>
          </Section>
        ) : null}
      </>
    ),
  })
}

type MembersProps = { known: KnownForum; seats: readonly SeatWithTerms[]; today: Day; language: Language }

function Members({ known: { forum }, seats, today, language }: MembersProps) {
  const t = forumTexts[language]
  const ofSide = (side: (typeof sides)[number]): SeatWithTerms[] => seats.filter(({ seat }) => sideOf(seat.sector) === side)
  const vacant = seats.filter((one) => memberOn(one, today) === null)
  const soon = addDays(today, SOON_DAYS)
  const ending = seats.flatMap((one) => {
    const term = memberOn(one, today)
    return term?.endsOn && term.endsOn <= soon ? [{ seat: one.seat, term, endsOn: term.endsOn }] : []
  })
  return (
    <Section id="vietas" label={t.members}>
      <p class="big">{t.parity(ofSide('government').length, ofSide('non-government').length)}</p>
      {vacant.length ? (
        <p>
          {t.vacancies(vacant.length)} {vacant.map(({ seat }) => seat.code).join(', ')}
        </p>
      ) : null}
      {sides.map((side) => (
        <table class="ds-table stack gap" key={side}>
          <caption>
            {sideNames[language][side]}: {t.sideCount(ofSide(side).length, ofSide(side).filter((one) => memberOn(one, today)).length)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.seat}</th>
              <th scope="col">{t.sector}</th>
              <th scope="col">{t.member}</th>
              <th scope="col">{t.substitute}</th>
              <th scope="col">{t.until}</th>
            </tr>
          </thead>
          <tbody>
            {ofSide(side).map((one) => {
              const member = memberOn(one, today)
              const substitutes = sittersOn(one, today).filter(({ kind }) => kind === 'substitute')
              return (
                <tr key={one.seat.id}>
                  <th scope="row">
                    <a href={address(language, 'forumSeat', { forum: forum.id, seat: one.seat.code })}>{one.seat.code}</a>
                  </th>
                  <td data-label={t.sector}>{sectorNames[language][one.seat.sector]}</td>
                  <td data-label={t.member}>{member ? <MemberName term={member} language={language} /> : <b>{t.vacant}</b>}</td>
                  <td data-label={t.substitute}>{substitutes.length ? substitutes.map(({ name }) => name).join(', ') : '–'}</td>
                  <td data-label={t.until}>{member ? (member.endsOn ? shortDate(language, member.endsOn) : t.noEnd) : '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
      {ending.length ? (
        <>
          <h3 class="gap">{t.ending}</h3>
          <ul class="plain-list">
            {ending.map(({ seat, term, endsOn }) => (
              <li key={seat.id}>
                {t.ofSeat(seat.code, term.name)}: {t.endsOn(shortDate(language, endsOn))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

/** Who holds a seat, and the office in the forum. */
export function MemberName({ term, language }: { term: Term; language: Language }) {
  const t = forumTexts[language]
  return (
    <>
      {term.name}
      {term.office ? <small class="remark"> ({term.office === 'chair' ? t.chair : t.coChair})</small> : null}
      {term.position ? (
        <small class="meta">
          {' '}
          <Local content={term.position} language={language} quiet />
        </small>
      ) : null}
    </>
  )
}
