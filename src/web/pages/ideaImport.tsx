import {
  bringIn,
  columnName,
  type ImportColumn,
  importById,
  importColumns,
  importsOf,
  kindNames,
  neededColumns,
  organisationsByWord,
  readRow,
  rowsOf,
  startImport,
  undoImport,
} from '../../cycle/ideas/index.ts'
import { callFacts, pathToCalls } from '../../cycle/ideas/pages/calls/callFacts.ts'
import { FormReader } from '../../cycle/plan/index.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { isLanguage, type Language, languages, plainText } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { FileField } from '../components/FileField.tsx'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { Local } from '../components/Local.tsx'
import { Section } from '../components/Section.tsx'
import { Status } from '../components/Status.tsx'
import { SecretariatForm } from '../forms/SecretariatForm.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { columnMeanings, enteringTexts, languageNames } from './sending/enteringTexts.ts'

type Facts = Awaited<ReturnType<typeof callFacts>>

/** Asks for a table of ideas, and lists those that were taken over before. */
export const showNewImport: Handler<'importNew'> = async (visit) =>
  drawNew(visit, await callFacts(visit), opened({ language: [visit.language] }))

export const sendNewImport: Handler<'importNew'> = async (visit) => {
  const facts = await callFacts(visit)
  const at = { plan: facts.plan.id, call: facts.call.id }
  return answerForm(
    visit,
    async (house, fields, files) => {
      const typed = fields.trimmed('language')
      const language = isLanguage(typed) ? typed : 'lv'
      const id = await startImport(house, visit.actor, { planId: at.plan, callId: at.call, file: files.get('file'), language })
      return address(visit.language, 'ideaImport', { ...at, import: id })
    },
    (drawn) => drawNew(visit, facts, drawn),
    { most: 1 },
  )
}

/** A table row by row: what each would bring in, or what is wrong with it; later what came of it. */
export const showImport: Handler<'ideaImport'> = async (visit) => drawImport(visit, await callFacts(visit), opened())

export const sendImport: Handler<'ideaImport'> = async (visit) => {
  const facts = await callFacts(visit)
  const which = { planId: facts.plan.id, callId: facts.call.id, importId: idInAddress(visit.values.import) }
  return answerForm(
    visit,
    async (house, fields) => {
      const act = fields.trimmed('action') === 'undo' ? undoImport : bringIn
      await act(house, visit.actor, { ...which, version: new FormReader(fields).version() })
      return address(visit.language, 'ideaImport', { plan: which.planId, call: which.callId, import: which.importId })
    },
    (drawn) => drawImport(visit, facts, drawn),
  )
}

const stateWords = (language: Language) => {
  const t = enteringTexts[language]
  return {
    preview: { icon: 'none', colour: '', word: t.statePreview },
    done: { icon: 'done', colour: 'good', word: t.stateDone },
    undone: { icon: 'stop', colour: '', word: t.stateUndone },
  } as const
}

