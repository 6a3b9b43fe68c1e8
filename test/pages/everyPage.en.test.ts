import { testEveryPage } from './everyPage.ts'

testEveryPage('en')
