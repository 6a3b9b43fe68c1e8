import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { sendFeedbackForm, showFeedbackForm } from './accessibility/pages/feedbackForm.tsx'
import { sendMessageAnswer, showMessage } from './accessibility/pages/message.tsx'
import { showMessages } from './accessibility/pages/messageList.tsx'
import { statementPage } from './accessibility/pages/statement.tsx'
import { sendStatementForm, showStatementForm } from './accessibility/pages/statementForm.tsx'
import { sendCorrection, showCorrection } from './cycle/documents/pages/correctionForm.tsx'
import { documentAlternative, documentFile } from './cycle/documents/pages/documentFile.ts'
import { sendNewDocument, showNewDocument } from './cycle/documents/pages/newDocument.tsx'
import { sendNewUpload, showNewUpload } from './cycle/documents/pages/newUpload.tsx'
import { sendUpload, showUpload } from './cycle/documents/pages/uploadForm.tsx'
import { sendNewVersion, showNewVersion } from './cycle/documents/pages/versionForm.tsx'
import { sendDocumentWithdrawal, showDocumentWithdrawal } from './cycle/documents/pages/withdrawalForm.tsx'
import { commentByLetter, SUPPORT_BY_LETTER, supportByLetter } from './cycle/ideas/index.ts'
import { sendModerationAppeal, showModerationAppeal } from './cycle/ideas/pages/moderationAppeal.tsx'
import { moderationLogPage } from './cycle/ideas/pages/moderationLog.tsx'
import { showModerationQueue } from './cycle/ideas/pages/moderationQueue.tsx'
import { moderationRulesPage } from './cycle/ideas/pages/moderationRules.tsx'
import {
  sendModerationComment,
  sendModerationIdea,
  showModerationComment,
  showModerationIdea,
} from './cycle/ideas/pages/moderationThing.tsx'
import { publishScheduledNotices } from './cycle/inform/index.ts'
import { sendEasyForm, showEasyForm } from './cycle/inform/pages/easyForm.tsx'
import { showEasyList } from './cycle/inform/pages/easyList.tsx'
import { sendNewNotice, sendNoticeForm, showNewNotice, showNoticeForm } from './cycle/inform/pages/noticeForm.tsx'
import { showNoticesEdit } from './cycle/inform/pages/noticesEdit.tsx'
import { sendWithdrawal, showWithdrawal } from './cycle/inform/pages/noticeWithdraw.tsx'
import { sendAssessmentForm, showAssessmentForm } from './cycle/monitoring/pages/assessmentFormPage.tsx'
import { sendAssessmentPreview, showAssessmentPreview } from './cycle/monitoring/pages/assessmentPreview.tsx'
import { showContributions } from './cycle/monitoring/pages/contributions.tsx'
import { evidenceFile } from './cycle/monitoring/pages/evidenceFile.ts'
import { sendEvidenceWithdrawal, showEvidenceWithdrawal } from './cycle/monitoring/pages/evidenceWithdrawal.tsx'
import { showHandedIn } from './cycle/monitoring/pages/handedInPage.tsx'
import { sendReminders, showReminders } from './cycle/monitoring/pages/reminders.tsx'
import { sendUpdateForm, showUpdateForm } from './cycle/monitoring/pages/updateFormPage.tsx'
import { takesPart } from './cycle/plan/index.ts'
import { sendAnswerForm, showAnswerForm } from './cycle/plan/pages/extensions/answerForm.tsx'
import { sendAskForm, showAskForm } from './cycle/plan/pages/extensions/askForm.tsx'
import { sendExtendForm, showExtendForm } from './cycle/plan/pages/extensions/extendForm.tsx'
import { sendCommitmentForm, sendNewCommitment, showCommitmentForm, showNewCommitment } from './cycle/plan/pages/forms/commitmentForm.tsx'
import { sendDeadlineForm, showDeadlineForm } from './cycle/plan/pages/forms/deadlineForm.tsx'
import { showManagement } from './cycle/plan/pages/forms/managePage.tsx'
import { sendMilestoneForm, showMilestoneForm } from './cycle/plan/pages/forms/milestoneForm.tsx'
import { sendPhaseForm, showPhaseForm } from './cycle/plan/pages/forms/phaseForm.tsx'
import { sendNewPlan, sendPlanForm, showNewPlan, showPlanForm } from './cycle/plan/pages/forms/planForm.tsx'
import { sendReportForm, showReportForm } from './cycle/reporting/pages/reportEdit.tsx'
import { sendDelegate, showDelegate } from './desk/pages/delegatePage.tsx'
import { showDesk } from './desk/pages/deskPage.tsx'
import { leaveAll } from './follow/index.ts'
import { sendFollowConfirm, showFollowConfirm } from './follow/pages/followConfirm.tsx'
import { sendFollow, showFollow } from './follow/pages/followPage.tsx'
import { sendSubscriptions, showSubscriptions } from './follow/pages/subscriptionsPage.tsx'
import { sendUnsubscribe, showUnsubscribe } from './follow/pages/unsubscribePage.tsx'
import { allCalendar, newsFeed, planCalendar } from './opendata/index.ts'
import type { ConfirmableActs } from './people/index.ts'
import { sendAccount, showAccount } from './people/pages/account.tsx'
import { sendActConfirm, showActConfirm } from './people/pages/actConfirm.tsx'
import { sendActingFor, showActingFor } from './people/pages/actingFor.tsx'
import { sendAuthenticatorApp, showAuthenticatorApp } from './people/pages/authenticatorApp.tsx'
import { demonstrationSignIn } from './people/pages/demonstrationSignIn.ts'
import { identityReturn, sendIdentityStart } from './people/pages/identity.tsx'
import { sendIdentityLink, showIdentityLink } from './people/pages/identityLink.tsx'
import { sendOrganisation, showOrganisationForm } from './people/pages/organisationEdit.tsx'
import { sendNewOrganisation, showOrganisationsForm } from './people/pages/organisationsEdit.tsx'
import { sendPasskey, showPasskey } from './people/pages/passkeyEdit.tsx'
import { sendNewPasskey, showNewPasskey } from './people/pages/passkeyNew.tsx'
import { sendInvitationForm, showPeople } from './people/pages/people.tsx'
import { sendPerson, showPerson } from './people/pages/person.tsx'
import { sendRecoveryCodes, showRecoveryCodes } from './people/pages/recoveryCodes.tsx'
import { sendSecondStep, showSecondStep } from './people/pages/secondStep.tsx'
import { sendSignIn, showSignIn } from './people/pages/signIn.tsx'
import { sendSignInConfirm, showSignInConfirm } from './people/pages/signInConfirm.tsx'
import { sendSignInPasskey, showSignInPasskey } from './people/pages/signInPasskey.tsx'
import { sendSignOut } from './people/pages/signOut.ts'
import type { House } from './platform/house.ts'
import type { Answering } from './platform/http/listen.ts'
import { atDayBreak } from './platform/jobs/atDayBreak.ts'
import { faultOf, type Log } from './platform/log.ts'
import { notFound, Refusal, type RefusalStatus } from './platform/refusal.ts'
import { newestNumber } from './record/index.ts'
import { languageOf, strangerAt, visitOf } from './visits.ts'
import { type AddressName, addresses } from './web/addresses.ts'
import { type KeptPages, keptPages } from './web/keptPages.ts'
import { aboutPage } from './web/pages/about.tsx'
import { commitmentPage } from './web/pages/commitment.tsx'
import { commitmentHistoryPage } from './web/pages/commitmentHistory.tsx'
import { commitmentsPage } from './web/pages/commitments.tsx'
import { moveDemonstrationDate, showDemonstrationDate } from './web/pages/demonstrationDate.tsx'
import { demonstrationMailPage } from './web/pages/demonstrationMail.tsx'
import { documentPage } from './web/pages/document.tsx'
import { documentDifferencesPage } from './web/pages/documentDifferences.tsx'
import { allDocumentsPage, documentsPage } from './web/pages/documents.tsx'
import { allDocumentsCsv, documentsCsv } from './web/pages/documentsCsv.ts'
import { easyCommitmentPage, easyNoticePage, easyPlanPage } from './web/pages/easyText.tsx'
import { homePage } from './web/pages/home.tsx'
import { ideaPage } from './web/pages/idea.tsx'
import { sendIdeaComment, showIdeaComment } from './web/pages/ideaComment.tsx'
import { ideaEmbed } from './web/pages/ideaEmbed.tsx'
import { ideaFile } from './web/pages/ideaFile.ts'
import { sendIdeaReport, showIdeaReport } from './web/pages/ideaReport.tsx'
import { sendIdeaSupport, showIdeaSupport } from './web/pages/ideaSupport.tsx'
import { ideasPage } from './web/pages/ideas.tsx'
import { ideasCsv, ideasJson } from './web/pages/ideasExport.ts'
import { sendRetry, showJobs } from './web/pages/jobs.tsx'
import { keepTyped, keptFormPage } from './web/pages/keptForm.tsx'
import { milestonePage } from './web/pages/milestone.tsx'
import { noticePage } from './web/pages/notice.tsx'
import { sendNoticePreview, showNoticePreview } from './web/pages/noticePreview.tsx'
import { noticesPage, planNoticesPage } from './web/pages/notices.tsx'
import { institutionPage, organisationPage } from './web/pages/organisation.tsx'
import { institutionsPage, organisationsPage } from './web/pages/organisations.tsx'
import { planPage } from './web/pages/plan.tsx'
import { plansPage } from './web/pages/plans.tsx'
import { privacyPage } from './web/pages/privacy.tsx'
import { brokenPage, mayActForAnother, refusalPage } from './web/pages/problems.tsx'
import { recordEntryPage, recordPage } from './web/pages/record.tsx'
import { reportPage } from './web/pages/report.tsx'
import { suggestions } from './web/pages/search/suggestions.ts'
import { searchPage } from './web/pages/search.tsx'
import { topicPage } from './web/pages/topic.tsx'
import { sendUpdatePreview, showUpdatePreview } from './web/pages/updatePreview.tsx'
import { answeringAtOnce, createServer, quiet, type Requests, type Surroundings } from './web/server.ts'
import { webText } from './web/texts.ts'
import type { AnyVisit, Handler } from './web/visit.ts'

