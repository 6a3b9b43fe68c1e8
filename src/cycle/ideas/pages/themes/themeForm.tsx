import { Fields } from '../../../../platform/http/fields.ts'
import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import { type FormPart, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { commitmentsOf, FormReader, type Plan } from '../../../plan/index.ts'
import { createTheme, editTheme, endTheme, moveTheme, readTheme } from '../../themes/saveTheme.ts'
import { type Theme, themeById } from '../../themes/themeQueries.ts'
import { newTheme, pathToGroups, planToGroup } from './ideasGroup.tsx'
import { groupTexts } from './texts.ts'

type Facts = { plan: Plan; theme: Theme | null; commitment: number | null }

async function factsOf(visit: AnyVisit): Promise<Facts> {
  const plan = await planToGroup(visit)
  const { house, values, today } = visit
  if (Object.values(newTheme).some((word) => word === values.theme)) return { plan, theme: null, commitment: null }
  const theme = await themeById(house.db, idInAddress(values.theme))
  if (!theme || theme.planId !== plan.id || theme.endedOn !== null) throw notFound()
  const commitments = theme.commitmentId === null ? [] : await commitmentsOf(house.db, [plan.id], today)
  const linked = commitments.find(({ commitment }) => commitment.id === theme.commitmentId)
  return { plan, theme, commitment: linked?.commitment.number ?? null }
}

/** The form of a theme. */
export const showThemeForm: Handler<'themeEdit'> = async (visit) => {
  const facts = await factsOf(visit)
  return draw(visit, facts, opened(storedFields(facts)))
}

export const sendThemeForm: Handler<'themeEdit'> = async (visit) => {
  const { plan, theme } = await factsOf(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const action = fields.trimmed('action')
      if (theme && (action === 'up' || action === 'down')) {
        await moveTheme(house, actor, theme.id, { version: new FormReader(fields).version(), by: action === 'up' ? -1 : 1 })
        return address(language, 'themeEdit', { plan: plan.id, theme: theme.id })
      }
      if (theme && action === 'end') await endTheme(house, actor, theme.id, { version: new FormReader(fields).version() })
      else if (theme) await editTheme(house, actor, theme.id, { version: new FormReader(fields).version(), ...readTheme(fields) })
      else await createTheme(house, actor, plan.id, readTheme(fields))
      return `${address(language, 'ideasGroup', { plan: plan.id })}?done=yes`
    },
    async (drawn) => draw(visit, await factsOf(visit), drawn),
  )
}

const storedFields = ({ theme, commitment }: Facts): Record<string, string[]> =>
  theme
    ? { ...localFields('title', theme.title), ...localFields('description', theme.description), commitment: [String(commitment ?? '')] }
    : {}

function draw(visit: AnyVisit, facts: Facts, drawn: Drawn): Response {
  const { language } = visit
  const t = groupTexts[language]
  const { plan, theme } = facts
  const parts: FormPart[] = [
    {
      title: null,
      specs: [
        { kind: 'lines', name: 'title', label: t.titleField, stored: theme?.title ?? null },
        { kind: 'texts', name: 'description', label: t.description, optional: true, stored: theme?.description ?? null },
        { kind: 'number', name: 'commitment', label: t.commitment, hint: t.commitmentHint, optional: true },
      ],
    },
  ]
  const action = address(language, 'themeEdit', { plan: plan.id, theme: theme?.id ?? newTheme[language] })
  const small = ['up', 'down', 'end'].includes(drawn.fields.trimmed('action'))
  const form = stateOf(visit, small ? { ...drawn, fields: new Fields(storedFields(facts)) } : drawn)
  const title = theme ? t.editTheme : t.newTheme
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToGroups(visit, plan),
      children: (
        <>
          <div class="head tight">
            <h1>{title}</h1>
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              <SecretariatForm
                form={form}
                action={action}
                parts={parts}
                version={theme ? versionIn(drawn, theme.version) : null}
                comparison={small ? null : compare(drawn, storedFields(facts), parts, language)}
                submit={t.save}
              />
              {theme ? (
                <form method="post" action={action} class="gap">
                  <HiddenFields form={stateOf(visit, opened())} version={theme.version} />
                  <div class="acts">
                    <button type="submit" class="ds-button" data-variant="secondary" name="action" value="up">
                      {t.up}
                    </button>
                    <button type="submit" class="ds-button" data-variant="secondary" name="action" value="down">
                      {t.down}
                    </button>
                  </div>
                  <p class="note">{t.endNote}</p>
                  <button type="submit" class="ds-button" data-variant="secondary" name="action" value="end">
                    {t.end}
                  </button>
                </form>
              ) : null}
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <p>{t.aboutPublic}</p>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
