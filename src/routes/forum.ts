import { sendDecide, showDecide } from '../forum/pages/decideForm.tsx'
import { forumDecisionPage } from '../forum/pages/decision.tsx'
import { forumCalendar, forumPaper } from '../forum/pages/files.ts'
import {
  sendAnswer,
  sendObjection,
  sendOpinion,
  sendTask,
  showAnswer,
  showObjection,
  showOpinion,
  showTask,
} from '../forum/pages/followForms.tsx'
import { forumPage } from '../forum/pages/forum.tsx'
import { forumRulesPage } from '../forum/pages/forumRules.tsx'
import { forumSeatPage } from '../forum/pages/forumSeat.tsx'
import { forumsPage } from '../forum/pages/forums.tsx'
import { showForumsEdit } from '../forum/pages/forumsEdit.tsx'
import { forumDecisionsPage, forumMeetingsPage } from '../forum/pages/lists.tsx'
import { forumMeetingPage } from '../forum/pages/meeting.tsx'
import {
  sendAgenda,
  sendMeetingEdit,
  sendMeetingNew,
  sendPaperNew,
  showAgenda,
  showMeetingEdit,
  showMeetingNew,
  showPaperNew,
} from '../forum/pages/meetingForms.tsx'
import { sendMinutesEdit, showMinutesEdit } from '../forum/pages/minutesForm.tsx'
import { sendProposals, sendPropose, showProposals, showPropose } from '../forum/pages/proposalForms.tsx'
import { sendForumNew, sendForumRulesEdit, showForumNew, showForumRulesEdit } from '../forum/pages/rulesForm.tsx'
import { sendRun, showRun } from '../forum/pages/runForms.tsx'
import { sendDeclaration, sendTermEdit, sendTermNew, showDeclaration, showTermEdit, showTermNew } from '../forum/pages/termForms.tsx'
import { get, kept, post, type Route } from './route.ts'

/** Forums: what everyone sees, what members do, and what the secretariat does. */
export const forumRoutes: readonly Route[] = [
  kept('forums', forumsPage),
  kept('forumRules', forumRulesPage),
  kept('forumMeetings', forumMeetingsPage),
  kept('forumDecisions', forumDecisionsPage),
  get('forumPropose', showPropose),
  post('forumPropose', sendPropose),
  get('forumDeclaration', showDeclaration),
  post('forumDeclaration', sendDeclaration),
  kept('forumSeat', forumSeatPage),
  get('forumCalendar', forumCalendar),
  get('forumObjection', showObjection),
  post('forumObjection', sendObjection),
  kept('forumMeeting', forumMeetingPage),
  get('forumPaper', forumPaper),
  get('forumOpinion', showOpinion),
  post('forumOpinion', sendOpinion),
  kept('forumDecision', forumDecisionPage),
  kept('forum', forumPage),
  get('forumsEdit', showForumsEdit),
  get('forumNew', showForumNew),
  post('forumNew', sendForumNew),
  get('forumRulesEdit', showForumRulesEdit),
  post('forumRulesEdit', sendForumRulesEdit),
  get('forumTermNew', showTermNew),
  post('forumTermNew', sendTermNew),
  get('forumTermEdit', showTermEdit),
  post('forumTermEdit', sendTermEdit),
  get('forumProposals', showProposals),
  post('forumProposals', sendProposals),
  get('forumMeetingNew', showMeetingNew),
  post('forumMeetingNew', sendMeetingNew),
  get('forumAgenda', showAgenda),
  post('forumAgenda', sendAgenda),
  get('forumPaperNew', showPaperNew),
  post('forumPaperNew', sendPaperNew),
  get('forumRun', showRun),
  post('forumRun', sendRun),
  get('forumDecide', showDecide),
  post('forumDecide', sendDecide),
  get('forumMinutesEdit', showMinutesEdit),
  post('forumMinutesEdit', sendMinutesEdit),
  get('forumMeetingEdit', showMeetingEdit),
  post('forumMeetingEdit', sendMeetingEdit),
  get('forumTask', showTask),
  post('forumTask', sendTask),
  get('forumAnswer', showAnswer),
  post('forumAnswer', sendAnswer),
]
