import { type Language, languages } from '../platform/languages/languages.ts'

/**
 * Every address of Koprade in both languages: the one place where they are written.
 * `:name` stands for a value. app.ts says what answers at each.
 */
export const addresses = {
  home: { lv: '/lv', en: '/en' },
  plans: { lv: '/lv/plani', en: '/en/plans' },
  easyPlan: { lv: '/lv/plani/:plan/viegli-lasit', en: '/en/plans/:plan/easy-to-read' },
  plan: { lv: '/lv/plani/:plan', en: '/en/plans/:plan' },
  commitments: { lv: '/lv/plani/:plan/apnemsanas', en: '/en/plans/:plan/commitments' },
  commitment: { lv: '/lv/plani/:plan/apnemsanas/:number', en: '/en/plans/:plan/commitments/:number' },
  easyCommitment: { lv: '/lv/plani/:plan/apnemsanas/:number/viegli-lasit', en: '/en/plans/:plan/commitments/:number/easy-to-read' },
  commitmentHistory: { lv: '/lv/plani/:plan/apnemsanas/:number/vesture', en: '/en/plans/:plan/commitments/:number/history' },
  updates: {
    lv: '/lv/plani/:plan/apnemsanas/:number/punkti/:milestone',
    en: '/en/plans/:plan/commitments/:number/milestones/:milestone',
  },
  evidence: { lv: '/lv/pieradijumi/:id', en: '/en/evidence/:id' },
  allDocuments: { lv: '/lv/dokumenti', en: '/en/documents' },
  allDocumentsCsv: { lv: '/lv/dokumenti.csv', en: '/en/documents.csv' },
  documents: { lv: '/lv/plani/:plan/dokumenti', en: '/en/plans/:plan/documents' },
  documentsCsv: { lv: '/lv/plani/:plan/dokumenti.csv', en: '/en/plans/:plan/documents.csv' },
  document: { lv: '/lv/plani/:plan/dokumenti/:document', en: '/en/plans/:plan/documents/:document' },
  documentFile: {
    lv: '/lv/plani/:plan/dokumenti/:document/redakcijas/:version/datne',
    en: '/en/plans/:plan/documents/:document/versions/:version/file',
  },
  documentAlternative: {
    lv: '/lv/plani/:plan/dokumenti/:document/redakcijas/:version/alternativa',
    en: '/en/plans/:plan/documents/:document/versions/:version/alternative',
  },
  documentDifferences: { lv: '/lv/plani/:plan/dokumenti/:document/atskiribas', en: '/en/plans/:plan/documents/:document/differences' },
  call: { lv: '/lv/plani/:plan/aicinajumi/:call', en: '/en/plans/:plan/calls/:call' },
  ideaNew: { lv: '/lv/plani/:plan/aicinajumi/:call/iesniegt/:kind', en: '/en/plans/:plan/calls/:call/send/:kind' },
  ideaPreview: {
    lv: '/lv/plani/:plan/aicinajumi/:call/iesniegt/:kind/prieksskatijums',
    en: '/en/plans/:plan/calls/:call/send/:kind/preview',
  },
  ideaAwaited: { lv: '/lv/plani/:plan/aicinajumi/:call/iesniegt/:kind/vestule', en: '/en/plans/:plan/calls/:call/send/:kind/letter' },
  ideas: { lv: '/lv/plani/:plan/idejas', en: '/en/plans/:plan/ideas' },
  ideaReceipt: { lv: '/lv/plani/:plan/idejas/:idea/sanemts', en: '/en/plans/:plan/ideas/:idea/receipt' },
  themes: { lv: '/lv/plani/:plan/idejas/temas', en: '/en/plans/:plan/ideas/themes' },
  ideaAnswers: { lv: '/lv/plani/:plan/idejas/atbildes', en: '/en/plans/:plan/ideas/answers' },
  supportMove: { lv: '/lv/plani/:plan/idejas/:idea/parcelt-atbalstu', en: '/en/plans/:plan/ideas/:idea/move-support' },
  mergeObjection: { lv: '/lv/idejas/iebilst', en: '/en/ideas/object' },
  ideaLettersStop: { lv: '/lv/idejas/vestules/atteikties', en: '/en/ideas/letters/stop' },
  ideaSimilar: { lv: '/lv/plani/:plan/idejas/lidzigas', en: '/en/plans/:plan/ideas/similar' },
  idea: { lv: '/lv/plani/:plan/idejas/:idea', en: '/en/plans/:plan/ideas/:idea' },
  forums: { lv: '/lv/forumi', en: '/en/forums' },
  forum: { lv: '/lv/forumi/:forum', en: '/en/forums/:forum' },
  forumRules: { lv: '/lv/forumi/:forum/kartiba', en: '/en/forums/:forum/rules' },
  forumSeat: { lv: '/lv/forumi/:forum/vietas/:seat', en: '/en/forums/:forum/seats/:seat' },
  forumDeclaration: { lv: '/lv/forumi/:forum/vietas/:seat/intereses', en: '/en/forums/:forum/seats/:seat/interests' },
  forumMeetings: { lv: '/lv/forumi/:forum/sedes', en: '/en/forums/:forum/meetings' },
  forumMeeting: { lv: '/lv/forumi/:forum/sedes/:meeting', en: '/en/forums/:forum/meetings/:meeting' },
  forumCalendar: { lv: '/lv/forumi/:forum/sedes/:meeting/kalendars', en: '/en/forums/:forum/meetings/:meeting/calendar' },
  forumObjection: { lv: '/lv/forumi/:forum/sedes/:meeting/iebilst', en: '/en/forums/:forum/meetings/:meeting/object' },
  forumPaper: { lv: '/lv/forumi/:forum/materiali/:paper', en: '/en/forums/:forum/papers/:paper' },
  forumDecisions: { lv: '/lv/forumi/:forum/lemumi', en: '/en/forums/:forum/decisions' },
  forumDecision: { lv: '/lv/forumi/:forum/lemumi/:decision', en: '/en/forums/:forum/decisions/:decision' },
  forumOpinion: { lv: '/lv/forumi/:forum/lemumi/:decision/viedoklis', en: '/en/forums/:forum/decisions/:decision/opinion' },
  forumPropose: { lv: '/lv/forumi/:forum/ierosinat', en: '/en/forums/:forum/propose' },
  institutions: { lv: '/lv/institucijas', en: '/en/institutions' },
  institution: { lv: '/lv/institucijas/:id', en: '/en/institutions/:id' },
  organisations: { lv: '/lv/organizacijas', en: '/en/organisations' },
  organisation: { lv: '/lv/organizacijas/:id', en: '/en/organisations/:id' },
  report: { lv: '/lv/plani/:plan/zinojums', en: '/en/plans/:plan/report' },
  reportEdit: { lv: '/lv/plani/:plan/zinojums/teksti', en: '/en/plans/:plan/report/texts' },
  contributions: { lv: '/lv/plani/:plan/zinas', en: '/en/plans/:plan/contributions' },
  record: { lv: '/lv/zurnals', en: '/en/record' },
  recordEntry: { lv: '/lv/zurnals/:seq', en: '/en/record/:seq' },
  ideasCsv: { lv: '/lv/plani/:plan/idejas.csv', en: '/en/plans/:plan/ideas.csv' },
  ideasJson: { lv: '/lv/plani/:plan/idejas.json', en: '/en/plans/:plan/ideas.json' },
  ideaSupport: { lv: '/lv/plani/:plan/idejas/:idea/atbalsts', en: '/en/plans/:plan/ideas/:idea/support' },
  ideaComment: { lv: '/lv/plani/:plan/idejas/:idea/komentars', en: '/en/plans/:plan/ideas/:idea/comment' },
  ideaReport: { lv: '/lv/plani/:plan/idejas/:idea/zinot', en: '/en/plans/:plan/ideas/:idea/report' },
  ideaEmbed: { lv: '/lv/plani/:plan/idejas/:idea/iegult', en: '/en/plans/:plan/ideas/:idea/embed' },
  ideaFile: { lv: '/lv/plani/:plan/idejas/:idea/datnes/:file', en: '/en/plans/:plan/ideas/:idea/files/:file' },
  moderationRules: { lv: '/lv/moderacija', en: '/en/moderation' },
  moderationLog: { lv: '/lv/moderacija/zurnals', en: '/en/moderation/log' },
  moderationQueue: { lv: '/lv/moderacija/rinda', en: '/en/moderation/queue' },
  moderationIdea: { lv: '/lv/moderacija/rinda/:id', en: '/en/moderation/queue/:id' },
  moderationComment: { lv: '/lv/moderacija/rinda/:id/komentari/:comment', en: '/en/moderation/queue/:id/comments/:comment' },
  moderationAppeal: { lv: '/lv/moderacija/iebildumi/:entry', en: '/en/moderation/appeals/:entry' },
  notices: { lv: '/lv/jaunumi', en: '/en/news' },
  easyNotice: { lv: '/lv/jaunumi/:notice/viegli-lasit', en: '/en/news/:notice/easy-to-read' },
  notice: { lv: '/lv/jaunumi/:notice', en: '/en/news/:notice' },
  planNotices: { lv: '/lv/plani/:plan/jaunumi', en: '/en/plans/:plan/news' },
  events: { lv: '/lv/pasakumi', en: '/en/events' },
  event: { lv: '/lv/pasakumi/:event', en: '/en/events/:event' },
  eventCalendar: { lv: '/lv/pasakumi/:event/kalendars.ics', en: '/en/events/:event/calendar.ics' },
  eventRegister: { lv: '/lv/pasakumi/:event/pieteikties', en: '/en/events/:event/register' },
  eventLeave: { lv: '/lv/pasakumi/:event/atteikties', en: '/en/events/:event/leave' },
  eventPhotograph: { lv: '/lv/pasakumi/:event/atteli/:photograph', en: '/en/events/:event/pictures/:photograph' },
  surveyResultsCsv: { lv: '/lv/aptaujas/:survey/rezultati.csv', en: '/en/surveys/:survey/results.csv' },
  surveyResultsJson: { lv: '/lv/aptaujas/:survey/rezultati.json', en: '/en/surveys/:survey/results.json' },
  surveyAnswersCsv: { lv: '/lv/aptaujas/:survey/atbildes.csv', en: '/en/surveys/:survey/answers.csv' },
  surveyAnswersJson: { lv: '/lv/aptaujas/:survey/atbildes.json', en: '/en/surveys/:survey/answers.json' },
  surveyResults: { lv: '/lv/aptaujas/:survey/rezultati', en: '/en/surveys/:survey/results' },
  surveyAnswer: { lv: '/lv/aptaujas/:survey/atbildet', en: '/en/surveys/:survey/answer' },
  ballots: { lv: '/lv/plani/:plan/balsojumi', en: '/en/plans/:plan/ballots' },
  ballot: { lv: '/lv/balsojumi/:ballot', en: '/en/ballots/:ballot' },
  ballotVote: { lv: '/lv/balsojumi/:ballot/balsot', en: '/en/ballots/:ballot/vote' },
  ballotCheck: { lv: '/lv/balsojumi/:ballot/parbaudit', en: '/en/ballots/:ballot/check' },
  ballotResult: { lv: '/lv/balsojumi/:ballot/rezultats', en: '/en/ballots/:ballot/result' },
  ballotJson: { lv: '/lv/balsojumi/:ballot/rezultats.json', en: '/en/ballots/:ballot/result.json' },
  ballotPb: { lv: '/lv/balsojumi/:ballot/balsis.pb', en: '/en/ballots/:ballot/votes.pb' },
  ballotBlt: { lv: '/lv/balsojumi/:ballot/balsis.blt', en: '/en/ballots/:ballot/votes.blt' },
  ballotCsv: { lv: '/lv/balsojumi/:ballot/balsis.csv', en: '/en/ballots/:ballot/votes.csv' },
  surveyTexts: { lv: '/lv/aptaujas/:survey/teksti', en: '/en/surveys/:survey/texts' },
  survey: { lv: '/lv/aptaujas/:survey', en: '/en/surveys/:survey' },
  search: { lv: '/lv/meklet', en: '/en/search' },
  suggestions: { lv: '/lv/meklet/ieteikumi', en: '/en/search/suggestions' },
  about: { lv: '/lv/par', en: '/en/about' },
  accessibility: { lv: '/lv/pieklustamiba', en: '/en/accessibility' },
  accessibilityFeedback: { lv: '/lv/pieklustamiba/zinot', en: '/en/accessibility/report' },
  privacy: { lv: '/lv/privatums', en: '/en/privacy' },
  newsAtom: { lv: '/lv/jaunumi.atom', en: '/en/news.atom' },
  newsJson: { lv: '/lv/jaunumi.json', en: '/en/news.json' },
  planNewsAtom: { lv: '/lv/plani/:plan/jaunumi.atom', en: '/en/plans/:plan/news.atom' },
  planNewsJson: { lv: '/lv/plani/:plan/jaunumi.json', en: '/en/plans/:plan/news.json' },
  ideasNewsAtom: { lv: '/lv/plani/:plan/idejas/jaunumi.atom', en: '/en/plans/:plan/ideas/news.atom' },
  ideasNewsJson: { lv: '/lv/plani/:plan/idejas/jaunumi.json', en: '/en/plans/:plan/ideas/news.json' },
  ideaNewsAtom: { lv: '/lv/plani/:plan/idejas/:idea/jaunumi.atom', en: '/en/plans/:plan/ideas/:idea/news.atom' },
  ideaNewsJson: { lv: '/lv/plani/:plan/idejas/:idea/jaunumi.json', en: '/en/plans/:plan/ideas/:idea/news.json' },
  commitmentNewsAtom: {
    lv: '/lv/plani/:plan/apnemsanas/:number/jaunumi.atom',
    en: '/en/plans/:plan/commitments/:number/news.atom',
  },
  commitmentNewsJson: {
    lv: '/lv/plani/:plan/apnemsanas/:number/jaunumi.json',
    en: '/en/plans/:plan/commitments/:number/news.json',
  },
  institutionNewsAtom: { lv: '/lv/institucijas/:id/jaunumi.atom', en: '/en/institutions/:id/news.atom' },
  institutionNewsJson: { lv: '/lv/institucijas/:id/jaunumi.json', en: '/en/institutions/:id/news.json' },
  organisationNewsAtom: { lv: '/lv/organizacijas/:id/jaunumi.atom', en: '/en/organisations/:id/news.atom' },
  organisationNewsJson: { lv: '/lv/organizacijas/:id/jaunumi.json', en: '/en/organisations/:id/news.json' },
  topic: { lv: '/lv/temas/:topic', en: '/en/topics/:topic' },
  topicNewsAtom: { lv: '/lv/temas/:topic/jaunumi.atom', en: '/en/topics/:topic/news.atom' },
  topicNewsJson: { lv: '/lv/temas/:topic/jaunumi.json', en: '/en/topics/:topic/news.json' },
  follow: { lv: '/lv/sekot', en: '/en/follow' },
  followConfirm: { lv: '/lv/sekot/apstiprinat', en: '/en/follow/confirm' },
  mine: { lv: '/lv/mana-lapa', en: '/en/my-page' },
  mineData: { lv: '/lv/mana-lapa/dati', en: '/en/my-page/data' },
  mineErase: { lv: '/lv/mana-lapa/dzest', en: '/en/my-page/erase' },
  mineErased: { lv: '/lv/mana-lapa/dzests', en: '/en/my-page/erased' },
  subscriptions: { lv: '/lv/sekot/mani', en: '/en/follow/mine' },
  unsubscribe: { lv: '/lv/sekot/atteikties', en: '/en/follow/unsubscribe' },
  calendar: { lv: '/lv/termini.ics', en: '/en/deadlines.ics' },
  planCalendar: { lv: '/lv/plani/:plan/termini.ics', en: '/en/plans/:plan/deadlines.ics' },
  signIn: { lv: '/lv/ieiet', en: '/en/sign-in' },
  signInConfirm: { lv: '/lv/ieiet/apstiprinat', en: '/en/sign-in/confirm' },
  actConfirm: { lv: '/lv/apstiprinat', en: '/en/confirm' },
  signInPasskey: { lv: '/lv/ieiet/piekluves-atslega', en: '/en/sign-in/passkey' },
  identityLink: { lv: '/lv/ieiet/saistit', en: '/en/sign-in/link' },
  secondStep: { lv: '/lv/ieiet/otrais-solis', en: '/en/sign-in/second-step' },
  identityStart: { lv: '/lv/ieiet/e-identitate/:provider/sakt', en: '/en/sign-in/e-identity/:provider/start' },
  identityReturn: { lv: '/lv/ieiet/e-identitate/:provider', en: '/en/sign-in/e-identity/:provider' },
  account: { lv: '/lv/mans-konts', en: '/en/my-account' },
  passkeyNew: { lv: '/lv/mans-konts/piekluves-atslega', en: '/en/my-account/passkey' },
  passkeyEdit: { lv: '/lv/mans-konts/piekluves-atslega/:id', en: '/en/my-account/passkey/:id' },
  authenticatorApp: { lv: '/lv/mans-konts/lietotne', en: '/en/my-account/app' },
  recoveryCodes: { lv: '/lv/mans-konts/rezerves-kodi', en: '/en/my-account/recovery-codes' },
  actingFor: { lv: '/lv/mans-konts/parstavu', en: '/en/my-account/acting-for' },
  signOut: { lv: '/lv/iziet', en: '/en/sign-out' },
  keptForm: { lv: '/lv/turpinat', en: '/en/continue' },
  desk: { lv: '/lv/mani-darbi', en: '/en/my-tasks' },
  handedIn: { lv: '/lv/mani-darbi/iesniegts', en: '/en/my-tasks/handed-in' },
  answersToGive: { lv: '/lv/mani-darbi/idejas/:plan', en: '/en/my-tasks/ideas/:plan' },
  answerBatch: { lv: '/lv/mani-darbi/idejas/:plan/kopigi/:batch', en: '/en/my-tasks/ideas/:plan/together/:batch' },
  answerBatchPreview: {
    lv: '/lv/mani-darbi/idejas/:plan/kopigi/:batch/prieksskatijums',
    en: '/en/my-tasks/ideas/:plan/together/:batch/preview',
  },
  ideaAnswer: { lv: '/lv/mani-darbi/idejas/:plan/:idea/atbilde', en: '/en/my-tasks/ideas/:plan/:idea/answer' },
  delegate: { lv: '/lv/mani-darbi/nodot', en: '/en/my-tasks/hand-over' },
  extensionAsk: { lv: '/lv/mani-darbi/pagarinajums/:plan/:deadline', en: '/en/my-tasks/extension/:plan/:deadline' },
  updateForm: {
    lv: '/lv/mani-darbi/:plan/:number/:milestone/:organisation/:period',
    en: '/en/my-tasks/:plan/:number/:milestone/:organisation/:period',
  },
  updatePreview: {
    lv: '/lv/mani-darbi/:plan/:number/:milestone/:organisation/:period/prieksskatijums',
    en: '/en/my-tasks/:plan/:number/:milestone/:organisation/:period/preview',
  },
  assessmentForm: {
    lv: '/lv/vertejums/:plan/:number/:organisation/:period',
    en: '/en/assessment/:plan/:number/:organisation/:period',
  },
  assessmentPreview: {
    lv: '/lv/vertejums/:plan/:number/:organisation/:period/prieksskatijums',
    en: '/en/assessment/:plan/:number/:organisation/:period/preview',
  },
  manage: { lv: '/lv/sekretariats', en: '/en/secretariat' },
  reminders: { lv: '/lv/sekretariats/atgadinajumi', en: '/en/secretariat/reminders' },
  planNew: { lv: '/lv/sekretariats/plani/jauns', en: '/en/secretariat/plans/new' },
  planEdit: { lv: '/lv/sekretariats/plani/:plan', en: '/en/secretariat/plans/:plan' },
  phaseSkip: { lv: '/lv/sekretariats/plani/:plan/posmi/:phase/izlaist', en: '/en/secretariat/plans/:plan/phases/:phase/skip' },
  phaseEdit: { lv: '/lv/sekretariats/plani/:plan/posmi/:phase', en: '/en/secretariat/plans/:plan/phases/:phase' },
  callsEdit: { lv: '/lv/sekretariats/plani/:plan/aicinajumi', en: '/en/secretariat/plans/:plan/calls' },
  callNew: { lv: '/lv/sekretariats/plani/:plan/aicinajumi/jauns', en: '/en/secretariat/plans/:plan/calls/new' },
  callEdit: { lv: '/lv/sekretariats/plani/:plan/aicinajumi/:call', en: '/en/secretariat/plans/:plan/calls/:call' },
  callPreview: {
    lv: '/lv/sekretariats/plani/:plan/aicinajumi/:call/prieksskatijums',
    en: '/en/secretariat/plans/:plan/calls/:call/preview',
  },
  callClose: { lv: '/lv/sekretariats/plani/:plan/aicinajumi/:call/slegt', en: '/en/secretariat/plans/:plan/calls/:call/close' },
  ideaEnter: {
    lv: '/lv/sekretariats/plani/:plan/aicinajumi/:call/ievadit/:kind',
    en: '/en/secretariat/plans/:plan/calls/:call/enter/:kind',
  },
  importNew: { lv: '/lv/sekretariats/plani/:plan/aicinajumi/:call/tabulas', en: '/en/secretariat/plans/:plan/calls/:call/tables' },
  ideaImport: {
    lv: '/lv/sekretariats/plani/:plan/aicinajumi/:call/tabulas/:import',
    en: '/en/secretariat/plans/:plan/calls/:call/tables/:import',
  },
  documentNew: { lv: '/lv/sekretariats/plani/:plan/dokumenti/jauns', en: '/en/secretariat/plans/:plan/documents/new' },
  documentEdit: { lv: '/lv/sekretariats/plani/:plan/dokumenti/:document', en: '/en/secretariat/plans/:plan/documents/:document' },
  documentVersionNew: {
    lv: '/lv/sekretariats/plani/:plan/dokumenti/:document/redakcija',
    en: '/en/secretariat/plans/:plan/documents/:document/version',
  },
  documentWithdraw: {
    lv: '/lv/sekretariats/plani/:plan/dokumenti/:document/redakcijas/:version/iznemt',
    en: '/en/secretariat/plans/:plan/documents/:document/versions/:version/withdraw',
  },
  evidenceWithdraw: { lv: '/lv/sekretariats/pieradijumi/:id', en: '/en/secretariat/evidence/:id' },
  uploadNew: { lv: '/lv/sekretariats/plani/:plan/datnes', en: '/en/secretariat/plans/:plan/files' },
  upload: { lv: '/lv/sekretariats/plani/:plan/datnes/:upload', en: '/en/secretariat/plans/:plan/files/:upload' },
  deadlineEdit: { lv: '/lv/sekretariats/plani/:plan/termini/:deadline', en: '/en/secretariat/plans/:plan/deadlines/:deadline' },
  deadlineExtend: {
    lv: '/lv/sekretariats/plani/:plan/termini/:deadline/pagarinat',
    en: '/en/secretariat/plans/:plan/deadlines/:deadline/extend',
  },
  extensionAnswer: { lv: '/lv/sekretariats/pagarinajumi/:request', en: '/en/secretariat/extensions/:request' },
  commitmentNew: { lv: '/lv/sekretariats/plani/:plan/apnemsanas/jauna', en: '/en/secretariat/plans/:plan/commitments/new' },
  commitmentEdit: {
    lv: '/lv/sekretariats/plani/:plan/apnemsanas/:number',
    en: '/en/secretariat/plans/:plan/commitments/:number',
  },
  milestoneEdit: {
    lv: '/lv/sekretariats/plani/:plan/apnemsanas/:number/punkti/:milestone',
    en: '/en/secretariat/plans/:plan/commitments/:number/milestones/:milestone',
  },
  ideasGroup: { lv: '/lv/sekretariats/plani/:plan/idejas/grupas', en: '/en/secretariat/plans/:plan/ideas/groups' },
  themesPropose: {
    lv: '/lv/sekretariats/plani/:plan/idejas/grupas/priekslikums',
    en: '/en/secretariat/plans/:plan/ideas/groups/proposal',
  },
  ideasMerge: { lv: '/lv/sekretariats/plani/:plan/idejas/apvienosana', en: '/en/secretariat/plans/:plan/ideas/merging' },
  themeEdit: { lv: '/lv/sekretariats/plani/:plan/idejas/temas/:theme', en: '/en/secretariat/plans/:plan/ideas/themes/:theme' },
  organisationsEdit: { lv: '/lv/sekretariats/organizacijas', en: '/en/secretariat/organisations' },
  organisationEdit: { lv: '/lv/sekretariats/organizacijas/:id', en: '/en/secretariat/organisations/:id' },
  noticesEdit: { lv: '/lv/sekretariats/jaunumi', en: '/en/secretariat/news' },
  noticeNew: { lv: '/lv/sekretariats/jaunumi/jauns/:kind', en: '/en/secretariat/news/new/:kind' },
  noticeEdit: { lv: '/lv/sekretariats/jaunumi/:notice', en: '/en/secretariat/news/:notice' },
  noticePreview: { lv: '/lv/sekretariats/jaunumi/:notice/prieksskatijums', en: '/en/secretariat/news/:notice/preview' },
  noticeWithdraw: { lv: '/lv/sekretariats/jaunumi/:notice/atsaukt', en: '/en/secretariat/news/:notice/withdraw' },
  eventsEdit: { lv: '/lv/sekretariats/pasakumi', en: '/en/secretariat/events' },
  eventNew: { lv: '/lv/sekretariats/pasakumi/jauns', en: '/en/secretariat/events/new' },
  eventPreview: { lv: '/lv/sekretariats/pasakumi/:event/prieksskatijums', en: '/en/secretariat/events/:event/preview' },
  eventEdit: { lv: '/lv/sekretariats/pasakumi/:event', en: '/en/secretariat/events/:event' },
  eventCancel: { lv: '/lv/sekretariats/pasakumi/:event/atcelt', en: '/en/secretariat/events/:event/cancel' },
  eventDoor: { lv: '/lv/sekretariats/pasakumi/:event/durvis', en: '/en/secretariat/events/:event/door' },
  eventMinutesEdit: { lv: '/lv/sekretariats/pasakumi/:event/protokols', en: '/en/secretariat/events/:event/minutes' },
  eventConclusion: {
    lv: '/lv/sekretariats/pasakumi/:event/secinajumi/:conclusion',
    en: '/en/secretariat/events/:event/conclusions/:conclusion',
  },
  eventPhotographNew: { lv: '/lv/sekretariats/pasakumi/:event/atteli', en: '/en/secretariat/events/:event/pictures' },
  eventPhotographWithdraw: {
    lv: '/lv/sekretariats/pasakumi/:event/atteli/:photograph',
    en: '/en/secretariat/events/:event/pictures/:photograph',
  },
  forumsEdit: { lv: '/lv/sekretariats/forumi', en: '/en/secretariat/forums' },
  forumNew: { lv: '/lv/sekretariats/forumi/jauns', en: '/en/secretariat/forums/new' },
  forumRulesEdit: { lv: '/lv/sekretariats/forumi/:forum/kartiba', en: '/en/secretariat/forums/:forum/rules' },
  forumTermNew: { lv: '/lv/sekretariats/forumi/:forum/vietas/:seat/pilnvaras', en: '/en/secretariat/forums/:forum/seats/:seat/term' },
  forumTermEdit: { lv: '/lv/sekretariats/forumi/:forum/pilnvaras/:term', en: '/en/secretariat/forums/:forum/terms/:term' },
  forumProposals: { lv: '/lv/sekretariats/forumi/:forum/ierosinajumi', en: '/en/secretariat/forums/:forum/proposals' },
  forumMeetingNew: { lv: '/lv/sekretariats/forumi/:forum/sedes/jauna', en: '/en/secretariat/forums/:forum/meetings/new' },
  forumMeetingEdit: { lv: '/lv/sekretariats/forumi/:forum/sedes/:meeting', en: '/en/secretariat/forums/:forum/meetings/:meeting' },
  forumAgenda: {
    lv: '/lv/sekretariats/forumi/:forum/sedes/:meeting/darba-kartiba',
    en: '/en/secretariat/forums/:forum/meetings/:meeting/agenda',
  },
  forumPaperNew: {
    lv: '/lv/sekretariats/forumi/:forum/sedes/:meeting/materiali',
    en: '/en/secretariat/forums/:forum/meetings/:meeting/papers',
  },
  forumRun: { lv: '/lv/sekretariats/forumi/:forum/sedes/:meeting/norise', en: '/en/secretariat/forums/:forum/meetings/:meeting/course' },
  forumDecide: {
    lv: '/lv/sekretariats/forumi/:forum/sedes/:meeting/punkti/:item',
    en: '/en/secretariat/forums/:forum/meetings/:meeting/items/:item',
  },
  forumMinutesEdit: {
    lv: '/lv/sekretariats/forumi/:forum/sedes/:meeting/protokols',
    en: '/en/secretariat/forums/:forum/meetings/:meeting/minutes',
  },
  forumTask: {
    lv: '/lv/sekretariats/forumi/:forum/lemumi/:decision/uzdevumi/:task',
    en: '/en/secretariat/forums/:forum/decisions/:decision/tasks/:task',
  },
  forumAnswer: { lv: '/lv/sekretariats/forumi/:forum/viedokli/:opinion', en: '/en/secretariat/forums/:forum/opinions/:opinion' },
  surveysEdit: { lv: '/lv/sekretariats/aptaujas', en: '/en/secretariat/surveys' },
  surveyNew: { lv: '/lv/sekretariats/aptaujas/jauna', en: '/en/secretariat/surveys/new' },
  surveyEdit: { lv: '/lv/sekretariats/aptaujas/:survey', en: '/en/secretariat/surveys/:survey' },
  surveyPreview: { lv: '/lv/sekretariats/aptaujas/:survey/prieksskatijums', en: '/en/secretariat/surveys/:survey/preview' },
  surveyClose: { lv: '/lv/sekretariats/aptaujas/:survey/slegt', en: '/en/secretariat/surveys/:survey/close' },
  surveyInvite: { lv: '/lv/sekretariats/aptaujas/:survey/saites', en: '/en/secretariat/surveys/:survey/links' },
  ballotsEdit: { lv: '/lv/sekretariats/balsojumi', en: '/en/secretariat/ballots' },
  ballotNew: { lv: '/lv/sekretariats/balsojumi/jauns', en: '/en/secretariat/ballots/new' },
  ballotEdit: { lv: '/lv/sekretariats/balsojumi/:ballot', en: '/en/secretariat/ballots/:ballot' },
  ballotPreview: { lv: '/lv/sekretariats/balsojumi/:ballot/prieksskatijums', en: '/en/secretariat/ballots/:ballot/preview' },
  ballotWithdraw: { lv: '/lv/sekretariats/balsojumi/:ballot/atsaukt', en: '/en/secretariat/ballots/:ballot/withdraw' },
  people: { lv: '/lv/sekretariats/cilveki', en: '/en/secretariat/people' },
  person: { lv: '/lv/sekretariats/cilveki/:id', en: '/en/secretariat/people/:id' },
  easyList: { lv: '/lv/sekretariats/viegli-lasit', en: '/en/secretariat/easy-to-read' },
  easyEdit: { lv: '/lv/sekretariats/viegli-lasit/teksts', en: '/en/secretariat/easy-to-read/text' },
  accessibilityEdit: { lv: '/lv/sekretariats/pieklustamiba', en: '/en/secretariat/accessibility' },
  accessibilityMessages: { lv: '/lv/sekretariats/pieklustamiba/zinojumi', en: '/en/secretariat/accessibility/messages' },
  accessibilityMessage: { lv: '/lv/sekretariats/pieklustamiba/zinojumi/:id', en: '/en/secretariat/accessibility/messages/:id' },
  links: { lv: '/lv/sekretariats/saites', en: '/en/secretariat/links' },
  jobs: { lv: '/lv/sekretariats/uzdevumi', en: '/en/secretariat/jobs' },
  demonstrationDate: { lv: '/lv/demonstracija/datums', en: '/en/demonstration/date' },
  demonstrationSignIn: { lv: '/lv/demonstracija/ieiet/:role', en: '/en/demonstration/sign-in/:role' },
  demonstrationMail: { lv: '/lv/demonstracija/pasts', en: '/en/demonstration/mail' },
} as const satisfies Record<string, Record<Language, string>>

