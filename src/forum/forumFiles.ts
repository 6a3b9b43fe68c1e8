import { filesOfTable } from '../platform/files/filesOfTable.ts'
import { forumPaper } from './meetings/tables.ts'

/** Every file that is a paper of a forum. */
export const forumFiles = filesOfTable(forumPaper)
