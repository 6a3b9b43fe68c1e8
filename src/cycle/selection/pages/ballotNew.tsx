import { allow } from '../../../people/index.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened } from '../../../web/answerForm.ts'
import { planAndTitle } from '../../../web/forms/planAndTitle.ts'
import { secretariatFormPage } from '../../../web/forms/secretariatFormPage.tsx'
import type { PathStep } from '../../../web/Layout.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader, listPlans } from '../../plan/index.ts'
import { draftOf } from '../ballotDraft.ts'
import { selectionPolicy } from '../policy.ts'
import { createBallot } from '../saveBallotDraft.ts'
import type { TypedFields } from '../tables.ts'
import { editTexts } from './editTexts.ts'

/** The way to what lies below the secretariat's list of ballots. */
export const pathToBallotsEdit = ({ language }: AnyVisit): PathStep[] => [
  { title: editTexts[language].manage, href: address(language, 'manage') },
  { title: editTexts[language].title, href: address(language, 'ballotsEdit') },
]

/** What is set in a new ballot until somebody sets it otherwise. */
const usual: TypedFields = {
  method: ['equal-shares'],
  utility: ['cardinality'],
  completion: ['add1u'],
  strength: ['winning-votes'],
  mostPoints: ['5'],
  tieRule: ['published'],
  secrecy: ['secret'],
}

/** The beginning of a ballot: its plan and its title. */
export const showNewBallot: Handler<'ballotNew'> = async (visit) => {
  allow(selectionPolicy.editBallots, visit.actor, undefined)
  return draw(visit, opened({ plan: [visit.query.get('plan') ?? ''] }))
}

export const sendNewBallot: Handler<'ballotNew'> = async (visit) => {
  allow(selectionPolicy.editBallots, visit.actor, undefined)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const planId = reader.requiredLine('plan')
      reader.requiredLocal('title')
      reader.done(null)
      const id = await createBallot(house, actor, { planId, draft: { ...usual, ...draftOf(fields) } })
      return address(language, 'ballotEdit', { ballot: id })
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language, today } = visit
  const t = editTexts[language]
  return secretariatFormPage(visit, drawn, {
    title: t.begin,
    lead: t.createNote,
    path: pathToBallotsEdit(visit),
    action: address(language, 'ballotNew'),
    parts: [planAndTitle(language, await listPlans(house.db, today), { plan: t.plan, choosePlan: t.choosePlan, title: t.ballotTitle })],
    version: null,
    submit: t.create,
    changed: t.changedMeanwhile,
  })
}
