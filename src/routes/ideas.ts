import { sendAnswer, showAnswer } from '../cycle/ideas/pages/answers/answerForm.tsx'
import { sendAnswersToGive, showAnswersToGive } from '../cycle/ideas/pages/answers/answersToGive.tsx'
import { sendBatch, showBatch } from '../cycle/ideas/pages/answers/batchForm.tsx'
import { sendModerationAppeal, showModerationAppeal } from '../cycle/ideas/pages/moderationAppeal.tsx'
import { moderationLogPage } from '../cycle/ideas/pages/moderationLog.tsx'
import { showModerationQueue } from '../cycle/ideas/pages/moderationQueue.tsx'
import { moderationRulesPage } from '../cycle/ideas/pages/moderationRules.tsx'
import {
  sendModerationComment,
  sendModerationIdea,
  showModerationComment,
  showModerationIdea,
} from '../cycle/ideas/pages/moderationThing.tsx'
import { similarAnswer } from '../cycle/ideas/pages/similarAnswer.tsx'
import { sendIdeasGroup, showIdeasGroup } from '../cycle/ideas/pages/themes/ideasGroup.tsx'
import { sendObjection, sendStopLetters, showObjection, showStopLetters } from '../cycle/ideas/pages/themes/letterPages.tsx'
import { sendMerging, showMerging } from '../cycle/ideas/pages/themes/mergePage.tsx'
import { sendProposal, showProposal } from '../cycle/ideas/pages/themes/proposalPage.tsx'
import { sendSupportMove } from '../cycle/ideas/pages/themes/supportMove.ts'
import { sendThemeForm, showThemeForm } from '../cycle/ideas/pages/themes/themeForm.tsx'
import { sendBatchPreview, showBatchPreview } from '../web/pages/answers/batchPreview.tsx'
import { ideaAnswersPage } from '../web/pages/answers/coveragePage.tsx'
import { themesPage } from '../web/pages/answers/themesPage.tsx'
import { ideaPage } from '../web/pages/idea.tsx'
import { sendIdeaComment, showIdeaComment } from '../web/pages/ideaComment.tsx'
import { ideaEmbed } from '../web/pages/ideaEmbed.tsx'
import { ideaFile } from '../web/pages/ideaFile.ts'
import { sendIdeaReport, showIdeaReport } from '../web/pages/ideaReport.tsx'
import { sendIdeaSupport, showIdeaSupport } from '../web/pages/ideaSupport.tsx'
import { ideasPage } from '../web/pages/ideas.tsx'
import { ideasCsv, ideasJson } from '../web/pages/ideasExport.ts'
import { get, kept, post, type Route } from './route.ts'

/** Ideas: what everyone reads and does, moderation, themes and answers. */
export const ideasRoutes: readonly Route[] = [
  get('themes', themesPage),
  kept('ideaAnswers', ideaAnswersPage),
  post('supportMove', sendSupportMove),
  get('mergeObjection', showObjection),
  post('mergeObjection', sendObjection),
  get('ideaLettersStop', showStopLetters),
  post('ideaLettersStop', sendStopLetters),
  get('ideas', ideasPage),
  get('ideasCsv', ideasCsv),
  get('ideasJson', ideasJson),
  get('ideaSupport', showIdeaSupport),
  post('ideaSupport', sendIdeaSupport),
  get('ideaComment', showIdeaComment),
  post('ideaComment', sendIdeaComment),
  get('ideaReport', showIdeaReport),
  post('ideaReport', sendIdeaReport),
  get('ideaEmbed', ideaEmbed),
  get('ideaFile', ideaFile),
  get('idea', ideaPage),
  kept('moderationRules', moderationRulesPage),
  kept('moderationLog', moderationLogPage),
  get('moderationQueue', showModerationQueue),
  get('moderationComment', showModerationComment),
  post('moderationComment', sendModerationComment),
  get('moderationIdea', showModerationIdea),
  post('moderationIdea', sendModerationIdea),
  get('moderationAppeal', showModerationAppeal),
  post('moderationAppeal', sendModerationAppeal),
  post('ideaSimilar', similarAnswer),
  get('answersToGive', showAnswersToGive),
  post('answersToGive', sendAnswersToGive),
  get('answerBatch', showBatch),
  post('answerBatch', sendBatch),
  get('answerBatchPreview', showBatchPreview),
  post('answerBatchPreview', sendBatchPreview),
  get('ideaAnswer', showAnswer),
  post('ideaAnswer', sendAnswer),
  get('ideasGroup', showIdeasGroup),
  post('ideasGroup', sendIdeasGroup),
  get('themesPropose', showProposal),
  post('themesPropose', sendProposal),
  get('ideasMerge', showMerging),
  post('ideasMerge', sendMerging),
  get('themeEdit', showThemeForm),
  post('themeEdit', sendThemeForm),
]
