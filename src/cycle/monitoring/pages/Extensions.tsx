import type { NamedOrganisation } from '../../../people/index.ts'
import { isInstitution } from '../../../people/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { OrganisationLink } from '../../../web/components/OrganisationLink.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { Written } from '../../../web/components/Written.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { AnswerGiven, type Deadline, type ExtensionRequest, extensionTexts } from '../../plan/index.ts'

type Organisations = ReadonlyMap<string, NamedOrganisation>

type Row = {
  seq: number
  organisationId: string | null
  dates: string
  reason: string
  written: Language
  request: ExtensionRequest | null
  on: string
}

/** How the working deadlines of a plan were moved and for whom, and who asked for it with what answer; the latest first. */
export function Extensions({
  visit,
  deadlines,
  requests,
  organisations,
}: {
  visit: AnyVisit
  deadlines: readonly Deadline[]
  requests: readonly ExtensionRequest[]
  organisations: Organisations
}) {
  const { language, house } = visit
  const t = extensionTexts[language]
  const granted = new Set(requests.map(({ answerSeq }) => answerSeq))
  const moved = deadlines
    .flatMap(({ changes, extensions }) => [...changes, ...extensions])
    .filter(({ recordSeq }) => !granted.has(recordSeq))
    .map(
      (change): Row => ({
        seq: change.recordSeq,
        organisationId: change.organisationId,
        dates: t.fromTo(change.before ? shortDate(language, change.before) : '–', change.after ? shortDate(language, change.after) : '–'),
        reason: change.reason,
        written: change.language,
        request: null,
        on: shortDate(language, change.changedOn),
      }),
    )
  const asked = requests.map(
    (request): Row => ({
      seq: request.recordSeq,
      organisationId: request.organisationId,
      dates: t.asked(shortDate(language, request.wishedUntil), shortDate(language, request.askedOn)),
      reason: request.reason,
      written: request.language,
      request,
      on: shortDate(language, request.askedOn),
    }),
  )
  const rows = [...moved, ...asked].sort((a, b) => b.seq - a.seq)
  if (!rows.length) return <p class="unknown">{t.noExtensions}</p>
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.dates}</th>
          <th scope="col">{t.why}</th>
          <th scope="col">{t.whatCame}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <th scope="row">
              <Who visit={visit} id={row.organisationId} organisations={organisations} />
              <MadeUp when={house.demonstration !== null} language={language} />
            </th>
            <td data-l={t.dates}>{row.dates}</td>
            <td data-l={t.why}>
              <Written text={row.reason} written={row.written} language={language} quiet />
            </td>
            <td data-l={t.whatCame}>
              {row.request ? (
                <AnswerGiven request={row.request} language={language} />
              ) : (
                <Status icon="done" colour="good" word={t.extended(row.on)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Who({ visit, id, organisations }: { visit: AnyVisit; id: string | null; organisations: Organisations }) {
  const { language, today } = visit
  if (id === null) return <>{extensionTexts[language].everyone}</>
  const organisation = organisations.get(id)
  return (
    <OrganisationLink
      id={id}
      name={organisation?.nameOn(today)}
      institution={organisation !== undefined && isInstitution(organisation.sector)}
      language={language}
    />
  )
}
