import { clientOf, secondsToWait } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../../platform/http/readForm.ts'
import type { Say } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { ErrorSummary, TextField } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { notKept, page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { voteWithToken } from '../castVote.ts'
import { saying } from '../problemTexts.ts'
import { readToken, receiptOf } from '../receipts.ts'
import type { Marks } from '../tables.ts'
import { ballotTexts } from './ballotTexts.ts'
import { pathToBallot, readBallotAt } from './readBallotAt.ts'
import { VoteInWords } from './VoteFields.tsx'

type Found = { marks: Marks; key: string }

/** Where the token of a receipt is typed, to see the vote that it belongs to. */
export const showBallotCheck: Handler<'ballotCheck'> = async (visit) => draw(visit, '', null, null)

/** Shows the vote of a token. The form is sent, so that the token stands in no address. */
export const sendBallotCheck: Handler<'ballotCheck'> = async (visit) => {
  const { house, context } = visit
  const ballot = await readBallotAt(visit)
  const { fields } = await readFormWithoutFiles(context.req.raw, house)
  const typed = fields.get('token')
  if ((await secondsToWait(house, 'answersFromAClient', clientOf(house, context))) !== null)
    return draw(visit, typed, saying('tooOften'), null, 429)
  const token = readToken(typed)
  if (!token) return draw(visit, typed, saying('notAToken'), null, 422)
  const marks = await voteWithToken(house.db, ballot.id, token)
  if (!marks) return draw(visit, typed, saying('tokenUnknown'), null, 422)
  return draw(visit, typed, null, { marks, key: receiptOf(ballot.id, token) })
}

async function draw(visit: AnyVisit, typed: string, say: Say | null, found: Found | null, status = 200): Promise<Response> {
  const { language } = visit
  const ballot = await readBallotAt(visit)
  const t = ballotTexts[language]
  const form = { fields: new Fields({ token: [typed] }), problems: say ? [{ field: 'token', say }] : [], language }
  const answer = page(
    visit,
    {
      title: t.checkTitle,
      hasErrors: say !== null,
      path: await pathToBallot(visit, ballot),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={ballot.content.title} language={language} quiet />
            </p>
            <h1>{t.checkTitle}</h1>
            <p class="lead">{ballot.secret ? t.checkLead : t.openCheck}</p>
          </div>
          {ballot.secret ? (
            <>
              <ErrorSummary form={form} />
              <form method="post" action={address(language, 'ballotCheck', { ballot: ballot.id })} noValidate>
                <TextField form={form} name="token" label={t.tokenField} autocomplete="off" maxLength={40} />
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.check}
                  </button>
                </div>
              </form>
            </>
          ) : null}
          {found ? (
            <section class="sec" aria-labelledby="balss">
              <h2 id="balss">{t.yourVote}</h2>
              <div>
                <p role="status">{ballot.result ? t.foundCounted : t.foundStored}</p>
                <VoteInWords content={ballot.content} marks={found.marks} language={language} />
                <p>{t.receiptKey}</p>
                <p class="ballot-key">
                  <code>{found.key}</code>
                </p>
              </div>
            </section>
          ) : null}
        </>
      ),
    },
    status,
  )
  return notKept(answer)
}
