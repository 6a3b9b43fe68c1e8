export { forgetEverywhere } from './forgetEverywhere.ts'
export { ownRowsOfAll } from './ownRows.ts'
