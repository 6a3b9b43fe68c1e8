import { FormReader } from '../../cycle/plan/index.ts'
import { allow, sectors } from '../../people/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { wrongField } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, versionIn } from '../../web/answerForm.ts'
import type { FieldSpec } from '../../web/forms/fieldSpec.tsx'
import type { Handler, Visit } from '../../web/visit.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import type { RulesVersion } from '../queries.ts'
import { changeRules, foundForum } from '../rules/publishRules.ts'
import { readRules, rulesFields } from '../rules/rulesInput.ts'
import { sectorNames } from '../words.ts'
import { editTexts } from './editTexts.ts'
import { readForum } from './facts.tsx'
import { type FormGroup, formPage, pathToForums } from './form.tsx'
import { rulesTexts } from './rulesTexts.ts'

/** The questions about a forum's rules; `last` are the rules in force. */
function groups(language: Language, last: RulesVersion | null): FormGroup[] {
  const t = { ...editTexts[language], ...rulesTexts[language] }
  const yes = (name: string, label: string, words: string): FieldSpec => ({
    kind: 'checks',
    name,
    label,
    choices: [{ value: 'yes', label: words }],
  })
  const share = (of: 'quorum' | 'majority', bases: { value: string; label: string }[], eachSide: string): FieldSpec[] => [
    {
      kind: 'radios',
      name: `${of}.more`,
      label: t.more,
      choices: [
        { value: 'more', label: t.moreThan },
        { value: 'least', label: t.atLeast },
      ],
    },
    { kind: 'number', name: `${of}.numerator`, label: t.numerator },
    { kind: 'number', name: `${of}.denominator`, label: t.denominator, hint: t.denominatorHint },
    { kind: 'radios', name: `${of}.of`, label: t.ofWhat, choices: bases },
    { kind: 'number', name: `${of}.eachSide`, label: eachSide },
  ]
  return [
    {
      title: t.groupName,
      specs: [
        { kind: 'lines', name: 'name', label: t.name, stored: last?.name ?? null },
        { kind: 'texts', name: 'purpose', label: t.purpose, stored: last?.purpose ?? null },
        { kind: 'day', name: 'adoptedOn', label: t.adoptedOn },
        { kind: 'lines', name: 'adoptedBy', label: t.adoptedBy, stored: null },
      ],
    },
    {
      title: t.groupSeats,
      specs: [
        ...sectors.map(
          (sector): FieldSpec => ({ kind: 'number', name: `seats.${sector}`, label: t.seatsOf(sectorNames[language][sector]) }),
        ),
        yes('parity', t.parity, t.parityYes),
        { kind: 'number', name: 'termMonths', label: t.termMonths, hint: t.emptyIsNone, optional: true },
        { kind: 'number', name: 'mostTerms', label: t.mostTerms, hint: t.emptyIsNone, optional: true },
        yes('officialsStay', t.officialsStay, t.officialsStayYes),
        {
          kind: 'texts',
          name: 'choosing.government',
          label: t.choosingGovernment,
          stored: last?.rules.choosing.government ?? null,
          optional: true,
        },
        {
          kind: 'texts',
          name: 'choosing.non-government',
          label: t.choosingOthers,
          stored: last?.rules.choosing['non-government'] ?? null,
          optional: true,
        },
        { kind: 'texts', name: 'chair', label: t.chairText, stored: last?.rules.chair ?? null },
        yes('rotation', t.rotation, t.rotationYes),
      ],
    },
    {
      title: t.groupQuorum,
      specs: [
        ...share(
          'quorum',
          [
            { value: 'seats', label: t.ofSeats },
            { value: 'members', label: t.ofMembers },
          ],
          t.eachSideQuorum,
        ),
        yes('quorum.recusedCount', t.recusedCount, t.recusedCountYes),
      ],
    },
    {
      title: t.groupMajority,
      specs: [
        ...share(
          'majority',
          [
            { value: 'present', label: t.ofPresent },
            { value: 'cast', label: t.ofCast },
            { value: 'seats', label: t.ofSeats },
          ],
          t.eachSideMajority,
        ),
        {
          kind: 'radios',
          name: 'tie',
          label: t.tie,
          choices: [
            { value: 'chair', label: t.tieChair },
            { value: 'falls', label: t.tieFalls },
          ],
        },
        yes('consensusFirst', t.consensusFirst, t.consensusFirstYes),
        {
          kind: 'radios',
          name: 'effect',
          label: t.effect,
          choices: [
            { value: 'recommendation', label: t.recommendation },
            { value: 'binding', label: t.binding },
          ],
        },
      ],
    },
    {
      title: t.groupMeetings,
      specs: [
        { kind: 'number', name: 'meetsEveryMonths', label: t.meetsEveryMonths },
        { kind: 'number', name: 'agendaDays', label: t.agendaDays },
        { kind: 'number', name: 'papersDays', label: t.papersDays },
        { kind: 'number', name: 'minutesDays', label: t.minutesDays },
        { kind: 'texts', name: 'conflict', label: t.conflict, stored: last?.rules.conflict ?? null },
      ],
    },
  ]
}

