import {
  askedFields,
  type Call,
  type ContributionKind,
  callState,
  contributionKinds,
  enteredChannels,
  enterIdea,
  kindNames,
  MOST_FILES,
  mayStayEmpty,
  participantNames,
  questions,
  readEntered,
} from '../../cycle/ideas/index.ts'
import { callFacts, pathToCalls } from '../../cycle/ideas/pages/calls/callFacts.ts'
import { callFormTexts } from '../../cycle/ideas/pages/calls/callFormTexts.ts'
import { challengeNames, grandChallenges, ogpValues, type Plan, valueNames } from '../../cycle/plan/index.ts'
import { listOrganisations, participantSectors } from '../../people/index.ts'
import { partialDateFields } from '../../platform/http/fields.ts'
import { type Language, languages } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { FileField } from '../components/FileField.tsx'
import { Local } from '../components/Local.tsx'
import type { FieldSpec, FormPart } from '../forms/fieldSpec.tsx'
import { SecretariatForm } from '../forms/SecretariatForm.tsx'
import { type Named, named } from '../named.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { channelNames, enteringTexts, languageNames } from './sending/enteringTexts.ts'
import { sendingTexts } from './sending/texts.ts'

type Facts = { plan: Plan; call: Call; kind: ContributionKind }

async function factsOf(visit: AnyVisit): Promise<Facts> {
  const kind = contributionKinds.find((one) => one === visit.values.kind)
  const { plan, call } = await callFacts(visit)
  if (!kind || !call.kinds.includes(kind) || ['draft', 'coming'].includes(callState(call, visit.today))) throw notFound()
  return { plan, call, kind }
}

/** The form on which the secretariat enters what came on paper, by e-mail or at an event. */
export const showEnterForm: Handler<'ideaEnter'> = async (visit) => {
  const facts = await factsOf(visit)
  return draw(
    visit,
    facts,
    opened({ sector: ['resident'], language: [visit.language], channel: ['paper'], ...partialDateFields('receivedOn', visit.today) }),
  )
}

export const sendEnterForm: Handler<'ideaEnter'> = async (visit) => {
  const facts = await factsOf(visit)
  const { plan, call, kind } = facts
  return answerForm(
    visit,
    async (house, fields, files) => {
      const entered = readEntered(fields, kind)
      const { number } = await enterIdea(house, visit.actor, { ...entered, planId: plan.id, callId: call.id, files: files.all('files') })
      return `${address(visit.language, 'ideaEnter', { plan: plan.id, call: call.id, kind })}?entered=${number}`
    },
    (drawn) => draw(visit, facts, drawn),
    { most: MOST_FILES, keep: true },
  )
}

function partsOf(language: Language, kind: ContributionKind, organisations: readonly { value: string; label: Named }[]): FormPart[] {
  const t = enteringTexts[language]
  const s = sendingTexts[language]
  const q = questions[language][kind]
  const said = askedFields[kind].map((name): FieldSpec => {
    const optional = (mayStayEmpty[kind] as readonly string[]).includes(name)
    const base = { name, label: q[name].label, ...(optional ? { optional: true } : {}) }
    return name === 'title' || name === 'doer' ? { ...base, kind: 'line' } : { ...base, kind: 'text', rows: 5 }
  })
  return [
    {
      title: null,
      specs: [
        ...said,
        { kind: 'line', name: 'place', label: s.place, optional: true },
        {
          kind: 'checks',
          name: 'values',
          label: s.values,
          optional: true,
          choices: ogpValues.map((value) => ({ value, label: valueNames[language][value] })),
        },
        {
          kind: 'checks',
          name: 'challenges',
          label: s.challenges,
          optional: true,
          choices: grandChallenges.map((value) => ({ value, label: challengeNames[language][value] })),
        },
      ],
    },
    {
      title: t.howItCame,
      specs: [
        {
          kind: 'radios',
          name: 'channel',
          label: t.channel,
          choices: enteredChannels.map((value) => ({ value, label: channelNames[language][value] })),
        },
        { kind: 'day', name: 'receivedOn', label: t.receivedOn, hint: t.receivedHint },
        {
          kind: 'radios',
          name: 'language',
          label: t.language,
          choices: languages.map((value) => ({ value, label: languageNames[language][value] })),
        },
      ],
    },
    {
      title: s.who,
      specs: [
        { kind: 'line', name: 'name', label: t.name, hint: t.nameHint, optional: true },
        {
          kind: 'checks',
          name: 'consent',
          label: t.consent,
          optional: true,
          choices: [{ value: 'yes', label: t.consentYes, hint: t.consentHint }],
        },
        {
          kind: 'select',
          name: 'organisation',
          label: t.organisation,
          hint: t.organisationHint,
          optional: true,
          choices: organisations,
          empty: t.noOrganisation,
        },
        {
          kind: 'select',
          name: 'sector',
          label: t.sector,
          choices: [...participantSectors].reverse().map((value) => ({ value, label: participantNames[language][value] })),
        },
      ],
    },
  ]
}

async function draw(visit: AnyVisit, { plan, call, kind }: Facts, drawn: Drawn): Promise<Response> {
  const { language, house, today, query } = visit
  const t = enteringTexts[language]
  const entered = query.get('entered')
  const organisations = (await listOrganisations(house.db, today, 'all', language)).map(({ id, name }) => ({
    value: id,
    label: named(name, language, id),
  }))
  const title = `${t.title}: ${kindNames[language][kind].toLocaleLowerCase(language)}`
  const form = stateOf(visit, drawn)
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
              <Local content={call.title} language={language} />
            </p>
            <h1>{title}</h1>
            <p class="lead">{t.lead}</p>
            {entered && /^\d{1,9}$/.test(entered) && drawn.status === 200 ? (
              <p class="told" role="status">
                <a href={address(language, 'idea', { plan: plan.id, idea: entered })}>{t.entered(entered)}</a> {t.another}
              </p>
            ) : null}
          </div>
          <div class="form-grid wide">
            <div>
              <SecretariatForm
                form={form}
                action={address(language, 'ideaEnter', { plan: plan.id, call: call.id, kind })}
                parts={partsOf(language, kind, organisations)}
                version={null}
                withFiles
                submit={t.submit}
              >
                <FileField
                  form={form}
                  name="files"
                  label={sendingTexts[language].files}
                  kept={drawn.files}
                  fileLimitBytes={house.configuration.fileLimitBytes}
                  most={MOST_FILES}
                  optional
                />
              </SecretariatForm>
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{callFormTexts[language].about}</h2>
              <div class="prose">
                <p>{t.aboutConsent}</p>
                <p>{t.aboutTime}</p>
                <p>
                  <a href={address(language, 'importNew', { plan: plan.id, call: call.id })}>{t.manyAtOnce}</a>
                </p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