type Route = { method: 'GET' | 'POST'; name: AddressName; handler: Handler<never>; kept?: true }
const get = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({ method: 'GET', name, handler: handler as Handler<never> })
/** What depends on the record, the plan's day and its address alone, so that it is drawn once for all visitors (web/keptPages.ts). */
const kept = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({ ...get(name, handler), kept: true })
const post = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({ method: 'POST', name, handler: handler as Handler<never> })

/** What people without an account can do by a link in a letter. */
const confirmableActs: ConfirmableActs = { [SUPPORT_BY_LETTER]: supportByLetter, comment: commentByLetter }

/**
 * What answers at each address (web/addresses.ts says how each is written in each language).
 * The first that fits answers: a fixed word stands before a value.
 */
export const routes: readonly Route[] = [
  kept('home', homePage),
  kept('plans', plansPage),
  kept('plan', planPage),
  kept('commitments', commitmentsPage),
  kept('institutions', institutionsPage),
  kept('institution', institutionPage),
  kept('organisations', organisationsPage),
  kept('organisation', organisationPage),
  kept('topic', topicPage),
  kept('commitment', commitmentPage),
  kept('commitmentHistory', commitmentHistoryPage),
  kept('easyPlan', easyPlanPage),
  kept('easyCommitment', easyCommitmentPage),
  kept('easyNotice', easyNoticePage),
  kept('updates', milestonePage),
  kept('allDocuments', allDocumentsPage),
  get('allDocumentsCsv', allDocumentsCsv),
  kept('documents', documentsPage),
  get('documentsCsv', documentsCsv),
  kept('document', documentPage),
  kept('documentDifferences', documentDifferencesPage),
  get('documentFile', documentFile),
  get('documentAlternative', documentAlternative),
  get('reportEdit', showReportForm),
  post('reportEdit', sendReportForm),
  kept('report', reportPage),
  kept('contributions', showContributions),
  kept('record', recordPage),
  kept('recordEntry', recordEntryPage),
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
  kept('notices', noticesPage),
  kept('planNotices', planNoticesPage),
  kept('notice', noticePage),
  get('search', searchPage),
  get('suggestions', suggestions),
  kept('about', aboutPage),
  kept('accessibility', statementPage),
  get('accessibilityFeedback', showFeedbackForm),
  post('accessibilityFeedback', sendFeedbackForm),
  kept('privacy', privacyPage),

  kept('newsAtom', newsFeed.everything('atom')),
  kept('newsJson', newsFeed.everything('json')),
  kept('planNewsAtom', newsFeed.plan('atom')),
  kept('planNewsJson', newsFeed.plan('json')),
  kept('commitmentNewsAtom', newsFeed.commitment('atom')),
  kept('commitmentNewsJson', newsFeed.commitment('json')),
  kept('institutionNewsAtom', newsFeed.institution('atom')),
  kept('institutionNewsJson', newsFeed.institution('json')),
  kept('organisationNewsAtom', newsFeed.organisation('atom')),
  kept('organisationNewsJson', newsFeed.organisation('json')),
  kept('topicNewsAtom', newsFeed.topic('atom')),
  kept('topicNewsJson', newsFeed.topic('json')),
  kept('calendar', allCalendar),
  kept('planCalendar', planCalendar),

  get('followConfirm', showFollowConfirm),
  post('followConfirm', sendFollowConfirm),
  get('subscriptions', showSubscriptions),
  post('subscriptions', sendSubscriptions),
  get('unsubscribe', showUnsubscribe),
  post('unsubscribe', sendUnsubscribe),
  get('follow', showFollow),
  post('follow', sendFollow),

  get('signIn', showSignIn),
  post('signIn', sendSignIn),
  get('signInConfirm', showSignInConfirm),
  post('signInConfirm', sendSignInConfirm),
  get('actConfirm', showActConfirm(confirmableActs)),
  post('actConfirm', sendActConfirm(confirmableActs)),
  get('signInPasskey', showSignInPasskey),
  post('signInPasskey', sendSignInPasskey),
  get('secondStep', showSecondStep),
  post('secondStep', sendSecondStep),
  post('identityStart', sendIdentityStart),
  get('identityReturn', identityReturn),
  get('identityLink', showIdentityLink),
  post('identityLink', sendIdentityLink),
  post('signOut', sendSignOut),
  get('keptForm', keptFormPage),

  get('account', showAccount),
  post('account', sendAccount),
  get('passkeyNew', showNewPasskey),
  post('passkeyNew', sendNewPasskey),
  get('passkeyEdit', showPasskey),
  post('passkeyEdit', sendPasskey),
  get('authenticatorApp', showAuthenticatorApp),
  post('authenticatorApp', sendAuthenticatorApp),
  get('recoveryCodes', showRecoveryCodes),
  post('recoveryCodes', sendRecoveryCodes),
  get('actingFor', showActingFor),
  post('actingFor', sendActingFor),

  get('desk', showDesk),
  get('handedIn', showHandedIn),
  get('delegate', showDelegate),
  post('delegate', sendDelegate),
  get('extensionAsk', showAskForm),
  post('extensionAsk', sendAskForm),
  get('updateForm', showUpdateForm),
  post('updateForm', sendUpdateForm),
  get('updatePreview', showUpdatePreview),
  post('updatePreview', sendUpdatePreview),
  get('evidence', evidenceFile),

  get('assessmentForm', showAssessmentForm),
  post('assessmentForm', sendAssessmentForm),
  get('assessmentPreview', showAssessmentPreview),
  post('assessmentPreview', sendAssessmentPreview),

  get('manage', showManagement),
  get('reminders', showReminders),
  post('reminders', sendReminders),
  get('extensionAnswer', showAnswerForm),
  post('extensionAnswer', sendAnswerForm),
  get('planNew', showNewPlan),
  post('planNew', sendNewPlan),
  get('planEdit', showPlanForm),
  post('planEdit', sendPlanForm),
  get('phaseEdit', showPhaseForm),
  post('phaseEdit', sendPhaseForm),
  get('deadlineExtend', showExtendForm),
  post('deadlineExtend', sendExtendForm),
  get('deadlineEdit', showDeadlineForm),
  post('deadlineEdit', sendDeadlineForm),
  get('documentNew', showNewDocument),
  post('documentNew', sendNewDocument),
  get('documentEdit', showCorrection),
  post('documentEdit', sendCorrection),
  get('documentVersionNew', showNewVersion),
  post('documentVersionNew', sendNewVersion),
  get('documentWithdraw', showDocumentWithdrawal),
  post('documentWithdraw', sendDocumentWithdrawal),
  get('evidenceWithdraw', showEvidenceWithdrawal),
  post('evidenceWithdraw', sendEvidenceWithdrawal),
  get('uploadNew', showNewUpload),
  post('uploadNew', sendNewUpload),
  get('upload', showUpload),
  post('upload', sendUpload),
  get('commitmentNew', showNewCommitment),
  post('commitmentNew', sendNewCommitment),
  get('commitmentEdit', showCommitmentForm),
  post('commitmentEdit', sendCommitmentForm),
  get('milestoneEdit', showMilestoneForm),
  post('milestoneEdit', sendMilestoneForm),
  get('organisationsEdit', showOrganisationsForm),
  post('organisationsEdit', sendNewOrganisation),
  get('organisationEdit', showOrganisationForm),
  post('organisationEdit', sendOrganisation(takesPart)),
  get('noticesEdit', showNoticesEdit),
  get('noticeNew', showNewNotice),
  post('noticeNew', sendNewNotice),
  get('noticeEdit', showNoticeForm),
  post('noticeEdit', sendNoticeForm),
  get('noticePreview', showNoticePreview),
  post('noticePreview', sendNoticePreview),
  get('noticeWithdraw', showWithdrawal),
  post('noticeWithdraw', sendWithdrawal),
  get('people', showPeople),
  post('people', sendInvitationForm),
  get('person', showPerson),
  post(
    'person',
    sendPerson((house, email) => leaveAll(house, { email })),
  ),

  get('easyList', showEasyList),
  get('easyEdit', showEasyForm),
  post('easyEdit', sendEasyForm),
  get('accessibilityEdit', showStatementForm),
  post('accessibilityEdit', sendStatementForm),
  get('accessibilityMessages', showMessages),
  get('accessibilityMessage', showMessage),
  post('accessibilityMessage', sendMessageAnswer),

  get('jobs', showJobs),
  post('jobs', sendRetry),

  get('demonstrationDate', showDemonstrationDate),
  post('demonstrationDate', moveDemonstrationDate),
  get('demonstrationSignIn', demonstrationSignIn),
  get('demonstrationMail', demonstrationMailPage),
]

