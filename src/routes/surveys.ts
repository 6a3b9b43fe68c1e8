import { surveyPage } from '../cycle/survey/pages/survey.tsx'
import { sendSurveyAnswer, showSurveyAnswer } from '../cycle/survey/pages/surveyAnswer.tsx'
import { sendSurveyClose, showSurveyClose } from '../cycle/survey/pages/surveyClose.tsx'
import { surveyAnswersCsv, surveyAnswersJson, surveyResultsCsv, surveyResultsJson } from '../cycle/survey/pages/surveyData.ts'
import { sendSurveyEdit, showSurveyEdit } from '../cycle/survey/pages/surveyEdit.tsx'
import { sendSurveyInvite, showSurveyInvite } from '../cycle/survey/pages/surveyInvite.tsx'
import { sendNewSurvey, showNewSurvey } from '../cycle/survey/pages/surveyNew.tsx'
import { sendSurveyPreview, showSurveyPreview } from '../cycle/survey/pages/surveyPreview.tsx'
import { surveyResultsPage } from '../cycle/survey/pages/surveyResults.tsx'
import { showSurveysEdit } from '../cycle/survey/pages/surveysEdit.tsx'
import { sendSurveyTexts, showSurveyTexts } from '../cycle/survey/pages/surveyTexts.tsx'
import { get, post, type Route } from './route.ts'

/** Surveys: what everyone sees and answers, and what the secretariat does. */
export const surveysRoutes: readonly Route[] = [
  get('survey', surveyPage),
  get('surveyAnswer', showSurveyAnswer),
  post('surveyAnswer', sendSurveyAnswer),
  get('surveyResults', surveyResultsPage),
  get('surveyResultsCsv', surveyResultsCsv),
  get('surveyResultsJson', surveyResultsJson),
  get('surveyAnswersCsv', surveyAnswersCsv),
  get('surveyAnswersJson', surveyAnswersJson),
  get('surveyTexts', showSurveyTexts),
  post('surveyTexts', sendSurveyTexts),
  get('surveysEdit', showSurveysEdit),
  get('surveyNew', showNewSurvey),
  post('surveyNew', sendNewSurvey),
  get('surveyEdit', showSurveyEdit),
  post('surveyEdit', sendSurveyEdit),
  get('surveyPreview', showSurveyPreview),
  post('surveyPreview', sendSurveyPreview),
  get('surveyClose', showSurveyClose),
  post('surveyClose', sendSurveyClose),
  get('surveyInvite', showSurveyInvite),
  post('surveyInvite', sendSurveyInvite),
]
