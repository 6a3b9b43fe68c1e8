import { checkFiles } from './checkFiles.ts'
import { checkRecord } from './checkRecord.ts'
import type { HouseCommand } from './command.ts'
import { createAdministrator } from './createAdministrator.ts'
import { exportRecord } from './exportRecord.ts'
import { migrate } from './migrate.ts'
import { readMail } from './readMail.ts'

/** The commands that work with the data, also beside a running server. */
export const houseCommands: readonly HouseCommand[] = [migrate, createAdministrator, checkRecord, checkFiles, exportRecord, readMail]
