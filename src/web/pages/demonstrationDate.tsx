import { eq } from 'drizzle-orm'
import type { DemonstrationClock } from '../../platform/clock.ts'
import { addDays, type Day, day, parseDay } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { longDate } from '../../platform/languages/dates.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { notFound, type Problem, Refusal, wrongField } from '../../platform/refusal.ts'
import { instance } from '../../platform/tables.ts'
import { append } from '../../record/index.ts'
import { address } from '../addresses.ts'
import { ErrorSummary, type FormState, TextField } from '../components/form.tsx'
import { page, seeOther } from '../render.tsx'
import type { Visit } from '../visit.ts'

/** The plans' sources say nothing of later years. */
const LAST_DAY = day('2030-12-31')

const texts = defineTexts({
  lv: {
    title: 'Demonstrācijas datums',
    lead: (today: string) =>
      `Šeit šodien ir ${today}. Datumu var pārcelt tikai uz priekšu: termiņi paiet, posmi mainās, un kļūst redzams tas, kas līdz tai dienai zināms.`,
    to: 'Jaunais datums',
    hint: 'Gads, mēnesis, diena: 2019-09-30.',
    move: 'Pārcelt uz priekšu',
    noDay: 'Ierakstiet datumu kā gadu, mēnesi un dienu, piemēram, 2019-09-30.',
    earlier: (today: string) => `Datumu var pārcelt tikai uz priekšu. Izvēlieties dienu pēc šīs: ${today}.`,
    tooLate: (last: string) => `Tik tālu demonstrācijas dati nesniedzas. Izvēlieties dienu, kas nav vēlāka par šo: ${last}.`,
  },
  en: {
    title: 'The demonstration’s date',
    lead: (today: string) =>
      `Today is ${today} here. The date moves forward only: deadlines pass, phases turn, and what is known by that day shows.`,
    to: 'New date',
    hint: 'Year, month, day: 2019-09-30.',
    move: 'Move forward',
    noDay: 'Write the date as year, month and day, for example 2019-09-30.',
    earlier: (today: string) => `The date moves forward only. Choose a day after ${today}.`,
    tooLate: (last: string) => `The demonstration’s data do not reach that far. Choose a day no later than ${last}.`,
  },
})

function clockOf(house: House): DemonstrationClock {
  if (!house.demonstration) throw notFound()
  return house.demonstration.clock
}

/** The form by which the demonstration's date is moved, for those who come without the banner. */
export async function showDemonstrationDate(visit: Visit<'demonstrationDate'>): Promise<Response> {
  const today = clockOf(visit.house).today()
  return draw(visit, new Fields({ to: [addDays(today, 1)] }), [])
}

/** Moves the demonstration's date and leads back to the page the visitor came from. */
export async function moveDemonstrationDate(visit: Visit<'demonstrationDate'>): Promise<Response> {
  const clock = clockOf(visit.house)
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, visit.house)
  if (problems.length) return draw(visit, fields, problems)
  try {
    await moveDate(visit.house, clock, readDay(fields))
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) return draw(visit, fields, error.problems)
    throw error
  }
  return seeOther(ownPath(fields.get('back')) ?? address(visit.language, 'home'))
}

function readDay(fields: Fields): Day {
  const to = parseDay(fields.trimmed('to'))
  if (!to) throw wrongField('to', (language) => texts[language].noDay)
  if (to > LAST_DAY) throw wrongField('to', (language) => texts[language].tooLate(longDate(language, LAST_DAY)))
  return to
}

async function moveDate(house: House, clock: DemonstrationClock, to: Day): Promise<void> {
  await house.db.transaction(async (tx) => {
    // Two who move it at once stand in a queue here.
    await tx.select({ id: instance.id }).from(instance).where(eq(instance.id, 1)).for('update')
    const from = clock.today()
    // The same form sent twice: it is done already.
    if (to === from) return
    if (to < from) throw wrongField('to', (language) => texts[language].earlier(longDate(language, from)))
    const actor = { role: 'visitor', for: null }
    await append(tx, house.clock.now(), { actor, act: 'moveDemonstrationDate', object: '/demonstration', content: { from, to } })
    await clock.moveTo(tx, to)
  })
}

/** A path within this site, or null: nothing that a browser could read as another host. */
function ownPath(text: string): string | null {
  if (!/^\/[\w\-./~%]*(?:\?[\w\-./~%=&+]*)?$/.test(text) || text.startsWith('//')) return null
  return text
}

function draw(visit: Visit<'demonstrationDate'>, fields: Fields, problems: readonly Problem[]): Response {
  const { language, house } = visit
  const t = texts[language]
  const form: FormState = { fields, problems, language }
  return page(
    visit,
    {
      title: t.title,
      hasErrors: problems.length > 0,
      children: (
        <>
          <div class="head">
            <h1>{t.title}</h1>
            <p class="lead">{t.lead(longDate(language, clockOf(house).today()))}</p>
          </div>
          <div class="form-grid">
            <form method="post" action={address(language, 'demonstrationDate')}>
              <ErrorSummary form={form} />
              <input type="hidden" name="back" value={ownPath(fields.get('back')) ?? ''} />
              <TextField form={form} name="to" label={t.to} hint={t.hint} maxLength={10} short />
              <p class="acts">
                <button type="submit" class="ds-button">
                  {t.move}
                </button>
              </p>
            </form>
          </div>
        </>
      ),
    },
    problems.length ? 422 : 200,
  )
}
