import { Fields } from '../../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../../platform/http/readForm.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { EnterPresses } from '../../../web/components/DraftActs.tsx'
import { ErrorSummary, TextField } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { notKept, page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler, Visit } from '../../../web/visit.ts'
import { castVote, recuse, voteWithToken } from '../castVote.ts'
import { saying } from '../problemTexts.ts'
import { openVote, type PublishedBallot } from '../queries.ts'
import { newToken, readToken, receiptOf } from '../receipts.ts'
import type { ballotVoter, Marks, TypedFields } from '../tables.ts'
import { readVote, voteFields } from '../votesInput.ts'
import { ballotTexts } from './ballotTexts.ts'
import { pathToBallot, readBallotAt, votesOfVisitor } from './readBallotAt.ts'
import { VoteFields, VoteInWords } from './VoteFields.tsx'
import { BallotStatus } from './words.tsx'

type Voter = typeof ballotVoter.$inferSelect
/** Someone before their ballot: which one, and whose vote it is. */
type Booth = { ballot: PublishedBallot; voter: Voter }

/**
 * Finds the visitor's own vote. It is refused with 403 also to who is not signed in: what was typed must not be kept on
 * the way to signing in, as other forms are.
 */
async function boothOf(visit: AnyVisit): Promise<Booth> {
  const ballot = await readBallotAt(visit)
  if (ballot.state !== 'open') throw new Refusal(409, saying(ballot.state === 'before' ? 'notYetOpen' : 'closed'))
  const votes = await votesOfVisitor(visit, ballot.id)
  const asked = visit.query.get('voter')
  const voter = asked === null ? votes[0] : votes.find(({ number }) => String(number) === asked)
  if (!voter) throw new Refusal(403, saying(visit.actor.personId === null ? 'signInToVote' : 'notEntitled'))
  if (voter.state === 'recused') throw new Refusal(409, saying('recusedAlready'))
  return { ballot, voter }
}

const hrefOf = ({ language, query }: AnyVisit, { ballot }: Booth): string => {
  const voter = query.get('voter')
  return address(language, 'ballotVote', { ballot: ballot.id }) + (voter === null ? '' : `?${new URLSearchParams({ voter })}`)
}

/** The form of a vote; in an open ballot with what was voted before. */
export const showBallotVote: Handler<'ballotVote'> = async (visit) => {
  if (visit.actor.personId === null) throw new Refusal(401)
  const booth = await boothOf(visit)
  const before = booth.ballot.secret ? null : await openVote(visit.house.db, booth.ballot.id, booth.voter.number)
  return notKept(await draw(visit, booth, opened(before ? voteFields(booth.ballot.content, before) : {})))
}

/**
 * Shows a vote before it is cast, and casts it. Nothing of it goes through the receipts of forms, which know person and
 * time; sent twice, the same token changes the vote into itself.
 */
export const sendBallotVote: Handler<'ballotVote'> = async (visit) => notKept(await answer(visit))

async function answer(visit: Visit<'ballotVote'>): Promise<Response> {
  const booth = await boothOf(visit).catch((error: unknown) => refused(visit, error))
  if (booth instanceof Response) return booth
  const { fields } = await readFormWithoutFiles(visit.context.req.raw, visit.house)
  const action = fields.trimmed('action')
  try {
    if (action === 'edit') return draw(visit, booth, { ...opened(), fields })
    if (action === 'recuse') {
      await recuse(visit.house, visit.actor, booth.ballot.id, booth.voter.number)
      return seeOther(address(visit.language, 'ballot', { ballot: booth.ballot.id }))
    }
    const blank = action === 'blank' || fields.trimmed('blank') === 'yes'
    const marks = readVote(booth.ballot, fields, blank)
    if (action !== 'cast') return drawPreview(visit, booth, { fields, marks, blank, problem: null })
    return cast(visit, booth, { fields, marks, blank })
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) return refused(visit, error)
    return draw(visit, booth, { ...opened(), fields, problems: error.problems, say: error.say, status: error.status })
  }
}

/** A refusal as a page of this address, so that the application does not keep the form for later. */
async function refused(visit: Visit<'ballotVote'>, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal) || ![401, 403].includes(error.status)) throw error
  const ballot = await readBallotAt(visit)
  const t = ballotTexts[visit.language]
  return page(
    visit,
    {
      title: t.voteTitle,
      path: await pathToBallot(visit, ballot),
      children: (
        <div class="head tight">
          <h1>{t.voteTitle}</h1>
          <p role="alert">{(error.say ?? saying('signInToVote'))(visit.language)}</p>
        </div>
      ),
    },
    403,
  )
}

type Sent = { fields: Fields; marks: Marks; blank: boolean }

async function cast(visit: Visit<'ballotVote'>, booth: Booth, sent: Sent): Promise<Response> {
  const { ballot, voter } = booth
  const token = ballot.secret ? readToken(sent.fields.trimmed('token')) : null
  if (ballot.secret && !token) return drawPreview(visit, booth, { ...sent, problem: new Refusal(422, saying('notAToken')) })
  try {
    await castVote(visit.house, visit.actor, ballot.id, { voter: voter.number, fields: sent.fields, blank: sent.blank, token })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409 || !ballot.secret) throw error
    // Someone has voted for the same organisation meanwhile, or the code is another's: the code is asked for.
    const now = await boothOf(visit)
    return drawPreview(visit, now, { ...sent, problem: error })
  }
  return drawCast(visit, booth, token)
}

