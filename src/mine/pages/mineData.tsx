import { Readable } from 'node:stream'
import { getTableName } from 'drizzle-orm'
import { allow, emailOf, mayTakeOwnData, peoplePolicy } from '../../people/index.ts'
import type { DataMap } from '../../platform/dataMap.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { attachment } from '../../web/fileAnswer.ts'
import { notKept, page } from '../../web/render.tsx'
import { type Handler, noteEvent } from '../../web/visit.ts'
import { archiveOf } from '../archive.ts'
import { archiveTexts } from '../archiveTexts.ts'
import { ownRowsOfAll } from '../ownRows.ts'
import { mineTexts } from '../texts.ts'

/** What the archive of someone's data will hold, and the button that prepares it. */
export const showMineData =
  (dataMap: DataMap): Handler<'mineData'> =>
  async (visit) => {
    allow(peoplePolicy.useOwnAccount, visit.actor, undefined)
    const { language } = visit
    const t = mineTexts[language]
    const own = new Set(ownRowsOfAll.map(({ table }) => getTableName(table)))
    return notKept(
      page(visit, {
        title: t.data,
        section: 'mine',
        path: [{ title: t.title, href: address(language, 'mine') }],
        children: (
          <>
            <div class="head tight">
              <h1>{t.data}</h1>
              <p class="lead">{t.dataLead}</p>
            </div>
            <section class="sec" aria-labelledby="sagatavot">
              <h2 id="sagatavot">{t.takeData}</h2>
              <form method="post" action={address(language, 'mineData')}>
                <p class="hint">{t.dataCare}</p>
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.prepare}
                  </button>
                </div>
              </form>
            </section>
            <section class="sec" aria-labelledby="satur">
              <h2 id="satur">{t.dataHolds}</h2>
              <ul class="rows">
                {dataMap
                  .filter(({ table }) => own.has(getTableName(table)))
                  .map(({ table, personal }) => (
                    <li key={getTableName(table)}>
                      {personal.map(({ what }) => what[language]).join(' ')}
                      <p class="meta">{t.inFile(`${getTableName(table)}.json`)}</p>
                    </li>
                  ))}
              </ul>
            </section>
            <section class="sec" aria-labelledby="nav">
              <h2 id="nav">{t.dataMissing}</h2>
              <p class="prose">{t.dataMissingText}</p>
            </section>
          </>
        ),
      }),
    )
  }

/** Everything that is kept about who asks, as one archive. Nothing of it is kept here. */
export const sendMineData =
  (dataMap: DataMap): Handler<'mineData'> =>
  async (visit) => {
    const { house, language, today, actor, session } = visit
    const personId = await mayTakeOwnData(house, { actor, session })
    await readFormWithoutFiles(visit.context.req.raw, house)
    const email = await emailOf(house.db, personId)
    if (email === null) throw new Refusal(401)
    noteEvent(visit, 'own data taken')
    const archive = await archiveOf(house, { id: personId, email }, dataMap, language)
    return new Response(Readable.toWeb(archive) as ReadableStream, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': attachment(archiveTexts[language].archive(today)),
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  }
