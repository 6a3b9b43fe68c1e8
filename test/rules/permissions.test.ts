import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Actor, type Policy, type Role, visitor } from '../../src/people/index.ts'
import { expected } from './permissions.expected.ts'

const sources = resolve(import.meta.dirname, '../../src')

/** Every policy of the house, found by its file: none can be forgotten. */
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)policy\.ts$/.test(file))
const modules = await Promise.all(files.map((file) => import(join(sources, file)) as Promise<Record<string, Policy>>))
const policies = modules.flatMap((module) =>
  Object.entries(module).flatMap(([name, policy]) => (name.endsWith('Policy') ? [[name.slice(0, -'Policy'.length), policy] as const] : [])),
)

const OWN = 'own'
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

function actorWith(role: Role): Actor {
  if (role === 'visitor') return visitor
  const held = role === 'participant' ? [] : [{ role, organisationId: role === 'officer' || role === 'representative' ? OWN : null }]
  return { personId: 'someone', name: 'Someone', roles: [{ role: 'participant', organisationId: null }, ...held] }
}

/** A thing that belongs to this institution or organisation, whatever a rule asks of it. */
const thingOf = (id: string): Record<string, unknown> => ({
  institutions: [id],
  organisations: [id],
  leads: [id],
  partners: [id],
  organisationId: id,
  institution: id,
  organisation: id,
  roles: ['officer'],
  holders: [id === OWN ? 'someone' : id],
})

/** Who may, in the words of the table. */
function whoMay(rule: Policy[string]): string {
  const ask = rule as (actor: Actor, about: unknown) => boolean
  return roles
    .flatMap((role) => {
      const actor = actorWith(role)
      if (ask(actor, thingOf('another'))) return [role]
      return ask(actor, thingOf(OWN)) ? [`own ${role}`] : []
    })
    .join(', ')
}

describe('who may do what', () => {
  it('finds the policies of every module', () => {
    expect(policies.map(([module]) => module).sort()).toEqual(Object.keys(expected).sort())
  })

  describe.each(policies)('%s', (module, policy) => {
    it('has an expectation for every action, and no other', () => {
      expect(Object.keys(policy).sort()).toEqual(Object.keys(expected[module] ?? {}).sort())
    })

    it.each(Object.entries(policy))('%s', (action, rule) => {
      expect(whoMay(rule)).toBe(expected[module]?.[action])
    })
  })
})
