import { sendFeedbackForm, showFeedbackForm } from '../accessibility/pages/feedbackForm.tsx'
import { statementPage } from '../accessibility/pages/statement.tsx'
import { documentAlternative, documentFile } from '../cycle/documents/pages/documentFile.ts'
import { sendNewUpload, showNewUpload } from '../cycle/documents/pages/newUpload.tsx'
import { showContributions } from '../cycle/monitoring/pages/contributions.tsx'
import { evidenceFile } from '../cycle/monitoring/pages/evidenceFile.ts'
import { sendExtendForm, showExtendForm } from '../cycle/plan/pages/extensions/extendForm.tsx'
import { sendDeadlineForm, showDeadlineForm } from '../cycle/plan/pages/forms/deadlineForm.tsx'
import { sendPhaseForm, showPhaseForm } from '../cycle/plan/pages/forms/phaseForm.tsx'
import { sendSkipForm, showSkipForm } from '../cycle/plan/pages/forms/skipForm.tsx'
import { aboutPage } from '../web/pages/about.tsx'
import { commitmentPage } from '../web/pages/commitment.tsx'
import { commitmentHistoryPage } from '../web/pages/commitmentHistory.tsx'
import { commitmentsPage } from '../web/pages/commitments.tsx'
import { demonstrationMailPage } from '../web/pages/demonstrationMail.tsx'
import { documentPage } from '../web/pages/document.tsx'
import { documentDifferencesPage } from '../web/pages/documentDifferences.tsx'
import { allDocumentsPage, documentsPage } from '../web/pages/documents.tsx'
import { allDocumentsCsv, documentsCsv } from '../web/pages/documentsCsv.ts'
import { easyCommitmentPage, easyNoticePage, easyPlanPage } from '../web/pages/easyText.tsx'
import { homePage } from '../web/pages/home.tsx'
import { milestonePage } from '../web/pages/milestone.tsx'
import { noticePage } from '../web/pages/notice.tsx'
import { noticesPage, planNoticesPage } from '../web/pages/notices.tsx'
import { institutionPage, organisationPage } from '../web/pages/organisation.tsx'
import { institutionsPage, organisationsPage } from '../web/pages/organisations.tsx'
import { planPage } from '../web/pages/plan.tsx'
import { plansPage } from '../web/pages/plans.tsx'
import { privacyPage } from '../web/pages/privacy.tsx'
import { recordEntryPage, recordPage } from '../web/pages/record.tsx'
import { reportPage } from '../web/pages/report.tsx'
import { suggestions } from '../web/pages/search/suggestions.ts'
import { searchPage } from '../web/pages/search.tsx'
import { topicPage } from '../web/pages/topic.tsx'
import { get, kept, post, type Route } from './route.ts'

/** What everyone reads. */
export const readingRoutes: readonly Route[] = [
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
  kept('report', reportPage),
  kept('contributions', showContributions),
  kept('record', recordPage),
  kept('recordEntry', recordEntryPage),
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
  get('evidence', evidenceFile),
  get('phaseSkip', showSkipForm),
  post('phaseSkip', sendSkipForm),
  get('phaseEdit', showPhaseForm),
  post('phaseEdit', sendPhaseForm),
  get('deadlineExtend', showExtendForm),
  post('deadlineExtend', sendExtendForm),
  get('deadlineEdit', showDeadlineForm),
  post('deadlineEdit', sendDeadlineForm),
  get('uploadNew', showNewUpload),
  post('uploadNew', sendNewUpload),
  get('demonstrationMail', demonstrationMailPage),
]
