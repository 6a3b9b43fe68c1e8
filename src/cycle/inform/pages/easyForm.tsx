import { longSentences } from '../../../methods/longSentences.ts'
import { allow } from '../../../people/index.ts'
import { TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { isLanguage, type Language, languages } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { ErrorSummary, TextArea, TextField } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { type Comparison, TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { EASY_TITLE_LIMIT, readEasyText } from '../easyInput.ts'
import { type EasyText, easyVersions } from '../easyQueries.ts'
import { easyAddress, type Original, originalAddress, originalOf, thingOf } from '../easyThings.ts'
import { informPolicy } from '../policy.ts'
import { publishEasyText } from '../publishEasyText.ts'
import { EasyBody } from './EasyBody.tsx'
import { easyFormTexts } from './easyTexts.ts'
import { editAddress, editQuery, listAddress } from './editAddress.ts'

/** What is written about, in which language, and what was published of it. */
type About = { original: Original; of: Language; versions: EasyText[] }

/** The form of an easy text in one language, with the original beside it. */
export const showEasyForm: Handler<'easyEdit'> = async (visit) => {
  allow(informPolicy.writeEasyTexts, visit.actor, undefined)
  const about = await aboutIn(visit)
  const [newest] = about.versions
  return draw(visit, about, opened({ title: [newest?.title ?? ''], body: [newest?.body ?? ''] }))
}

/** Publishes what was typed, or shows it first as readers will see it. */
export const sendEasyForm: Handler<'easyEdit'> = async (visit) => {
  allow(informPolicy.writeEasyTexts, visit.actor, undefined)
  const about = await aboutIn(visit)
  const { thing } = about.original
  return answerForm(
    visit,
    async (house, fields) => {
      const input = readEasyText(fields, about.of)
      // A preview does nothing: it is refused without a mistake, and the page is drawn again with what was typed.
      if (fields.trimmed('do') === 'preview') throw new Refusal(422)
      await publishEasyText(house, visit.actor, thing, input)
      return `${editAddress(visit.language, thing, about.of)}&done=saved`
    },
    async (drawn) => draw(visit, await aboutIn(visit), drawn),
  )
}

/** The attribute of words in a language, where it is not the page's. */
const langIn = (written: Language, language: Language) => (written === language ? {} : { lang: written })

async function aboutIn(visit: AnyVisit): Promise<About> {
  const { house, query, today, language } = visit
  const thing = thingOf(query.get('object') ?? '')
  const of = query.get('text') ?? language
  const original = thing && (await originalOf(house.db, thing, today, language))
  if (!original || !isLanguage(of)) throw notFound()
  return { original, of, versions: await easyVersions(house.db, query.get('object') ?? '', of, today) }
}

function draw(visit: AnyVisit, about: About, drawn: Drawn): Response {
  const { language } = visit
  const { original, of, versions } = about
  const { thing, title } = original
  const t = easyFormTexts[language]
  const [newest] = versions
  const form = stateOf(visit, drawn)
  const shown = drawn.status === 422 && !drawn.problems.length
  return page(
    visit,
    {
      title: t.title(t[of]),
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [
        { title: t.manage, href: address(language, 'manage') },
        { title: t.list, href: listAddress(language, 'plan' in thing ? thing.plan : null) },
      ],
      search: editQuery(thing, of),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={title} language={language} quiet />
            </p>
            <h1>{t.title(t[of])}</h1>
            {visit.query.has('done') && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.saved} <a href={easyAddress(of, thing)}>{t.toEasy}</a>
              </p>
            ) : null}
            {newest && newest.originalSeq < original.seq ? <p class="lead">{t.originalChanged}</p> : null}
          </div>
          {shown ? <Shown title={drawn.fields.trimmed('title')} body={drawn.fields.trimmed('body')} of={of} language={language} /> : null}
          <div class="form-grid">
            <div>
              {drawn.conflict ? (
                <TwoVersions comparison={comparison(drawn, newest, language)} language={language} />
              ) : (
                <ErrorSummary form={form} />
              )}
              <form method="post" action={editAddress(language, thing, of)} noValidate>
                <HiddenFields form={form} version={versionIn(drawn, newest?.version ?? 0)} />
                <TextField form={form} name="title" label={t.easyTitle} hint={t.easyTitleHint} maxLength={EASY_TITLE_LIMIT} />
                <TextArea form={form} name="body" label={t.body} hint={t.bodyHint} rows={18} limit={TEXT_LIMIT} lang={of} />
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.publish}
                  </button>
                  <button type="submit" name="do" value="preview" class="ds-button" data-variant="secondary">
                    {t.preview}
                  </button>
                </div>
              </form>
              <Versions versions={versions} language={language} />
            </div>
            <Beside about={about} language={language} />
          </div>
        </>
      ),
    },
    shown ? 200 : drawn.status,
  )
}