/** What answers a server's requests: the application, and before it what is kept for visitors. */
export function answeringFor(house: House, surroundings: Surroundings = quiet): Answering {
  const kept = keptPagesOf(house, surroundings.log)
  return { fetch: createApp(house, surroundings, kept).fetch, atOnce: answeringAtOnce(kept, surroundings.log) }
}

/**
 * What is kept goes by the record's newest number, so it is asked for first of all. What is scheduled for a day is
 * published before that: it is there when the first page of its day is drawn, whether or not a job has run.
 */
function keptPagesOf(house: House, log: Log): KeptPages {
  const newest = newestNumber(house.db)
  const dayHasBegun = atDayBreak(house.clock, log, 'notices', () => publishScheduledNotices(house))
  return keptPages(house, () => dayHasBegun().then(newest))
}

/** The whole program as one HTTP application. */
export function createApp(
  house: House,
  surroundings: Surroundings = quiet,
  kept: KeptPages = keptPagesOf(house, surroundings.log),
): Hono<Requests> {
  const app = createServer(house, kept, surroundings)
  for (const route of routes)
    for (const path of Object.values(addresses[route.name])) app.on(route.method, path, (context) => answer(house, context, route))
  // After all routes, so that another pattern which fits the same address is tried first.
  for (const route of routes)
    for (const path of Object.values(addresses[route.name])) app.all(path, (context) => notDoneHere(house, context, route.name))
  app.notFound((context) => nothingThere(house, context))
  app.onError(async (error, context) => {
    const visit = await visitOf(house, context, 'home').catch(() => strangerAt(house, context))
    if (error instanceof HTTPException) return refusalPage(visit, refusalOf(error))
    surroundings.log.error({ requestId: visit.requestId, route: context.get('route'), ...faultOf(error, surroundings.log) }, 'fault')
    return brokenPage(visit)
  })
  return app
}

