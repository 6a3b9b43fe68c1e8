export { noteBounce, takeReturned } from './bounces.ts'
export { ideaNewsTexts } from './ideaNewsTexts.ts'
export { readNews } from './news.ts'
export { type Entry, entryOf } from './newsEntry.tsx'
export { newsTexts } from './newsTexts.ts'
export { followOwnRows } from './ownRows.ts'
export { followData } from './personalData.ts'
export { forgetUnconfirmed } from './requestSubscription.ts'
export {
  everything,
  ideasOf,
  oneCommitment,
  oneIdea,
  oneOrganisation,
  onePlan,
  oneTopic,
  type Scope,
  type ScopeKind,
  topicById,
} from './scope.ts'
export { nameScopes } from './scopeKeys.ts'
export { sendDigests } from './sendDigests.ts'
export { countFollowers, countSubscriptions, leaveAll, type SubscriptionCounts, subscriptionsOf } from './subscriptions.ts'
export { subscriptionTexts } from './subscriptionTexts.ts'
