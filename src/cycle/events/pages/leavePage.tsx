import type { Actor } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { readFormWithoutFiles } from '../../../platform/http/readForm.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { notKept, page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { leaveEvent } from '../leaveEvent.ts'
import { registrationIn } from '../links.ts'
import { type EventVersion, eventById, type Registration, registrationById, registrationOf } from '../queries.ts'
import { timeOf } from '../words.ts'
import { pathBelowEvent } from './pathBelowEvent.ts'
import { registrationTexts } from './registrationTexts.ts'

type About = { eventId: number; version: EventVersion; mine: Registration | null }

/** Whose registration it is: that of the letter's link, else that of whoever is signed in. 401 for anyone else. */
async function about(visit: AnyVisit, token: string): Promise<About> {
  const { house, values, today, actor } = visit
  const found = await eventById(house.db, idInAddress(values.event), today)
  const version = found?.versions.at(-1)
  if (!found || !version) throw notFound()
  const eventId = found.event.id
  if (token) {
    const id = await registrationIn(house, token)
    const mine = id === null ? null : await registrationById(house.db, id)
    if (mine?.eventId !== eventId) throw new Refusal(403)
    return { eventId, version, mine }
  }
  if (actor.personId === null) throw new Refusal(401)
  return { eventId, version, mine: await registrationOf(house.db, eventId, actor.personId) }
}

/** Asks whether the seat is given up. Only looks: programs that check the links of letters must not do it for anyone. */
export const showLeave: Handler<'eventLeave'> = async (visit) => {
  const token = visit.query.get('token') ?? ''
  return notKept(draw(visit, await about(visit, token), token))
}

/** Gives the seat up, by the letter's link as the one whose letter it is. */
export const sendLeave: Handler<'eventLeave'> = async (visit) => {
  const { fields } = await readFormWithoutFiles(visit.context.req.raw, visit.house)
  const token = fields.trimmed('token')
  const { eventId, mine } = await about(visit, token)
  if (!mine?.personId) throw notFound()
  const bearer: Actor = { personId: mine.personId, name: mine.name, roles: [{ role: 'participant', organisationId: null }] }
  await leaveEvent(visit.house, token ? bearer : visit.actor, eventId)
  return seeOther(`${address(visit.language, 'event', { event: eventId })}?done=left`)
}

function draw(visit: AnyVisit, { eventId, version, mine }: About, token: string): Response {
  const { language } = visit
  const t = registrationTexts[language]
  const back = address(language, 'event', { event: eventId })
  const has = mine?.state === 'registered' || mine?.state === 'waiting'
  const title = has || !mine ? t.leaveTitle : t.leftTitle
  return page(visit, {
    title,
    section: 'events',
    search: token ? `?${new URLSearchParams({ token })}` : '',
    path: pathBelowEvent(language, eventId, version),
    children: (
      <div class="head tight">
        <p class="eyebrow">
          <Local content={version.title} language={language} />
        </p>
        <h1>{title}</h1>
        <p class="lead">{timeOf(language, version)}</p>
        {has ? (
          <>
            <p>{mine.state === 'waiting' ? t.leaveQueueText : t.leaveText}</p>
            <form method="post" action={address(language, 'eventLeave', { event: eventId })}>
              <input type="hidden" name="token" value={token} />
              <div class="acts">
                <button type="submit" class="ds-button">
                  {t.leave}
                </button>
                <a href={back}>{t.back}</a>
              </div>
            </form>
          </>
        ) : (
          <>
            <p>{mine ? t.leftText : t.notRegistered}</p>
            <p class="acts">
              <a href={back}>{t.back}</a>
            </p>
          </>
        )}
      </div>
    ),
  })
}
