import { countCharacters } from './countCharacters.ts'
import { dropFiles } from './dropFiles.ts'
import { searchInHeader } from './searchInHeader.ts'
import { sendOnce } from './sendOnce.ts'
import { suggestIn } from './suggest.ts'
import { surveyQuestions } from './surveyQuestions.ts'

countCharacters()
dropFiles()
sendOnce()
searchInHeader()
surveyQuestions()
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestIn(field)
