import { describe, expect, it } from 'vitest'
import { peoplePolicy, rolesToGive } from './policy.ts'
import { type AssignableRole, assignableRoles, type Role } from './tables.ts'
import { actorWith } from './testSupport.ts'

const roles: readonly Role[] = ['visitor', 'participant', ...assignableRoles]
const house: readonly AssignableRole[] = ['secretariat', 'administrator']
const others = assignableRoles.filter((role) => !house.includes(role))

const signedIn = roles.filter((role) => role !== 'visitor')

/** Who may, action by action: the table that the policy's sentences must give. */
const mayBy: Record<keyof typeof peoplePolicy, { whenOther: readonly Role[]; whenHouse: readonly Role[] }> = {
  seePeople: { whenOther: ['secretariat', 'administrator'], whenHouse: ['secretariat', 'administrator'] },
  invitePerson: { whenOther: ['secretariat', 'administrator'], whenHouse: ['administrator'] },
  giveRole: { whenOther: ['secretariat', 'administrator'], whenHouse: ['administrator'] },
  endRole: { whenOther: ['secretariat', 'administrator'], whenHouse: ['administrator'] },
  removePerson: { whenOther: ['secretariat', 'administrator'], whenHouse: ['administrator'] },
  resetSecondStep: { whenOther: ['administrator'], whenHouse: ['administrator'] },
  useOwnAccount: { whenOther: signedIn, whenHouse: signedIn },
  changeWaysIn: { whenOther: signedIn, whenHouse: signedIn },
  takeOwnData: { whenOther: signedIn, whenHouse: signedIn },
  eraseOneself: { whenOther: signedIn, whenHouse: signedIn },
  editOrganisations: { whenOther: ['secretariat'], whenHouse: ['secretariat'] },
  seeJobs: { whenOther: ['administrator'], whenHouse: ['administrator'] },
  retryLetters: { whenOther: ['administrator'], whenHouse: ['administrator'] },
}

describe('who may do what with people, roles and organisations', () => {
  for (const [action, { whenOther, whenHouse }] of Object.entries(mayBy))
    for (const role of roles) {
      const rule = peoplePolicy[action as keyof typeof peoplePolicy] as (
        actor: ReturnType<typeof actorWith>,
        about: { roles: AssignableRole[] },
      ) => boolean
      it(`${role}: ${action}`, () => {
        for (const given of others) expect(rule(actorWith(role), { roles: [given] }), given).toBe(whenOther.includes(role))
        for (const given of house) expect(rule(actorWith(role), { roles: ['officer', given] }), given).toBe(whenHouse.includes(role))
      })
    }

  it('lets nobody change the ways in while a second step that could be done is due', () => {
    const ask = (secondStep: 'due' | 'done' | 'not asked for', canDoIt: boolean) =>
      peoplePolicy.changeWaysIn(actorWith('administrator'), { secondStep, canDoIt })
    expect([ask('due', true), ask('due', false), ask('done', true), ask('not asked for', true)]).toEqual([false, true, true, true])
  })

  it('lets an administrator reset another’s second step, not their own', () => {
    expect(peoplePolicy.resetSecondStep(actorWith('administrator'), { personId: 'another' })).toBe(true)
    expect(peoplePolicy.resetSecondStep(actorWith('administrator'), { personId: actorWith('administrator').personId ?? '' })).toBe(false)
  })

  it('names every action of the policy', () => {
    expect(Object.keys(mayBy).sort()).toEqual(Object.keys(peoplePolicy).sort())
  })

  it('offers the secretariat the roles it may give, and an administrator all', () => {
    expect(rolesToGive(actorWith('secretariat'))).toEqual(['representative', 'officer', 'forum-member', 'moderator'])
    expect(rolesToGive(actorWith('administrator'))).toEqual(assignableRoles)
    expect(rolesToGive(actorWith('officer'))).toEqual([])
  })
})
