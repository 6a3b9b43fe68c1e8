import { countCharacters } from './countCharacters.ts'
import { sendOnce } from './sendOnce.ts'

countCharacters()
sendOnce()