export type AddressName = keyof typeof addresses

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** The values an address needs. */
export type AddressValues<N extends AddressName> = Record<Names<(typeof addresses)[N]['lv']>, string | number>

type Rest<N extends AddressName> = keyof AddressValues<N> extends never ? [] : [values: AddressValues<N>]

/** Each pattern cut at its values: what stands before the first, then each value's name and what follows it. */
const cut: ReadonlyMap<string, string[]> = new Map(
  Object.values(addresses).flatMap((each) => Object.values(each).map((pattern): [string, string[]] => [pattern, pattern.split(/:(\w+)/)])),
)

function fill(pattern: string, values: Record<string, string | number>): string {
  const [start = '', ...rest] = cut.get(pattern) ?? []
  let path = start
  for (let at = 0; at < rest.length; at += 2) path += encodeURIComponent(String(values[rest[at] ?? ''] ?? '')) + rest[at + 1]
  return path
}

/** The address of a page in a language: `address('lv', 'commitment', { plan: 'lv-3', number: 9 })`. */
export function address<N extends AddressName>(language: Language, name: N, ...rest: Rest<N>): string {
  return fill(addresses[name][language], (rest[0] ?? {}) as Record<string, string | number>)
}

/** The same page in another language, by the address's name and its values. */
export const addressInLanguage = (language: Language, name: AddressName, values: Record<string, string>): string =>
  fill(addresses[name][language], values)

/** An address that remembers where the person was going. */
export const withNext = (href: string, next: string | null): string => (next ? `${href}?${new URLSearchParams({ next })}` : href)

/** The language an address is written in, or null. */
export function languageOfPath(path: string): Language | null {
  const first = path.split('/')[1]
  return languages.find((language) => language === first) ?? null
}
