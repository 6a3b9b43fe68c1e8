import { type DocumentVersion, textOf } from '../../cycle/documents/index.ts'
import { type Stretch, textDifference } from '../../methods/textDifference.ts'
import type { House } from '../../platform/house.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { Section } from '../components/Section.tsx'
import { WordDifference } from '../components/WordDifference.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { type DocumentFacts, pathBelowDocument, readDocument } from './documents/facts.ts'
import { documentTexts } from './documents/texts.ts'

/** What changed between two versions of a document, word by word, for those whose words are known. */
export const documentDifferencesPage: Handler<'documentDifferences'> = async (visit) => {
  const { house, language, query } = visit
  const t = documentTexts[language]
  const facts = await readDocument(visit)
  const to = chosen(facts, query.get('to'), facts.newest.number)
  const from = chosen(facts, query.get('from'), to.number - 1)
  const search = `?${new URLSearchParams({ from: String(from.number), to: String(to.number) })}`
  return page(visit, {
    title: t.differencesOf(from.number, to.number),
    section: 'documents',
    path: pathBelowDocument(facts, language),
    search,
    children: (
      <>
        <div class="head">
          <p class="eyebrow">
            <Local content={facts.document.title} language={language} quiet />
          </p>
          <h1>{t.differencesOf(from.number, to.number)}</h1>
          {to.reason ? (
            <p class="lead typed">
              {t.changedWhy} {to.reason}
            </p>
          ) : null}
        </div>
        <Section id="redakcijas" label={t.versions}>
          <Choice visit={visit} facts={facts} from={from.number} to={to.number} />
        </Section>
        <Section id="atskiribas" label={t.text}>
          <Compared difference={await differenceOf(house, from, to)} written={facts.document.language} language={language} />
        </Section>
      </>
    ),
  })
}

/** The version that an address names, else this one. Refuses with 404 when there is no such version. */
function chosen({ versions }: DocumentFacts, asked: string | null, otherwise: number): DocumentVersion {
  const number = asked === null ? otherwise : /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : Number.NaN
  const found = versions.find((version) => version.number === number)
  if (!found) throw notFound()
  return found
}

/** Null when the words of either version can't be told. */
async function differenceOf(house: House, from: DocumentVersion, to: DocumentVersion): Promise<Stretch[] | null> {
  const before = from.main && (await textOf(house, from.main))
  const after = to.main && (await textOf(house, to.main))
  return before === null || after === null ? null : textDifference(before, after)
}

function Compared({ difference, written, language }: { difference: Stretch[] | null; written: string | null; language: Language }) {
  const t = documentTexts[language]
  if (difference === null) return <p class="prose">{t.cannotCompare}</p>
  if (!difference.length) return <p>{t.nothing}</p>
  return (
    <div class="prose compared" {...(written === null || written === language ? {} : { lang: written })}>
      {difference.map((stretch, index) =>
        stretch.kind === 'skipped' ? (
          <p key={index} class="note" lang={language}>
            {t.unchangedLines(stretch.lines)}
          </p>
        ) : (
          <p key={index} class="typed">
            {stretch.kind === 'same' ? stretch.text : <WordDifference pieces={stretch.pieces} language={language} />}
          </p>
        ),
      )}
    </div>
  )
}

/** Which two versions are compared: a plain form that any browser sends. */
function Choice({ visit, facts, from, to }: { visit: AnyVisit; facts: DocumentFacts; from: number; to: number }) {
  const { language } = visit
  const t = documentTexts[language]
  const select = (name: 'from' | 'to', label: string, current: number) => (
    <div>
      <label class="lab" for={name}>
        {label}
      </label>
      <select class="ds-input" id={name} name={name}>
        {facts.versions.map(({ number, publishedOn }) => (
          <option key={number} value={number} selected={number === current}>
            {`${t.version(number)}, ${shortDate(language, publishedOn)}`}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form
      method="get"
      class="filters"
      action={address(language, 'documentDifferences', { plan: facts.plan.id, document: facts.document.id })}
    >
      {select('from', t.from, from)}
      {select('to', t.to, to)}
      <button type="submit" class="ds-button" data-variant="secondary">
        {t.compare}
      </button>
    </form>
  )
}