/** What a new forum's form proposes. */
const usual: Record<string, string[]> = {
  parity: ['yes'],
  'quorum.more': ['more'],
  'quorum.numerator': ['1'],
  'quorum.denominator': ['2'],
  'quorum.of': ['seats'],
  'quorum.eachSide': ['1'],
  'majority.more': ['more'],
  'majority.numerator': ['1'],
  'majority.denominator': ['2'],
  'majority.of': ['present'],
  'majority.eachSide': ['1'],
}

/** The form of a new forum. */
export const showForumNew: Handler<'forumNew'> = async (visit) => drawNew(visit, opened(usual))

export const sendForumNew: Handler<'forumNew'> = async (visit) => {
  allow(forumPolicy.publishRules, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      const id = fields.trimmed('id')
      if (!/^[a-z0-9][a-z0-9-]{1,63}$/.test(id)) throw wrongField('id', say('wrongId'))
      await foundForum(house, visit.actor, id, readRules(fields, visit.today))
      return `${address(visit.language, 'forum', { forum: id })}?done=saved`
    },
    (drawn) => drawNew(visit, drawn),
  )
}

function drawNew(visit: Visit<'forumNew'>, drawn: Drawn): Response {
  const { language, actor } = visit
  allow(forumPolicy.publishRules, actor, undefined)
  const t = { ...editTexts[language], ...rulesTexts[language] }
  return formPage(visit, drawn, {
    title: t.newForum,
    heading: t.newForum,
    lead: t.rulesLead,
    section: 'manage',
    path: pathToForums(visit),
    action: address(language, 'forumNew'),
    version: null,
    groups: [{ title: null, specs: [{ kind: 'line', name: 'id', label: t.id, hint: t.idHint }] }, ...groups(language, null)],
    submit: t.publish,
    back: address(language, 'forumsEdit'),
  })
}

/** The form of changed rules. */
export const showForumRulesEdit: Handler<'forumRulesEdit'> = async (visit) => {
  const { now } = await readForum(visit)
  return drawEdit(visit, opened(rulesFields(now)))
}

export const sendForumRulesEdit: Handler<'forumRulesEdit'> = async (visit) => {
  allow(forumPolicy.publishRules, visit.actor, undefined)
  const { forum } = await readForum(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await changeRules(house, visit.actor, forum.id, { version: new FormReader(fields).version(), input: readRules(fields, visit.today) })
      return `${address(visit.language, 'forumRules', { forum: forum.id })}?done=saved`
    },
    (drawn) => drawEdit(visit, drawn),
  )
}

async function drawEdit(visit: Visit<'forumRulesEdit'>, drawn: Drawn): Promise<Response> {
  const { language, actor } = visit
  allow(forumPolicy.publishRules, actor, undefined)
  const t = { ...editTexts[language], ...rulesTexts[language] }
  const { forum, now } = await readForum(visit)
  return formPage(visit, drawn, {
    title: t.rulesEdit,
    heading: t.rulesEdit,
    lead: t.rulesLead,
    section: 'manage',
    path: pathToForums(visit),
    action: address(language, 'forumRulesEdit', { forum: forum.id }),
    version: versionIn(drawn, forum.version),
    groups: groups(language, now),
    submit: t.publish,
    back: address(language, 'forumRules', { forum: forum.id }),
  })
}
