import { countCharacters } from './countCharacters.ts'
import { dropFiles } from './dropFiles.ts'
import { searchInHeader } from './searchInHeader.ts'
import { sendOnce } from './sendOnce.ts'
import { sortIdeas } from './sortIdeas.ts'
import { suggestIn } from './suggest.ts'

countCharacters()
dropFiles()
sendOnce()
searchInHeader()
sortIdeas()
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestIn(field)
