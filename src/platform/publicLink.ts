import type { Database } from './database/database.ts'
import type { Stretch } from './publicText.ts'

/** A public thing with the addresses elsewhere that it names, none where it names none any more. */
export type PublicLinks = {
  /** The thing itself, such as `evidence:12`. */
  thing: string
  /** Where it is shown: an address of the record, such as `/plans/lv-3/documents/4`. */
  place: string
  addresses: string[]
}

/** A module's things that changed in a stretch of the record, each with all addresses that it names now. */
export type PublicLinksOf = (db: Database, stretch: Stretch) => Promise<PublicLinks[]>
