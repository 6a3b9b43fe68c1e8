import { addDays } from '../../../../platform/dates/partialDate.ts'
import { partialDateFields } from '../../../../platform/http/fields.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import type { FormPart } from '../../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import type { Named } from '../../../../web/named.ts'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { OGP_NOTICE_DAYS } from '../../../inform/index.ts'
import type { Plan } from '../../../plan/index.ts'
import { callFields, readCall } from '../../calls/callInput.ts'
import type { Call } from '../../calls/callState.ts'
import { noticeLead } from '../../calls/noticeLead.ts'
import { openingProblems } from '../../calls/publishCall.ts'
import { createCall, saveCall } from '../../calls/saveCall.ts'
import { kindNames } from '../../kindWords.ts'
import { contributionKinds, moderationModes } from '../../tables.ts'
import { callFacts, papersOf, pathToCalls, planOfCalls } from './callFacts.ts'
import { callFormTexts, kindHints, moderationNames } from './callFormTexts.ts'

/** A call begins in two weeks and lasts a month, unless the secretariat says otherwise. */
const DAYS_AHEAD = OGP_NOTICE_DAYS
const DAYS_OPEN = 30

/** The form of a new call. */
export const showNewCall: Handler<'callNew'> = async (visit) => {
  const plan = await planOfCalls(visit)
  const start = addDays(visit.today, DAYS_AHEAD)
  return draw(
    visit,
    { plan, call: null },
    opened({
      kinds: ['idea'],
      moderation: ['after'],
      answerDays: ['14'],
      ...partialDateFields('startsOn', start),
      ...partialDateFields('endsOn', addDays(start, DAYS_OPEN)),
    }),
  )
}

export const sendNewCall: Handler<'callNew'> = async (visit) => {
  const plan = await planOfCalls(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const id = await createCall(house, visit.actor, plan.id, readCall(fields))
      return address(visit.language, 'callPreview', { plan: plan.id, call: id })
    },
    (drawn) => draw(visit, { plan, call: null }, drawn),
  )
}

/** The form of a draft, or of the correction of an open call. The preview leads back here when something is missing. */
export const showCallForm: Handler<'callEdit'> = async (visit) => {
  const facts = await callFacts(visit)
  const { plan, call } = facts
  const drawn = opened(callFields(call))
  if (!visit.query.has('check') || call.publishedOn) return draw(visit, facts, drawn)
  const lead = await noticeLead(visit.house.db, plan.id, call.startsOn, visit.today)
  return draw(visit, facts, { ...drawn, problems: openingProblems(call, lead, visit.today) })
}

export const sendCallForm: Handler<'callEdit'> = async (visit) => {
  const { plan, call } = await callFacts(visit)
  const at = { plan: plan.id, call: call.id }
  return answerForm(
    visit,
    async (house, fields) => {
      const { version, ...input } = readCall(fields)
      if (version === null) throw new Refusal(400)
      await saveCall(house, visit.actor, plan.id, call.id, { ...input, version })
      return call.publishedOn ? `${address(visit.language, 'call', at)}?done=saved` : address(visit.language, 'callPreview', at)
    },
    async (drawn) => draw(visit, await callFacts(visit), drawn),
  )
}

function partsOf(language: Language, call: Call | null, papers: readonly { value: string; label: Named }[]): FormPart[] {
  const t = callFormTexts[language]
  return [
    {
      title: null,
      specs: [
        { kind: 'lines', name: 'title', label: t.title, hint: t.titleHint, stored: call?.title ?? null },
        { kind: 'texts', name: 'body', label: t.body, hint: t.bodyHint, stored: call?.body ?? null },
        { kind: 'texts', name: 'questions', label: t.questions, hint: t.questionsHint, optional: true, stored: call?.questions[0] ?? null },
        { kind: 'texts', name: 'whatNext', label: t.whatNext, hint: t.whatNextHint, stored: call?.whatNext ?? null },
      ],
    },
    {
      title: t.what,
      specs: [
        {
          kind: 'checks',
          name: 'kinds',
          label: t.kinds,
          choices: contributionKinds.map((kind) => ({ value: kind, label: kindNames[language][kind], hint: kindHints[language][kind] })),
        },
        { kind: 'select', name: 'document', label: t.document, hint: t.documentHint, optional: true, choices: papers, empty: t.noDocument },
        {
          kind: 'radios',
          name: 'moderation',
          label: t.moderation,
          choices: moderationModes.map((mode) => ({ value: mode, label: moderationNames[language][mode] })),
        },
      ],
    },
    {
      title: t.when,
      specs: [
        { kind: 'day', name: 'startsOn', label: t.startsOn },
        { kind: 'day', name: 'endsOn', label: t.endsOn },
        { kind: 'number', name: 'answerDays', label: t.answerDays, hint: t.answerDaysHint },
        {
          kind: 'texts',
          name: 'shortNoticeReason',
          label: t.shortNoticeReason,
          hint: t.shortNoticeHint(OGP_NOTICE_DAYS),
          optional: true,
          stored: call?.shortNoticeReason ?? null,
        },
      ],
    },
    ...(call?.publishedOn
      ? [
          {
            title: t.correction,
            specs: [{ kind: 'texts' as const, name: 'reason', label: t.reason, hint: t.reasonHint, stored: null }],
          },
        ]
      : []),
  ]
}

async function draw(visit: AnyVisit, { plan, call }: { plan: Plan; call: Call | null }, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = callFormTexts[language]
  const parts = partsOf(language, call, await papersOf(visit, plan.id))
  const title = call ? (call.publishedOn ? t.correct : t.editDraft) : t.newCall
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToCalls(visit, plan),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={plan.shortTitle} language={language} quiet />
            </p>
            <h1>{title}</h1>
            {drawn.say && !drawn.problems.length ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              <SecretariatForm
                form={stateOf(visit, drawn)}
                action={
                  call ? address(language, 'callEdit', { plan: plan.id, call: call.id }) : address(language, 'callNew', { plan: plan.id })
                }
                parts={parts}
                version={call ? versionIn(drawn, call.version) : null}
                comparison={call ? compare(drawn, callFields(call), parts, language) : null}
                submit={call?.publishedOn ? t.saveCorrection : t.saveDraft}
              />
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <div class="prose">
                <p>{call?.publishedOn ? t.aboutCorrection : t.aboutDraft}</p>
                <p>{t.aboutLanguages}</p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
