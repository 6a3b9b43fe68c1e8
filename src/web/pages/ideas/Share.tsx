import { plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Icon } from '../../components/Icon.tsx'
import type { AnyVisit } from '../../visit.ts'
import type { IdeaAt } from './facts.ts'
import { ideaTexts } from './ideaTexts.ts'

/** Ways to show an idea to others: plain links and texts to copy, nothing of anyone else’s. */
export function Share({ at: { plan, idea }, visit: { language, house } }: { at: IdeaAt; visit: AnyVisit }) {
  const t = ideaTexts[language]
  const place = { plan: plan.id, idea: idea.number }
  const here = house.configuration.url + address(language, 'idea', place)
  const title = plainText(idea.title, language)
  const embed = house.configuration.url + address(language, 'ideaEmbed', place)
  const code = `<iframe src="${embed}" title="${t.embedTitle(title).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="420" height="280" loading="lazy"></iframe>`
  return (
    <div class="noprint">
      <div class="field">
        <label class="lab" for="adrese">
          {t.shareAddress}
        </label>
        <input class="ds-input" id="adrese" type="text" readOnly value={here} />
      </div>
      <p>
        <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(here)}`}>
          <Icon name="mail" /> {t.shareMail}
        </a>
      </p>
      <details class="ds-details">
        <summary>{t.embed}</summary>
        <div class="field">
          <label class="lab" for="kods">
            {t.embedCode}
          </label>
          <textarea class="ds-input" id="kods" rows={4} readOnly>
            {code}
          </textarea>
        </div>
      </details>
      <p class="note">{t.print}</p>
    </div>
  )
}
