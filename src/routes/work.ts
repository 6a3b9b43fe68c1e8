import { sendMessageAnswer, showMessage } from '../accessibility/pages/message.tsx'
import { showMessages } from '../accessibility/pages/messageList.tsx'
import { sendStatementForm, showStatementForm } from '../accessibility/pages/statementForm.tsx'
import { sendCorrection, showCorrection } from '../cycle/documents/pages/correctionForm.tsx'
import { sendNewDocument, showNewDocument } from '../cycle/documents/pages/newDocument.tsx'
import { sendUpload, showUpload } from '../cycle/documents/pages/uploadForm.tsx'
import { sendNewVersion, showNewVersion } from '../cycle/documents/pages/versionForm.tsx'
import { sendDocumentWithdrawal, showDocumentWithdrawal } from '../cycle/documents/pages/withdrawalForm.tsx'
import { unansweredIn } from '../cycle/ideas/index.ts'
import { sendEasyForm, showEasyForm } from '../cycle/inform/pages/easyForm.tsx'
import { showEasyList } from '../cycle/inform/pages/easyList.tsx'
import { sendNewNotice, sendNoticeForm, showNewNotice, showNoticeForm } from '../cycle/inform/pages/noticeForm.tsx'
import { showNoticesEdit } from '../cycle/inform/pages/noticesEdit.tsx'
import { sendWithdrawal, showWithdrawal } from '../cycle/inform/pages/noticeWithdraw.tsx'
import { sendAssessmentForm, showAssessmentForm } from '../cycle/monitoring/pages/assessmentFormPage.tsx'
import { sendAssessmentPreview, showAssessmentPreview } from '../cycle/monitoring/pages/assessmentPreview.tsx'
import { sendEvidenceWithdrawal, showEvidenceWithdrawal } from '../cycle/monitoring/pages/evidenceWithdrawal.tsx'
import { showHandedIn } from '../cycle/monitoring/pages/handedInPage.tsx'
import { sendReminders, showReminders } from '../cycle/monitoring/pages/reminders.tsx'
import { sendUpdateForm, showUpdateForm } from '../cycle/monitoring/pages/updateFormPage.tsx'
import { takesPart } from '../cycle/plan/index.ts'
import { sendAnswerForm, showAnswerForm } from '../cycle/plan/pages/extensions/answerForm.tsx'
import { sendAskForm, showAskForm } from '../cycle/plan/pages/extensions/askForm.tsx'
import { sendCommitmentForm, sendNewCommitment, showCommitmentForm, showNewCommitment } from '../cycle/plan/pages/forms/commitmentForm.tsx'
import { showManagement } from '../cycle/plan/pages/forms/managePage.tsx'
import { sendMilestoneForm, showMilestoneForm } from '../cycle/plan/pages/forms/milestoneForm.tsx'
import { sendNewPlan, sendPlanForm, showNewPlan, showPlanForm } from '../cycle/plan/pages/forms/planForm.tsx'
import { sendReportForm, showReportForm } from '../cycle/reporting/pages/reportEdit.tsx'
import { sendDelegate, showDelegate } from '../desk/pages/delegatePage.tsx'
import { showDesk } from '../desk/pages/deskPage.tsx'
import { forgetEverywhere } from '../mine/index.ts'
import { sendOrganisation, showOrganisationForm } from '../people/pages/organisationEdit.tsx'
import { sendNewOrganisation, showOrganisationsForm } from '../people/pages/organisationsEdit.tsx'
import { sendInvitationForm, showPeople } from '../people/pages/people.tsx'
import { sendPerson, showPerson } from '../people/pages/person.tsx'
import { moveDemonstrationDate, showDemonstrationDate } from '../web/pages/demonstrationDate.tsx'
import { sendRetry, showJobs } from '../web/pages/jobs.tsx'
import { linksPage } from '../web/pages/links.tsx'
import { sendNoticePreview, showNoticePreview } from '../web/pages/noticePreview.tsx'
import { sendUpdatePreview, showUpdatePreview } from '../web/pages/updatePreview.tsx'
import { get, post, type Route } from './route.ts'

/** What officers, partners, the secretariat and administrators do. */
export const workRoutes: readonly Route[] = [
  get('reportEdit', showReportForm),
  post('reportEdit', sendReportForm),
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
  get('planEdit', showPlanForm(unansweredIn)),
  post('planEdit', sendPlanForm(unansweredIn)),
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
  post('person', sendPerson(forgetEverywhere)),
  get('easyList', showEasyList),
  get('easyEdit', showEasyForm),
  post('easyEdit', sendEasyForm),
  get('accessibilityEdit', showStatementForm),
  post('accessibilityEdit', sendStatementForm),
  get('links', linksPage),
  get('accessibilityMessages', showMessages),
  get('accessibilityMessage', showMessage),
  post('accessibilityMessage', sendMessageAnswer),
  get('jobs', showJobs),
  post('jobs', sendRetry),
  get('demonstrationDate', showDemonstrationDate),
  post('demonstrationDate', moveDemonstrationDate),
]