async function answer(house: House, context: Context<Requests>, { name, handler, kept }: Route): Promise<Response> {
  // Set first: when the database fails, the log still tells where.
  context.set('route', addresses[name][languageOf(context, context.req.path)])
  const visit = await visitOf(house, context, name)
  try {
    const response = await handler(visit as never)
    if (kept && visit.actor.personId === null) context.set('kept', true)
    return response
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refusal = whenHalfSignedIn(visit, error)
    const mayGoOn = refusal.status === 401 || (refusal.status === 403 && mayActForAnother(visit))
    return mayGoOn && context.req.method === 'POST' ? keepTyped(visit, refusal) : refusalPage(visit, refusal)
  }
}

/** Whose second step is due acts as a participant: what is refused to them may be theirs once they have signed in fully. */
const whenHalfSignedIn = (visit: AnyVisit, refusal: Refusal): Refusal =>
  refusal.status === 403 && visit.session?.secondStep === 'due'
    ? new Refusal(401, (language) => webText(language).finishSignInText)
    : refusal

/** The address is known, the method is not. */
async function notDoneHere(house: House, context: Context<Requests>, name: AddressName): Promise<Response> {
  const methods = routes.flatMap((route) => (route.name === name ? (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]) : []))
  const visit = await visitOf(house, context, name)
  context.set('route', addresses[name][visit.language])
  const page = refusalPage({ ...visit, name: 'home', values: {} }, new Refusal(405))
  page.headers.set('Allow', methods.join(', '))
  return page
}

async function nothingThere(house: House, context: Context<Requests>): Promise<Response> {
  const { path } = context.req
  // Only inside our languages: “//elsewhere/” without its last slash would lead to another site.
  if (/^\/(lv|en)(\/[^/\\]+)*\/$/.test(path) && context.req.method === 'GET') return context.redirect(path.slice(0, -1), 301)
  return refusalPage(await visitOf(house, context, 'home'), notFound())
}

/** What the HTTP library refuses, in our words. */
function refusalOf(error: HTTPException): Refusal {
  if (error.status === 403) return new Refusal(403, (language) => webText(language).foreignFormText)
  const known: readonly RefusalStatus[] = [400, 401, 404, 405, 409, 410, 413, 422, 429, 503]
  return new Refusal(known.find((status) => status === error.status) ?? 400)
}
