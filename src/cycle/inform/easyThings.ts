import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { type Language, type LocalText, languages } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { address } from '../../web/addresses.ts'
import { commitmentByNumber, planById } from '../plan/index.ts'
import { noticeObject } from './publishNotice.ts'
import { noticeById } from './queries.ts'

/** A thing that can be told in easy language: a plan, a commitment of it, a notice. */
export type EasyThing = { plan: string; number?: number } | { notice: number }

/** How the thing is called in the record. */
export function objectOf(thing: EasyThing): string {
  if ('notice' in thing) return noticeObject(thing.notice)
  return thing.number === undefined ? `/plans/${thing.plan}` : `/plans/${thing.plan}/commitments/${thing.number}`
}

/** The thing that is called so in the record; null when it can't have an easy text. */
export function thingOf(object: string): EasyThing | null {
  const [, notice] = /^\/news\/([1-9]\d{0,8})$/.exec(object) ?? []
  if (notice) return { notice: Number(notice) }
  const [, plan, number] = /^\/plans\/([\w-]{1,64})(?:\/commitments\/([1-9]\d{0,2}))?$/.exec(object) ?? []
  if (!plan) return null
  return number === undefined ? { plan } : { plan, number: Number(number) }
}

/** The page of the easy text. */
export function easyAddress(language: Language, thing: EasyThing): string {
  if ('notice' in thing) return address(language, 'easyNotice', thing)
  const { plan, number } = thing
  return number === undefined ? address(language, 'easyPlan', { plan }) : address(language, 'easyCommitment', { plan, number })
}

/** The page of the thing itself. */
export function originalAddress(language: Language, thing: EasyThing): string {
  if ('notice' in thing) return address(language, 'notice', thing)
  const { plan, number } = thing
  return number === undefined ? address(language, 'plan', { plan }) : address(language, 'commitment', { plan, number })
}

/** What an easy text is written from: the thing's title and texts, and the entry of the record that wrote it last. */
export type Original = { thing: EasyThing; title: LocalText; texts: { label: string; content: LocalText }[]; seq: number }

const labels = defineTexts({
  lv: { oversight: 'Pārraudzība', problem: 'Problēma', promise: 'Apņemšanās', solution: 'Kā tas palīdzēs', text: 'Teksts' },
  en: { oversight: 'Oversight', problem: 'Problem', promise: 'Commitment', solution: 'How it helps', text: 'Text' },
})

/** The original of a thing as known on a day; null when there is none. The labels are in the reader's language. */
export async function originalOf(db: Database, thing: EasyThing, today: Day, language: Language = languages[0]): Promise<Original | null> {
  const t = labels[language]
  if ('notice' in thing) return noticeOriginal(db, thing, today, t.text)
  const plan = await planById(db, thing.plan, today)
  if (!plan) return null
  if (thing.number === undefined) return { thing, title: plan.title, texts: told([[t.oversight, plan.oversight]]), seq: plan.recordSeq }
  const found = await commitmentByNumber(db, plan.id, thing.number, today)
  if (!found) return null
  const { title, problem, promise, solution, recordSeq } = found.commitment
  const texts = told([
    [t.problem, problem],
    [t.promise, promise],
    [t.solution, solution],
  ])
  return { thing, title, texts, seq: recordSeq }
}

/** A notice as it reads on a day; one that was withdrawn is not there any more. */
async function noticeOriginal(db: Database, thing: { notice: number }, today: Day, label: string): Promise<Original | null> {
  const now = (await noticeById(db, thing.notice, today))?.versions.at(-1)
  return now && !now.withdrawn ? { thing, title: now.title, texts: told([[label, now.body]]), seq: now.recordSeq } : null
}

const told = (texts: readonly [string, LocalText | null][]) => texts.flatMap(([label, content]) => (content ? [{ label, content }] : []))
