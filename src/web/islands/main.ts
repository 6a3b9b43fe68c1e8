import { countCharacters } from './countCharacters.ts'
import { dropFiles } from './dropFiles.ts'
import { keepDraft } from './keepDraft.ts'
import { searchInHeader } from './searchInHeader.ts'
import { sendOnce } from './sendOnce.ts'
import { showSimilar } from './similar.ts'
import { suggestIn } from './suggest.ts'

countCharacters()
dropFiles()
keepDraft()
sendOnce()
searchInHeader()
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestIn(field)
for (const place of document.querySelectorAll<HTMLElement>('[data-similar]')) showSimilar(place)
