import { allow, peopleActingFor } from '../../people/index.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { ErrorSummary, Radios } from '../../web/components/form.tsx'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { Name } from '../../web/components/Name.tsx'
import { named } from '../../web/named.ts'
import { page } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { delegateTasks, type SeenTask } from '../delegateTasks.ts'
import { delegationTexts } from '../delegationLetters.ts'
import { type Desk, type DeskTask, readDesk } from '../desk.ts'
import { deskPolicy } from '../policy.ts'
import { TaskRows } from './TaskRows.tsx'
import { deskTexts } from './texts.ts'

/** Stands for nobody among the choices: an empty value would be no choice. */
const NOBODY = 'nobody'

/** Who is to do these tasks: `?task=` names each; the form hands them to one colleague or takes them back. */
export const showDelegate: Handler<'delegate'> = async (visit) => {
  allow(deskPolicy.seeDesk, visit.actor, undefined)
  const asked = visit.query.getAll('task')
  if (!asked.length) {
    const problem = { field: 'task', say: (language: 'lv' | 'en') => delegationTexts[language].chooseTasks }
    return draw(visit, [], { ...opened(), status: 422, problems: [problem] })
  }
  return draw(visit, asked, opened())
}

export const sendDelegate: Handler<'delegate'> = async (visit) => {
  allow(deskPolicy.seeDesk, visit.actor, undefined)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const to = fields.trimmed('to')
      if (!to) throw wrongField('to', (reader) => delegationTexts[reader].chooseColleague)
      await delegateTasks(house, actor, { tasks: readSeen(fields), to: to === NOBODY ? null : to, language })
      return `${address(language, 'desk')}?done=${to === NOBODY ? 'takenBack' : 'delegated'}`
    },
    (drawn) => draw(visit, drawn.fields.all('task'), drawn),
  )
}

/** The tasks with who held each when the form was drawn: two lists that run side by side. */
function readSeen(fields: Fields): SeenTask[] {
  const [ids, held] = [fields.all('task'), fields.all('held')]
  if (!ids.length || ids.length !== held.length || new Set(ids).size !== ids.length) throw new Refusal(400)
  return ids.map((id, index) => ({ id, heldBy: held[index] || null }))
}

async function draw(visit: AnyVisit, asked: readonly string[], drawn: Drawn): Promise<Response> {
  const { house, actor, language } = visit
  const t = deskTexts[language]
  const desk = await readDesk(house, actor)
  const ids = new Set(asked)
  const tasks = desk.tasks.filter(({ id }) => ids.has(id))
  const [first] = tasks
  if (asked.length && tasks.length !== ids.size) throw notFound()
  const organisationId = first?.doer.organisationId ?? null
  if (first && organisationId === null) throw notFound()
  if (organisationId) allow(deskPolicy.delegateTasks, actor, { organisationId })
  const isOfOne = tasks.every(({ doer }) => doer.organisationId === organisationId)
  const problems = isOfOne ? drawn.problems : [{ field: 'task', say: (reader: 'lv' | 'en') => delegationTexts[reader].ofOneAlone }]
  const form = stateOf(visit, { ...drawn, problems })
  const people = organisationId && isOfOne ? await peopleActingFor(house.db, [organisationId], ['officer', 'representative']) : []
  const isChoice = people.length > 1 || (people.length > 0 && people[0]?.personId !== actor.personId)
  return page(
    visit,
    {
      title: t.delegateTitle,
      hasErrors: problems.length > 0,
      section: 'desk',
      path: [{ title: t.title, href: address(language, 'desk') }],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Name of={named(desk.at.organisations.get(organisationId ?? '')?.nameOn(visit.today), language)} />
            </p>
            <h1>{t.delegateTitle}</h1>
            <p class="lead">{t.delegateLead}</p>
          </div>
          {drawn.say ? (
            <div class="ds-error-summary" role="alert">
              <p>{drawn.say(language)}</p>
            </div>
          ) : (
            <ErrorSummary form={form} />
          )}
          {tasks.length ? <TheTasks visit={visit} desk={desk} tasks={tasks} /> : null}
          {isChoice ? (
            <form method="post" action={address(language, 'delegate')} class="form-narrow" noValidate>
              <HiddenFields form={form} version={null} />
              {tasks.map(({ id, holder }) => (
                <span key={id}>
                  <input type="hidden" name="task" value={id} />
                  <input type="hidden" name="held" value={holder?.personId ?? ''} />
                </span>
              ))}
              <Radios
                form={form}
                name="to"
                label={t.colleague}
                choices={[
                  ...people.map(({ personId, name }) => ({
                    value: personId,
                    label: personId === actor.personId ? t.myself(name) : name,
                  })),
                  ...(tasks.some(({ holder }) => holder) ? [{ value: NOBODY, label: t.toNobody }] : []),
                ]}
              />
              <div class="acts">
                <button type="submit" class="ds-button">
                  {t.delegate}
                </button>
              </div>
            </form>
          ) : organisationId && isOfOne ? (
            <p class="prose">{t.noColleagues}</p>
          ) : null}
        </>
      ),
    },
    isOfOne ? drawn.status : 422,
  )
}

function TheTasks({ visit, desk, tasks }: { visit: AnyVisit; desk: Desk; tasks: readonly DeskTask[] }) {
  return (
    <section class="sec" aria-labelledby="darbi">
      <h2 id="darbi">{deskTexts[visit.language].theTasks}</h2>
      <div>
        <TaskRows visit={visit} desk={desk} tasks={tasks} pick={false} />
      </div>
    </section>
  )
}
