import { type DataMap, withoutPersonalData } from '../platform/dataMap.ts'
import { searchState, searchText, searchWord } from './tables.ts'

/** What is searched is a copy of public texts: what they hold about people is told where they come from. */
export const searchData: DataMap = withoutPersonalData(searchState, searchText, searchWord)
