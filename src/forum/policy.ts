import { type Actor, everyoneSignedIn, holds, type Policy, type Rule, theSecretariat } from '../people/index.ts'

/** A member acts by the seat: whoever holds it now, with their role. */
const whoHoldsTheSeat: Rule<{ holders: readonly string[] }> = (actor: Actor, { holders }) =>
  holds(actor, 'forum-member') && actor.personId !== null && holders.includes(actor.personId)

/** Who may do what in the forum: the secretariat keeps it, its members decide, everyone may propose. */
export const forumPolicy = {
  publishRules: theSecretariat,
  keepSeats: theSecretariat,
  declareForMembers: theSecretariat,
  holdMeetings: theSecretariat,
  publishPapers: theSecretariat,
  recordDecisions: theSecretariat,
  followTasks: theSecretariat,
  publishMinutes: theSecretariat,
  judgeProposals: theSecretariat,
  answerOpinions: theSecretariat,
  propose: everyoneSignedIn,
  declareInterests: whoHoldsTheSeat,
  proposeAsMember: whoHoldsTheSeat,
  giveOpinion: whoHoldsTheSeat,
  objectToMinutes: whoHoldsTheSeat,
} satisfies Policy
