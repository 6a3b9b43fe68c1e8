export { forgetEndedAssignments } from './forgetAssignments.ts'
export { deskOwnRows } from './ownRows.ts'
export { deskData } from './personalData.ts'
