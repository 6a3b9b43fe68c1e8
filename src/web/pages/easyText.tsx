import { EasyBody, type EasyText, type EasyThing, easyTextsOf, objectOf, originalAddress, originalOf } from '../../cycle/inform/index.ts'
import { idInAddress, numberInAddress } from '../../platform/http/numberInAddress.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { type Language, languages } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { notFound } from '../../platform/refusal.ts'
import { MadeUp } from '../components/MadeUp.tsx'
import { named } from '../named.ts'
import { page } from '../render.tsx'
import { webText } from '../texts.ts'
import type { AnyVisit, Handler } from '../visit.ts'

const texts = defineTexts({
  lv: {
    easy: 'Viegli lasīt',
    old: 'Pēc tam, kad šis teksts tapa, kaut kas ir mainījies. Jaunāko lasiet pilnajā tekstā.',
    whole: 'Lasīt pilno tekstu',
    published: (on: string) => `Publicēts ${on}`,
  },
  en: {
    easy: 'Easy to read',
    old: 'Something has changed since this text was written. Read the full text for the latest.',
    whole: 'Read the full text',
    published: (on: string) => `Published ${on}`,
  },
})

/** A plan in easy language. */
export const easyPlanPage: Handler<'easyPlan'> = (visit) => easyPage(visit, { plan: visit.values.plan })

/** A commitment in easy language. */
export const easyCommitmentPage: Handler<'easyCommitment'> = (visit) =>
  easyPage(visit, { plan: visit.values.plan, number: numberInAddress(visit.values.number) })

/** A notice in easy language. */
export const easyNoticePage: Handler<'easyNotice'> = (visit) => easyPage(visit, { notice: idInAddress(visit.values.notice) })

/** A thing in easy language; written in the other language alone it is shown in that, and says so. */
async function easyPage(visit: AnyVisit, thing: EasyThing): Promise<Response> {
  const { house, language, today } = visit
  const t = texts[language]
  const original = await originalOf(house.db, thing, today)
  const written = original && (await easyTextsOf(house.db, [objectOf(thing)], today)).get(objectOf(thing))
  const text = written && inOrder(language).flatMap((one) => written.get(one) ?? [])[0]
  if (!original || !text) throw notFound()
  const lang = text.language === language ? {} : { lang: text.language }
  const whole = originalAddress(language, thing)
  return page(visit, {
    title: titleOf(text, language),
    path: [{ title: named(original.title, language), href: whole }],
    children: (
      <>
        <div class="head">
          <p class="eyebrow">{t.easy}</p>
          <h1 class="long" {...lang}>
            {text.title}
          </h1>
          {text.language === language ? null : <p class="note">({webText(language).notTranslated})</p>}
        </div>
        {text.originalSeq < original.seq ? <p class="easy note">{t.old}</p> : null}
        <EasyBody text={text.body} {...lang} />
        <p class="easy gap">
          <a href={whole}>{t.whole}</a>
        </p>
        <p class="note gap">
          {t.published(shortDate(language, text.publishedOn))}
          <MadeUp when={text.demonstration} language={language} />
        </p>
      </>
    ),
  })
}

/** The reader's language first. */
const inOrder = (language: Language): Language[] => [language, ...languages.filter((other) => other !== language)]

function titleOf(text: EasyText, language: Language) {
  const words = `${text.title} · ${texts[text.language].easy}`
  return text.language === language ? words : { text: words, language: text.language, missing: true, state: 'original' as const }
}
