import type { LocalText } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, versionIn } from '../../../web/answerForm.ts'
import type { FormPart } from '../../../web/forms/fieldSpec.tsx'
import { secretariatFormPage } from '../../../web/forms/secretariatFormPage.tsx'
import { named } from '../../../web/named.ts'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { editedText, FormReader } from '../../plan/index.ts'
import { optionsLeft } from '../asElection.ts'
import type { BallotContent } from '../content.ts'
import { SHORTEST_REASON, saying } from '../problemTexts.ts'
import type { Ballot } from '../queries.ts'
import { withdrawOption } from '../withdrawOption.ts'
import { readBallotToEdit } from './ballotEdit.tsx'
import { pathToBallotsEdit } from './ballotNew.tsx'
import { editTexts } from './editTexts.ts'

async function published(visit: AnyVisit): Promise<Ballot & { content: BallotContent }> {
  const found = await readBallotToEdit(visit)
  if (!found.content) throw notFound()
  return { ...found, content: found.content }
}

/** The form that withdraws an option from a published ballot. */
export const showBallotWithdraw: Handler<'ballotWithdraw'> = async (visit) => draw(visit, opened())

export const sendBallotWithdraw: Handler<'ballotWithdraw'> = async (visit) => {
  const { id } = await published(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const version = reader.version()
      const option = reader.requiredNumber('option', 1, 99)
      const reason: LocalText = editedText(null, reader.local('reason', 2000)) ?? {}
      if (((reason.lv ?? reason.en)?.text.length ?? 0) < SHORTEST_REASON)
        reader.problems.push({ field: 'reason.lv', say: saying('sayWhy') })
      await withdrawOption(house, actor, id, reader.done({ version, option, reason }))
      return address(language, 'ballot', { ballot: id })
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const ballot = await published(visit)
  const t = editTexts[language]
  const parts: FormPart[] = [
    {
      title: null,
      specs: [
        {
          kind: 'select',
          name: 'option',
          label: t.whichOption,
          choices: optionsLeft(ballot).map(({ number, title }) => ({ value: String(number), label: named(title, language) })),
          empty: '–',
        },
        { kind: 'lines', name: 'reason', label: t.reason, hint: t.reasonHint, stored: null },
      ],
    },
  ]
  return secretariatFormPage(visit, drawn, {
    title: t.withdrawTitle,
    lead: t.withdrawLead,
    path: pathToBallotsEdit(visit),
    action: address(language, 'ballotWithdraw', { ballot: ballot.id }),
    parts,
    version: versionIn(drawn, ballot.version),
    submit: t.withdrawIt,
    changed: t.changedMeanwhile,
  })
}
