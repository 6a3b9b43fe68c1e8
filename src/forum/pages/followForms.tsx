import { FormReader } from '../../cycle/plan/index.ts'
import { allow } from '../../people/index.ts'
import { TEXT_LIMIT } from '../../platform/http/fields.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, versionIn } from '../../web/answerForm.ts'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import type { AnyVisit, Handler, Visit } from '../../web/visit.ts'
import { answerOpinion, followTask, giveOpinion, type SpokenOn } from '../meetings/followUp.ts'
import { isReason, readReason } from '../meetings/meetingInput.ts'
import { decisionByNumber, opinionById, tasksOf } from '../meetings/queries.ts'
import { taskStates } from '../meetings/tables.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { type KnownForum, seatOfPerson } from '../queries.ts'
import { editTexts } from './editTexts.ts'
import { pathToForum, readForum, readMeetingAt } from './facts.tsx'
import { formPage } from './form.tsx'
import { forumTexts } from './forumTexts.ts'

async function readTask(visit: Visit<'forumTask'>) {
  allow(forumPolicy.followTasks, visit.actor, undefined)
  const known = await readForum(visit)
  const found = await decisionByNumber(visit.house.db, known.forum.id, idInAddress(visit.values.decision), visit.today)
  const task = found && (await tasksOf(visit.house.db, [found.decision.id])).find(({ id }) => id === idInAddress(visit.values.task))
  if (!found || !task) throw notFound()
  return { known, number: found.decision.number, task }
}

/** How far a task of a decision has come. */
export const showTask: Handler<'forumTask'> = async (visit) => {
  const { task } = await readTask(visit)
  return drawTask(visit, opened({ state: [task.state], ...localFields('note', task.note) }))
}

export const sendTask: Handler<'forumTask'> = async (visit) => {
  const { known, number, task } = await readTask(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const state = reader.requiredChoice('state', taskStates)
      const note = reader.local('note', TEXT_LIMIT)
      if (state === 'dropped' && !isReason(note)) reader.problems.push({ field: 'note.lv', say: say('sayWhy') })
      const to = reader.done({ state, note })
      await followTask(house, visit.actor, { forumId: known.forum.id, decision: number, taskId: task.id, version: reader.version(), ...to })
      return `${address(visit.language, 'forumDecision', { forum: known.forum.id, decision: number })}?done=saved#talak`
    },
    (drawn) => drawTask(visit, drawn),
  )
}

async function drawTask(visit: Visit<'forumTask'>, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = editTexts[language]
  const p = forumTexts[language]
  const { known, number, task } = await readTask(visit)
  const names = { 'not-started': p.notStarted, 'in-progress': p.inProgress, done: p.taskDone, dropped: p.dropped }
  return formPage(visit, drawn, {
    title: t.task,
    heading: t.task,
    lead: plainText(task.title, language),
    section: 'manage',
    path: pathToForum(visit, known),
    action: address(language, 'forumTask', { forum: known.forum.id, decision: number, task: task.id }),
    version: versionIn(drawn, task.version),
    groups: [
      {
        title: null,
        specs: [
          {
            kind: 'radios',
            name: 'state',
            label: t.taskState,
            choices: taskStates.map((state) => ({ value: state, label: names[state] })),
          },
          { kind: 'texts', name: 'note', label: t.taskNote, stored: task.note, optional: true },
        ],
      },
    ],
    submit: t.save,
    back: address(language, 'forumDecision', { forum: known.forum.id, decision: number }),
  })
}

/** Who speaks here: whoever acts for a seat of this forum. */
async function readSpeaker(visit: AnyVisit, rule: typeof forumPolicy.giveOpinion) {
  const known = await readForum(visit)
  const own = await seatOfPerson(visit.house.db, known.forum.id, visit.actor.personId, visit.today)
  allow(rule, visit.actor, { holders: own && visit.actor.personId ? [visit.actor.personId] : [] })
  if (!own) throw new Refusal(403)
  return { known, code: own.seat.code }
}

/** Where a separate opinion or an objection is written, and where it leads back to. */
type Speaking = { on: SpokenOn; action: string; back: string; title: string; label: string }

async function drawSpeaking(visit: AnyVisit, drawn: Drawn, known: KnownForum, code: string, { action, back, title, label }: Speaking) {
  const t = editTexts[visit.language]
  return formPage(visit, drawn, {
    title,
    heading: title,
    lead: t.opinionLead(code),
    section: 'forums',
    path: pathToForum(visit, known),
    action,
    version: null,
    groups: [{ title: null, specs: [{ kind: 'texts', name: 'text', label, stored: null }] }],
    submit: t.handIn,
    back,
  })
}

