import { allow } from '../../../../people/index.ts'
import { dateRange } from '../../../../platform/languages/dates.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { readParts } from '../../commitmentParts.ts'
import { createCommitment } from '../../createCommitment.ts'
import { editCommitment } from '../../editCommitment.ts'
import { idIn, newWord, nextCommitmentNumber, organisationChoices } from '../../formQueries.ts'
import { formTexts } from '../../formTexts.ts'
import { readCommitment, readNewCommitment } from '../../input/commitmentInput.ts'
import { planPolicy } from '../../policy.ts'
import { type CommitmentWithParts, commitmentByNumber, type Plan } from '../../queries.ts'
import { commitmentFields, commitmentQuestions, tellParts } from './commitmentParts.tsx'
import { AboutSaving, formPage, planStep } from './FormPage.tsx'
import { planOf } from './planForm.tsx'

/** The form of a new commitment. */
export const showNewCommitment: Handler<'commitmentNew'> = async (visit) => {
  allow(planPolicy.createCommitment, visit.actor, undefined)
  const plan = await planOf(visit, visit.values.plan)
  return drawNew(visit, plan, opened({ number: [String(await nextCommitmentNumber(visit.house.db, plan.id))], moneySecured: [''] }))
}

export const sendNewCommitment: Handler<'commitmentNew'> = async (visit) => {
  allow(planPolicy.createCommitment, visit.actor, undefined)
  const plan = await planOf(visit, visit.values.plan)
  return answerForm(
    visit,
    async (house, fields) => {
      const input = readNewCommitment(fields)
      await createCommitment(house, visit.actor, plan.id, input)
      return `${address(visit.language, 'commitmentEdit', { plan: plan.id, number: input.number })}?done=saved`
    },
    (drawn) => drawNew(visit, plan, drawn),
  )
}

async function drawNew(visit: AnyVisit, plan: Plan, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = formTexts[language]
  const form = stateOf(visit, drawn)
  const organisations = await organisationChoices(visit.house.db, visit.today)
  return formPage(visit, drawn, {
    eyebrow: <Local content={plan.shortTitle} language={language} quiet />,
    title: t.newCommitment,
    path: [planStep(visit, plan)],
    form: (
      <SecretariatForm
        form={form}
        action={address(language, 'commitmentNew', { plan: plan.id })}
        parts={commitmentQuestions(form, plan, null, organisations)}
        version={null}
        submit={t.save}
      />
    ),
    aside: <AboutSaving visit={visit} plan={plan} />,
  })
}

/** The form of a commitment, with its milestones. */
export const showCommitmentForm: Handler<'commitmentEdit'> = async (visit) => {
  allow(planPolicy.editCommitment, visit.actor, undefined)
  const { plan, found } = await commitmentAt(visit)
  const fields = commitmentFields(
    found.commitment,
    await readParts(visit.house.db, plan.id, found.commitment.id, visit.today),
    visit.language,
  )
  return draw(visit, plan, found, opened(fields))
}

export const sendCommitmentForm: Handler<'commitmentEdit'> = async (visit) => {
  allow(planPolicy.editCommitment, visit.actor, undefined)
  const { plan, found } = await commitmentAt(visit)
  const { number } = found.commitment
  return answerForm(
    visit,
    async (house, fields) => {
      await editCommitment(house, visit.actor, plan.id, number, readCommitment(fields))
      return `${address(visit.language, 'commitmentEdit', { plan: plan.id, number })}?done=saved`
    },
    async (drawn) => {
      const now = await commitmentAt(visit)
      return draw(visit, now.plan, now.found, drawn)
    },
  )
}

/** The commitment at an address, as known on the plan's day. */
export async function commitmentAt(visit: AnyVisit): Promise<{ plan: Plan; found: CommitmentWithParts }> {
  const plan = await planOf(visit, visit.values.plan ?? '')
  const number = idIn(visit.values.number)
  const found = number === 'new' || number > 999 ? null : await commitmentByNumber(visit.house.db, plan.id, number, visit.today)
  if (!found) throw notFound()
  return { plan, found }
}

async function draw(visit: AnyVisit, plan: Plan, found: CommitmentWithParts, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const { commitment } = found
  const t = formTexts[language]
  const form = stateOf(visit, drawn)
  const organisations = await organisationChoices(visit.house.db, visit.today)
  const parts = commitmentQuestions(form, plan, commitment, organisations)
  const stored = drawn.conflict
    ? commitmentFields(commitment, await readParts(visit.house.db, plan.id, commitment.id, visit.today), language)
    : {}
  const values = { plan: plan.id, number: commitment.number }
  return formPage(visit, drawn, {
    eyebrow: <Local content={plan.shortTitle} language={language} quiet />,
    title: t.editCommitment(commitment.number),
    path: [planStep(visit, plan)],
    before: <Milestones visit={visit} plan={plan} found={found} />,
    form: (
      <SecretariatForm
        form={form}
        action={address(language, 'commitmentEdit', values)}
        parts={parts}
        version={versionIn(drawn, commitment.version)}
        comparison={compare(drawn, stored, parts, language, (fields) => tellParts(fields, organisations, language))}
        submit={t.save}
      />
    ),
    aside: (
      <AboutSaving visit={visit} plan={plan}>
        <p>
          <a href={address(language, 'commitment', values)}>{t.publicPage}</a>
        </p>
      </AboutSaving>
    ),
  })
}

function Milestones({ visit, plan, found }: { visit: AnyVisit; plan: Plan; found: CommitmentWithParts }) {
  const { language } = visit
  const t = formTexts[language]
  return (
    <section class="sec" aria-labelledby="punkti">
      <h2 id="punkti">{t.milestones}</h2>
      <div>
        {found.milestones.length ? (
          <ul class="link-list">
            {found.milestones.map((row) => (
              <li key={row.id}>
                {row.number}.{' '}
                <a href={address(language, 'milestoneEdit', { plan: plan.id, number: found.commitment.number, milestone: row.number })}>
                  <Local content={row.title} language={language} />
                </a>{' '}
                <span class="meta">{dateRange(language, row.plannedStart, row.plannedEnd)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t.noMilestones}</p>
        )}
        <p class="acts">
          <a href={address(language, 'milestoneEdit', { plan: plan.id, number: found.commitment.number, milestone: newWord[language] })}>
            {t.newMilestone}
          </a>
        </p>
      </div>
    </section>
  )
}
