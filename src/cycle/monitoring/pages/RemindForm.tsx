import type { Day } from '../../../platform/dates/partialDate.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { Checkboxes, ErrorSummary, type FormState } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { contributionsTexts } from './contributionsTexts.ts'

/** Someone who has not handed in everything: what is missing, how many people can be written to, when it was last done. */
export type Remindable = { organisationId: string; name: LocalText; missing: readonly number[]; people: number; reminded: Day | null }

/** Reminds in one step: those who can be written to are marked already; the others are named. */
export function RemindForm({
  form,
  action,
  periodId,
  remindable,
}: {
  form: FormState
  action: string
  periodId: number
  remindable: readonly Remindable[]
}) {
  const { language } = form
  const t = contributionsTexts[language]
  const reachable = remindable.filter(({ people }) => people > 0)
  const unreachable = remindable.filter(({ people }) => people === 0)
  return (
    <div>
      <ErrorSummary form={form} />
      {reachable.length ? (
        <form method="post" action={action} noValidate>
          <HiddenFields form={form} version={null} />
          <input type="hidden" name="period" value={periodId} />
          <Checkboxes
            form={form}
            name="organisation"
            label={t.remindTitle}
            hint={t.remindHint}
            choices={reachable.map(({ organisationId, name, missing, people, reminded }) => ({
              value: organisationId,
              label: <Local content={name} language={language} />,
              hint: [t.missing(missing), t.people(people), ...(reminded ? [t.reminded(shortDate(language, reminded))] : [])].join('; '),
            }))}
          />
          <div class="acts">
            <button type="submit" class="ds-button">
              {t.remind}
            </button>
          </div>
        </form>
      ) : (
        <p>{t.nobodyToRemind}</p>
      )}
      {unreachable.length ? (
        <div class="prose gap">
          <h3>{t.nobody}</h3>
          <p>{t.nobodyText}</p>
          <ul class="names">
            {unreachable.map(({ organisationId, name }) => (
              <li key={organisationId}>
                <Local content={name} language={language} />
              </li>
            ))}
          </ul>
          <p>
            <a href={address(language, 'people')}>{t.invite}</a>
          </p>
        </div>
      ) : null}
    </div>
  )
}
