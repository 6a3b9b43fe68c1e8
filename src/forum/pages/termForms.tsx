import { FormReader } from '../../cycle/plan/index.ts'
import { allow, listOrganisations, readEmail } from '../../people/index.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { notFound, wrongField } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../web/answerForm.ts'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { AskedField, localFields } from '../../web/forms/fieldSpec.tsx'
import { named } from '../../web/named.ts'
import type { Handler, Visit } from '../../web/visit.ts'
import { readReason } from '../meetings/meetingInput.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { declarationsOf, memberOn, seatByCode, seatOfPerson } from '../queries.ts'
import { seatsWithTerms } from '../seatNames.ts'
import { declareInterests } from '../seats/declareInterests.ts'
import { linkAccount } from '../seats/linkAccount.ts'
import { readTerm } from '../seats/termInput.ts'
import { addTerm, endTerm } from '../seats/terms.ts'
import { editTexts } from './editTexts.ts'
import { pathToForum, readForum } from './facts.tsx'
import { formPage } from './form.tsx'

/** The form of a new term in a seat. */
export const showTermNew: Handler<'forumTermNew'> = async (visit) => drawNew(visit, opened({ kind: ['member'], nth: ['1'] }))

export const sendTermNew: Handler<'forumTermNew'> = async (visit) => {
  allow(forumPolicy.keepSeats, visit.actor, undefined)
  const { forum } = await readForum(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const organisations = await listOrganisations(house.db, visit.today, 'all')
      const input = readTerm(
        fields,
        organisations.map(({ id }) => id),
      )
      await addTerm(house, visit.actor, { forumId: forum.id, code: visit.values.seat, input })
      return `${address(visit.language, 'forumSeat', { forum: forum.id, seat: visit.values.seat })}?done=saved`
    },
    (drawn) => drawNew(visit, drawn),
  )
}

async function drawNew(visit: Visit<'forumTermNew'>, drawn: Drawn): Promise<Response> {
  const { house, language, today, actor, values } = visit
  allow(forumPolicy.keepSeats, actor, undefined)
  const t = editTexts[language]
  const known = await readForum(visit)
  const found = await seatByCode(house.db, known.forum.id, values.seat, today)
  if (!found || found.seat.closedOn) throw notFound()
  const organisations = await listOrganisations(house.db, today, 'all', language)
  const of = { forum: known.forum.id, seat: found.seat.code }
  return formPage(visit, drawn, {
    title: t.termNew(found.seat.code),
    heading: t.termNew(found.seat.code),
    lead: t.termLead,
    section: 'manage',
    path: pathToForum(visit, known),
    action: address(language, 'forumTermNew', of),
    version: null,
    groups: [
      {
        title: null,
        specs: [
          {
            kind: 'radios',
            name: 'kind',
            label: t.kind,
            choices: [
              { value: 'member', label: t.kindMember },
              { value: 'substitute', label: t.kindSubstitute },
            ],
          },
          { kind: 'line', name: 'name', label: t.personName },
          { kind: 'lines', name: 'position', label: t.position, stored: null, optional: true },
          {
            kind: 'select',
            name: 'organisation',
            label: t.organisation,
            empty: t.none,
            choices: organisations.map(({ id, name }) => ({ value: id, label: named(name, language, id) })),
            optional: true,
          },
          {
            kind: 'select',
            name: 'office',
            label: t.office,
            empty: t.noOffice,
            choices: [
              { value: 'chair', label: t.chair },
              { value: 'co-chair', label: t.coChair },
            ],
            optional: true,
          },
          { kind: 'number', name: 'nth', label: t.nth },
          { kind: 'texts', name: 'chosen', label: t.chosen, stored: null, optional: true },
          { kind: 'day', name: 'startsOn', label: t.startsOn },
          { kind: 'day', name: 'endsOn', label: t.endsOn, optional: true },
        ],
      },
    ],
    submit: t.publish,
    back: address(language, 'forumSeat', of),
  })
}

async function readTermAt(visit: Visit<'forumTermEdit'>) {
  allow(forumPolicy.keepSeats, visit.actor, undefined)
  const known = await readForum(visit)
  const { seats, terms } = await seatsWithTerms(visit.house.db, known.forum.id)
  const term = terms.get(idInAddress(visit.values.term))
  const seat = term && seats.get(term.seatId)
  if (!term || !seat) throw notFound()
  return { known, term, seat }
}

/** Ends a term before its time, or links it with an account. */
export const showTermEdit: Handler<'forumTermEdit'> = async (visit) => drawEdit(visit, opened())

