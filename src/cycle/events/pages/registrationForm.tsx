import { clientOf, participantSectors, secondsToWait } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { readFormWithoutFiles } from '../../../platform/http/readForm.ts'
import { notFound, type Problem, Refusal, type Say } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Checkboxes, ErrorSummary, type FormState, Select, TextArea, TextField } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { WhereLettersGo } from '../../../web/components/WhereLettersGo.tsx'
import { notKept, page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { problemTexts } from '../problemTexts.ts'
import { type Event, type EventVersion, eventById, type Registration, registrationOf } from '../queries.ts'
import { register, whyClosed } from '../register.ts'
import { askToRegister } from '../registerByLetter.ts'
import { readRegistration } from '../registrationInput.ts'
import { participantSectorNames, timeOf } from '../words.ts'
import { pathBelowEvent } from './pathBelowEvent.ts'
import { registrationTexts } from './registrationTexts.ts'

/** What the form is about: the event as it reads now, and one's own registration if there is one. */
type About = { event: Event; version: EventVersion; mine: Registration | null }

async function about({ house, values, today, actor }: AnyVisit): Promise<About> {
  const found = await eventById(house.db, idInAddress(values.event), today)
  const version = found?.versions.at(-1)
  if (!found || !version) throw notFound()
  const mine = actor.personId === null ? null : await registrationOf(house.db, found.event.id, actor.personId)
  return { event: found.event, version, mine: mine && (mine.state === 'registered' || mine.state === 'waiting') ? mine : null }
}

const storedFields = ({ name, sector, organisation, needs, showName, version }: Registration): Record<string, string[]> => ({
  name: [name],
  sector: [sector],
  organisation: [organisation ?? ''],
  needs: [needs ?? ''],
  showName: showName ? ['yes'] : [],
  version: [String(version)],
})

/** The form by which anyone registers; whoever has registered already changes what they said. */
export const showRegistration: Handler<'eventRegister'> = async (visit) => {
  if (visit.query.has('sent')) return sent(visit)
  const facts = await about(visit)
  const own = visit.actor.name ?? ''
  return draw(visit, facts, new Fields(facts.mine ? storedFields(facts.mine) : { name: [own] }), {})
}

/** Registers at once whoever has signed in; anyone else gets a letter to confirm. What was typed stays when it is refused. */
export const sendRegistration: Handler<'eventRegister'> = async (visit) => {
  const { house, actor, language } = visit
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
  const facts = await about(visit)
  if (problems.length) return draw(visit, facts, fields, { problems, status: 422 })
  const eventId = facts.event.id
  try {
    const { email, ...input } = readRegistration(fields, actor.personId === null)
    if (email === null) {
      const state = await register(house, actor, eventId, { ...input, language })
      return seeOther(`${address(language, 'event', { event: eventId })}?done=${facts.mine ? 'saved' : state}`)
    }
    const wait =
      (await secondsToWait(house, 'lettersFromAClient', clientOf(house, visit.context))) ??
      (await secondsToWait(house, 'lettersToAnAddress', email))
    if (wait !== null) return tooOften(visit, facts, fields, wait)
    await askToRegister(house, actor, eventId, { ...input, email, language })
    return seeOther(`${address(language, 'eventRegister', { event: eventId })}?sent=1`)
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 422 && error.status !== 409)) throw error
    const conflict = error.status === 409
    // Goes on from the stored version: what it shows was typed by the same person.
    const again = conflict && facts.mine ? new Fields({ ...fields.toRecord(), version: [String(facts.mine.version)] }) : fields
    const say: Say | null = conflict ? (l) => registrationTexts[l].conflict : error.say
    return draw(visit, facts, again, { problems: error.problems, say, status: error.status })
  }
}

function tooOften(visit: AnyVisit, facts: About, fields: Fields, seconds: number): Response {
  const problem: Problem = { field: 'email', say: (language) => problemTexts[language].tooOften(Math.ceil(seconds / 60)) }
  const answer = draw(visit, facts, fields, { problems: [problem], status: 429 })
  answer.headers.set('Retry-After', String(seconds))
  return answer
}

