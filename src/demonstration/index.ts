import nap3 from '../../data/latvia-nap3.json' with { type: 'json' }
import nap4 from '../../data/latvia-nap4.json' with { type: 'json' }
import { seedDemonstrationPeople } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { openInstance } from '../platform/instance.ts'
import { writeStatement } from './accessibility.ts'
import { writeBallots } from './ballots.ts'
import { delegateSome } from './delegation.ts'
import { writeEasyTexts } from './easyTexts.ts'
import { writeEvents } from './events.ts'
import { writeForum } from './forum.ts'
import { writeIdeas } from './ideas.ts'
import { importPlan } from './importPlan.ts'
import { lv3 } from './lv3.ts'
import { lv4, steps4 } from './lv4.ts'
import { writeNotices } from './notices.ts'
import { writeSurvey } from './survey.ts'
import { writeVoices } from './voices.ts'

/**
 * Loads the demonstration: Latvia's third and fourth plans from public sources, made-up
 * updates, voices, notices, ideas, a survey, ballots and an event, and people to sign in as. What is there already is left
 * alone, so that a second start keeps what was done. Throws when the data are real.
 */
export async function loadDemonstration(house: House): Promise<void> {
  const instance = await openInstance(house.db, true)
  if (!instance.demonstration) throw new Error('a demonstration is not loaded into real data')
  await importPlan(house, { content: nap3, byHand: lv3 })
  await importPlan(house, { content: nap4, byHand: lv4, steps: steps4 })
  await writeEasyTexts(house)
  await writeStatement(house)
  await writeVoices(house)
  await writeNotices(house)
  await writeEvents(house)
  // Only at the first start: what was taken back since must not come again.
  if (await seedDemonstrationPeople(house)) await delegateSome(house)
  await writeIdeas(house)
  await writeSurvey(house)
  await writeBallots(house)
  await writeForum(house)
}
