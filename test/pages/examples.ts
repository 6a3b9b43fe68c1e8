import type { Language } from '../../src/platform/languages/languages.ts'
import { type AddressName, addressInLanguage } from '../../src/web/addresses.ts'
import type { SiteRole } from '../support/site.ts'

/** Who may see a page; the first is the one in whose browser it is looked at. */
export type Example = { values?: Record<string, string>; query?: string; seenBy: readonly SiteRole[]; status?: number }

export const everyRole: readonly SiteRole[] = [
  'visitor',
  'participant',
  'representative',
  'officer',
  'forum-member',
  'moderator',
  'secretariat',
  'administrator',
]
const everyone: Pick<Example, 'seenBy'> = { seenBy: everyRole }
const secretariat: Pick<Example, 'seenBy'> = { seenBy: ['secretariat'] }
const whoRunsIt: Pick<Example, 'seenBy'> = { seenBy: ['secretariat', 'administrator'] }
const signedIn: Pick<Example, 'seenBy'> = { seenBy: everyRole.filter((role) => role !== 'visitor') }

const plan = { plan: 'lv-3' }
const commitment = { plan: 'lv-3', number: '9' }
const milestone = { plan: 'lv-3', number: '1', milestone: '2' }

const officer: Pick<Example, 'seenBy'> = { seenBy: ['officer'] }
/** The State Chancellery's report on commitment 1: milestone 2 has one, milestone 3 waits for one. */
const update = { plan: 'lv-3', number: '1', organisation: 'vk', period: '2' }

/**
 * An example of every page, and who may see it. A new address without one does not pass the types;
 * null stands for addresses that only take forms or send on.
 */