export const sendTermEdit: Handler<'forumTermEdit'> = async (visit) => {
  const { known, term, seat } = await readTermAt(visit)
  const { actor, language } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const of = { forumId: known.forum.id, termId: term.id, version: reader.version() }
      if (fields.trimmed('action') === 'link') {
        const typed = fields.trimmed('email')
        const email = typed ? readEmail(typed) : null
        if (typed && !email) throw wrongField('email', say('noAccount'))
        await linkAccount(house, actor, { ...of, email })
      } else {
        const on = reader.day('on')
        if (!on && !reader.problems.length) reader.refuse('on', 'requiredDate')
        const reason = readReason(reader, 'reason')
        await endTerm(house, actor, { ...of, on: reader.done(on) ?? visit.today, reason })
      }
      return `${address(language, 'forumSeat', { forum: known.forum.id, seat: seat.code })}?done=saved`
    },
    (drawn) => drawEdit(visit, drawn),
  )
}

async function drawEdit(visit: Visit<'forumTermEdit'>, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = editTexts[language]
  const { known, term, seat } = await readTermAt(visit)
  const action = address(language, 'forumTermEdit', { forum: known.forum.id, term: term.id })
  return formPage(visit, drawn, {
    title: t.termEdit(term.name),
    heading: t.termEdit(term.name),
    lead: null,
    section: 'manage',
    path: pathToForum(visit, known),
    action,
    version: versionIn(drawn, term.version),
    groups: [
      {
        title: t.endTitle,
        specs: [
          { kind: 'day', name: 'on', label: t.endOn },
          { kind: 'texts', name: 'reason', label: t.reason, stored: null },
        ],
      },
    ],
    submit: t.end,
    back: address(language, 'forumSeat', { forum: known.forum.id, seat: seat.code }),
    below: (
      <form method="post" action={action} noValidate class="group">
        <h2 class="h3">{t.linkTitle}</h2>
        <p class="note">
          {t.linkLead} {term.personId ? t.linked : null}
        </p>
        <HiddenFields form={stateOf(visit, opened())} version={term.version} />
        <AskedField
          spec={{ kind: 'line', name: 'email', label: t.email, hint: t.emailHint, optional: true }}
          form={stateOf(visit, drawn)}
        />
        <div class="acts">
          <button type="submit" class="ds-button" data-variant="secondary" name="action" value="link">
            {t.link}
          </button>
        </div>
      </form>
    ),
  })
}

/** Whose declaration may be written here: the member's own, or as the secretariat. */
async function readDeclarant(visit: Visit<'forumDeclaration'>) {
  const { house, today, actor, values } = visit
  const known = await readForum(visit)
  const found = await seatByCode(house.db, known.forum.id, values.seat, today)
  if (!found) throw notFound()
  const own = await seatOfPerson(house.db, known.forum.id, actor.personId, today)
  const mine = own?.seat.id === found.seat.id ? own.term : null
  if (!forumPolicy.declareForMembers(actor, undefined))
    allow(forumPolicy.declareInterests, actor, { holders: mine && actor.personId ? [actor.personId] : [] })
  const term = mine ?? memberOn(found, today)
  if (!term) throw notFound()
  return { known, seat: found.seat, term }
}

/** The form of a declaration of interest. */
export const showDeclaration: Handler<'forumDeclaration'> = async (visit) => {
  const { term } = await readDeclarant(visit)
  const [last] = await declarationsOf(visit.house.db, [term.id], visit.today)
  return drawDeclaration(visit, opened(localFields('text', last?.text ?? null)))
}

export const sendDeclaration: Handler<'forumDeclaration'> = async (visit) => {
  const { known, seat, term } = await readDeclarant(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const text = reader.done(readReason(reader, 'text', 'tellMore'))
      await declareInterests(house, visit.actor, { forumId: known.forum.id, termId: term.id, text })
      return `${address(visit.language, 'forumSeat', { forum: known.forum.id, seat: seat.code })}?done=saved`
    },
    (drawn) => drawDeclaration(visit, drawn),
  )
}

async function drawDeclaration(visit: Visit<'forumDeclaration'>, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = editTexts[language]
  const { known, seat } = await readDeclarant(visit)
  const of = { forum: known.forum.id, seat: seat.code }
  return formPage(visit, drawn, {
    title: t.declare,
    heading: t.declare,
    lead: t.declareLead,
    section: 'forums',
    path: pathToForum(visit, known),
    action: address(language, 'forumDeclaration', of),
    version: null,
    groups: [{ title: null, specs: [{ kind: 'texts', name: 'text', label: t.declaration, stored: null }] }],
    submit: t.publish,
    back: address(language, 'forumSeat', of),
  })
}
