import { address } from '../../web/addresses.ts'
import { Beginning } from '../../web/components/Beginning.tsx'
import { Local } from '../../web/components/Local.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { page } from '../../web/render.tsx'
import type { Handler } from '../../web/visit.ts'
import { forumPolicy } from '../policy.ts'
import { forumsOn } from '../queries.ts'
import { forumTexts } from './forumTexts.ts'

/** The forums there are. */
export const forumsPage: Handler<'forums'> = async (visit) => {
  const { house, language, today, actor } = visit
  const t = forumTexts[language]
  const forums = await forumsOn(house.db, today)
  return page(visit, {
    title: t.forums,
    section: 'forums',
    children: (
      <>
        <div class="head">
          <h1>{t.forums}</h1>
          <p class="lead">{t.forumsLead}</p>
          {forumPolicy.publishRules(actor, undefined) ? (
            <p class="acts">
              <a href={address(language, 'forumsEdit')}>{t.manage}</a>
            </p>
          ) : null}
        </div>
        {forums.length ? (
          <ul class="rows">
            {forums.map((one) => (
              <li key={one.id}>
                <p class="when" />
                <div>
                  <h2 class="h3">
                    <a href={address(language, 'forum', { forum: one.id })}>
                      <Local content={one.name} language={language} />
                    </a>
                    <MadeUp when={one.demonstration} language={language} />
                  </h2>
                  <p>
                    <Beginning content={one.purpose} language={language} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p class="prose">{t.noForums}</p>
        )}
      </>
    ),
  })
}