export const examples: Record<AddressName, readonly Example[] | null> = {
  home: [everyone],
  plans: [everyone],
  plan: [
    { ...everyone, values: plan },
    { ...everyone, values: { plan: 'lv-4' } },
  ],
  commitments: [{ ...everyone, values: plan }],
  commitment: ['1', '2', '5', '9', '12'].map((number) => ({ ...everyone, values: { ...plan, number } })),
  easyPlan: [{ ...everyone, values: plan }],
  easyNotice: null,
  easyCommitment: [{ ...everyone, values: { ...plan, number: '1' } }],
  commitmentHistory: ['1', '9'].map((number) => ({ ...everyone, values: { ...plan, number } })),
  updates: [
    { ...everyone, values: milestone },
    { ...everyone, values: { plan: 'lv-3', number: '2', milestone: '1' } },
  ],
  allDocuments: ['', '?kind=act&language=lv&year=2017&sort=dated'].map((query) => ({ ...everyone, query })),
  allDocumentsCsv: null,
  documents: [
    { ...everyone, values: plan },
    { ...everyone, values: plan, query: '?kind=minutes' },
  ],
  documentsCsv: null,
  document: ['1', '3'].map((document) => ({ ...everyone, values: { ...plan, document } })),
  documentFile: null,
  documentAlternative: null,
  documentDifferences: null,
  institutions: [everyone],
  institution: [{ ...everyone, values: { id: 'vk' } }],
  organisations: [everyone],
  organisation: [{ ...everyone, values: { id: 'providus' } }],
  report: [{ ...everyone, values: plan }],
  reportEdit: [{ ...secretariat, values: plan }],
  contributions: [{ ...everyone, values: plan }],
  record: [everyone],
  recordEntry: [{ ...everyone, values: { seq: '1' } }],
  ideas: ['', '?q=dati&state=waiting&topic=civic-participation&sort=newest'].map((query) => ({
    ...everyone,
    values: { plan: 'lv-4' },
    query,
  })),
  ideasCsv: null,
  ideasJson: null,
  idea: null,
  ideaSupport: null,
  ideaComment: null,
  ideaReport: null,
  ideaEmbed: null,
  ideaFile: null,
  moderationRules: [everyone],
  moderationLog: [everyone],
  moderationQueue: [{ seenBy: ['moderator', 'secretariat'] }],
  moderationIdea: null,
  moderationComment: null,
  moderationAppeal: null,
  notices: ['', '?kind=opportunities&year=2019', '?kind=nope'].map((query) => ({ ...everyone, query })),
  notice: ['1', '2'].map((notice) => ({ ...everyone, values: { notice } })),
  planNotices: ['lv-3', 'lv-4'].map((plan) => ({ ...everyone, values: { plan } })),
  search: ['', '?q=pasvaldiba', '?q=pa%C5%A1vlad%C4%ABba&kind=commitment', '?q=qqqqq'].map((query) => ({ ...everyone, query })),
  suggestions: null,
  about: [everyone],
  accessibility: [everyone],
  accessibilityFeedback: [everyone, { ...everyone, query: '?sent=1' }],
  privacy: [everyone],
  newsAtom: null,
  newsJson: null,
  planNewsAtom: null,
  planNewsJson: null,
  commitmentNewsAtom: null,
  commitmentNewsJson: null,
  institutionNewsAtom: null,
  institutionNewsJson: null,
  organisationNewsAtom: null,
  organisationNewsJson: null,
  topicNewsAtom: null,
  topicNewsJson: null,
  topic: ['civic-participation', 'safer-communities'].map((topic) => ({ ...everyone, values: { topic } })),
  follow: ['', '?what=commitment%2Flv-3%2F9', '?sent=1'].map((query) => ({ ...everyone, query })),
  followConfirm: [{ ...everyone, query: '?token=unknown', status: 410 }],
  subscriptions: [signedIn],
  unsubscribe: [{ ...everyone, query: '?token=unknown', status: 403 }],
  calendar: null,
  planCalendar: null,
  signIn: [{ seenBy: ['visitor'] }],
  signInConfirm: [{ ...everyone, query: '?token=unknown', status: 410 }],
  actConfirm: [{ ...everyone, query: '?token=unknown', status: 410 }],
  signInPasskey: [{ ...everyone, status: 404 }],
  secondStep: null,
  identityStart: null,
  identityReturn: null,
  identityLink: [{ ...everyone, status: 410 }],
  account: [signedIn],
  passkeyNew: [{ ...everyone, status: 404 }],
  passkeyEdit: null,
  authenticatorApp: [signedIn],
  recoveryCodes: [signedIn],
  actingFor: [signedIn],
  signOut: null,
  keptForm: null,
  evidence: null,
  desk: [
    { seenBy: ['officer', ...signedIn.seenBy.filter((role) => role !== 'officer')] },
    { seenBy: ['secretariat', ...signedIn.seenBy.filter((role) => role !== 'secretariat')], query: '?whose=others' },
    { seenBy: ['representative', ...signedIn.seenBy.filter((role) => role !== 'representative')] },
  ],
  handedIn: [{ seenBy: ['officer', ...signedIn.seenBy.filter((role) => role !== 'officer')] }],
  delegate: null,
  extensionAsk: [{ seenBy: ['officer', 'representative'], values: { plan: 'lv-3', deadline: '4' } }],
  updateForm: ['2', '3'].map((milestone) => ({ ...officer, values: { ...update, milestone } })),
  updatePreview: null,
  assessmentForm: [
    { seenBy: ['representative'], values: { plan: 'lv-3', number: '1', organisation: 'providus', period: '2' } },
    { seenBy: ['officer'], values: { plan: 'lv-3', number: '1', organisation: 'vk', period: '2' } },
  ],
  assessmentPreview: null,
  manage: [whoRunsIt],
  planNew: [secretariat],
  planEdit: [{ ...secretariat, values: plan }],
  phaseEdit: null,
  deadlineEdit: null,
  documentNew: [{ ...secretariat, values: plan }],
  documentEdit: [{ ...secretariat, values: { ...plan, document: '1' } }],
  documentVersionNew: [{ ...secretariat, values: { ...plan, document: '1' } }],
  documentWithdraw: [{ ...secretariat, values: { ...plan, document: '1', version: '1' } }],
  evidenceWithdraw: [{ ...secretariat, values: { id: '1' } }],
  uploadNew: [{ ...secretariat, values: plan }],
  upload: null,
  deadlineExtend: [{ ...secretariat, values: { plan: 'lv-3', deadline: '4' } }],
  extensionAnswer: null,
  reminders: [secretariat, { ...secretariat, query: '?to=2.vk&to=2.providus&letters=lv&preview=1' }],
  commitmentNew: [{ ...secretariat, values: plan }],
  commitmentEdit: [{ ...secretariat, values: commitment }],
  milestoneEdit: [{ ...secretariat, values: milestone }],
  organisationsEdit: [secretariat],
  organisationEdit: [{ ...secretariat, values: { id: 'vk' } }],
  noticesEdit: [secretariat],
  noticeNew: ['news', 'opportunities'].map((kind) => ({ ...secretariat, values: { kind } })),
  noticeEdit: ['1', '3'].map((notice) => ({ ...secretariat, values: { notice } })),
  noticePreview: [{ ...secretariat, values: { notice: '3' } }],
  noticeWithdraw: [{ ...secretariat, values: { notice: '1' } }],
  people: [whoRunsIt],
  person: [{ ...whoRunsIt, values: { id: 'demonstration-officer' } }],
  easyList: [secretariat],
  easyEdit: ['lv', 'en'].map((text) => ({ ...secretariat, query: `?object=%2Fplans%2Flv-3%2Fcommitments%2F1&text=${text}` })),
  accessibilityEdit: [whoRunsIt],
  accessibilityMessages: [whoRunsIt],
  accessibilityMessage: null,
  jobs: [{ seenBy: ['administrator'] }],
  demonstrationDate: [everyone],
  demonstrationSignIn: null,
  demonstrationMail: [everyone],
}

/** The address of an example in a language. */
export const addressOf = (language: Language, name: AddressName, example: Example): string =>
  addressInLanguage(language, name, example.values ?? {}) + (example.query ?? '')