async function sendSpeaking(visit: AnyVisit, known: KnownForum, code: string, speaking: Speaking): Promise<Response> {
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const text = reader.done(readReason(reader, 'text', 'tellMore'))
      await giveOpinion(house, visit.actor, known.forum.id, speaking.on, text)
      return `${speaking.back}?done=saved`
    },
    (drawn) => drawSpeaking(visit, drawn, known, code, speaking),
  )
}

async function readOpinion(visit: Visit<'forumOpinion'>) {
  const { known, code } = await readSpeaker(visit, forumPolicy.giveOpinion)
  const { language } = visit
  const found = await decisionByNumber(visit.house.db, known.forum.id, idInAddress(visit.values.decision), visit.today)
  if (!found) throw notFound()
  const values = { forum: known.forum.id, decision: found.decision.number }
  const t = editTexts[language]
  const speaking: Speaking = {
    on: { decision: found.decision.number },
    action: address(language, 'forumOpinion', values),
    back: address(language, 'forumDecision', values),
    title: t.opinion,
    label: t.opinionText,
  }
  return { known, code, speaking }
}

/** A member's separate opinion on a decision. */
export const showOpinion: Handler<'forumOpinion'> = async (visit) => {
  const { known, code, speaking } = await readOpinion(visit)
  return drawSpeaking(visit, opened(), known, code, speaking)
}

export const sendOpinion: Handler<'forumOpinion'> = async (visit) => {
  const { known, code, speaking } = await readOpinion(visit)
  return sendSpeaking(visit, known, code, speaking)
}

async function readObjection(visit: Visit<'forumObjection'>) {
  const { known, code } = await readSpeaker(visit, forumPolicy.objectToMinutes)
  const { found } = await readMeetingAt(visit)
  if (found.meeting.minutesPublishedOn === null) throw notFound()
  const { language } = visit
  const values = { forum: known.forum.id, meeting: found.meeting.id }
  const t = editTexts[language]
  const speaking: Speaking = {
    on: { meeting: found.meeting.id },
    action: address(language, 'forumObjection', values),
    back: address(language, 'forumMeeting', values),
    title: t.objection,
    label: t.objectionText,
  }
  return { known, code, speaking }
}

/** A member's objection to a meeting's minutes. */
export const showObjection: Handler<'forumObjection'> = async (visit) => {
  const { known, code, speaking } = await readObjection(visit)
  return drawSpeaking(visit, opened(), known, code, speaking)
}

export const sendObjection: Handler<'forumObjection'> = async (visit) => {
  const { known, code, speaking } = await readObjection(visit)
  return sendSpeaking(visit, known, code, speaking)
}

async function readAnswered(visit: Visit<'forumAnswer'>) {
  allow(forumPolicy.answerOpinions, visit.actor, undefined)
  const known = await readForum(visit)
  const found = await opinionById(visit.house.db, known.forum.id, idInAddress(visit.values.opinion))
  if (!found) throw notFound()
  const { language } = visit
  const back =
    found.decision === null
      ? address(language, 'forumMeeting', { forum: known.forum.id, meeting: found.meetingId })
      : address(language, 'forumDecision', { forum: known.forum.id, decision: found.decision })
  return { known, opinion: found.opinion, back }
}

/** The secretariat's answer to a separate opinion or an objection. */
export const showAnswer: Handler<'forumAnswer'> = async (visit) => drawAnswer(visit, opened())

export const sendAnswer: Handler<'forumAnswer'> = async (visit) => {
  const { known, opinion, back } = await readAnswered(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const answer = reader.done(readReason(reader, 'answer', 'tellMore'))
      await answerOpinion(house, visit.actor, { forumId: known.forum.id, opinionId: opinion.id, answer })
      return `${back}?done=saved`
    },
    (drawn) => drawAnswer(visit, drawn),
  )
}

async function drawAnswer(visit: Visit<'forumAnswer'>, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = editTexts[language]
  const { known, opinion, back } = await readAnswered(visit)
  return formPage(visit, drawn, {
    title: t.answer,
    heading: t.answer,
    lead: null,
    section: 'manage',
    path: pathToForum(visit, known),
    action: address(language, 'forumAnswer', { forum: known.forum.id, opinion: opinion.id }),
    version: null,
    groups: [{ title: null, specs: [{ kind: 'texts', name: 'answer', label: t.answer, stored: null }] }],
    more: () => <LocalParagraphs content={opinion.text} language={language} />,
    submit: t.publish,
    back,
  })
}
