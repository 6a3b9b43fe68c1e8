import { participantSectors } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { address } from '../../addresses.ts'
import { type FormState, Select } from '../../components/form.tsx'
import { HiddenFields } from '../../components/HiddenFields.tsx'
import { BarsDrawing } from '../../drawing/BarsDrawing.tsx'
import { webText } from '../../texts.ts'
import type { AnyVisit } from '../../visit.ts'
import type { IdeaFacts } from './facts.ts'
import { ideaTexts } from './ideaTexts.ts'
import { oneParticipant, participantNames } from './words.tsx'

type Props = { facts: IdeaFacts; visit: AnyVisit }

/** How many support an idea and from which sectors, and the way to support it. */
export function Supporters({ facts, visit }: Props) {
  const { language } = visit
  const t = ideaTexts[language]
  const { idea, sectors } = facts
  const bars = sectors.map(({ sector, supports }) => ({
    label: participantNames[language][sector],
    value: supports,
    colour: 'fa' as const,
  }))
  return (
    <>
      <p class="big">{idea.supports ? t.supporters(idea.supports) : t.noSupporters}</p>
      {bars.length ? (
        <>
          <figure class="gap">
            <BarsDrawing id="nozares" title={t.bySector} bars={bars} />
          </figure>
          <details class="ds-details">
            <summary>{webText(language).showTable}</summary>
            <table class="ds-table">
              <caption>{t.bySector}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.sector}</th>
                  <th scope="col" class="n">
                    {t.count}
                  </th>
                </tr>
              </thead>
              <tbody>
                {bars.map((bar) => (
                  <tr key={bar.label}>
                    <th scope="row">{bar.label}</th>
                    <td class="n">{bar.value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      ) : null}
      <SupportAct facts={facts} visit={visit} />
    </>
  )
}

/** Supports at once where one is signed in; else the way to do it by a letter. One can always take one's support back. */
function SupportAct({ facts, visit }: Props) {
  const { language, actor } = visit
  const t = ideaTexts[language]
  const { idea, plan, open, mine, into } = facts
  const action = address(language, 'ideaSupport', { plan: plan.id, idea: idea.number })
  const takes = open && !into
  const none: FormState = { fields: new Fields(), problems: [], language }
  if (mine !== null)
    return (
      <>
        <p class="gap">{t.youSupport(oneParticipant[language][mine])}</p>
        <form method="post" action={action} class="acts noprint">
          <HiddenFields form={none} version={null} />
          <button type="submit" name="do" value="back" class="ds-button" data-variant="secondary">
            {t.takeBack}
          </button>
          {takes ? <a href={action}>{t.change}</a> : null}
        </form>
      </>
    )
  if (!takes) return into ? null : <p class="gap note">{t.closed}</p>
  if (actor.personId === null)
    return (
      <p class="acts noprint">
        <a class="ds-button" href={action}>
          {t.supportAct}
        </a>
      </p>
    )
  return (
    <form method="post" action={action} class="gap noprint" noValidate>
      <HiddenFields form={none} version={null} />
      <SectorChoice form={{ ...none, fields: new Fields({ sector: [facts.usual] }) }} label={t.as} />
      <div class="acts">
        <button type="submit" class="ds-button">
          {t.supportAct}
        </button>
      </div>
    </form>
  )
}

/** In which capacity one takes part. */
export function SectorChoice({ form, label }: { form: FormState; label: string }) {
  const words = oneParticipant[form.language]
  return <Select form={form} name="sector" label={label} choices={participantSectors.map((value) => ({ value, label: words[value] }))} />
}
