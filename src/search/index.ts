export { type Found, findTexts, MOST_WORDS, ON_A_PAGE, readSought, type Sought } from './findTexts.ts'
export { excerpt, foundWords, highlighted } from './highlight.ts'
export { keepUp } from './keepUp.ts'
export { searchData } from './personalData.ts'
