import { Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { PreviewBar, PublishForm } from '../../../web/components/PreviewBar.tsx'
import { page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { publishBallot, readyToPublish } from '../publishBallot.ts'
import type { Ballot } from '../queries.ts'
import { Options, Rules } from './ballot.tsx'
import { readDraft } from './ballotEdit.tsx'
import { pathToBallotsEdit } from './ballotNew.tsx'
import { ballotTexts } from './ballotTexts.ts'
import { editTexts } from './editTexts.ts'
import { VoteFields } from './VoteFields.tsx'
import { groupName } from './words.tsx'

/** A draft as its voters will see it; leads back to the form while something is missing. */
export const showBallotPreview: Handler<'ballotPreview'> = async (visit) => draw(visit, await readDraft(visit), opened())

export const sendBallotPreview: Handler<'ballotPreview'> = async (visit) => {
  const { id } = await readDraft(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await publishBallot(house, visit.actor, id, { version: new FormReader(fields).version() })
      return address(visit.language, 'ballot', { ballot: id })
    },
    async (drawn) => draw(visit, await readDraft(visit), drawn),
  )
}

async function draw(visit: AnyVisit, ballot: Ballot, drawn: Drawn): Promise<Response> {
  const { language, house } = visit
  const t = editTexts[language]
  const at = { ballot: ballot.id }
  const edit = address(language, 'ballotEdit', at)
  const ready = await readyToPublish(house, ballot).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 422) return null
    throw error
  })
  if (!ready) return seeOther(`${edit}?check=1`)
  const { voters, ...times } = ready
  const content = { ...ready.content, seed: ready.content.seed || t.seedLater }
  const shown = { planId: ballot.planId, content, withdrawn: {} }
  const sectors = new Map<string, number>()
  for (const { sector } of voters) sectors.set(sector, (sectors.get(sector) ?? 0) + 1)
  return page(
    visit,
    {
      title: t.previewTitle,
      hasErrors: drawn.status !== 200,
      section: 'manage',
      path: [...pathToBallotsEdit(visit), { title: t.editDraft, href: edit }],
      children: (
        <>
          <PreviewBar title={t.previewTitle} lead={t.previewLead} conflict={drawn.conflict ? t.changedMeanwhile : null}>
            <ErrorSummary form={stateOf(visit, drawn)} />
            <PublishForm
              form={stateOf(visit, opened())}
              action={address(language, 'ballotPreview', at)}
              version={ballot.version}
              publish={t.publish}
              edit={{ href: edit, text: t.edit }}
              note={t.publishNote}
            />
          </PreviewBar>
          <div class="head tight">
            <h1>
              <Local content={content.title} language={language} />
            </h1>
            <LocalParagraphs content={content.text} language={language} />
          </div>
          <section class="sec" aria-labelledby="priekslikumi">
            <h2 id="priekslikumi">{ballotTexts[language].whatIsVoted}</h2>
            <Options ballot={shown} language={language} />
          </section>
          <section class="sec" aria-labelledby="noteikumi">
            <h2 id="noteikumi">{ballotTexts[language].rules}</h2>
            <Rules content={content} secret={times.secret} times={times} entitled={voters.length} language={language} />
          </section>
          <section class="sec" aria-labelledby="balsotaji">
            <h2 id="balsotaji">{t.whoVotes}</h2>
            <div>
              <p>{[...sectors].map(([sector, count]) => `${groupName(sector as never, 'sector', language)}: ${count}`).join('; ')}</p>
              <ul class="columns">
                {voters.map(({ name, organisationId, email }) => (
                  <li key={organisationId ?? email}>{name}</li>
                ))}
              </ul>
            </div>
          </section>
          <section class="sec" aria-labelledby="veidlapa">
            <h2 id="veidlapa">{ballotTexts[language].voteTitle}</h2>
            <div>
              <VoteFields ballot={shown} form={stateOf(visit, opened())} />
            </div>
          </section>
        </>
      ),
    },
    drawn.status,
  )
}
