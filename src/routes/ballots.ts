import { ballotPage } from '../cycle/selection/pages/ballot.tsx'
import { sendBallotCheck, showBallotCheck } from '../cycle/selection/pages/ballotCheck.tsx'
import { ballotBlt, ballotCsv, ballotJson, ballotPb } from '../cycle/selection/pages/ballotData.ts'
import { sendBallotEdit, showBallotEdit } from '../cycle/selection/pages/ballotEdit.tsx'
import { sendNewBallot, showNewBallot } from '../cycle/selection/pages/ballotNew.tsx'
import { sendBallotPreview, showBallotPreview } from '../cycle/selection/pages/ballotPreview.tsx'
import { ballotResultPage } from '../cycle/selection/pages/ballotResult.tsx'
import { ballotsPage } from '../cycle/selection/pages/ballots.tsx'
import { showBallotsEdit } from '../cycle/selection/pages/ballotsEdit.tsx'
import { sendBallotVote, showBallotVote } from '../cycle/selection/pages/ballotVote.tsx'
import { sendBallotWithdraw, showBallotWithdraw } from '../cycle/selection/pages/ballotWithdraw.tsx'
import { get, post, type Route } from './route.ts'

/** Ballots: what everyone sees, how one votes, and what the secretariat does. */
export const ballotsRoutes: readonly Route[] = [
  get('ballots', ballotsPage),
  get('ballot', ballotPage),
  get('ballotVote', showBallotVote),
  post('ballotVote', sendBallotVote),
  get('ballotCheck', showBallotCheck),
  post('ballotCheck', sendBallotCheck),
  get('ballotResult', ballotResultPage),
  get('ballotJson', ballotJson),
  get('ballotPb', ballotPb),
  get('ballotBlt', ballotBlt),
  get('ballotCsv', ballotCsv),
  get('ballotsEdit', showBallotsEdit),
  get('ballotNew', showNewBallot),
  post('ballotNew', sendNewBallot),
  get('ballotEdit', showBallotEdit),
  post('ballotEdit', sendBallotEdit),
  get('ballotPreview', showBallotPreview),
  post('ballotPreview', sendBallotPreview),
  get('ballotWithdraw', showBallotWithdraw),
  post('ballotWithdraw', sendBallotWithdraw),
]
