import { describe, expect, it } from 'vitest'
import { type Actor, type Role, visitor } from '../../people/index.ts'
import { planPolicy } from './policy.ts'

const roles: readonly Role[] = [
  'visitor',
  'participant',
  'representative',
  'officer',
  'forum-member',
  'moderator',
  'secretariat',
  'administrator',
]

const actorWith = (role: Role): Actor => {
  if (role === 'visitor') return visitor
  return {
    personId: 'p',
    name: 'P',
    roles: role === 'participant' ? [] : [{ role, organisationId: role === 'officer' || role === 'representative' ? 'vk' : null }],
  }
}

/** Who may, action by action: the table that the policy's sentences must give. */
const mayBy: Record<keyof typeof planPolicy, readonly Role[]> = {
  seeManagement: ['secretariat', 'administrator'],
  createPlan: ['secretariat'],
  editPlan: ['secretariat'],
  editPhases: ['secretariat'],
  removePhase: ['secretariat'],
  editDeadlines: ['secretariat'],
  extendDeadlines: ['secretariat'],
  askForExtension: ['representative', 'officer'],
  answerRequests: ['secretariat'],
  createCommitment: ['secretariat'],
  editCommitment: ['secretariat'],
  createMilestone: ['secretariat'],
  editMilestone: ['secretariat'],
}

describe('who may do what with plans', () => {
  for (const [action, allowed] of Object.entries(mayBy))
    for (const role of roles) {
      const may = allowed.includes(role)
      it(`${role} ${may ? 'may' : 'may not'} ${action}`, () => {
        const rule = planPolicy[action as keyof typeof planPolicy] as (actor: Actor, about: unknown) => boolean
        expect(rule(actorWith(role), { organisationId: 'vk' })).toBe(may)
      })
    }

  it('names every action of the policy', () => {
    expect(Object.keys(mayBy).sort()).toEqual(Object.keys(planPolicy).sort())
  })
})