function comparison(drawn: Drawn, newest: EasyText | undefined, language: Language): Comparison {
  const t = easyFormTexts[language]
  return {
    stored: [
      { label: t.easyTitle, value: newest?.title ?? '' },
      { label: t.body, value: newest?.body ?? '' },
    ],
    typed: [
      { label: t.easyTitle, value: drawn.fields.trimmed('title') },
      { label: t.body, value: drawn.fields.trimmed('body') },
    ],
  }
}

/** Longer sentences than this are pointed at. The number is ours: advice for easy language asks for short ones and names none. */
const MOST_WORDS = 15

/** The text as readers will see it, and the sentences that may be too long for them. */
function Shown({ title, body, of, language }: { title: string; body: string; of: Language; language: Language }) {
  const t = easyFormTexts[language]
  const long = longSentences(body, MOST_WORDS)
  const lang = langIn(of, language)
  return (
    <section class="sec" aria-labelledby="prieksskatijums">
      <h2 id="prieksskatijums">{t.previewTitle}</h2>
      <div>
        <p class="note" role="status">
          {t.notPublished}
        </p>
        <h3 class="title2" {...lang}>
          {title}
        </h3>
        <EasyBody text={body} {...lang} />
        {long.length ? (
          <>
            <h3 class="title2">{t.long(MOST_WORDS)}</h3>
            <ul class="prose">
              {long.map(({ sentence, words }) => (
                <li key={sentence}>
                  <span {...lang}>{sentence}</span> ({t.words(words)})
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p class="note">{t.noLong(MOST_WORDS)}</p>
        )}
      </div>
    </section>
  )
}

/** The original in the language of the text, other ways, and advice. */
function Beside({ about: { original, of }, language }: { about: About; language: Language }) {
  const t = easyFormTexts[language]
  const { thing, title, texts } = original
  return (
    <aside class="side" aria-labelledby="originals">
      <h2 id="originals">{t.original}</h2>
      <div class="prose">
        <p {...langIn(of, language)}>
          <b>
            <Local content={title} language={of} quiet />
          </b>
        </p>
        {texts.map(({ label, content }) => (
          <div key={label}>
            <h3>{label}</h3>
            <div {...langIn(of, language)}>
              <LocalParagraphs content={content} language={of} />
            </div>
          </div>
        ))}
        <p>
          <a href={originalAddress(of, thing)}>{t.toOriginal}</a>
        </p>
        {languages
          .filter((other) => other !== of)
          .map((other) => (
            <p key={other}>
              <a href={editAddress(language, thing, other)}>{t.toOther(t[other])}</a>
            </p>
          ))}
        <h2>{t.advice}</h2>
        <ul class="prose">
          {t.adviceList.split('\n').map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </aside>
  )
}

function Versions({ versions, language }: { versions: readonly EasyText[]; language: Language }) {
  const t = easyFormTexts[language]
  return (
    <div class="group gap">
      <h2 class="title2">{t.versions}</h2>
      {versions.length ? (
        versions.map(({ id, version, publishedOn, title, body, language: written }) => (
          <details class="ds-details" key={id}>
            <summary>{t.version(version, shortDate(language, publishedOn))}</summary>
            <p {...langIn(written, language)}>
              <b>{title}</b>
            </p>
            <p class="typed" {...langIn(written, language)}>
              {body}
            </p>
          </details>
        ))
      ) : (
        <p>{t.noVersions}</p>
      )}
    </div>
  )
}
