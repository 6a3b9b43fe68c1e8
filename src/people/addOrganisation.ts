import { violatedConstraint } from '../platform/database/problems.ts'
import type { House } from '../platform/house.ts'
import { wrongField } from '../platform/refusal.ts'
import { append } from '../record/index.ts'
import type { Actor } from './actor.ts'
import type { NewOrganisation } from './input.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { organisationObject } from './queries.ts'
import { organisation, organisationName } from './tables.ts'
import { peopleTexts } from './texts.ts'

/** Adds an institution or organisation; its first name is in force since ever. */
export async function addOrganisation(house: House, actor: Actor, { id, sector, name }: NewOrganisation): Promise<void> {
  allow(peoplePolicy.editOrganisations, actor, undefined)
  try {
    await house.db.transaction(async (tx) => {
      const recordSeq = await append(tx, house.clock.now(), {
        actor: { role: 'secretariat', for: null },
        act: 'addOrganisation',
        object: organisationObject(sector, id),
        content: { sector, name },
      })
      await tx.insert(organisation).values({ id, sector, recordSeq })
      await tx.insert(organisationName).values({ organisationId: id, name })
    })
  } catch (error) {
    throw violatedConstraint(error) === 'organisation_pkey'
      ? wrongField('id', (language) => peopleTexts[language].organisationIdTaken)
      : error
  }
}
