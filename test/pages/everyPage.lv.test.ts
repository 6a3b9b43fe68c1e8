import { testEveryPage } from './everyPage.ts'

testEveryPage('lv')
