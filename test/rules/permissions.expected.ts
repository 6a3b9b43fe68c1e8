/**
 * Who may do what: every action of every module, in words. `own` is someone's own institution or
 * organisation; what is done for another's is nobody's who is not named without it.
 */
export const everyone = 'visitor, participant, representative, officer, forum-member, moderator, secretariat, administrator'
const everyoneSignedIn = everyone.replace('visitor, ', '')

export const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan: {
    seeManagement: 'secretariat, administrator',
    createPlan: 'secretariat',
    editPlan: 'secretariat',
    editPhases: 'secretariat',
    removePhase: 'secretariat',
    editDeadlines: 'secretariat',
    extendDeadlines: 'secretariat',
    askForExtension: 'own representative, own officer',
    answerRequests: 'secretariat',
    createCommitment: 'secretariat',
    editCommitment: 'secretariat',
    createMilestone: 'secretariat',
    editMilestone: 'secretariat',
  },
  inform: {
    writeNotices: 'secretariat',
    publishNotices: 'secretariat',
    withdrawNotices: 'secretariat',
    writeEasyTexts: 'secretariat',
  },
  ideas: {
    editCalls: 'secretariat',
    openCalls: 'secretariat',
    closeCalls: 'secretariat',
    sendIdeas: everyone,
    enterForOthers: 'secretariat',
    supportIdeas: everyoneSignedIn,
    comment: everyoneSignedIn,
    report: everyone,
    moderate: 'moderator, secretariat',
    groupIdeas: 'secretariat',
    mergeIdeas: 'secretariat',
  },
  documents: {
    publishDocument: 'secretariat',
    publishVersion: 'secretariat',
    correctDocument: 'secretariat',
    withdrawVersion: 'secretariat',
  },
  monitoring: {
    seeContributions: everyone,
    reportProgress: 'own officer',
    assessOwnWork: 'own officer',
    assessAsPartner: 'own representative',
    remindContributors: 'secretariat',
    withdrawEvidence: 'secretariat',
  },
  reporting: {
    seeReport: everyone,
    editReportTexts: 'secretariat',
  },
  accessibility: {
    seeStatement: everyone,
    publishStatement: 'secretariat, administrator',
    sendFeedback: everyone,
    seeFeedback: 'secretariat, administrator',
    answerFeedback: 'secretariat, administrator',
  },
  desk: {
    seeDesk: 'participant, representative, officer, forum-member, moderator, secretariat, administrator',
    delegateTasks: 'own representative, own officer, secretariat',
  },
  follow: {
    subscribe: everyone,
    manageOwnSubscriptions: everyone.replace('visitor, ', ''),
  },
  people: {
    seePeople: 'secretariat, administrator',
    invitePerson: 'secretariat, administrator',
    giveRole: 'secretariat, administrator',
    endRole: 'secretariat, administrator',
    removePerson: 'secretariat, administrator',
    resetSecondStep: 'administrator',
    useOwnAccount: everyoneSignedIn,
    changeWaysIn: everyoneSignedIn,
    takeOwnData: everyoneSignedIn,
    eraseOneself: everyoneSignedIn,
    editOrganisations: 'secretariat',
    seeJobs: 'administrator',
    retryLetters: 'administrator',
  },
}
