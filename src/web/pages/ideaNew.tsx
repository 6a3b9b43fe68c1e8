import {
  type DraftKey,
  discardDraft,
  draftOf,
  draftTokenFor,
  draftTokenOf,
  fieldsToKeep,
  type IdeaDraft,
  MOST_FILES,
  readIdea,
  saveDraft,
  sendingProblem,
  sendingProblems,
} from '../../cycle/ideas/index.ts'
import { clientOf, secondsToWait } from '../../people/index.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { Fields } from '../../platform/http/fields.ts'
import { DROPPED } from '../../platform/http/keptFiles.ts'
import { readForm } from '../../platform/http/readForm.ts'
import { SentFiles } from '../../platform/http/sentFiles.ts'
import { onDate } from '../../platform/languages/dates.ts'
import { type Problem, Refusal } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { LocalParagraphs } from '../components/LocalParagraphs.tsx'
import { page, seeOther } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { closedPage } from './sending/closed.tsx'
import { pathToSending, type SendingFacts, sendingFacts, valuesOf } from './sending/facts.ts'
import { IdeaForm } from './sending/IdeaForm.tsx'
import { sendingTexts, sendingTitles } from './sending/texts.ts'

/** The form on which something is sent to a call, with the draft that this browser has of it. */
export const showIdeaForm: Handler<'ideaNew'> = async (visit) => {
  const facts = await sendingFacts(visit)
  const draft = await ownDraft(visit, facts)
  if (!facts.isOpen) return closedPage(visit, facts, draft ? new Fields(draft.fields) : null)
  const fields = new Fields(draft?.fields ?? { as: ['person'], sector: ['resident'] })
  // The preview leads back here when something is missing.
  const problems = draft && visit.query.has('check') ? mistakesIn(visit, facts, fields) : []
  return draw(visit, facts, { fields, problems, files: draft?.files ?? [], hasDraft: draft !== null, status: 200 })
}

/**
 * Takes the form. Whatever it says, what was typed and the files that came are kept as this browser's draft, so that
 * nothing is lost: then it is looked at, saved for later, or thrown away. The page's script saves in the same way.
 */
export const sendIdeaForm: Handler<'ideaNew'> = async (visit) => {
  const { house, language } = visit
  const facts = await sendingFacts(visit)
  const wait = await secondsToWait(house, 'draftsFromAClient', clientOf(house, visit.context))
  const { fields, files: sent, problems: refused, status } = await readForm(visit.context.req.raw, house, MOST_FILES)
  const { token, cookie } = draftTokenFor(visit)
  const key: DraftKey = { token, callId: facts.call.id, kind: facts.kind }
  const action = fields.trimmed('action')
  const here = address(language, 'ideaNew', valuesOf(facts))
  if (action === 'discard') {
    await discardDraft(house.db, key)
    return seeOther(`${here}?done=discarded`)
  }
  if (!facts.isOpen) return closedPage(visit, facts, fields)
  const before = await draftOf(house.db, key)
  const files = filesNow(before?.files ?? [], sent.all('files'), fields.all(DROPPED))
  const again = (problems: readonly Problem[], code: number) =>
    draw(visit, facts, { fields, problems, files: files.slice(0, MOST_FILES), hasDraft: before !== null, status: code })
  if (wait !== null) {
    const answer = again([{ field: 'title', say: (of) => sendingProblems[of].tooOften(Math.ceil(wait / 60)) }], 429)
    answer.headers.set('Retry-After', String(wait))
    return answer
  }
  await saveDraft(house.db, house.clock.now(), key, { fields: fieldsToKeep(fields), files: files.slice(0, MOST_FILES), language })
  const kept = (response: Response): Response => {
    response.headers.append('Set-Cookie', cookie)
    return response
  }
  if (action === 'keep') return kept(new Response(null, { status: 204 }))
  const tooMany: Problem[] =
    files.length > MOST_FILES ? [{ field: 'files', say: (of) => sendingProblems[of].tooManyFiles(MOST_FILES) }] : []
  if (refused.length || tooMany.length) return kept(again([...refused, ...tooMany], refused.length ? status : 422))
  if (action === 'save') return kept(seeOther(`${here}?done=saved`))
  const problems = mistakesIn(visit, facts, fields)
  return kept(problems.length ? again(problems, 422) : seeOther(address(language, 'ideaPreview', valuesOf(facts))))
}

/** The draft that this browser has of what is being sent. */
async function ownDraft(visit: AnyVisit, { call, kind }: SendingFacts): Promise<IdeaDraft | null> {
  const token = draftTokenOf(visit)
  return token ? draftOf(visit.house.db, { token, callId: call.id, kind }) : null
}

/** The files of the draft without those that were let go, and after them those that came now, each once. */
function filesNow(kept: readonly StoredFile[], sent: readonly StoredFile[], dropped: readonly string[]): StoredFile[] {
  const stay = kept.filter(({ hash }) => !dropped.includes(hash) && !sent.some((file) => file.hash === hash))
  return [...stay, ...sent.filter((file, at) => sent.findIndex(({ hash }) => hash === file.hash) === at)]
}

function mistakesIn({ language, actor }: AnyVisit, { kind, sectorsOf }: SendingFacts, fields: Fields): readonly Problem[] {
  try {
    readIdea(fields, { kind, language, actor, sectorsOf })
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.problems.length ? error.problems : [sendingProblem('title', 'required')]
    throw error
  }
}

type Drawn = { fields: Fields; problems: readonly Problem[]; files: readonly StoredFile[]; hasDraft: boolean; status: number }

function draw(visit: AnyVisit, facts: SendingFacts, { fields, problems, files, hasDraft, status }: Drawn): Response {
  const { language, query } = visit
  const t = sendingTexts[language]
  const { call, kind } = facts
  const done = query.get('done')
  const told = status !== 200 ? null : done === 'saved' ? t.saved : done === 'discarded' ? t.discarded : hasDraft ? t.goOn : null
  const kept = new SentFiles(files.map((file) => ({ field: 'files', file })))
  return page(
    visit,
    {
      title: sendingTitles[language][kind],
      hasErrors: problems.length > 0,
      path: pathToSending(visit, facts),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={call.title} language={language} />
            </p>
            <h1>{sendingTitles[language][kind]}</h1>
            <p class="lead">{t.lead}</p>
            <p>{t.until(onDate(language, call.endsOn))}</p>
            {told ? (
              <p class="note" role="status">
                {told}
              </p>
            ) : null}
          </div>
          <div class="form-grid">
            <div>
              <IdeaForm visit={visit} facts={facts} form={{ fields, problems, language }} kept={kept} hasDraft={hasDraft} />
            </div>
            <aside class="side" aria-labelledby="jauta">
              <h2 id="jauta">{call.questions.length ? t.callAsks : t.whatNext}</h2>
              <div class="prose">
                {call.questions.map((question, index) => (
                  <p key={index}>
                    <Local content={question} language={language} />
                  </p>
                ))}
                {call.questions.length ? null : <LocalParagraphs content={call.whatNext} language={language} />}
                <p>
                  <a href={address(language, 'call', { plan: facts.plan.id, call: call.id })}>{t.toCall}</a>
                </p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    status,
  )
}
