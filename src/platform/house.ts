import type { Clock, DemonstrationClock } from './clock.ts'
import type { Configuration } from './configuration.ts'
import type { Database, Engine } from './database/database.ts'
import type { Files } from './files/files.ts'
import type { Mailer } from './mail/mailer.ts'

/** What every use case and page works with. */
export type House = {
  db: Database
  engine: Engine
  clock: Clock
  files: Files
  mailer: Mailer
  configuration: Configuration
  /** Set in a demonstration only. */
  demonstration: { clock: DemonstrationClock } | null
}
