import type { Actor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { wrongFields } from '../../platform/refusal.ts'
import { changeUpdate } from './changeUpdate.ts'
import { evidence } from './tables.ts'
import type { EvidenceInput } from './updateInput.ts'
import { tooMuchEvidence } from './updateProblems.ts'
import { evidenceOf, MOST_EVIDENCE, type UpdateKey } from './updateSubject.ts'

/**
 * Adds a link or a stored file to the evidence that the update's next version will name. What is
 * there already is not added again. It becomes public with that version.
 */
export async function addEvidence(house: House, actor: Actor, key: UpdateKey, input: EvidenceInput): Promise<void> {
  await changeUpdate(house, actor, key, async (tx, _subject, row) => {
    const there = await evidenceOf(tx, row.id)
    const same = there.some((item) => ('url' in input ? item.url === input.url : item.fileHash === input.file.hash))
    if (same) return
    if (there.length >= MOST_EVIDENCE) throw wrongFields([tooMuchEvidence(MOST_EVIDENCE)])
    const place =
      'url' in input
        ? { url: input.url }
        : { fileHash: input.file.hash, fileName: input.file.name, mediaType: input.file.mediaType, bytes: input.file.bytes }
    await tx.insert(evidence).values({
      updateId: row.id,
      title: input.title,
      dated: input.dated,
      addedOn: house.clock.today(),
      demonstration: house.demonstration !== null,
      ...place,
    })
  })
}
