import { address } from '../../../web/addresses.ts'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import { Section } from '../../../web/components/Section.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { Event, Registration, SectorNumbers } from '../queries.ts'
import { participantSectorNames } from '../words.ts'
import { eventTexts } from './eventTexts.ts'
import { SectorChart } from './SectorChart.tsx'

type Props = {
  visit: AnyVisit
  event: Event
  numbers: readonly SectorNumbers[]
  people: { names: readonly Pick<Registration, 'id' | 'name' | 'sector' | 'organisation' | 'demonstration'>[]; more: boolean }
  /** The page of names that is shown. */
  number: number
}

/** Who takes part: numbers by sector for everyone, names of those alone who agreed. How many came is told once it was held. */
export function WhoComes({ visit: { language }, event, numbers, people, number }: Props) {
  const t = eventTexts[language]
  const held = event.state === 'held'
  const came = numbers.some(({ attended }) => attended > 0)
  if (event.registrationUntil === null && !held) return null
  const here = address(language, 'event', { event: event.id })
  return (
    <Section id="dalibnieki" label={t.whoComes}>
      {event.registrationUntil === null ? null : event.registered > 0 ? (
        <SectorChart
          id="pieteikusies"
          title={t.numbersRegistered}
          numbers={new Map(numbers.map(({ sector, registered }) => [sector, registered]))}
          language={language}
        />
      ) : (
        <p class="prose">{t.noneYet}</p>
      )}
      {held && came ? (
        <SectorChart
          id="atnakusi"
          title={t.numbersAttended}
          numbers={new Map(numbers.map(({ sector, attended }) => [sector, attended]))}
          language={language}
        />
      ) : null}
      {held && !came ? <p class="unknown">{t.noAttendance}</p> : null}
      {people.names.length ? (
        <>
          <h3 class="gap">{t.names}</h3>
          <ul class="plain-list">
            {people.names.map(({ id, name, organisation, sector, demonstration }) => (
              <li key={id}>
                {name}
                <span class="meta"> {[organisation, participantSectorNames[language][sector]].filter(Boolean).join(', ')}</span>
                <MadeUp when={demonstration} language={language} />
              </li>
            ))}
          </ul>
          <Pages
            language={language}
            number={number}
            pages={people.more ? 'more' : 'no more'}
            href={(n) => `${n === 1 ? here : `${here}?page=${n}`}#dalibnieki`}
          />
          <p class="note gap">{t.namesNote}</p>
        </>
      ) : null}
    </Section>
  )
}