async function drawNew(visit: AnyVisit, { plan, call }: Facts, drawn: Drawn): Promise<Response> {
  const { language, house } = visit
  const t = enteringTexts[language]
  const form = stateOf(visit, drawn)
  const at = { plan: plan.id, call: call.id }
  const before = await importsOf(house.db, call.id)
  return page(
    visit,
    {
      title: t.importTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToCalls(visit, plan),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={call.title} language={language} />
            </p>
            <h1>{t.importTitle}</h1>
            <p class="lead">{t.importLead}</p>
            {drawn.say && !drawn.problems.length ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
          </div>
          <SecretariatForm
            form={form}
            action={address(language, 'importNew', at)}
            parts={[
              {
                title: null,
                specs: [
                  {
                    kind: 'radios',
                    name: 'language',
                    label: t.language,
                    choices: languages.map((value) => ({ value, label: languageNames[language][value] })),
                  },
                ],
              },
            ]}
            version={null}
            withFiles
            submit={t.look}
          >
            <FileField form={form} name="file" label={t.file} kept={drawn.files} fileLimitBytes={house.configuration.fileLimitBytes} />
          </SecretariatForm>
          <Section id="kolonnas" label={t.columns}>
            <table class="ds-table stack">
              <caption>{t.columnsLead}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.column}</th>
                  <th scope="col">{t.meaning}</th>
                </tr>
              </thead>
              <tbody>
                {(Object.keys(importColumns) as ImportColumn[]).map((column) => (
                  <tr key={column}>
                    <th scope="row">
                      {columnName(column, language)}
                      {(neededColumns as readonly ImportColumn[]).includes(column) ? <small class="remark"> ({t.needed})</small> : null}
                    </th>
                    <td data-l={t.meaning}>{columnMeanings[language][column]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
          <Section id="agrak" label={t.before}>
            {before.length ? (
              <ul class="rows">
                {before.map(({ id, fileName, state }) => (
                  <li key={id}>
                    <p class="when">
                      <Status {...stateWords(language)[state]} />
                    </p>
                    <p>
                      <a href={address(language, 'ideaImport', { ...at, import: id })}>{fileName}</a>
                    </p>
                  </li>
                ))}
              </ul>
            ) : (
              <p>{t.noneBefore}</p>
            )}
          </Section>
        </>
      ),
    },
    drawn.status,
  )
}

async function drawImport(visit: AnyVisit, { plan, call }: Facts, drawn: Drawn): Promise<Response> {
  const { language, house, today } = visit
  const t = enteringTexts[language]
  const found = await importById(house.db, call.id, idInAddress(visit.values.import))
  if (!found) throw notFound()
  const organisations = await organisationsByWord(house.db, today)
  const rows = (await rowsOf(house.db, found.id)).map((row) => ({
    ...row,
    ...readRow(row.fields, { call, language: found.language, organisations, today }),
  }))
  const bad = rows.filter(({ problems }) => problems.length).length
  const at = { plan: plan.id, call: call.id, import: found.id }
  const title = t.previewTitle(found.fileName)
  const isPreview = found.state === 'preview'
  return page(
    visit,
    {
      title,
      section: 'manage',
      path: [...pathToCalls(visit, plan), { title: t.importTitle, href: address(language, 'importNew', { plan: plan.id, call: call.id }) }],
      children: (
        <>
          <div class="head tight">
            <h1 class="long">{title}</h1>
            <p>
              <Status {...stateWords(language)[found.state]} />
            </p>
            {drawn.status === 409 ? (
              <p class="note" role="alert">
                {t.changedMeanwhile}
              </p>
            ) : null}
            {isPreview ? <p class="lead">{bad ? t.rowsBad(bad) : t.rowsGood(rows.length)}</p> : null}
            {found.state === 'undone' || (isPreview && bad) ? null : (
              <form method="post" action={address(language, 'ideaImport', at)}>
                <HiddenFields form={stateOf(visit, opened())} version={found.version} />
                {isPreview ? null : <p class="note">{t.undoNote}</p>}
                <div class="acts">
                  <button
                    type="submit"
                    class="ds-button"
                    name="action"
                    value={isPreview ? 'bring' : 'undo'}
                    {...(isPreview ? {} : { 'data-variant': 'secondary' })}
                  >
                    {isPreview ? t.bringIn : t.undo}
                  </button>
                </div>
              </form>
            )}
          </div>
          <table class="ds-table stack">
            <caption>{t.rows}</caption>
            <thead>
              <tr>
                <th scope="col">{t.row}</th>
                <th scope="col">{isPreview ? t.what : t.idea}</th>
                {isPreview ? <th scope="col">{t.who}</th> : null}
                {isPreview ? <th scope="col">{t.problems}</th> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) =>
                isPreview ? (
                  <tr key={row.row}>
                    <th scope="row">{row.row}</th>
                    <td data-l={t.what} lang={found.language}>
                      {plainText(row.entered.content.title, found.language)}{' '}
                      <small class="remark" lang={language}>
                        ({kindNames[language][row.entered.content.kind].toLocaleLowerCase(language)})
                      </small>
                    </td>
                    <td data-l={t.who}>{row.entered.organisationId ?? row.entered.name ?? t.nameNotShown}</td>
                    <td data-l={t.problems}>
                      {row.problems.length ? (
                        <ul>
                          {row.problems.map(({ column, say }) => (
                            <li key={column}>
                              {columnName(column, language)}: {say(language)}
                            </li>
                          ))}
                        </ul>
                      ) : (
                        t.fine
                      )}
                    </td>
                  </tr>
                ) : (
                  <tr key={row.row}>
                    <th scope="row">{row.row}</th>
                    <td data-l={t.idea}>
                      {row.number === null ? null : (
                        <a href={address(language, 'idea', { plan: plan.id, idea: row.number })}>{t.numbered(row.number)}</a>
                      )}
                      {row.stays ? <small class="remark"> ({t.stays})</small> : null}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </>
      ),
    },
    drawn.status,
  )
}
