import { allow } from '../../people/index.ts'
import { address } from '../../web/addresses.ts'
import { Local } from '../../web/components/Local.tsx'
import { Section } from '../../web/components/Section.tsx'
import { page } from '../../web/render.tsx'
import type { Handler } from '../../web/visit.ts'
import { forumPolicy } from '../policy.ts'
import { forumsOn } from '../queries.ts'
import { editTexts } from './editTexts.ts'
import { forumTexts } from './forumTexts.ts'

/** The secretariat's forums: a way to each thing that is done with them. */
export const showForumsEdit: Handler<'forumsEdit'> = async (visit) => {
  const { house, language, today, actor } = visit
  allow(forumPolicy.publishRules, actor, undefined)
  const t = editTexts[language]
  const forums = await forumsOn(house.db, today)
  return page(visit, {
    title: t.forums,
    section: 'manage',
    path: [{ title: t.secretariat, href: address(language, 'manage') }],
    children: (
      <>
        <div class="head tight">
          <h1>{t.forums}</h1>
          <p class="acts">
            <a class="ds-button" href={address(language, 'forumNew')}>
              {t.newForum}
            </a>
          </p>
        </div>
        {forums.length ? null : <p class="prose">{forumTexts[language].noForums}</p>}
        {forums.map(({ id, name }) => {
          const values = { forum: id }
          const links = [
            { href: `${address(language, 'forum', values)}#vietas`, text: t.members },
            { href: address(language, 'forumMeetingNew', values), text: t.meetingNew },
            { href: address(language, 'forumProposals', values), text: t.proposals },
            { href: address(language, 'forumMeetings', values), text: forumTexts[language].allMeetings },
            { href: address(language, 'forumRulesEdit', values), text: t.rulesEdit },
          ]
          return (
            <Section key={id} id={id} label={<Local content={name} language={language} quiet />}>
              <ul class="plain-list">
                {links.map(({ href, text }) => (
                  <li key={href}>
                    <a href={href}>{text}</a>
                  </li>
                ))}
              </ul>
            </Section>
          )
        })}
      </>
    ),
  })
}
