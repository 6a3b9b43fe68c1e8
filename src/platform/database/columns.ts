import { customType, jsonb } from 'drizzle-orm/pg-core'
import type { Day, PartialDate } from '../dates/partialDate.ts'
import type { LocalText } from '../languages/languages.ts'

/** A calendar day, kept as the database's date and read as YYYY-MM-DD. */
export const dayColumn = customType<{ data: Day; driverData: string }>({ dataType: () => 'date' })

/** A date of any precision, kept as text; the domain partial_date in the database checks its form. */
export const partialDateColumn = customType<{ data: PartialDate; driverData: string }>({ dataType: () => 'partial_date' })

/** A content in several languages. */
export const localTextColumn = (name: string) => jsonb(name).$type<LocalText>()

/** A moment, kept with time zone and read as an ISO 8601 text in UTC with milliseconds. */
export const momentColumn = customType<{ data: Date; driverData: string | Date }>({
  dataType: () => 'timestamptz',
  fromDriver: (value) => (value instanceof Date ? value : new Date(value)),
  toDriver: (value) => value.toISOString(),
})