async function draw(visit: AnyVisit, booth: Booth, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const { ballot, voter } = booth
  const t = ballotTexts[language]
  const form = stateOf(visit, drawn)
  return page(
    visit,
    {
      title: t.voteTitle,
      hasErrors: drawn.problems.length > 0,
      path: await pathToBallot(visit, ballot),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={ballot.content.title} language={language} quiet />
            </p>
            <h1>{t.voteTitle}</h1>
            <p class="gap">
              <BallotStatus ballot={ballot} language={language} />
            </p>
            <p>{t.voteFor(voter.name)}</p>
            {drawn.say ? <p role="alert">{drawn.say(language)}</p> : null}
          </div>
          <ErrorSummary form={form} />
          <form method="post" action={hrefOf(visit, booth)} noValidate class="ballot-form">
            <EnterPresses action="preview" text={t.previewVote} />
            <VoteFields ballot={ballot} form={form} />
            <div class="acts">
              <button type="submit" class="ds-button" name="action" value="preview">
                {t.previewVote}
              </button>
              <button type="submit" class="ds-button" data-variant="secondary" name="action" value="blank">
                {t.castBlank}
              </button>
            </div>
            <p class="note">{t.blankNote}</p>
          </form>
          {voter.state === 'not-voted' ? (
            <form method="post" action={hrefOf(visit, booth)} class="gap">
              <p class="note">{t.recuseNote}</p>
              <button type="submit" class="ds-button" data-variant="tertiary" name="action" value="recuse">
                {t.recuse}
              </button>
            </form>
          ) : null}
        </>
      ),
    },
    drawn.status,
  )
}

async function drawPreview(visit: AnyVisit, booth: Booth, { marks, blank, problem, fields }: Sent & { problem: Refusal | null }) {
  const { language } = visit
  const { ballot, voter } = booth
  const t = ballotTexts[language]
  const again = voter.state === 'voted'
  const token = again ? fields.trimmed('token') : newToken()
  const carried: TypedFields = { ...voteFields(ballot.content, marks), ...(blank ? { blank: ['yes'] } : {}) }
  const problems = problem?.say && again ? [{ field: 'token', say: problem.say }] : []
  const form = { fields: new Fields({ token: [token] }), problems, language }
  return page(
    visit,
    {
      title: t.previewTitle,
      hasErrors: problem !== null,
      path: await pathToBallot(visit, ballot),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={ballot.content.title} language={language} quiet />
            </p>
            <h1>{t.previewTitle}</h1>
            <p>{t.voteFor(voter.name)}</p>
            {problem?.say && !again ? <p role="alert">{problem.say(language)}</p> : null}
          </div>
          <ErrorSummary form={form} />
          <section class="sec" aria-labelledby="balss">
            <h2 id="balss">{t.yourVote}</h2>
            <VoteInWords content={ballot.content} marks={marks} language={language} />
          </section>
          <form method="post" action={hrefOf(visit, booth)} noValidate>
            {Object.entries(carried).flatMap(([name, values]) =>
              values.map((value) => <input type="hidden" key={`${name}=${value}`} name={name} value={value} />),
            )}
            {ballot.secret ? (
              <section class="sec" aria-labelledby="kods">
                <h2 id="kods">{t.tokenTitle}</h2>
                <div>
                  {again ? (
                    <>
                      <p>{t.tokenAsk}</p>
                      <TextField form={form} name="token" label={t.tokenField} autocomplete="off" maxLength={40} />
                    </>
                  ) : (
                    <>
                      <p>{t.tokenNew}</p>
                      <p class="ballot-token">
                        <code>{token}</code>
                      </p>
                      <input type="hidden" name="token" value={token} />
                    </>
                  )}
                </div>
              </section>
            ) : null}
            <div class="acts">
              <button type="submit" class="ds-button" name="action" value="cast">
                {t.cast}
              </button>
              <button type="submit" class="ds-button" data-variant="secondary" name="action" value="edit">
                {t.back}
              </button>
            </div>
          </form>
        </>
      ),
    },
    problem?.status ?? 200,
  )
}

/** Shown at once and not led to: neither an address nor a stored page holds the token. */
async function drawCast(visit: AnyVisit, { ballot }: Booth, token: string | null): Promise<Response> {
  const { language, house } = visit
  const t = ballotTexts[language]
  const marks = token ? await voteWithToken(house.db, ballot.id, token) : null
  return page(visit, {
    title: t.castTitle,
    path: await pathToBallot(visit, ballot),
    children: (
      <>
        <div class="head tight">
          <h1>{t.castTitle}</h1>
          <p class="lead" role="status">
            {t.castLead}
          </p>
        </div>
        {token ? (
          <section class="sec" aria-labelledby="kods">
            <h2 id="kods">{t.tokenTitle}</h2>
            <div>
              <p>{t.castToken}</p>
              <p class="ballot-token">
                <code>{token}</code>
              </p>
              <p>{t.receiptKey}</p>
              <p class="ballot-key">
                <code>{receiptOf(ballot.id, token)}</code>
              </p>
            </div>
          </section>
        ) : null}
        {marks ? (
          <section class="sec" aria-labelledby="balss">
            <h2 id="balss">{t.yourVote}</h2>
            <VoteInWords content={ballot.content} marks={marks} language={language} />
          </section>
        ) : null}
        <p class="acts">
          <a href={address(language, 'ballot', { ballot: ballot.id })}>
            <Local content={ballot.content.title} language={language} quiet />
          </a>
        </p>
      </>
    ),
  })
}