type Answer = { problems?: readonly Problem[]; say?: Say | null; status?: number }

function draw(visit: AnyVisit, facts: About, fields: Fields, { problems = [], say = null, status = 200 }: Answer): Response {
  const { language, today, actor } = visit
  const { event, version, mine } = facts
  const t = registrationTexts[language]
  const closed = mine ? null : whyClosed(event, today)
  const title = mine ? t.changeTitle : t.title
  const full = event.capacity !== null && event.registered >= event.capacity
  const answer = page(
    visit,
    {
      title,
      hasErrors: problems.length > 0,
      section: 'events',
      path: pathBelowEvent(language, event.id, version),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">{timeOf(language, version)}</p>
            <h1>{title}</h1>
            {closed ? <p class="lead">{problemTexts[language][closed]}</p> : null}
            {!closed && full && !mine ? <p class="lead">{t.waitingLead}</p> : null}
            {say && !closed ? (
              <p class="note" role="alert">
                {say(language)}
              </p>
            ) : null}
          </div>
          {closed ? (
            <p>
              <a href={address(language, 'event', { event: event.id })}>{t.back}</a>
            </p>
          ) : (
            <div class="form-grid">
              <RegistrationFields
                visit={visit}
                event={event}
                form={{ fields, problems, language }}
                withEmail={actor.personId === null}
                mine={mine}
              />
              <aside class="side" aria-labelledby="par-ierakstito">
                <h2 id="par-ierakstito">{t.aside}</h2>
                <div class="prose">
                  <p>{t.asideText}</p>
                  <p>
                    <a href={address(language, 'privacy')}>{t.privacy}</a>
                  </p>
                </div>
              </aside>
            </div>
          )}
        </>
      ),
    },
    status,
  )
  return notKept(answer)
}

type FieldsProps = { visit: AnyVisit; event: Event; form: FormState; withEmail: boolean; mine: Registration | null }

function RegistrationFields({ visit: { language }, event, form, withEmail, mine }: FieldsProps) {
  const t = registrationTexts[language]
  const sectors = participantSectors.map((sector) => ({ value: sector, label: participantSectorNames[language][sector] }))
  return (
    <div>
      <ErrorSummary form={form} />
      <form method="post" action={address(language, 'eventRegister', { event: event.id })} noValidate>
        {mine ? <input type="hidden" name="version" value={form.fields.trimmed('version') || mine.version} /> : null}
        <TextField form={form} name="name" label={t.name} hint={t.nameHint} autocomplete="name" />
        {withEmail ? <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" /> : null}
        <Select form={form} name="sector" label={t.sector} hint={t.sectorHint} choices={sectors} empty={t.choose} />
        <TextField form={form} name="organisation" label={t.organisation} autocomplete="organization" optional />
        <TextArea form={form} name="needs" label={t.needs} hint={t.needsHint} rows={3} optional />
        <Checkboxes form={form} name="showName" label={t.mayName} choices={[{ value: 'yes', label: t.yesPublish }]} />
        <div class="acts">
          <button type="submit" class="ds-button">
            {mine ? t.save : t.send}
          </button>
          <a href={address(language, 'event', { event: event.id })}>{t.back}</a>
        </div>
      </form>
    </div>
  )
}

async function sent(visit: AnyVisit): Promise<Response> {
  const { language } = visit
  const t = registrationTexts[language]
  const { event, version } = await about(visit)
  const back = address(language, 'event', { event: event.id })
  return page(visit, {
    title: t.sentTitle,
    section: 'events',
    search: '?sent=1',
    path: pathBelowEvent(language, event.id, version),
    children: (
      <>
        <div class="head tight">
          <p class="eyebrow">
            <Local content={version.title} language={language} />
          </p>
          <h1>{t.sentTitle}</h1>
          <p class="lead" role="status">
            {t.sentLead}
          </p>
          <WhereLettersGo visit={visit} />
          <p>{t.sentNote}</p>
        </div>
        <p>
          <a href={back}>{t.back}</a>
        </p>
      </>
    ),
  })
}
