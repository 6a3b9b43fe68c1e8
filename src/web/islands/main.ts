import { countCharacters } from './countCharacters.ts'
import { dropFiles } from './dropFiles.ts'
import { sendOnce } from './sendOnce.ts'

countCharacters()
dropFiles()
sendOnce()
