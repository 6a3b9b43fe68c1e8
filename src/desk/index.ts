export { forgetEndedAssignments } from './forgetAssignments.ts'
export { deskData } from './personalData.ts'
