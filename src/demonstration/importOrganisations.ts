import { inArray } from 'drizzle-orm'
import { organisation, organisationName, organisationObject } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays } from '../platform/dates/partialDate.ts'
import { localText } from '../platform/languages/languages.ts'
import { append } from '../record/index.ts'
import { laterNames, noteInBoth } from './names.ts'
import type { PlanFile } from './planFile.ts'

/** Writes the institutions and organisations of a plan that are not there yet, each with the names it has had. */
export async function importOrganisations(tx: Database, now: Date, file: PlanFile): Promise<void> {
  const ids = file.institutions.map((institution) => institution.id)
  const there = await tx.select({ id: organisation.id }).from(organisation).where(inArray(organisation.id, ids))
  const known = new Set(there.map((row) => row.id))
  for (const { id, sector, name_lv, name_en, note } of file.institutions.filter((institution) => !known.has(institution.id))) {
    const name = localText(name_lv, name_en)
    const recordSeq = await append(tx, now, {
      actor: { role: 'administrator', for: null },
      act: 'importOrganisation',
      object: organisationObject(sector, id),
      content: { name, sector },
    })
    await tx.insert(organisation).values({ id, sector, note: noteInBoth(note), recordSeq })
    const later = laterNames[id]
    await tx.insert(organisationName).values({ organisationId: id, name, validTo: later ? addDays(later.from, -1) : null })
    if (later) await tx.insert(organisationName).values({ organisationId: id, name: later.name, validFrom: later.from, note: later.note })
  }
}
