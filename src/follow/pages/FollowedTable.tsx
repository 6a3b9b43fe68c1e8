import { type Language, languages } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import type { NamedScope } from '../scopeKeys.ts'
import type { Subscriptions } from '../subscriptions.ts'
import { subscriptionTexts } from '../subscriptionTexts.ts'
import { frequencies } from '../tables.ts'

type Props = {
  language: Language
  token: string | null
  following: Subscriptions['following']
  names: ReadonlyMap<string, NamedScope>
}

/** What a form of the page carries unseen: the letter's link, and what is to be done. */
export function Hidden({ token, action }: { token: string | null; action: string }) {
  return (
    <>
      {token === null ? null : <input type="hidden" name="token" value={token} />}
      <input type="hidden" name="action" value={action} />
    </>
  )
}

/** What is followed, a row each: how often, and the ways to change that or to stop. */
export function FollowedTable({ language, token, following, names }: Props) {
  const t = subscriptionTexts[language]
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.howOften}</th>
          <th scope="col">{t.action}</th>
        </tr>
      </thead>
      <tbody>
        {following.map(({ scope, frequency }, index) => {
          const named = names.get(scope)
          const name = named?.name ?? t.notPublic
          return (
            <tr key={scope}>
              <th scope="row">{named ? <a href={named.path}>{name}</a> : <span class="unknown">{name}</span>}</th>
              <td>
                <form method="post" action={address(language, 'subscriptions')} class="in-row">
                  <Hidden token={token} action="change" />
                  <input type="hidden" name="what" value={scope} />
                  <select
                    class="ds-input"
                    name="frequency"
                    id={index ? `frequency-${index + 1}` : 'frequency'}
                    aria-label={t.howOftenFor(name)}
                  >
                    {frequencies.map((one) => (
                      <option key={one} value={one} selected={one === frequency}>
                        {t.frequency(one)}
                      </option>
                    ))}
                  </select>
                  <button type="submit" class="plain" aria-label={t.changeThis(name)}>
                    {t.change}
                  </button>
                </form>
              </td>
              <td>
                <form method="post" action={address(language, 'subscriptions')}>
                  <Hidden token={token} action="leave" />
                  <input type="hidden" name="what" value={scope} />
                  <button type="submit" class="plain" aria-label={t.leaveThis(name)}>
                    {t.leave}
                  </button>
                </form>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** In which language the letters come. */
export function LanguageForm({ language, token, chosen }: { language: Language; token: string | null; chosen: Language }) {
  const t = subscriptionTexts[language]
  const words: Record<Language, string> = { lv: t.latvian, en: t.english }
  return (
    <form method="post" action={address(language, 'subscriptions')} class="in-row">
      <Hidden token={token} action="language" />
      <select class="ds-input" name="language" id="language" aria-label={t.letterLanguage}>
        {languages.map((one) => (
          <option key={one} value={one} selected={one === chosen}>
            {words[one]}
          </option>
        ))}
      </select>
      <button type="submit" class="plain">
        {t.change}
      </button>
    </form>
  )
}
