import { byDate } from '../../../platform/languages/dates.ts'
import { address } from '../../../web/addresses.ts'
import { Section } from '../../../web/components/Section.tsx'
import { Status } from '../../../web/components/Status.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { say } from '../problemTexts.ts'
import type { Event, Registration } from '../queries.ts'
import { whyClosed } from '../register.ts'
import { eventTexts } from './eventTexts.ts'

type Props = { visit: AnyVisit; event: Event; mine: Registration | null; ahead: number }

/** Whether and how one registers, how many seats are left, and how one's own registration stands. */
export function RegistrationPart({ visit: { language, today }, event, mine, ahead }: Props) {
  const t = eventTexts[language]
  const closed = whyClosed(event, today)
  const values = { event: event.id }
  const has = mine?.state === 'registered' || mine?.state === 'waiting'
  if (closed === 'noRegistration')
    return (
      <Section id="pieteikties" label={t.registration}>
        <p>{t.noRegistration}</p>
      </Section>
    )
  const over = closed === 'eventCancelled' || closed === 'eventOver'
  if (over && !has) return null
  const full = event.capacity !== null && event.registered >= event.capacity
  return (
    <Section id="pieteikties" label={t.registration}>
      {has ? (
        <>
          <p>
            {mine.state === 'registered' ? (
              <Status icon="done" colour="good" word={t.youAreRegistered} />
            ) : (
              <Status icon="clock" colour="mid" word={t.youWait(ahead)} />
            )}
          </p>
          {over ? null : (
            <p class="acts">
              <a href={address(language, 'eventRegister', values)}>{t.change}</a>
              <a href={address(language, 'eventLeave', values)}>{mine.state === 'registered' ? t.leave : t.leaveQueue}</a>
            </p>
          )}
        </>
      ) : null}
      {over ? null : (
        <p>
          {event.capacity === null
            ? t.registeredSoFar(event.registered)
            : full
              ? t.full(event.capacity, event.waiting)
              : t.seatsLeft(event.capacity - event.registered, event.capacity)}{' '}
          {closed === null && event.registrationUntil ? t.until(byDate(language, event.registrationUntil)) : null}
        </p>
      )}
      {closed === 'registrationClosed' ? <p>{say(closed)(language)}</p> : null}
      {/* In a preview nobody can register yet. */}
      {closed === null && !has && event.state !== 'draft' ? (
        <p class="acts">
          <a class="ds-button" href={address(language, 'eventRegister', values)}>
            {full ? t.registerToWait : t.register}
          </a>
        </p>
      ) : null}
    </Section>
  )
}
