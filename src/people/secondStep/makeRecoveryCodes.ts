import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { lockOwnWays, tellOwner } from '../ownWays.ts'
import type { Asker } from '../sessions.ts'
import { renewRecoveryCodes } from './recoveryCodes.ts'

/** Gives the asker new recovery codes, to be shown once; earlier ones end. */
export async function makeRecoveryCodes(house: House, asker: Asker, language: Language): Promise<string[]> {
  return house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    const codes = await renewRecoveryCodes(tx, whose.id)
    await tellOwner(house, tx, whose, 'recoveryCodesRenewed', language)
    return codes
  })
}
