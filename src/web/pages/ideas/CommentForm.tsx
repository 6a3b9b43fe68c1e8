import { COMMENT_LIMIT, MOST_LINKS } from '../../../cycle/ideas/index.ts'
import { address } from '../../addresses.ts'
import { type FormState, Radios, TextArea, TextField } from '../../components/form.tsx'
import { HiddenFields } from '../../components/HiddenFields.tsx'
import { Traps } from '../../forms/Traps.tsx'
import { bare } from '../../named.ts'
import type { AnyVisit } from '../../visit.ts'
import type { IdeaAt } from './facts.ts'
import { ideaTexts } from './ideaTexts.ts'
import { SectorChoice } from './Supporters.tsx'

type Props = { at: IdeaAt; form: FormState; reply: number | null; visit: AnyVisit }

/** The form of a comment: signed in it is sent at once, else a letter confirms it. */
export function CommentForm({ at: { plan, idea }, form, reply, visit }: Props) {
  const { language, actor, house, frame } = visit
  const t = ideaTexts[language]
  const action = address(language, 'ideaComment', { plan: plan.id, idea: idea.number })
  return (
    <form method="post" action={reply === null ? action : `${action}?reply=${reply}`} class="noprint" noValidate>
      <HiddenFields form={form} version={null} />
      {reply === null ? (
        <Radios
          form={form}
          name="kind"
          label={t.kind}
          choices={[
            { value: 'for', label: t.kindFor },
            { value: 'against', label: t.kindAgainst },
            { value: 'question', label: t.kindQuestion },
          ]}
        />
      ) : (
        <input type="hidden" name="reply" value={reply} />
      )}
      <TextArea
        form={form}
        name="body"
        label={t.body}
        hint={
          <>
            {t.bodyHint(MOST_LINKS)} <a href={address(language, 'moderationRules')}>{t.rules}</a>
          </>
        }
        rows={6}
        limit={COMMENT_LIMIT}
        lang={language}
      />
      {actor.personId === null ? (
        <>
          <TextField form={form} name="name" label={t.name} autocomplete="name" />
          <SectorChoice form={form} label={t.sectorChoice} />
          <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" />
        </>
      ) : (
        <>
          <Radios
            form={form}
            name="as"
            label={t.under}
            choices={[
              { value: 'person', label: t.ownName(actor.name ?? '') },
              ...(frame.actingFor ? [{ value: 'organisation', label: t.organisationName(bare(frame.actingFor)) }] : []),
              { value: 'display-name', label: t.otherName },
            ]}
          />
          <TextField form={form} name="displayName" label={t.displayName} optional />
          <SectorChoice form={form} label={t.sectorChoice} />
        </>
      )}
      <Traps form={form} now={house.clock.now()} />
      <div class="acts">
        <button type="submit" class="ds-button">
          {t.send}
        </button>
      </div>
    </form>
  )
}

/** The fields of a comment's form that is opened. */
export const emptyComment = (usual: string): Record<string, string[]> => ({ sector: [usual], as: ['person'] })
