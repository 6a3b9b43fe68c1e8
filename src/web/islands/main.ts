import { countCharacters } from './countCharacters.ts'
import { dropFiles } from './dropFiles.ts'
import { keepDraft } from './keepDraft.ts'
import { searchInHeader } from './searchInHeader.ts'
import { sendOnce } from './sendOnce.ts'
import { suggestIn } from './suggest.ts'

countCharacters()
dropFiles()
keepDraft()
sendOnce()
searchInHeader()
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestIn(field)
