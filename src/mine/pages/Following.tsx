import { nameScopes, subscriptionsOf, subscriptionTexts } from '../../follow/index.ts'
import { address } from '../../web/addresses.ts'
import type { AnyVisit } from '../../web/visit.ts'
import { mineTexts } from '../texts.ts'

/** What someone's address follows by e-mail, and the way to change it. */
export async function Following({ visit: { house, language }, email }: { visit: AnyVisit; email: string | null }) {
  const t = mineTexts[language]
  const words = subscriptionTexts[language]
  const following = (email === null ? null : await subscriptionsOf(house.db, { email }))?.following ?? []
  const names = await nameScopes(
    house,
    language,
    following.map(({ scope }) => scope),
  )
  return (
    <section class="sec" aria-labelledby="sekoju">
      <h2 id="sekoju">{t.following}</h2>
      <div>
        {following.length ? (
          <ul class="rows">
            {following.map(({ scope, frequency }) => {
              const named = names.get(scope)
              return (
                <li key={scope}>
                  {named ? <a href={named.path}>{named.name}</a> : <span class="unknown">{words.notPublic}</span>}
                  <p class="meta">{words.frequency(frequency)}</p>
                </li>
              )
            })}
          </ul>
        ) : (
          <p class="unknown">{t.nothingFollowed}</p>
        )}
        <p class="gap">
          {following.length ? (
            <a href={address(language, 'subscriptions')}>{t.changeFollowing}</a>
          ) : (
            <a href={address(language, 'follow')}>{t.follow}</a>
          )}
        </p>
      </div>
    </section>
  )
}
